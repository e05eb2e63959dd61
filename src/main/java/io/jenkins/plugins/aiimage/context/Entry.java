package io.jenkins.plugins.aiimage.context;

/**
 * What counts of one entry besides its content.
 *
 * @param path as the instruction sees it, relative to the context, as {@link FileName#bytes}
 * @param mode permission bits with setuid, setgid and sticky; of a special file also its type
 * @param size in bytes, of files and link targets
 */
record Entry(String path, Kind kind, int mode, long size) {
  enum Kind {
    FILE,
    DIRECTORY,
    LINK,
    SPECIAL
  }
}
