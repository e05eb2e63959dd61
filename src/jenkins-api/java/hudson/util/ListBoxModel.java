package hudson.util;

import java.util.ArrayList;

public class ListBoxModel extends ArrayList<ListBoxModel.Option> {
  public static final class Option {
    private Option() {}
  }

  public ListBoxModel() {
    throw new UnsupportedOperationException();
  }

  public ListBoxModel add(String nameAndValue) {
    throw new UnsupportedOperationException();
  }
}
