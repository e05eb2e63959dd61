package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.RunReport;

/** One run in a line: what became of it, how long it took, what it saved; or what it does now. */
record RunLine(Html html, Words words) {
  void write(RunReport report, boolean running, String href) {
    html.open("div", "class", "line");
    RunSection.badge(html, report, words, running);
    html.open("a", "href", href).brief(RunSection.name(report, words), Html.NAME).close();
    html.element("span", words.duration(report.duration()), "class", "number");
    report.image().saved().ifPresent(saved -> soft(words.of("line.saved", words.duration(saved))));
    report.failure().ifPresent(failure -> soft(failure.message()));
    if (report.current().isPresent()) {
      html.open("span", "class", "soft");
      new NowLine(html, words).writePlain(report);
    }
    html.close();
  }

  private void soft(String text) {
    html.open("span", "class", "soft").brief(text, 2 * Html.NAME).close();
  }
}
