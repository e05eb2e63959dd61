package hudson;

import hudson.model.ModelObject;
import java.net.URL;

public class PluginWrapper implements Comparable<PluginWrapper>, ModelObject {
  public final ClassLoader classLoader = null;

  public final URL baseResourceURL = null;

  private PluginWrapper() {}

  public String getDisplayName() {
    throw new UnsupportedOperationException();
  }

  public String getShortName() {
    throw new UnsupportedOperationException();
  }

  public String getUrl() {
    throw new UnsupportedOperationException();
  }

  public String getVersion() {
    throw new UnsupportedOperationException();
  }

  public boolean isActive() {
    throw new UnsupportedOperationException();
  }

  public int compareTo(PluginWrapper pw) {
    throw new UnsupportedOperationException();
  }
}
