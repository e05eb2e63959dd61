package io.jenkins.plugins.aiimage.build;

import java.util.List;

/** Names in what pip says it fetches. */
final class Requirement {
  private static final List<String> ARCHIVES = List.of(".tar.gz", ".tar.bz2", ".zip", ".tgz");
  private static final String METADATA = ".metadata";
  private static final String WHEEL = ".whl";

  private Requirement() {}

  /** {@code torch} of {@code torch[cuda]>=2.3}; of an address its file. */
  static String name(String requirement) {
    if (requirement.contains("://")) {
      return file(requirement);
    }
    int end = 0;
    while (end < requirement.length() && "=<>!~;[(@,".indexOf(requirement.charAt(end)) < 0) {
      end++;
    }
    return requirement.substring(0, end);
  }

  /**
   * {@code torch 2.3.0} of {@code https://host/torch-2.3.0-cp311-cp311-linux_x86_64.whl}; a name
   * that is no package's as it is.
   */
  static String file(String address) {
    String file = address.substring(address.lastIndexOf('/') + 1);
    int query = file.indexOf('?') < 0 ? file.indexOf('#') : file.indexOf('?');
    String plain = query < 0 ? file : file.substring(0, query);
    String archive =
        plain.endsWith(METADATA) ? plain.substring(0, plain.length() - METADATA.length()) : plain;
    if (archive.endsWith(WHEEL)) {
      String[] parts = archive.split("-", 3);
      return parts.length == 3 ? parts[0] + " " + parts[1] : archive;
    }
    for (String ending : ARCHIVES) {
      if (archive.endsWith(ending)) {
        return spaced(archive.substring(0, archive.length() - ending.length()));
      }
    }
    return address;
  }

  private static String spaced(String named) {
    int hyphen = versionAt(named);
    return hyphen < 0 ? named : named.substring(0, hyphen) + " " + named.substring(hyphen + 1);
  }

  /**
   * Where the hyphen is between a name and a version: the last one before a digit, because names
   * have hyphens and a version that pip prints has none (PEP 440). Less than 0 if there is none.
   */
  static int versionAt(String named) {
    for (int at = named.length() - 2; at > 0; at--) {
      if (named.charAt(at) == '-' && Character.isDigit(named.charAt(at + 1))) {
        return at;
      }
    }
    return -1;
  }
}
