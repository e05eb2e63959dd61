package hudson.security;

import org.jvnet.localizer.Localizable;

public final class Permission {
  public final PermissionGroup group = null;

  public final String name = null;

  public final Localizable description = null;

  public final Permission impliedBy = null;

  public boolean enabled;

  public static final Permission READ = null;

  public static final Permission WRITE = null;

  public static final Permission CREATE = null;

  public static final Permission UPDATE = null;

  public static final Permission DELETE = null;

  public static final Permission CONFIGURE = null;

  public Permission(
      PermissionGroup group,
      String name,
      Localizable description,
      Permission impliedBy,
      boolean enable,
      PermissionScope[] scopes)
      throws IllegalStateException {}

  public Permission(
      PermissionGroup group,
      String name,
      Localizable description,
      Permission impliedBy,
      PermissionScope scope) {}

  public Permission(
      PermissionGroup group,
      String name,
      Localizable description,
      Permission impliedBy,
      boolean enable) {}

  public Permission(
      PermissionGroup group, String name, Localizable description, Permission impliedBy) {}

  public Permission(PermissionGroup group, String name, Permission impliedBy) {}

  public String getId() {
    throw new UnsupportedOperationException();
  }

  public static Permission fromId(String id) {
    throw new UnsupportedOperationException();
  }

  public void setEnabled(boolean enable) {
    throw new UnsupportedOperationException();
  }
}
