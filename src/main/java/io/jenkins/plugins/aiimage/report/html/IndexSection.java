package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.FailedAttempts;
import io.jenkins.plugins.aiimage.report.history.FailingIndex;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import java.util.ArrayList;
import java.util.List;

/** The package indexes on which attempts at any image failed. */
record IndexSection(Html html, Words words) {
  private static final int MOST_ROWS = 20;

  void write(List<ImageHistory> images, String id) {
    String heading = words.of("indexes");
    html.open("section", "class", "run", "aria-labelledby", id);
    html.element("h2", heading, "id", id);
    List<FailingIndex> all = FailingIndex.of(images);
    if (all.isEmpty()) {
      html.element("p", words.of("indexes.none"), "class", "soft");
    } else {
      table(heading, all);
    }
    html.close();
  }

  private void table(String heading, List<FailingIndex> all) {
    List<String> columns =
        List.of(words.of("index"), words.of("failedAttempts"), words.of("causes"));
    Table table = Table.captioned(html, heading, words.of("indexes.caption"), columns);
    for (FailingIndex index : all.subList(0, Math.min(MOST_ROWS, all.size()))) {
      table.row(index.host());
      table.number(String.valueOf(index.failed()));
      table.openCell().text(causes(index)).close();
      table.endRow();
    }
    table.end();
    if (all.size() > MOST_ROWS) {
      html.element("p", words.of("rest", all.size() - MOST_ROWS), "class", "soft");
    }
  }

  private String causes(FailingIndex index) {
    List<String> causes = new ArrayList<>();
    for (FailedAttempts failed : index.causes()) {
      causes.add(words.of("causes.value", words.of(failed.cause()), failed.count()));
    }
    return String.join(", ", causes);
  }
}
