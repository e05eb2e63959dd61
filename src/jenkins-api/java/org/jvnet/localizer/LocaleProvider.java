package org.jvnet.localizer;

import java.util.Locale;

public abstract class LocaleProvider {
  public static Locale getLocale() {
    throw new UnsupportedOperationException();
  }
}
