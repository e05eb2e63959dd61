package hudson.model;

import java.io.File;

public abstract class AbstractItem extends Actionable implements Item {
  protected AbstractItem(ItemGroup parent, String name) {}

  public File getRootDir() {
    throw new UnsupportedOperationException();
  }

  public final String getFullName() {
    throw new UnsupportedOperationException();
  }

  public final String getFullDisplayName() {
    throw new UnsupportedOperationException();
  }

  public final String getUrl() {
    throw new UnsupportedOperationException();
  }
}
