package com.cloudbees.hudson.plugins.folder;

import hudson.model.ReconfigurableDescribable;

public abstract class AbstractFolderProperty<C extends AbstractFolder<?>>
    implements ReconfigurableDescribable<AbstractFolderProperty<?>> {}
