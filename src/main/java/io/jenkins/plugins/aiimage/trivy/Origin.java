package io.jenkins.plugins.aiimage.trivy;

/** Whence an artifact may come; as text, how a person would name it. */
sealed interface Origin permits Source, OciArchive {}
