package io.jenkins.plugins.aiimage.smoke;

import io.jenkins.plugins.aiimage.build.engine.Engines;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.smoke.SmokeRequest.NamedTest;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes a request out of parameters by name, and refuses in one sentence what cannot be right. */
public final class SmokeReader {
  private static final Pattern MODULE = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
  private static final Pattern NETWORK = Pattern.compile("[\\w][\\w.:-]*");
  private static final String ENGINES_OWN = "default";

  private final Values values;

  /**
   * A reader of one set of parameters.
   *
   * @param values by parameter name; a switch that is set has no values
   * @param naming how whoever gave the parameters calls them
   */
  public SmokeReader(Map<String, List<String>> values, Function<Parameter, String> naming) {
    this.values =
        new Values(values, Parameters.joined(Parameters.SMOKE, Parameters.CALLER), naming);
  }

  /** The request; nothing was started. */
  public SmokeRequest read() throws UseCaseException {
    Optional<String> maxSize = values.one("maxSize");
    Optional<Long> maxBytes =
        maxSize.isPresent()
            ? Optional.of(values.bytes("maxSize", maxSize.get()))
            : Optional.empty();
    List<NamedTest> tests = tests();
    String image = image();
    if (tests.isEmpty() && maxBytes.isEmpty()) {
      throw values.wrong(
          "commands",
          "there is nothing to test; name a command, a module by "
              + values.called("imports")
              + " or a size by "
              + values.called("maxSize"));
    }
    return new SmokeRequest(
        image,
        tests,
        maxBytes,
        values.duration("timeout", values.one("timeout").orElse("5m")),
        network(),
        builder());
  }

  private String image() throws UseCaseException {
    Optional<String> image = values.one("image").map(String::strip);
    if (image.isEmpty()) {
      throw values.wrong("image", "name the image to test, as the engine knows it");
    }
    String name = image.get();
    if (name.startsWith("-") || name.chars().anyMatch(c -> c <= ' ')) {
      throw values.wrong("image", "\"" + name + "\" is no name of an image");
    }
    return name;
  }

  /** Imports first: they fail soonest. */
  private List<NamedTest> tests() throws UseCaseException {
    List<NamedTest> tests = new ArrayList<>();
    for (String module : values.all("imports")) {
      if (!MODULE.matcher(module).matches()) {
        throw values.wrong("imports", "\"" + module + "\" is no name of a Python module");
      }
      // Images of Debian's packages have python3 alone.
      tests.add(
          new NamedTest(
              "import " + module,
              "p=python; command -v python >/dev/null 2>&1 || p=python3; exec $p -c 'import "
                  + module
                  + "'"));
    }
    for (String command : values.all("commands")) {
      if (command.isBlank()) {
        throw values.wrong("commands", "a command is empty");
      }
      tests.add(new NamedTest(command, command));
    }
    return tests;
  }

  private Optional<String> network() throws UseCaseException {
    String network = values.one("network").orElse("none");
    if (!NETWORK.matcher(network).matches()) {
      throw values.wrong("network", "\"" + network + "\" is no name of a network");
    }
    return network.equals(ENGINES_OWN) ? Optional.empty() : Optional.of(network);
  }

  private String builder() throws UseCaseException {
    String builder = values.one("builder").orElse("auto");
    if (!Engines.BUILDERS.contains(builder)) {
      throw values.wrong(
          "builder",
          "\"" + builder + "\" is not known: choose one of " + String.join(", ", Engines.BUILDERS));
    }
    return builder;
  }
}
