package io.jenkins.plugins.aiimage.build.failure;

/** What a line of output means for a diagnosis. */
sealed interface Meaning permits Evidence, Mark {}
