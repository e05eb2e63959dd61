package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.Smoke;
import io.jenkins.plugins.aiimage.report.Smoke.TestReport;

/** Tests in an image. */
record TestTable(Html html, Words words) {
  void write(Smoke smoke) {
    if (smoke.tests().isEmpty()) {
      return;
    }
    String heading = words.of("tests");
    html.element("h3", heading);
    Table table = new Table(html, heading, words.of("test"), words.of("result"), words.of("time"));
    for (TestReport test : smoke.tests()) {
      table.row(test.test());
      html.open("td").text(words.of(test.passed() ? "test.passed" : "test.failed"));
      test.message().ifPresent(message -> html.open("p").brief(message, Html.PARAGRAPH).close());
      if (!test.lastLines().isEmpty()) {
        html.open("pre");
        test.lastLines().forEach(line -> html.brief(line, Html.PARAGRAPH).markup("\n"));
        html.close();
      }
      html.close();
      table.number(test.duration().isZero() ? "–" : words.duration(test.duration()));
      table.endRow();
    }
    table.end();
  }
}
