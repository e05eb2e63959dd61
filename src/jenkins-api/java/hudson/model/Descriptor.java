package hudson.model;

import hudson.security.Permission;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import jenkins.model.GlobalConfigurationCategory;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class Descriptor<T extends Describable<T>> implements Saveable {
  public final Class<? extends T> clazz = null;

  protected Descriptor(Class<? extends T> clazz) {}

  protected Descriptor() {}

  public String getDisplayName() {
    throw new UnsupportedOperationException();
  }

  public String getId() {
    throw new UnsupportedOperationException();
  }

  public Class<T> getT() {
    throw new UnsupportedOperationException();
  }

  public String getDescriptorUrl() {
    throw new UnsupportedOperationException();
  }

  public final String getDescriptorFullUrl() {
    throw new UnsupportedOperationException();
  }

  public void calcFillSettings(String field, Map<String, Object> attributes) {
    throw new UnsupportedOperationException();
  }

  public final String getJsonSafeClassName() {
    throw new UnsupportedOperationException();
  }

  public T newInstance(StaplerRequest2 req, JSONObject formData) throws FormException {
    throw new UnsupportedOperationException();
  }

  public String getHelpFile() {
    throw new UnsupportedOperationException();
  }

  public String getHelpFile(String fieldName) {
    throw new UnsupportedOperationException();
  }

  public final boolean isInstance(T instance) {
    throw new UnsupportedOperationException();
  }

  public final boolean isSubTypeOf(Class type) {
    throw new UnsupportedOperationException();
  }

  public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
    throw new UnsupportedOperationException();
  }

  public String getConfigPage() {
    throw new UnsupportedOperationException();
  }

  public String getGlobalConfigPage() {
    throw new UnsupportedOperationException();
  }

  public GlobalConfigurationCategory getCategory() {
    throw new UnsupportedOperationException();
  }

  public Permission getRequiredGlobalConfigPagePermission() {
    throw new UnsupportedOperationException();
  }

  public void save() {
    throw new UnsupportedOperationException();
  }

  public void load() {
    throw new UnsupportedOperationException();
  }

  public void doHelp(StaplerRequest2 req, StaplerResponse2 rsp)
      throws IOException, ServletException {
    throw new UnsupportedOperationException();
  }

  public static final class FormException extends Exception implements HttpResponse {
    public FormException(String message, String formField) {}

    public FormException(String message, Throwable cause, String formField) {}

    public FormException(Throwable cause, String formField) {}

    public String getFormField() {
      throw new UnsupportedOperationException();
    }
  }
}
