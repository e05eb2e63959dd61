package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.html.TimeLine.Bar;
import io.jenkins.plugins.aiimage.report.html.TimeLine.Kind;
import io.jenkins.plugins.aiimage.report.html.TimeLine.Row;

/**
 * Draws a time line as wide as its place: lengths along the time are percentages, all others
 * pixels. Colours are attributes and suit light and dark, so that the drawing survives where a
 * policy forbids styles, as Jenkins does for archived files.
 */
final class TimeLineSvg {
  private static final int ROW = 42;
  private static final int THIN_ROW = 30;
  private static final int AXIS = 20;
  private static final int LONGEST_NAME = 24;
  private static final double NARROWEST = 0.6;

  private static final String LABEL =
      "Time line of the phases. The tables of this run have the same figures.";

  private final Html html;
  private final TimeLine line;
  private final String hatch;

  /**
   * @param number of the run on its page
   */
  TimeLineSvg(Html html, TimeLine line, int number) {
    this.html = html;
    this.line = line;
    this.hatch = "failed-" + number;
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
            LABEL)
        .markup("<g font-family='system-ui, sans-serif' fill='currentColor'>")
        .markup("<pattern id='" + hatch + "' width='6' height='6' patternTransform='rotate(45)'")
        .markup(" patternUnits='userSpaceOnUse'><rect width='6' height='6' fill='#dc2626'/>")
        .markup("<rect width='2' height='6' fill='#fff' fill-opacity='.6'/></pattern>");
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
    for (Axis.Tick tick : Axis.ticks(line.total())) {
      double x = percent(tick.seconds());
      String anchor = x < 4 ? "start" : x > 94 ? "end" : "middle";
      html.markup("<line x1='" + x + "%' x2='" + x + "%' y2='" + (height + 4) + "'")
          .markup(" stroke='#888' stroke-opacity='.35'/>")
          .markup("<text font-size='11' text-anchor='" + anchor + "' x='" + x + "%'")
          .markup(" y='" + (height + AXIS - 3) + "'>" + tick.label() + "</text>");
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
    html.markup("<rect width='100%' fill='#888' fill-opacity='.13' " + box + "/>")
        .markup("<g font-size='" + size + "'><text y='" + (y + size + 2) + "'")
        .markup(row.thin() ? ">" : " font-weight='600'>")
        .text(Html.cut(Visible.of(Html.cut(row.name(), LONGEST_NAME)), LONGEST_NAME))
        .markup("</text><text x='100%' text-anchor='end' y='" + (y + size + 2) + "'>")
        .text(row.note())
        .markup("</text></g>");
    for (Bar bar : row.bars()) {
      double width = Math.max(NARROWEST, percent(bar.end() - bar.start()));
      double x = rounded(Math.min(percent(bar.start()), 100 - width));
      html.markup("<rect x='" + x + "%' width='" + width + "%' " + box + paint(bar.kind()) + ">")
          .element("title", bar.title())
          .markup("</rect>");
    }
  }

  /** Only what the drawing has. */
  private void legend() {
    html.open("ul", "class", "legend");
    for (Kind kind : Kind.values()) {
      if (line.rows().stream()
          .anyMatch(row -> row.bars().stream().anyMatch(bar -> bar.kind() == kind))) {
        html.open("li")
            .markup("<svg width='18' height='10' aria-hidden='true'>")
            .markup("<rect width='18' height='10' rx='2'" + paint(kind) + "/></svg> ")
            .text(kind.words())
            .close();
      }
    }
    html.close();
  }

  private String paint(Kind kind) {
    return switch (kind) {
      case BUILT -> " fill='#0d9488'";
      case FAILED -> " fill='url(#" + hatch + ")' stroke='#dc2626'";
      case UNFINISHED -> " fill='none' stroke='#888' stroke-dasharray='4 3'";
      case PUSHED -> " fill='#6366f1'";
    };
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
