package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.Optional;

/**
 * The image of a run that succeeded.
 *
 * @param digest of the manifest, or the image's id where there is no registry
 * @param reference what to run or pull: exactly this image, whatever its tags do later
 * @param published whether it is in a registry
 * @param saved what the cached phases took when they were built; empty if this machine does not
 *     know
 */
public record ImageResult(
    CacheResult cache,
    String digest,
    String reference,
    boolean published,
    Optional<Duration> saved) {}
