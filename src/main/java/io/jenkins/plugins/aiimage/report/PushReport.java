package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.Optional;

/**
 * An image's way to the registry.
 *
 * @param digest of the manifest that arrived, if the engine told it
 * @param sentBytes of the layers that were sent, unpacked, if the engine counted
 * @param layersSent how many were sent, if the engine told it
 * @param layersThere how many the registry had, if the engine told it
 * @param error empty if it arrived
 */
public record PushReport(
    String subject,
    String reference,
    Duration start,
    Duration duration,
    Optional<String> digest,
    Optional<Long> sentBytes,
    Optional<Integer> layersSent,
    Optional<Integer> layersThere,
    Optional<String> error) {}
