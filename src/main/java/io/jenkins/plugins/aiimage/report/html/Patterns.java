package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.html.TimeLine.Kind;

/**
 * How bars are painted: what is not well has a pattern as well as a colour, for those who do not
 * tell colours apart and for prints.
 *
 * @param id of the drawing on its page
 */
record Patterns(Html html, String id) {
  /** To be written once, inside the drawing. */
  void define() {
    pattern("failed", "rotate(45)", "#dc2626");
    pattern("stalled", "rotate(90)", "#d97706");
  }

  private void pattern(String name, String transform, String colour) {
    html.markup("<pattern id='").text(name + "-" + id);
    html.markup("' width='6' height='6' patternTransform='" + transform + "'")
        .markup(" patternUnits='userSpaceOnUse'>")
        .markup("<rect class='" + name + "' width='6' height='6' fill='" + colour + "'/>")
        .markup("<rect class='gap' width='2' height='6' fill='#fff' fill-opacity='.6'/></pattern>");
  }

  /** Attributes of a bar. */
  String paint(Kind kind) {
    return switch (kind) {
      case BUILT -> " class='built' fill='#0d9488'";
      case FAILED -> " class='hatched failed' fill='url(#failed-" + id + ")' stroke='#dc2626'";
      case STALLED -> " class='hatched stalled' fill='url(#stalled-" + id + ")' stroke='#d97706'";
      case PAUSE -> " class='pause' fill='none' stroke='#888' stroke-dasharray='1 3'";
      case WAITED -> " class='waited' fill='#64748b'";
      case UNFINISHED -> " class='unfinished' fill='none' stroke='#888' stroke-dasharray='4 3'";
      case PUSHED -> " class='pushed' fill='#6366f1'";
    };
  }
}
