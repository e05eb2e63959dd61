package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Change;

/** What changed since an earlier run of the same image. */
record ChangeList(Html html, Words words) {
  void write(Since since) {
    if (since.changes().isEmpty()) {
      return;
    }
    html.open("h3").brief(words.of("changes.since", since.run()), Html.NAME).close();
    html.open("ul", "class", "changes");
    for (Change change : since.changes()) {
      html.open("li").text(words.of("change." + change.kind()) + " ");
      if (!change.name().isEmpty()) {
        html.open("code").brief(change.name(), Html.REFERENCE).close();
      }
      html.text(words.of("change.colon")).text(words.of("change." + change.what()));
      if (!change.phase().isEmpty()) {
        html.text(" (" + words.of("phase") + " ").brief(change.phase(), Html.NAME).text(")");
      }
      html.close();
    }
    if (since.more() > 0) {
      html.element("li", words.of("changes.more", since.more()));
    }
    html.close();
  }
}
