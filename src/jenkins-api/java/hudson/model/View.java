package hudson.model;

import hudson.ExtensionPoint;
import hudson.security.AccessControlled;

public abstract class View extends AbstractModelObject
    implements AccessControlled, Describable<View>, ExtensionPoint, Saveable {
  protected View(String name) {}
}
