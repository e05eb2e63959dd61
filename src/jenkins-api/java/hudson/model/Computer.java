package hudson.model;

import java.util.concurrent.ExecutorService;

public abstract class Computer {
  private Computer() {}

  public static final ExecutorService threadPoolForRemoting = null;

  public String getName() {
    throw new UnsupportedOperationException();
  }
}
