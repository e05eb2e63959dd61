package io.jenkins.plugins.aiimage.dockerfile;

/**
 * Another value for an ARG, to try when the package index in it fails.
 *
 * @param argument name of the ARG
 * @param value its other value
 */
public record Fallback(String argument, String value) {}
