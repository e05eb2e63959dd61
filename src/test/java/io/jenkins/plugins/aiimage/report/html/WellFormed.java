package io.jenkins.plugins.aiimage.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds of every page and part of a page. */
final class WellFormed {
  private static final Set<String> VOID_ELEMENTS = Set.of("meta");
  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)([a-z][a-z0-9]*)((?: [a-z0-9-]+=(?:\"[^\"]*\"|'[^']*'))*)(/?)>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ID = Pattern.compile(" id=[\"']([^\"']*)[\"']");

  private WellFormed() {}

  /** Every "<" begins a known form of tag, the tags pair, and no id is there twice. */
  static void check(String page) {
    String body = page.substring(Math.max(0, page.indexOf("<html")));
    String markup = body.replaceFirst("(?s)<style>.*?</style>", "");
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(markup);
    for (int at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
      assertTrue(
          tag.region(at, markup.length()).lookingAt(),
          "no tag: " + Html.cut(markup.substring(at), 60));
      if (!tag.group(1).isEmpty()) {
        assertEquals(open.pop(), tag.group(2));
      } else if (tag.group(4).isEmpty() && !VOID_ELEMENTS.contains(tag.group(2))) {
        open.push(tag.group(2));
      }
    }
    assertTrue(open.isEmpty(), open::toString);
    Set<String> ids = new HashSet<>();
    Matcher id = ID.matcher(markup);
    while (id.find()) {
      assertTrue(ids.add(id.group(1)), id.group(1) + " is there twice");
    }
  }

  /** Nothing is run or fetched. */
  static void checkInert(String page) {
    for (String forbidden : List.of("<script", "<link", "<img", "<iframe", " style=", "@import")) {
      assertFalse(page.contains(forbidden), forbidden);
    }
    assertFalse(Pattern.compile("<[^>]* (on\\w+|src)=").matcher(page).find());
  }
}
