package org.jenkinsci.plugins.workflow;

import hudson.FilePath;

public class FilePathUtils {
  private FilePathUtils() {}

  public static String getNodeName(FilePath f) throws IllegalStateException {
    throw new UnsupportedOperationException();
  }

  public static FilePath find(String node, String path) {
    throw new UnsupportedOperationException();
  }
}
