package io.jenkins.plugins.aiimage.report.html;

/**
 * Leads from a run to something about it.
 *
 * @param name of what is there, in the reader's language
 * @param href never a word of a run; empty where the reader may not go
 */
public record Link(String name, String text, String href) {}
