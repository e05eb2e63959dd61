package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.SlowPhase;
import java.util.List;

/** The phases of all images that take the longest. */
record SlowPhaseSection(Html html, Words words, RunLinks links) {
  private static final int MOST_ROWS = 20;

  void write(List<ImageHistory> images, String id) {
    String heading = words.of("slowPhases");
    html.open("section", "class", "run", "aria-labelledby", id);
    html.element("h2", heading, "id", id);
    List<SlowPhase> all = SlowPhase.of(images);
    if (all.isEmpty()) {
      html.element("p", words.of("slowPhases.none"), "class", "soft");
    } else {
      table(heading, all, ImageNames.of(images, words));
    }
    html.close();
  }

  private void table(String heading, List<SlowPhase> all, ImageNames names) {
    List<String> columns =
        List.of(words.of("phase"), words.of("image"), words.of("expected"), words.of("lastTime"));
    Table table = Table.captioned(html, heading, words.of("slowPhases.caption"), columns);
    for (SlowPhase phase : all.subList(0, Math.min(MOST_ROWS, all.size()))) {
      table.row(phase.name());
      table.openCell().brief(names.of(phase.image()), Html.NAME);
      table.under(names.repository(phase.image()));
      html.close();
      table.number(words.duration(phase.expected()));
      table.number(links.to(phase.run()), words.duration(phase.last()));
      table.endRow();
    }
    table.end();
    if (all.size() > MOST_ROWS) {
      html.element("p", words.of("rest", all.size() - MOST_ROWS), "class", "soft");
    }
  }
}
