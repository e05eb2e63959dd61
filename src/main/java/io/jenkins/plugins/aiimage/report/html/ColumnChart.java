package io.jenkins.plugins.aiimage.report.html;

import java.util.List;

/** Draws a column for each run, as wide as its place: across percentages, upright pixels. */
record ColumnChart(Html html, Words words) {
  /** With fewer runs columns would be as wide as a hand. */
  private static final int FEWEST_PLACES = 16;

  /** Percent at the left, for what is written at the lines. */
  private static final double MARGIN = 14;

  private static final int ABOVE = 14;
  private static final int LOWEST = 2;

  /** A part of a column; the parts of one stand on each other in their order. */
  record Part(Paint paint, double value) {}

  /**
   * A column.
   *
   * @param title what it shows, in words
   */
  record Column(String title, List<Part> parts) {
    Column {
      parts = List.copyOf(parts);
    }
  }

  void draw(String name, List<Column> columns, Scale scale, int height) {
    html.open(
        "svg",
        "width",
        "100%",
        "height",
        "" + (ABOVE + height + 1),
        "role",
        "img",
        "aria-label",
        words.of("chart.label", name));
    html.markup("<g font-family='system-ui, sans-serif' fill='currentColor'>");
    double place = (100 - MARGIN) / Math.max(FEWEST_PLACES, columns.size());
    for (int i = 0; i < columns.size(); i++) {
      draw(columns.get(i), MARGIN + i * place, place * 0.82, scale, height);
    }
    line(ABOVE + height + 0.5);
    for (Scale.Line line : scale.lines()) {
      double y = rounded(ABOVE + height * (1 - scale.part(line.value())));
      line(y);
      html.markup("<text font-size='11' x='0' y='" + (y - 3) + "'>")
          .text(line.label())
          .markup("</text>");
    }
    html.markup("</g>").close();
  }

  private void line(double y) {
    html.markup("<line class='grid' x2='100%' y1='" + y + "' y2='" + y + "'")
        .markup(" stroke='#888' stroke-opacity='.35'/>");
  }

  private void draw(Column column, double x, double width, Scale scale, int height) {
    html.markup("<g>").element("title", column.title());
    double bottom = ABOVE + height;
    for (Part part : column.parts()) {
      double tall = Math.max(LOWEST, height * scale.part(part.value()));
      // What is too low to be seen is drawn a little taller; it must not leave the drawing.
      double top = Math.max(0, bottom - tall);
      html.markup("<rect x='" + rounded(x) + "%' width='" + rounded(width) + "%'")
          .markup(" y='" + rounded(top) + "' height='" + rounded(bottom - top) + "'")
          .markup(part.paint().attributes() + "/>");
      bottom = top;
    }
    html.markup("</g>");
  }

  private static double rounded(double number) {
    return Math.round(number * 100) / 100.0;
  }
}
