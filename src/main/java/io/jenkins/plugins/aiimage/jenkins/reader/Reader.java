package io.jenkins.plugins.aiimage.jenkins.reader;

import io.jenkins.plugins.aiimage.report.html.Fragments;
import io.jenkins.plugins.aiimage.report.html.Words;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jvnet.localizer.LocaleProvider;

/** The person whose request is being answered. */
public final class Reader {
  private Reader() {}

  /**
   * Parts of pages as this person reads them.
   *
   * @param zone of the person's own settings, which only a view may ask for (it is {@code
   *     h.userTimeZone}); null for the controller's, as core's pages have it
   */
  public static Fragments fragments(String zone) {
    return new Fragments(Words.in(LocaleProvider.getLocale(), zone(zone)));
  }

  private static ZoneId zone(String name) {
    try {
      return name == null ? ZoneId.systemDefault() : ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneId.systemDefault();
    }
  }
}
