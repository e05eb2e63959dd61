package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Turns lines into instructions, and instructions into stages. */
final class DockerfileParser {
  private final String text;
  private final List<SourceLine> lines;
  private final Directives directives = new Directives();
  private final List<Comment> comments = new ArrayList<>();
  private final StageCollector stages = new StageCollector();
  private int next;

  DockerfileParser(String text) {
    this.text = text;
    this.lines = SourceLine.of(text);
  }

  Dockerfile parse() {
    while (next < lines.size()) {
      SourceLine line = lines.get(next);
      directives.offer(line, text);
      if (line.isComment(text)) {
        String comment = text.substring(line.indent(text) + 1, line.contentEnd()).strip();
        comments.add(new Comment(line.number(), line.start(), comment));
        next++;
      } else if (line.isBlank(text)) {
        next++;
      } else {
        stages.add(instruction());
      }
    }
    return new Dockerfile(text, directives, stages.globalArguments(), stages.stages(), comments);
  }

  private Instruction instruction() {
    SourceLine first = lines.get(next);
    LogicalText logical = logicalLine();
    UnfinishedInstruction unfinished = UnfinishedInstruction.read(logical, first.number());
    List<Heredoc> heredocs = new ArrayList<>();
    if (unfinished.takesHeredocs()) {
      for (HeredocWord word : HeredocWord.in(logical.toString())) {
        heredocs.add(heredoc(word, first.number()));
      }
    }
    SourceLine last = lines.get(next - 1);
    Span span = new Span(first.number(), last.number(), first.start(), last.end());
    return unfinished.finish(heredocs, span);
  }

  /** Joins the continued lines; comments and empty lines among them vanish, as in Docker. */
  private LogicalText logicalLine() {
    LogicalText.Builder logical = new LogicalText.Builder();
    boolean continued = true;
    for (boolean first = true; continued && next < lines.size(); first = false) {
      SourceLine line = lines.get(next++);
      if (!first && (line.isComment(text) || line.isBlank(text))) {
        continue;
      }
      int escape = line.continuation(text, directives.escape());
      continued = escape >= 0;
      logical.append(text, line.start(), continued ? escape : line.contentEnd());
    }
    return logical.build().trim();
  }

  private Heredoc heredoc(HeredocWord word, int announced) {
    StringBuilder body = new StringBuilder();
    while (next < lines.size()) {
      SourceLine line = lines.get(next++);
      int start = line.start();
      while (word.stripTabs() && start < line.end() && text.charAt(start) == '\t') {
        start++;
      }
      int contentEnd = Math.max(start, line.contentEnd());
      if (text.substring(start, contentEnd).equals(word.name())) {
        return new Heredoc(word.name(), body.toString(), word.expand());
      }
      body.append(text, start, line.end());
    }
    throw new DockerfileException(
        announced,
        "the heredoc <<" + word.name() + " has no end; add a line that is just " + word.name());
  }
}
