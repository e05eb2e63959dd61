package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.html.TimeLine.Bar;
import io.jenkins.plugins.aiimage.report.html.TimeLine.Kind;
import io.jenkins.plugins.aiimage.report.html.TimeLine.Row;

/**
 * Draws a time line as wide as its place: lengths along the time are percentages, all others
 * pixels. Colours are classes, and attributes that suit light and dark as well, so that the drawing
 * survives where a policy forbids styles, as Jenkins does for archived files.
 */
final class TimeLineSvg {
  private static final int ROW = 42;
  private static final int THIN_ROW = 30;
  private static final int AXIS = 20;
  private static final int LONGEST_NAME = 24;
  private static final double NARROWEST = 0.6;

  private final Html html;
  private final TimeLine line;
  private final Words words;
  private final Patterns patterns;

  /**
   * @param id of the run on its page
   */
  TimeLineSvg(Html html, TimeLine line, Words words, String id) {
    this.html = html;
    this.line = line;
    this.words = words;
    this.patterns = new Patterns(html, id);
  }

  void draw() {
    int height = line.rows().stream().mapToInt(TimeLineSvg::height).sum();
    html.open(
            "svg",
            "width",
            "100%",
            "height",
            "" + (height + AXIS),
            "role",
            "img",
            "aria-label",
            words.of("timeline.label"))
        .markup("<g font-family='system-ui, sans-serif' fill='currentColor'>");
    patterns.define();
    axis(height);
    int y = 0;
    for (Row row : line.rows()) {
      draw(row, y);
      y += height(row);
    }
    html.markup("</g>").close();
    legend();
  }

  private void axis(int height) {
    for (Axis.Tick tick : Axis.ticks(line.total(), words)) {
      double x = percent(tick.seconds());
      String anchor = x < 4 ? "start" : x > 94 ? "end" : "middle";
      html.markup("<line class='grid' x1='" + x + "%' x2='" + x + "%' y2='" + (height + 4) + "'")
          .markup(" stroke='#888' stroke-opacity='.35'/>")
          .markup("<text font-size='11' text-anchor='" + anchor + "' x='" + x + "%'")
          .markup(" y='" + (height + AXIS - 3) + "'>")
          .text(tick.label())
          .markup("</text>");
    }
  }

  private void draw(Row row, int y) {
    int size = row.thin() ? 11 : 13;
    String box =
        "y='"
            + (y + size + (row.thin() ? 5 : 8))
            + "' height='"
            + (row.thin() ? 6 : 14)
            + "' rx='2'";
    html.markup("<rect class='track' width='100%' fill='#888' fill-opacity='.13' " + box + "/>")
        .markup("<g font-size='" + size + "'><text y='" + (y + size + 2) + "'")
        .markup(row.thin() ? ">" : " font-weight='600'>")
        .text(Html.cut(Visible.of(Html.cut(row.name(), LONGEST_NAME)), LONGEST_NAME))
        .markup("</text><text x='100%' text-anchor='end' y='" + (y + size + 2) + "'>")
        .text(row.note())
        .markup("</text></g>");
    for (Bar bar : row.bars()) {
      double width = Math.max(NARROWEST, percent(bar.end() - bar.start()));
      double x = rounded(Math.min(percent(bar.start()), 100 - width));
      html.markup(
              "<rect x='"
                  + x
                  + "%' width='"
                  + width
                  + "%' "
                  + box
                  + patterns.paint(bar.kind())
                  + ">")
          .element("title", words.of("bar.title", bar.what(), bar.became(), bar.took()))
          .markup("</rect>");
    }
  }

  /** Only what the drawing has. */
  private void legend() {
    Legend legend = new Legend(html).open();
    for (Kind kind : Kind.values()) {
      if (line.rows().stream()
          .anyMatch(row -> row.bars().stream().anyMatch(bar -> bar.kind() == kind))) {
        legend.item(patterns.paint(kind), 10, words.of("kind." + kind));
      }
    }
    legend.close();
  }

  private static int height(Row row) {
    return row.thin() ? THIN_ROW : ROW;
  }

  private double percent(double seconds) {
    return line.total() == 0 ? 0 : rounded(Math.min(100, 100 * seconds / line.total()));
  }

  private static double rounded(double number) {
    return Math.round(number * 1000) / 1000.0;
  }
}
