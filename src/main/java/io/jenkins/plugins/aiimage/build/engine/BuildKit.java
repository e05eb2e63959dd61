package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * BuildKit behind {@code docker build}.
 *
 * @param asPlugin true for clients since Docker 23, where it is the buildx plug-in
 */
record BuildKit(DockerEngine engine, boolean asPlugin) implements Builder {
  private static final String OWN =
      "(?:exporting|extracting|writing image|unpacking|sending tarball)";
  private static final Pattern STEP = Pattern.compile("#(\\d+) \\[[^\\]]*\\d+/\\d+\\] (.*)");
  private static final Pattern OWN_WORK = Pattern.compile("#(\\d+) (" + OWN + ".*)");
  private static final Pattern OWN_WORK_TEXT = Pattern.compile(OWN);
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Pattern NUMBER = Pattern.compile("#(\\d+) ");

  @Override
  public String name() {
    return "buildkit";
  }

  @Override
  public Command command(PhaseBuild phase, Path folder, Path imageIdFile) throws IOException {
    Path dockerfile = Files.writeString(folder.resolve("Dockerfile"), phase.dockerfile());
    if (phase.ignoreFile().isPresent()) {
      // BuildKit takes <Dockerfile>.dockerignore before that of the context.
      Files.writeString(folder.resolve("Dockerfile.dockerignore"), phase.ignoreFile().get());
    }
    List<String> words = new ArrayList<>(List.of("build", "--progress=plain"));
    if (asPlugin) {
      words.add("--load"); // a builder in a container of its own would keep the result
    }
    words.addAll(DockerArguments.of(phase, dockerfile, imageIdFile));
    phase
        .options()
        .secrets()
        .forEach((id, file) -> words.add("--secret=" + quoted("id=" + id, "src=" + file)));
    words.add("--");
    words.add(phase.context().toString());
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("DOCKER_BUILDKIT", "1");
    // An attestation would turn the image into an index with a digest of its own.
    environment.put("BUILDX_NO_DEFAULT_ATTESTATIONS", "1");
    return engine.client().command(words, environment);
  }

  /** The option is one line of CSV: a comma in a path needs quotes, a quote is doubled. */
  private static String quoted(String... fields) {
    List<String> line = new ArrayList<>();
    for (String field : fields) {
      line.add('"' + field.replace("\"", "\"\"") + '"');
    }
    return String.join(",", line);
  }

  /** Takes {@code #6 16.68 } off; under each step's name its digest stands in a line of its own. */
  /** Its client takes the options of the classic builder and drops them. */
  @Override
  public boolean isLimiting() {
    return false;
  }

  @Override
  public String readable(String line) {
    if (!line.startsWith("#")) {
      return line;
    }
    int at = skipDigits(line, 1);
    if (at == 1 || at >= line.length() || line.charAt(at) != ' ') {
      return line;
    }
    int text = at + 1;
    int fraction = skipDigits(line, text);
    if (fraction > text && fraction < line.length() && line.charAt(fraction) == '.') {
      int end = skipDigits(line, fraction + 1);
      if (end < line.length() && line.charAt(end) == ' ') {
        text = end + 1;
      }
    }
    return DIGEST.matcher(line).region(text, line.length()).matches() ? "" : line.substring(text);
  }

  @Override
  public BuildTrace follow(BuildTrace before, String line) {
    Matcher named = STEP.matcher(line);
    if (named.matches()) {
      return before.announced(named.group(1), named.group(2));
    }
    Matcher own = OWN_WORK.matcher(line);
    if (own.matches()) {
      return before.announced(own.group(1), own.group(2));
    }
    Matcher numbered = NUMBER.matcher(line);
    return numbered.lookingAt() ? before.at(numbered.group(1)) : before;
  }

  @Override
  public Optional<String> silentWork(BuildTrace trace, ProcessHandle client) {
    return trace.instruction().filter(step -> OWN_WORK_TEXT.matcher(step).lookingAt());
  }

  /** Its containers are BuildKit's own: no client can list them. */
  @Override
  public List<String> processes(BuildTrace trace, ProcessHandle client) {
    return List.of();
  }

  /** BuildKit takes everything away itself once its client is gone. */
  @Override
  public Optional<String> cleanUp(BuildTrace trace, Path folder) {
    return Optional.empty();
  }

  private static int skipDigits(String line, int from) {
    int at = from;
    while (at < line.length() && Character.isDigit(line.charAt(at))) {
      at++;
    }
    return at;
  }
}
