package hudson.model;

import hudson.FilePath;
import hudson.security.AccessControlled;

public abstract class Node implements AccessControlled {
  public abstract FilePath getRootPath();
}
