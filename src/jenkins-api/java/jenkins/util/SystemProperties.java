package jenkins.util;

import java.util.logging.Level;

public class SystemProperties {
  private SystemProperties() {}

  public static String getString(String key) {
    throw new UnsupportedOperationException();
  }

  public static String getString(String key, String def) {
    throw new UnsupportedOperationException();
  }

  public static String getString(String key, String def, Level logLevel) {
    throw new UnsupportedOperationException();
  }

  public static boolean getBoolean(String name) {
    throw new UnsupportedOperationException();
  }

  public static boolean getBoolean(String name, boolean def) {
    throw new UnsupportedOperationException();
  }

  public static Integer getInteger(String name) {
    throw new UnsupportedOperationException();
  }

  public static Integer getInteger(String name, Integer def) {
    throw new UnsupportedOperationException();
  }

  public static Integer getInteger(String name, Integer def, Level logLevel) {
    throw new UnsupportedOperationException();
  }

  public static Long getLong(String name) {
    throw new UnsupportedOperationException();
  }

  public static Long getLong(String name, Long def) {
    throw new UnsupportedOperationException();
  }

  public static Long getLong(String name, Long def, Level logLevel) {
    throw new UnsupportedOperationException();
  }
}
