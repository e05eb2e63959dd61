package com.cloudbees.hudson.plugins.folder;

import hudson.model.AbstractItem;
import hudson.model.TopLevelItem;
import hudson.util.DescribableList;

public abstract class AbstractFolder<I extends TopLevelItem> extends AbstractItem {
  private AbstractFolder() {
    super(null, null);
  }

  public DescribableList<AbstractFolderProperty<?>, AbstractFolderPropertyDescriptor>
      getProperties() {
    throw new UnsupportedOperationException();
  }
}
