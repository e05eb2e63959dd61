package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.html.TimeLine.Bar;
import io.jenkins.plugins.aiimage.report.html.TimeLine.Row;
import java.time.Duration;

/** The bars of a time line as rows of a table, for those who do not see the drawing. */
record TimeLineTable(Html html, Words words) {
  void write(TimeLine line) {
    String name = words.of("timeline.table");
    html.open("details").element("summary", name);
    Table table =
        new Table(
            html,
            name,
            words.of("timeline.what"),
            words.of("timeline.began"),
            words.of("time"),
            words.of("result"));
    for (Row row : line.rows()) {
      for (Bar bar : row.bars()) {
        table.row(bar.what());
        table.number(words.duration(Duration.ofMillis(Math.round(1000 * bar.start()))));
        table.number(bar.took());
        table.word(bar.became());
        table.endRow();
      }
    }
    table.end();
    html.close();
  }
}
