package hudson.model;

import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.IOException;
import org.kohsuke.stapler.StaplerProxy;

public abstract class AbstractItem extends Actionable
    implements Item, AccessControlled, StaplerProxy {
  protected AbstractItem(ItemGroup parent, String name) {}

  public String getName() {
    throw new UnsupportedOperationException();
  }

  public String getDisplayName() {
    throw new UnsupportedOperationException();
  }

  public ItemGroup getParent() {
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

  public ACL getACL() {
    throw new UnsupportedOperationException();
  }

  public void save() throws IOException {
    throw new UnsupportedOperationException();
  }
}
