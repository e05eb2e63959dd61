package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;

public interface Item extends AccessControlled {
  Permission CONFIGURE = null;

  String getName();

  ItemGroup<? extends Item> getParent();
}
