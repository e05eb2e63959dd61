package io.jenkins.plugins.aiimage.build.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What keeps images on this machine: a Docker engine, or the store of podman and buildah. */
public sealed interface Engine permits DockerEngine, StoreEngine {
  /**
   * An image in the engine's store.
   *
   * @param id digest of its configuration, {@code sha256:…}
   * @param bytes its size, unpacked
   * @param names its names with their tags, as the engine spells them
   * @param repositoryDigests the names with digest by which it was pulled or pushed
   */
  record LocalImage(String id, long bytes, List<String> names, List<String> repositoryDigests) {
    public LocalImage {
      names = List.copyOf(names);
      repositoryDigests = List.copyOf(repositoryDigests);
    }
  }

  /** For instance {@code 20.10.24+dfsg1}. */
  String version();

  /** What it is, as a person reads it: {@code Docker 20.10.24+dfsg1}. */
  String words();

  /** What it builds for when nothing else is asked: {@code linux/amd64}. */
  String platform();

  /** An image that the engine has, by name or id. */
  Optional<LocalImage> image(String reference) throws EngineException;

  /** Those of the names, written with their tag, that the engine has; by the name asked for. */
  Map<String, LocalImage> images(List<String> names) throws EngineException;

  /**
   * Points a name at an image.
   *
   * @throws EngineException if the engine has no such image
   */
  void tag(String image, String name) throws EngineException;

  /**
   * Sends an image to a registry. A Docker engine keeps the destination as a name of the image.
   *
   * @throws EngineException if the engine is gone, or has no such image
   */
  PushOutcome push(ImagePush push, PushListener listener) throws EngineException;

  /**
   * Fetches an image.
   *
   * @return an empty answer if it is there now, otherwise the engine's words
   */
  Optional<String> pull(String reference, Duration timeout) throws EngineException;

  /** Runs a command line in a fresh container of the image, and removes the container. */
  SmokeTest.Outcome smokeTest(String image, SmokeTest test) throws EngineException;

  /**
   * The folder where it keeps its images, if that is a folder of this machine. An engine behind a
   * network address keeps them elsewhere, whatever folder it names.
   */
  Optional<Path> dataRoot() throws EngineException;

  /**
   * What a program of an image that the engine has says, in a fresh container without a network.
   *
   * @param image by id or name
   * @param command the program and its arguments
   * @return empty if it is not there or fails
   */
  Optional<String> output(String image, Duration patience, String... command)
      throws EngineException;

  /** CPUs and memory of the machine that it runs on; 0 where it does not say. */
  Resources capacity() throws EngineException;

  /** All that it keeps, for whoever tidies up. */
  Stock stock();
}
