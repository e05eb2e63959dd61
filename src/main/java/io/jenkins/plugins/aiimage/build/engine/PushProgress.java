package io.jenkins.plugins.aiimage.build.engine;

/**
 * How far a push has come. Bytes are those of the layers as the engine counts them: unpacked.
 *
 * @param sent so far, of the layers that have to be sent
 * @param total of those of them that have begun to be sent; 0 if that is not known
 * @param layersDone that are in the registry now
 * @param layers that are known
 */
public record PushProgress(long sent, long total, int layersDone, int layers) {}
