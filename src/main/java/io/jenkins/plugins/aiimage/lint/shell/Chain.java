package io.jenkins.plugins.aiimage.lint.shell;

import java.util.List;

/**
 * Commands joined by {@code &&}, {@code ||} and pipes; never empty.
 *
 * @param end what ends it: a semicolon, an ampersand, a line end; empty at the end of the script or
 *     group
 */
public record Chain(List<Link> links, String end) {
  /**
   * A member.
   *
   * @param before the operator before it; empty for the first
   */
  public record Link(String before, Element element) {}

  public Chain {
    links = List.copyOf(links);
  }

  public Link last() {
    return links.get(links.size() - 1);
  }
}
