package io.jenkins.plugins.aiimage.lint.shell;

import io.jenkins.plugins.aiimage.lint.shell.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Joins tokens to commands, chains and groups. */
final class ScriptParser {
  private static final int DEEPEST = 40;
  // After these a command begins.
  private static final List<String> LEADING =
      List.of("if", "then", "elif", "else", "while", "until", "do", "!");
  private static final List<String> CONTROL =
      List.of("fi", "for", "done", "case", "esac", "function", "select", "[[");

  private final List<Token> tokens;
  private boolean plain;
  private int next;

  private ScriptParser(Tokenizer.Tokens tokens) {
    this.tokens = tokens.list().stream().filter(token -> token.kind() != Kind.COMMENT).toList();
    this.plain = tokens.closed();
  }

  static Script parse(String text) {
    ScriptParser parser = new ScriptParser(Tokenizer.of(text));
    List<Chain> chains = new ArrayList<>();
    while (parser.next < parser.tokens.size()) {
      chains.addAll(parser.chains(0));
      if (parser.next < parser.tokens.size()) {
        parser.plain = false; // A bracket that nothing opened, or one too deep.
        parser.next++;
      }
    }
    return new Script(chains, parser.plain);
  }

  /** Up to a closing bracket or the end. */
  private List<Chain> chains(int depth) {
    List<Chain> chains = new ArrayList<>();
    List<Chain.Link> links = new ArrayList<>();
    String before = "";
    while (next < tokens.size() && !closes(tokens.get(next))) {
      Token token = tokens.get(next);
      if (token.kind() == Kind.OPERATOR && !token.text().equals("(")) {
        next++;
        if (List.of("&&", "||", "|", "|&").contains(token.text())) {
          plain &= !links.isEmpty();
          before = token.text();
        } else {
          plain &= !token.text().equals(";;");
          end(chains, links, token.text());
          before = "";
        }
        continue;
      }
      plain &= links.isEmpty() || !before.isEmpty();
      Element element = opens(token) ? group(depth) : command();
      if (element.end() < 0) {
        break;
      }
      links.add(new Chain.Link(links.isEmpty() ? "" : before, element));
      before = "";
    }
    plain &= before.isEmpty();
    end(chains, links, "");
    return chains;
  }

  private static void end(List<Chain> chains, List<Chain.Link> links, String by) {
    if (!links.isEmpty()) {
      chains.add(new Chain(links, by));
      links.clear();
    }
  }

  private static boolean opens(Token token) {
    return token.is(Kind.OPERATOR, "(") || token.is(Kind.WORD, "{");
  }

  private static boolean closes(Token token) {
    return token.is(Kind.OPERATOR, ")") || token.is(Kind.WORD, "}");
  }

  private Element group(int depth) {
    Token open = tokens.get(next);
    if (depth == DEEPEST) {
      return new Element.Group(List.of(), open.start(), -1);
    }
    next++;
    List<Chain> chains = chains(depth + 1);
    int end = open.end();
    boolean closed = next < tokens.size() && closes(tokens.get(next));
    plain &= closed;
    if (closed) {
      end = tokens.get(next++).end();
      plain &= next >= tokens.size() || tokens.get(next).kind() != Kind.REDIRECTION;
    }
    return new Element.Group(chains, open.start(), end);
  }

  private Element command() {
    List<Word> words = new ArrayList<>();
    List<Redirection> redirections = new ArrayList<>();
    int start = tokens.get(next).start();
    int end = start;
    for (; next < tokens.size(); next++) {
      Token token = tokens.get(next);
      if (token.kind() == Kind.REDIRECTION) {
        boolean target = next + 1 < tokens.size() && tokens.get(next + 1).kind() == Kind.WORD;
        plain &= target;
        if (target) {
          next++;
          redirections.add(new Redirection(token.text(), Word.of(tokens.get(next)), token.start()));
        }
      } else if (token.kind() == Kind.WORD) {
        boolean leads = words.isEmpty() && LEADING.contains(token.text());
        plain &= !leads && !(words.isEmpty() && CONTROL.contains(token.text()));
        if (!leads) {
          words.add(Word.of(token));
        }
      } else {
        plain &= !token.text().equals("("); // A function.
        break;
      }
      end = tokens.get(next).end();
    }
    return new Element.Command(words, redirections, start, end);
  }
}
