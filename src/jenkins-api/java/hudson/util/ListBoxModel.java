package hudson.util;

import hudson.model.ModelObject;
import java.util.ArrayList;
import java.util.Collection;
import org.kohsuke.stapler.HttpResponse;

public class ListBoxModel extends ArrayList<ListBoxModel.Option> implements HttpResponse {
  public ListBoxModel(int initialCapacity) {}

  public ListBoxModel() {}

  public ListBoxModel(Collection<Option> c) {}

  public ListBoxModel(Option... data) {}

  public void add(String displayName, String value) {
    throw new UnsupportedOperationException();
  }

  public void add(ModelObject usedForDisplayName, String value) {
    throw new UnsupportedOperationException();
  }

  public ListBoxModel add(String nameAndValue) {
    throw new UnsupportedOperationException();
  }

  public static final class Option {
    public String name;

    public String value;

    public boolean selected;

    public Option(String name, String value) {}

    public Option(String name) {}

    public Option(String name, String value, boolean selected) {}
  }
}
