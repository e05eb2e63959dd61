package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Diagnosis;
import java.util.List;

/** What was seen before a build. */
record DiagnosisTables(Html html, Words words) {
  void write(Diagnosis diagnosis) {
    diagnosis.context().ifPresent(this::folders);
    suggestions(diagnosis.suggestions());
    packages(diagnosis.packages());
    requirements(diagnosis.requirements());
    indexes(diagnosis.indexes());
    diagnosis.recipe().ifPresent(this::recipe);
    if (!diagnosis.files().isEmpty()) {
      html.element("h3", words.of(diagnosis.dryRun() ? "files.planned" : "files.written"));
      html.open("ul");
      diagnosis.files().forEach(file -> html.open("li").brief(file, Html.REFERENCE).close());
      html.close();
    }
  }

  private void folders(Diagnosis.Context context) {
    String heading =
        words.of("context.sent", words.size(context.bytes()), Long.toString(context.files()));
    html.element("h3", heading);
    if (context.folders().isEmpty()) {
      return;
    }
    Table table = new Table(html, heading, words.of("folder"), words.of("size"), words.of("files"));
    for (Diagnosis.Folder folder : context.folders()) {
      table.row(folder.name());
      table.number(words.size(folder.bytes()));
      table.number(Long.toString(folder.files()));
      table.endRow();
    }
    table.end();
  }

  private void suggestions(List<Diagnosis.Suggestion> suggestions) {
    if (suggestions.isEmpty()) {
      return;
    }
    String heading = words.of("ignore");
    html.element("h3", heading);
    Table table =
        new Table(
            html,
            heading,
            words.of("rule"),
            words.of("saves"),
            words.of("files"),
            words.of("ignore.needed"));
    for (Diagnosis.Suggestion each : suggestions) {
      table.row(each.pattern());
      table.number(words.size(each.bytes()));
      table.number(Long.toString(each.files()));
      table.word(words.of(each.safe() ? "ignore.never" : "ignore.perhaps"));
      table.endRow();
    }
    table.end();
  }

  private void packages(List<Diagnosis.HeavyPackage> packages) {
    if (packages.isEmpty()) {
      return;
    }
    String heading = words.of("heavy");
    html.element("h3", heading);
    Table table =
        new Table(
            html,
            heading,
            words.of("package"),
            words.of("weight.about"),
            words.of("file"),
            words.of("advice"));
    for (Diagnosis.HeavyPackage each : packages) {
      table.row(each.name());
      table.number(words.size(each.bytes()));
      table.openCell().brief(each.where(), Html.REFERENCE).close();
      table.openCell().brief(each.advice().orElse("–"), Html.PARAGRAPH).close();
      table.endRow();
    }
    table.end();
  }

  private void requirements(List<Diagnosis.Requirements> lists) {
    if (lists.isEmpty()) {
      return;
    }
    String heading = words.of("lists");
    html.element("h3", heading);
    Table table =
        new Table(html, heading, words.of("file"), words.of("packages"), words.of("unpinned"));
    for (Diagnosis.Requirements list : lists) {
      table.row(list.file());
      table.number(Integer.toString(list.packages()));
      String unpinned = String.join(", ", list.unpinned());
      table.openCell().brief(unpinned.isEmpty() ? "–" : unpinned, Html.REFERENCE).close();
      table.endRow();
    }
    table.end();
  }

  private void indexes(List<Diagnosis.Index> indexes) {
    if (indexes.isEmpty()) {
      return;
    }
    String heading = words.of("packageIndexes");
    html.element("h3", heading);
    Table table =
        new Table(
            html,
            heading,
            words.of("index"),
            words.of("result"),
            words.of("firstByte"),
            words.of("perSecond"));
    for (Diagnosis.Index index : indexes) {
      table.row(index.url());
      String answer =
          index
              .error()
              .orElseGet(() -> words.of("index.answers", index.status().orElse(0).toString()));
      table.openCell().brief(answer, Html.PARAGRAPH).close();
      table.number(index.firstByte().map(words::duration).orElse("–"));
      table.number(index.bytesPerSecond().map(words::size).orElse("–"));
      table.endRow();
    }
    table.end();
  }

  private void recipe(Diagnosis.Recipe recipe) {
    html.element("h3", words.of("recipe"));
    if (!recipe.phases().isEmpty()) {
      html.open("p").text(words.of("phases") + ": ");
      html.brief(String.join(", ", recipe.phases()), Html.PARAGRAPH).close();
    }
    boolean clean = recipe.errors() + recipe.warnings() + recipe.infos() == 0;
    html.element(
        "p",
        clean
            ? words.of("recipe.clean")
            : words.of("recipe.lint", recipe.errors(), recipe.warnings(), recipe.infos()));
  }
}
