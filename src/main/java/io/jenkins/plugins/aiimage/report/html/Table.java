package io.jenkins.plugins.aiimage.report.html;

import java.util.List;
import java.util.Optional;

/** A table with a head and a heading to each row; where it is too wide it scrolls by itself. */
final class Table {
  private final Html html;

  Table(Html html, String name, String... columns) {
    this(html, "scroll", name, Optional.empty(), List.of(columns));
  }

  private Table(
      Html html, String style, String name, Optional<String> caption, List<String> columns) {
    this.html = html;
    html.open("div", "class", style, "role", "region", "tabindex", "0", "aria-label", name);
    html.open("table", "aria-label", name);
    caption.ifPresent(text -> html.element("caption", text));
    html.open("thead").open("tr");
    for (String column : columns) {
      html.open("th", "scope", "col").brief(column, Html.NAME).close();
    }
    html.close().close().open("tbody");
  }

  /** One of a class of its own. */
  static Table styled(Html html, String style, String name, List<String> columns) {
    return new Table(html, style, name, Optional.empty(), columns);
  }

  /** One with more columns than a narrow screen shows at once. */
  static Table wide(Html html, String name, List<String> columns) {
    return new Table(html, "scroll wide", name, Optional.empty(), columns);
  }

  /** One that says in a sentence what its figures are. */
  static Table captioned(Html html, String name, String caption, List<String> columns) {
    return new Table(html, "scroll", name, Optional.of(caption), columns);
  }

  void row(String name) {
    html.open("tr").open("th", "scope", "row").brief(name, Html.NAME).close();
  }

  /** A row whose heading leads to another place. */
  void rowTo(String link, String name) {
    row(Optional.of(link), name, Optional.empty());
  }

  /** A row whose heading may lead to another place, and may have a second line. */
  void row(Optional<String> link, String name, Optional<String> second) {
    html.open("tr").open("th", "scope", "row");
    link.ifPresent(address -> html.open("a", "href", address));
    html.brief(name, Html.NAME);
    link.ifPresent(address -> html.close());
    under(second);
    html.close();
  }

  /** A second line of the open cell. */
  void under(Optional<String> text) {
    text.ifPresent(line -> html.open("div", "class", "under").brief(line, Html.REFERENCE).close());
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

  /** A number that may lead to another place. */
  void number(Optional<String> link, String text) {
    html.open("td", "class", "number");
    link.ifPresentOrElse(
        address -> html.element("a", text, "href", address), () -> html.text(text));
    html.close();
  }

  void endRow() {
    html.close();
  }

  void end() {
    html.close().close().close();
  }
}
