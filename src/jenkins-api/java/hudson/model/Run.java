package hudson.model;

import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;

public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>>
    extends Actionable implements Comparable<RunT> {
  private Run() {}

  public void addAction(Action a) {
    throw new UnsupportedOperationException();
  }

  public boolean isBuilding() {
    throw new UnsupportedOperationException();
  }

  public int getNumber() {
    throw new UnsupportedOperationException();
  }

  public RunT getPreviousBuild() {
    throw new UnsupportedOperationException();
  }

  public JobT getParent() {
    throw new UnsupportedOperationException();
  }

  public String getFullDisplayName() {
    throw new UnsupportedOperationException();
  }

  public String getUrl() {
    throw new UnsupportedOperationException();
  }

  public void save() throws IOException {
    throw new UnsupportedOperationException();
  }

  public String getExternalizableId() {
    throw new UnsupportedOperationException();
  }

  public static Run<?, ?> fromExternalizableId(String id)
      throws IllegalArgumentException, AccessDeniedException {
    throw new UnsupportedOperationException();
  }
}
