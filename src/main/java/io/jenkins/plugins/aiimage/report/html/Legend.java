package io.jenkins.plugins.aiimage.report.html;

/** What the colours of a drawing mean. */
record Legend(Html html) {
  Legend open() {
    html.open("ul", "class", "legend");
    return this;
  }

  /**
   * One of them.
   *
   * @param height of the sample, up to ten pixels
   */
  Legend item(String attributes, int height, String meaning) {
    html.open("li")
        .markup("<svg width='18' height='10' aria-hidden='true'>")
        .markup("<rect y='" + (10 - height) + "' width='18' height='" + height + "' rx='2'")
        .markup(attributes + "/></svg> ")
        .brief(meaning, Html.NAME)
        .close();
    return this;
  }

  void close() {
    html.close();
  }
}
