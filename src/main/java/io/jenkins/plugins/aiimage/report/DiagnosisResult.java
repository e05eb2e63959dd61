package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a Jenkinsfile gets of a look at a recipe, in the forms of {@link StepResult}. */
public final class DiagnosisResult {
  private DiagnosisResult() {}

  /** Of a run that looked at everything. */
  public static Map<String, Object> of(RunReport report) {
    Map<String, Object> result = new LinkedHashMap<>();
    Optional<Diagnosis> all = report.details(Diagnosis.class);
    Optional<Diagnosis.Context> context = all.flatMap(Diagnosis::context);
    Optional<Diagnosis.Recipe> recipe = all.flatMap(Diagnosis::recipe);
    result.put("contextFiles", context.map(Diagnosis.Context::files).orElse(null));
    result.put("contextBytes", context.map(Diagnosis.Context::bytes).orElse(null));
    result.put("folders", list(context.map(Diagnosis.Context::folders), DiagnosisResult::entry));
    result.put("suggestions", list(all.map(Diagnosis::suggestions), DiagnosisResult::entry));
    result.put("packages", list(all.map(Diagnosis::packages), DiagnosisResult::entry));
    result.put("requirements", list(all.map(Diagnosis::requirements), DiagnosisResult::entry));
    result.put("indexes", list(all.map(Diagnosis::indexes), DiagnosisResult::entry));
    result.put("phases", new ArrayList<>(recipe.map(Diagnosis.Recipe::phases).orElse(List.of())));
    result.put("errors", recipe.map(Diagnosis.Recipe::errors).orElse(0));
    result.put("warnings", recipe.map(Diagnosis.Recipe::warnings).orElse(0));
    result.put("infos", recipe.map(Diagnosis.Recipe::infos).orElse(0));
    result.put("files", new ArrayList<>(all.map(Diagnosis::files).orElse(List.of())));
    result.put("durationMs", report.duration().toMillis());
    return result;
  }

  private static <T> List<Map<String, Object>> list(
      Optional<List<T>> values, Function<T, Map<String, Object>> entry) {
    List<Map<String, Object>> entries = new ArrayList<>();
    values.orElse(List.of()).forEach(value -> entries.add(entry.apply(value)));
    return entries;
  }

  private static Map<String, Object> entry(Diagnosis.Folder folder) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", folder.name());
    entry.put("files", folder.files());
    entry.put("bytes", folder.bytes());
    return entry;
  }

  private static Map<String, Object> entry(Diagnosis.Suggestion suggestion) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("pattern", suggestion.pattern());
    entry.put("what", suggestion.what());
    entry.put("files", suggestion.files());
    entry.put("bytes", suggestion.bytes());
    entry.put("safe", suggestion.safe());
    return entry;
  }

  private static Map<String, Object> entry(Diagnosis.HeavyPackage heavy) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", heavy.name());
    entry.put("where", heavy.where());
    entry.put("bytes", heavy.bytes());
    entry.put("pinned", heavy.pinned());
    entry.put("advice", heavy.advice().orElse(null));
    return entry;
  }

  private static Map<String, Object> entry(Diagnosis.Requirements list) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("file", list.file());
    entry.put("packages", list.packages());
    entry.put("unpinned", new ArrayList<>(list.unpinned()));
    entry.put("installed", list.installed());
    return entry;
  }

  private static Map<String, Object> entry(Diagnosis.Index index) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("url", index.url());
    entry.put("status", index.status().orElse(null));
    entry.put("firstByteMs", index.firstByte().map(Duration::toMillis).orElse(null));
    entry.put("bytesPerSecond", index.bytesPerSecond().orElse(null));
    entry.put("error", index.error().orElse(null));
    return entry;
  }
}
