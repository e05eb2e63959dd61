package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.PushReport;
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
            words.of("result"),
            words.of("sent"),
            words.of("time"));
    for (PushReport push : pushes) {
      image(push);
      table.word(words.of(push.error().isPresent() ? "push.failed" : "push.done"));
      sent(push);
      table.number(words.duration(push.duration()));
      table.endRow();
    }
    table.end();
  }

  /** Where the reference does not say it already. */
  private static Optional<String> digest(PushReport push) {
    return push.digest().filter(digest -> !push.reference().endsWith(digest));
  }

  /** All that is long in one cell, so that the rest of the row fits beside it on any screen. */
  private void image(PushReport push) {
    html.open("tr").open("th", "scope", "row").brief(push.subject(), Html.NAME);
    html.open("p").open("code").brief(push.reference(), Html.REFERENCE).close().close();
    digest(push).ifPresent(digest -> html.open("p").element("code", digest).close());
    push.error().ifPresent(error -> html.open("p").brief(error, Html.PARAGRAPH).close());
    html.close();
  }

  private void sent(PushReport push) {
    String sent = push.sentBytes().map(words::size).orElse("–");
    html.open("td", "class", "word").element("span", sent, "class", "number");
    if (push.layersSent().isPresent() && push.layersThere().isPresent()) {
      int layers = push.layersSent().get() + push.layersThere().get();
      String share = words.of("push.layers", push.layersSent().get(), layers);
      html.element("p", share, "class", "soft");
    }
    html.close();
  }
}
