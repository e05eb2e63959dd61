package io.jenkins.plugins.aiimage.tar;

/**
 * A file or folder of an archive.
 *
 * @param name as it stands there: it may be anything
 * @param size bytes of its content, never negative
 */
public record TarEntry(String name, boolean isFolder, long size) {}
