package io.jenkins.plugins.aiimage.build.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that an engine keeps, for whoever tidies up. */
public sealed interface Stock permits DockerStock, PodmanStock, BuildahStock {
  /**
   * An image that has a name.
   *
   * @param id digest of its configuration, {@code sha256:…}
   * @param created empty where the engine says none
   * @param bytes its size, unpacked; layers that it shares are counted in full
   * @param names its names with their tags, as the engine spells them
   */
  record StoredImage(String id, Optional<Instant> created, long bytes, List<String> names) {
    public StoredImage {
      names = List.copyOf(names);
    }
  }

  /** The images that have a name. */
  List<StoredImage> images() throws EngineException;

  /** Ids of the images that a container uses, whether it runs or not. */
  Set<String> used() throws EngineException;

  /** Ids of the images that an index of several is made of, where those are images themselves. */
  Set<String> parts() throws EngineException;

  /**
   * Takes a name away, and with the last one the image. The engine itself refuses to part with an
   * image that a container uses, and keeps what other images are based on.
   *
   * @return empty if the name is gone, otherwise the engine's words
   */
  Optional<String> remove(String name) throws EngineException;
}
