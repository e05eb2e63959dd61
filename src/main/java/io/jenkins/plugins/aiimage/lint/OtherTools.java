package io.jenkins.plugins.aiimage.lint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.build.process.Command;
import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.report.LintEvent;
import io.jenkins.plugins.aiimage.report.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** hadolint and BuildKit's own checks, where this machine has them; what they find stays theirs. */
record OtherTools(Map<String, String> environment, Abort abort) {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  List<LintEvent.Finding> findings(SourceFile file, Path context) {
    List<LintEvent.Finding> found = new ArrayList<>();
    String path = file.path().toString();
    said("hadolint", "--no-fail", "--format", "json", path)
        .ifPresent(json -> hadolint(file, json, found));
    said("docker", "build", "--call=check,format=json", "-f", path, context.toString())
        .ifPresent(json -> buildkit(file, json, found));
    return found;
  }

  /** The JSON that a program wrote; empty where there is no such program or it knows none. */
  private Optional<JsonElement> said(String program, String... arguments) {
    Optional<Path> found = onPath(program);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      Command command = new Command(List.of(found.get().toString()), environment).and(arguments);
      String output = ShortCommand.run(command, LIMIT, abort).output();
      int start = 0;
      while (start < output.length() && "[{".indexOf(output.charAt(start)) < 0) {
        start++;
      }
      return Optional.of(JsonParser.parseString(output.substring(start)));
    } catch (IOException | RuntimeException e) {
      // An older docker without checks, or one without an engine: nobody asked for it by name.
      return Optional.empty();
    }
  }

  private Optional<Path> onPath(String program) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path file = Path.of(folder.isEmpty() ? "." : folder).resolve(program);
      if (Files.isRegularFile(file) && Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** By its {@code --format json}: a list of code, level, line and message. */
  private static void hadolint(SourceFile file, JsonElement json, List<LintEvent.Finding> found) {
    for (JsonElement element : list(json)) {
      JsonObject each = object(element);
      Severity severity =
          switch (text(each, "level")) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> Severity.INFO;
          };
      found.add(
          finding(
              file,
              "hadolint",
              text(each, "code"),
              severity,
              number(each, "line"),
              text(each, "message")));
    }
  }

  /** By the result of BuildKit's request {@code frontend.lint}: warnings with their ranges. */
  private static void buildkit(SourceFile file, JsonElement json, List<LintEvent.Finding> found) {
    for (JsonElement element : list(object(json).get("warnings"))) {
      JsonObject each = object(element);
      JsonArray ranges = list(object(each.get("location")).get("ranges"));
      int line = ranges.isEmpty() ? 1 : number(object(object(ranges.get(0)).get("start")), "line");
      String name = text(each, "ruleName");
      found.add(finding(file, "buildkit", name, Severity.WARNING, line, text(each, "detail")));
    }
  }

  private static LintEvent.Finding finding(
      SourceFile file, String tool, String rule, Severity severity, int line, String message) {
    return new LintEvent.Finding(
        file.name(),
        Math.max(1, line),
        severity,
        tool,
        rule.isEmpty() ? tool : rule,
        message.replace('\n', ' ').strip(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static JsonArray list(JsonElement element) {
    return element != null && element.isJsonArray() ? element.getAsJsonArray() : new JsonArray();
  }

  private static JsonObject object(JsonElement element) {
    return element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  private static int number(JsonObject object, String name) {
    JsonElement value = object.get(name);
    boolean number =
        value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    return number ? value.getAsInt() : 0;
  }
}
