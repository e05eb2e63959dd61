package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import jenkins.model.FullyNamed;
import jenkins.model.FullyNamedModelObject;

public interface Item extends PersistenceRoot, FullyNamedModelObject, FullyNamed, AccessControlled {
  PermissionGroup PERMISSIONS = null;

  Permission CREATE = null;

  Permission DELETE = null;

  Permission CONFIGURE = null;

  Permission READ = null;

  Permission DISCOVER = null;

  Permission EXTENDED_READ = null;

  Permission BUILD = null;

  Permission WORKSPACE = null;

  Permission CANCEL = null;

  ItemGroup<? extends Item> getParent();

  String getName();

  String getFullName();

  default String getRelativeNameFrom(ItemGroup g) {
    throw new UnsupportedOperationException();
  }

  default String getRelativeNameFrom(Item item) {
    throw new UnsupportedOperationException();
  }

  String getUrl();

  String getShortUrl();
}
