package io.jenkins.plugins.aiimage.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** The presets that there are. They are resources: of the program, and of a shared library. */
public final class Presets {
  /** What is taken where there is neither a preset named nor a Dockerfile. */
  public static final String USUAL = "ai-processor";

  private static final String INDEX = "presets.properties";
  private static final String PROPERTIES = "/preset.properties";
  private static final String DESCRIPTION = "description";

  private Presets() {}

  /** Their names in alphabetical order. */
  public static List<String> names() {
    return List.copyOf(new TreeSet<>(read(INDEX).stringPropertyNames()));
  }

  /** The preset of that name. */
  public static Optional<Preset> named(String name) {
    String files = read(INDEX).getProperty(name);
    if (files == null) {
      return Optional.empty();
    }
    Properties properties = read(name + PROPERTIES);
    String description = properties.getProperty(DESCRIPTION);
    properties.remove(DESCRIPTION);
    Map<String, List<String>> defaults = new HashMap<>();
    for (String parameter : properties.stringPropertyNames()) {
      // Several values stand in a line each.
      defaults.put(parameter, properties.getProperty(parameter).lines().toList());
    }
    return Optional.of(new Preset(name, description, List.of(files.split(" ", -1)), defaults));
  }

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (InputStream in = Presets.class.getResourceAsStream(resource);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
