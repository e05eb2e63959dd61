package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.jenkins.run.Task;
import io.jenkins.plugins.aiimage.jenkins.settings.Defaults;
import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.RunReport.DatabaseReport;
import io.jenkins.plugins.aiimage.trivy.TrivyReader;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Providing Trivy's databases. */
final class TrivyTask implements Task {
  private static final long serialVersionUID = 1L;

  @Override
  public String command() {
    return "trivy-db";
  }

  @Override
  public Map<String, List<String>> complete(
      Defaults defaults, Map<String, List<String>> given, Map<String, String> environment) {
    return defaults.forTrivy(given, environment);
  }

  @Override
  public String doing() {
    return "fetching the same database";
  }

  @Override
  public String takingOver() {
    return "ended without a fresh database: fetching it here.";
  }

  @Override
  public UseCase useCase(Map<String, List<String>> parameters, Path workspace, Machine machine)
      throws UseCaseException {
    return new TrivyReader(parameters, workspace, Parameter::name).read(machine);
  }

  @Override
  public Map<String, Object> result(RunReport report) {
    List<DatabaseReport> all = report.databases().orElse(List.of());
    List<Map<String, Object>> databases = new ArrayList<>();
    for (DatabaseReport database : all) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("database", database.database());
      entry.putAll(members(Optional.of(database)));
      databases.add(entry);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("environment", new ArrayList<>(report.environment().orElse(List.of())));
    // What a script asks most: that of vulnerabilities, which there always is, comes first.
    result.putAll(members(all.stream().findFirst()));
    result.put("databases", databases);
    return result;
  }

  /** All null for a database that there is not, as after a dry run. */
  private static Map<String, Object> members(Optional<DatabaseReport> database) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("result", database.map(known -> known.result().name()).orElse(null));
    members.put("path", database.map(DatabaseReport::path).orElse(null));
    members.put("digest", database.flatMap(DatabaseReport::digest).orElse(null));
    members.put("updatedAt", database.map(known -> known.updatedAt().toString()).orElse(null));
    members.put("ageMs", database.map(known -> known.age().toMillis()).orElse(null));
    members.put("source", database.flatMap(DatabaseReport::source).orElse(null));
    members.put("bytes", database.map(DatabaseReport::bytes).orElse(null));
    members.put("durationMs", database.map(known -> known.duration().toMillis()).orElse(null));
    return members;
  }
}
