package io.jenkins.plugins.aiimage.preset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;

/**
 * A recipe that comes with the program.
 *
 * @param description one sentence without its end
 * @param files paths in its folder, with slashes; {@link #DOCKERFILE} is among them
 * @param defaults of parameters, by their names, where nobody gives others
 */
public record Preset(
    String name, String description, List<String> files, Map<String, List<String>> defaults) {
  public static final String DOCKERFILE = "Dockerfile";

  public Preset {
    files = List.copyOf(files);
    defaults = Map.copyOf(defaults);
  }

  /** What is in one of its files. */
  public byte[] content(String file) throws IOException {
    String path = name + "/" + file;
    try (InputStream in = Preset.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new NoSuchFileException(path);
      }
      return in.readAllBytes();
    }
  }
}
