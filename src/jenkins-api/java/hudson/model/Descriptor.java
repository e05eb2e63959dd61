package hudson.model;

import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class Descriptor<T extends Describable<T>> {
  protected Descriptor() {}

  public String getDisplayName() {
    throw new UnsupportedOperationException();
  }

  public T newInstance(StaplerRequest2 req, JSONObject formData) throws FormException {
    throw new UnsupportedOperationException();
  }

  public void save() {
    throw new UnsupportedOperationException();
  }

  public void load() {
    throw new UnsupportedOperationException();
  }

  public static final class FormException extends Exception {
    private FormException() {}
  }
}
