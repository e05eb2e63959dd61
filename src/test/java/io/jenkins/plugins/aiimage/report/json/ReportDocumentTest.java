package io.jenkins.plugins.aiimage.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.AttemptReport;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.Cause;
import io.jenkins.plugins.aiimage.report.Cleaning;
import io.jenkins.plugins.aiimage.report.Current;
import io.jenkins.plugins.aiimage.report.DatabaseResult;
import io.jenkins.plugins.aiimage.report.DatabasesReport;
import io.jenkins.plugins.aiimage.report.Diagnosis;
import io.jenkins.plugins.aiimage.report.EveryEvent;
import io.jenkins.plugins.aiimage.report.Failure;
import io.jenkins.plugins.aiimage.report.Inputs;
import io.jenkins.plugins.aiimage.report.PhaseReport;
import io.jenkins.plugins.aiimage.report.PhaseResult;
import io.jenkins.plugins.aiimage.report.PrepareEvent;
import io.jenkins.plugins.aiimage.report.PushReport;
import io.jenkins.plugins.aiimage.report.Review;
import io.jenkins.plugins.aiimage.report.ServiceEvent;
import io.jenkins.plugins.aiimage.report.ServiceResult;
import io.jenkins.plugins.aiimage.report.ServicesReport;
import io.jenkins.plugins.aiimage.report.Severity;
import io.jenkins.plugins.aiimage.report.Smoke;
import io.jenkins.plugins.aiimage.report.Storage;
import io.jenkins.plugins.aiimage.report.Waits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/report.md} to the code. */
class ReportDocumentTest {
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");
  private static final Map<String, Class<?>> SECTIONS =
      Map.ofEntries(
          Map.entry("## Members of the JSON report", ReportMembers.class),
          Map.entry("### A phase", PhaseReport.class),
          Map.entry("### What is going on", Current.class),
          Map.entry("### The storage", Storage.class),
          Map.entry("### A wait", Waits.Wait.class),
          Map.entry("### A failed attempt", AttemptReport.class),
          Map.entry("### A push", PushReport.class),
          Map.entry("### The inputs", Inputs.class),
          Map.entry("### The failure", Failure.class),
          Map.entry("### A cleaning", Cleaning.class),
          Map.entry("### A removed image", Cleaning.Removal.class),
          Map.entry("### A kept image", Cleaning.Keeping.class),
          Map.entry("### The total of a cleaning", Cleaning.Total.class),
          Map.entry("### A database", DatabasesReport.DatabaseReport.class),
          Map.entry("### A review", Review.class),
          Map.entry("### A finding", Review.FindingReport.class),
          Map.entry("### A fix", Review.FixReport.class),
          Map.entry("### A smoke test", Smoke.class),
          Map.entry("### A test", Smoke.TestReport.class),
          Map.entry("### A diagnosis", Diagnosis.class),
          Map.entry("### The context", Diagnosis.Context.class),
          Map.entry("### A folder", Diagnosis.Folder.class),
          Map.entry("### A suggestion", Diagnosis.Suggestion.class),
          Map.entry("### A heavy package", Diagnosis.HeavyPackage.class),
          Map.entry("### A list of packages", Diagnosis.Requirements.class),
          Map.entry("### A package index", Diagnosis.Index.class),
          Map.entry("### A recipe", Diagnosis.Recipe.class),
          Map.entry("### Services", ServicesReport.class),
          Map.entry("### A service", ServicesReport.ServiceReport.class),
          Map.entry("### A test of services", ServicesReport.TestReport.class));

  private final String document = read();

  static Stream<Map.Entry<String, Class<?>>> sections() {
    return SECTIONS.entrySet().stream();
  }

  static List<Class<?>> events() {
    return EveryEvent.types();
  }

  @ParameterizedTest
  @MethodSource("sections")
  void shouldDescribeTheMembersOfARecordAndNoOthers(Map.Entry<String, Class<?>> section) {
    String text = document.substring(document.indexOf("\n" + section.getKey() + "\n"));
    String table = text.substring(0, text.indexOf("\n#", 2));
    List<String> members = members(section.getValue());
    if (section.getValue() == ReportMembers.class) {
      members.add("schema");
    }

    assertEquals(new TreeSet<>(members), new TreeSet<>(described(table)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void shouldDescribeAnEventByItsMembersInTheirOrder(Class<?> event) {
    String row =
        document
            .lines()
            .filter(line -> line.startsWith("| `" + event.getSimpleName() + "` |"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no row for " + event.getSimpleName()));

    String cell = row.split("\\|", -1)[2].replaceAll("\\(.*?\\)", "");
    assertEquals(members(event), names(cell));
  }

  @Test
  void shouldNameEveryValueOfFixedLists() {
    Stream.of(
            CacheResult.values(),
            Cause.values(),
            PhaseResult.values(),
            DatabaseResult.values(),
            ServiceResult.values(),
            Severity.values())
        .flatMap(Arrays::stream)
        .forEach(value -> assertTrue(document.contains("`" + value + "`"), value + " is missing"));
    assertTrue(
        document.contains("`schema` | number | version of this description: " + ReportJson.SCHEMA));
    List<String> members = new ArrayList<>(members(PrepareEvent.PlannedPhase.class));
    members.addAll(members(ServiceEvent.PlannedService.class));
    for (String member : members) {
      assertTrue(document.contains("`" + member + "`"), member);
    }
  }

  private static List<String> members(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (var component : type.getRecordComponents()) {
      names.add(Json.name(type, component.getName(), component.getGenericType()));
    }
    return names;
  }

  /** The names in the first cells of the rows of a table. */
  private static List<String> described(String table) {
    return table
        .lines()
        .filter(line -> line.startsWith("| `"))
        .flatMap(line -> names(line.split("\\|", -1)[1]).stream())
        .toList();
  }

  private static List<String> names(String cell) {
    Matcher name = NAME.matcher(cell);
    return name.results().map(result -> result.group(1)).toList();
  }

  private static String read() {
    try {
      return Files.readString(Path.of("docs/report.md"));
    } catch (IOException e) {
      throw new AssertionError("docs/report.md is needed", e);
    }
  }
}
