package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.util.concurrent.ExecutorService;

public abstract class Computer implements AccessControlled {
  public static final Permission CONNECT = null;

  private Computer() {}

  public static final ExecutorService threadPoolForRemoting = null;

  public String getName() {
    throw new UnsupportedOperationException();
  }
}
