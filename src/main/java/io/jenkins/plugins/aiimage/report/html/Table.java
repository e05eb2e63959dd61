package io.jenkins.plugins.aiimage.report.html;

/** A table with a head and a heading to each row; where it is too wide it scrolls by itself. */
final class Table {
  private final Html html;

  Table(Html html, String name, String... columns) {
    this.html = html;
    html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", name);
    html.open("table", "aria-label", name).open("thead").open("tr");
    for (String column : columns) {
      html.element("th", column, "scope", "col");
    }
    html.close().close().open("tbody");
  }

  void row(String name) {
    html.open("tr").open("th", "scope", "row").brief(name, Html.NAME).close();
  }

  /** A row whose heading leads to another place of the page. */
  void rowTo(String anchor, String name) {
    html.open("tr").open("th", "scope", "row").element("a", name, "href", "#" + anchor).close();
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
