package io.jenkins.plugins.aiimage.report.html;

import java.util.List;

/** A table with a head and a heading to each row; where it is too wide it scrolls by itself. */
final class Table {
  private final Html html;

  Table(Html html, String name, String... columns) {
    this(html, "scroll", name, List.of(columns));
  }

  private Table(Html html, String style, String name, List<String> columns) {
    this.html = html;
    html.open("div", "class", style, "role", "region", "tabindex", "0", "aria-label", name);
    html.open("table", "aria-label", name).open("thead").open("tr");
    for (String column : columns) {
      html.open("th", "scope", "col").brief(column, Html.NAME).close();
    }
    html.close().close().open("tbody");
  }

  /** One with more columns than a narrow screen shows at once. */
  static Table wide(Html html, String name, List<String> columns) {
    return new Table(html, "scroll wide", name, columns);
  }

  void row(String name) {
    html.open("tr").open("th", "scope", "row").brief(name, Html.NAME).close();
  }

  /** A row whose heading leads to another place. */
  void rowTo(String link, String name) {
    html.open("tr").open("th", "scope", "row").open("a", "href", link).brief(name, Html.NAME);
    html.close().close();
  }

  Html openCell() {
    return html.open("td");
  }

  /** One of our own words, which are too short to be broken. */
  void word(String text) {
    html.element("td", text, "class", "word");
  }

  void number(String text) {
    html.element("td", text, "class", "number");
  }

  void endRow() {
    html.close();
  }

  void end() {
    html.close().close().close();
  }
}
