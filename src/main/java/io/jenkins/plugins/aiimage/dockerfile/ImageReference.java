package io.jenkins.plugins.aiimage.dockerfile;

/**
 * An image of a registry that the Dockerfile names.
 *
 * @param reference with variables expanded, such as {@code python:3.11-slim}
 * @param span where it is written
 */
public record ImageReference(String reference, Span span) {}
