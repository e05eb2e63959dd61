package io.jenkins.plugins.aiimage.report;

import java.util.Optional;

/**
 * What an image is made by.
 *
 * @param preset name of the preset that it is; empty if it is none
 * @param until the phase after which the run was to stop; empty if it was to make the whole image
 * @param key content key of the image; empty if the run ended before it was known
 * @param platform empty likewise
 * @param inputs what the key was computed from, if the run came that far
 */
public record RecipeReport(
    Optional<String> preset,
    Optional<String> until,
    String key,
    String platform,
    Optional<Inputs> inputs) {}
