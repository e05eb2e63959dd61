package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.ServiceResult;
import io.jenkins.plugins.aiimage.report.ServicesReport;
import io.jenkins.plugins.aiimage.report.ServicesReport.ServiceReport;
import io.jenkins.plugins.aiimage.report.ServicesReport.TestReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Services that were started, and their tests. */
record ServiceTables(Html html, Words words) {
  void write(ServicesReport services) {
    services(services.services());
    services.services().stream()
        .filter(service -> service.result() == ServiceResult.FAILED)
        .forEach(this::failure);
    tests(services.tests());
  }

  private void services(List<ServiceReport> services) {
    if (services.isEmpty()) {
      return;
    }
    String heading = words.of("services");
    html.element("h3", heading);
    Table table =
        new Table(
            html,
            heading,
            words.of("service"),
            words.of("stage"),
            words.of("result"),
            words.of("readyAfter"),
            words.of("limits"),
            words.of("peakMemory"),
            words.of("cpuTime"));
    for (ServiceReport service : services) {
      table.row(service.service());
      table.number(service.stage() == 0 ? "–" : Integer.toString(service.stage()));
      table.word(words.of("service." + service.result()));
      table.number(service.readyAfter().map(words::duration).orElse("–"));
      table.openCell().text(limits(service)).close();
      table.number(service.peakMemory().map(words::size).orElse("–"));
      table.number(service.cpuTime().map(words::duration).orElse("–"));
      table.endRow();
    }
    table.end();
  }

  private String limits(ServiceReport service) {
    List<String> limits = new ArrayList<>();
    service.memoryLimit().ifPresent(bytes -> limits.add(words.size(bytes)));
    service
        .milliCpus()
        .map(cpus -> BigDecimal.valueOf(cpus, 3).stripTrailingZeros().toPlainString())
        .ifPresent(cpus -> limits.add(words.of("cpus", cpus)));
    return limits.isEmpty() ? "–" : String.join(", ", limits);
  }

  private void failure(ServiceReport service) {
    html.open("p").open("strong").brief(service.service(), Html.NAME).close().text(" ");
    html.brief(service.message().orElse(""), Html.PARAGRAPH).close();
    if (!service.waiting().isEmpty()) {
      html.open("p", "class", "soft");
      html.brief(words.of("waitedInVain", String.join(", ", service.waiting())), Html.PARAGRAPH);
      html.close();
    }
    lines(service.lastLines());
  }

  private void lines(List<String> lines) {
    if (!lines.isEmpty()) {
      html.open("pre");
      lines.forEach(line -> html.brief(line, Html.PARAGRAPH).markup("\n"));
      html.close();
    }
  }

  private void tests(List<TestReport> tests) {
    if (tests.isEmpty()) {
      return;
    }
    String heading = words.of("tests");
    html.element("h3", heading);
    Table table = new Table(html, heading, words.of("test"), words.of("result"), words.of("time"));
    for (TestReport test : tests) {
      table.row(test.test());
      table.word(words.of(test.passed() ? "test.passed" : "test.failed"));
      table.number(words.duration(test.duration()));
      table.endRow();
    }
    table.end();
    for (TestReport test : tests) {
      test.message()
          .ifPresent(
              message ->
                  html.open("p").brief(test.test() + ": " + message, Html.PARAGRAPH).close());
      lines(test.lastLines());
    }
  }
}
