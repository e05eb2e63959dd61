package com.cloudbees.hudson.plugins.folder;

import hudson.model.Descriptor;

public abstract class AbstractFolderPropertyDescriptor
    extends Descriptor<AbstractFolderProperty<?>> {
  public boolean isApplicable(Class<? extends AbstractFolder> containerType) {
    throw new UnsupportedOperationException();
  }
}
