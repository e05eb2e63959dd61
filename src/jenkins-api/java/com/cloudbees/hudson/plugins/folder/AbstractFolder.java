package com.cloudbees.hudson.plugins.folder;

import hudson.model.AbstractItem;
import hudson.model.ItemGroup;
import hudson.model.TopLevelItem;
import hudson.util.DescribableList;
import java.io.IOException;
import java.util.Collection;
import java.util.function.Predicate;

public abstract class AbstractFolder<I extends TopLevelItem> extends AbstractItem
    implements TopLevelItem, ItemGroup<I> {
  protected AbstractFolder(ItemGroup parent, String name) {
    super((ItemGroup) null, (String) null);
  }

  public void addProperty(AbstractFolderProperty p) throws IOException {
    throw new UnsupportedOperationException();
  }

  public Collection<I> getItems() {
    throw new UnsupportedOperationException();
  }

  public Collection<I> getItems(Predicate<I> pred) {
    throw new UnsupportedOperationException();
  }

  public DescribableList<AbstractFolderProperty<?>, AbstractFolderPropertyDescriptor>
      getProperties() {
    throw new UnsupportedOperationException();
  }
}
