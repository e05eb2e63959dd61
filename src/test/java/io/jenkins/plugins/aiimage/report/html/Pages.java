package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.RunReport;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pages over reports, for tests. */
final class Pages {
  static final Words ENGLISH = Words.in(Locale.ENGLISH, ZoneOffset.UTC);

  private Pages() {}

  static String english(List<RunReport> reports) {
    return page(reports, ENGLISH);
  }

  static String page(List<RunReport> reports, Words words) {
    List<NamedRun> runs = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      runs.add(new NamedRun(String.valueOf(i + 1), reports.get(i)));
    }
    return new ReportPage(words).render(runs, List.of());
  }
}
