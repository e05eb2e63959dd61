package hudson;

import java.util.Map;
import java.util.TreeMap;

public class EnvVars extends TreeMap<String, String> {
  public EnvVars() {}

  public EnvVars(Map<String, String> m) {}

  public EnvVars(EnvVars m) {}

  public EnvVars(String... keyValuePairs) {}

  public void override(String key, String value) {
    throw new UnsupportedOperationException();
  }

  public EnvVars overrideAll(Map<String, String> all) {
    throw new UnsupportedOperationException();
  }

  public EnvVars overrideExpandingAll(Map<String, String> all) {
    throw new UnsupportedOperationException();
  }

  public String get(String key, String defaultValue) {
    throw new UnsupportedOperationException();
  }

  public void addLine(String line) {
    throw new UnsupportedOperationException();
  }

  public String expand(String s) {
    throw new UnsupportedOperationException();
  }
}
