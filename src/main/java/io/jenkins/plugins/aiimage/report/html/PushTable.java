package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.RunReport.PushReport;
import java.util.List;
import java.util.Optional;

/** Ways of images to registries. */
record PushTable(Html html, Words words) {
  void write(List<PushReport> pushes) {
    if (pushes.isEmpty()) {
      return;
    }
    String heading = words.of("pushes");
    html.element("h3", heading);
    Table table =
        new Table(
            html,
            heading,
            words.of("image"),
            words.of("reference"),
            words.of("result"),
            words.of("sent"),
            words.of("time"));
    for (PushReport push : pushes) {
      table.row(push.subject());
      table.openCell().open("code").brief(push.reference(), Html.REFERENCE).close();
      digest(push).ifPresent(digest -> html.open("p").element("code", digest).close());
      push.error().ifPresent(error -> html.open("p").brief(error, Html.PARAGRAPH).close());
      html.close();
      table.word(words.of(push.error().isPresent() ? "push.failed" : "push.done"));
      sent(table, push);
      table.number(words.duration(push.duration()));
      table.endRow();
    }
    table.end();
  }

  /** Where the reference does not say it already. */
  private static Optional<String> digest(PushReport push) {
    return push.digest().filter(digest -> !push.reference().endsWith(digest));
  }

  private void sent(Table table, PushReport push) {
    table
        .openCell()
        .element("span", push.sentBytes().map(words::size).orElse("–"), "class", "number");
    if (push.layersSent().isPresent() && push.layersThere().isPresent()) {
      String layers = words.of("push.layers", push.layersSent().get(), push.layersThere().get());
      html.element("p", layers, "class", "soft");
    }
    html.close();
  }
}
