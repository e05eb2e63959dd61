package hudson.views;

import hudson.model.Describable;

public abstract class ListViewColumn implements Describable<ListViewColumn> {
  public ListViewColumn() {}
}
