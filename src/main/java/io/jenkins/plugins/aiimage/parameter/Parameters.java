package io.jenkins.plugins.aiimage.parameter;

import static io.jenkins.plugins.aiimage.parameter.Parameter.one;

import java.util.ArrayList;
import java.util.List;

/** All parameters, by use case. Names and defaults are those of the steps. */
public final class Parameters {
  /** What the image is made of: all that {@code plan} needs and {@code prepare} shares. */
  public static final List<Parameter> RECIPE = PrepareParameters.RECIPE;

  /** Of the steps; on the command line, {@code docker login} does it. */
  public static final Parameter CREDENTIALS = PrepareParameters.CREDENTIALS;

  /** Of the steps that push, which may name several registries. */
  public static final Parameter PUSH_CREDENTIALS = PushParameters.CREDENTIALS;

  /** Of the step that provides Trivy's databases. */
  public static final Parameter TRIVY_CREDENTIALS = TrivyParameters.CREDENTIALS;

  /** For every command. */
  public static final List<Parameter> OUTPUT = CommonParameters.OUTPUT;

  /** For a program that calls this one and leaves it alone. */
  public static final List<Parameter> CALLER = CommonParameters.CALLER;

  /** Of a caller that runs {@code prepare} for many. */
  public static final List<Parameter> PREPARE_SETTINGS = PrepareParameters.SETTINGS;

  /** Of a caller that runs {@code push} for many. */
  public static final List<Parameter> PUSH_SETTINGS = PushParameters.SETTINGS;

  /** Of {@code prepare}. */
  public static final List<Parameter> PREPARE =
      joined(PrepareParameters.RECIPE, PrepareParameters.BUILD);

  /** Of {@code clean}. */
  public static final List<Parameter> CLEAN = CleanParameters.ALL;

  /** Of {@code push}. */
  public static final List<Parameter> PUSH = PushParameters.ALL;

  /** Of {@code trivy-db}. */
  public static final List<Parameter> TRIVY = TrivyParameters.ALL;

  /** Of {@code presets}. */
  public static final List<Parameter> PRESETS =
      List.of(
          one(
              "write",
              "--write",
              "DIR",
              "",
              "Write the preset's files there, to start from; nothing is overwritten."));

  /** Of {@code lint}. */
  public static final List<Parameter> LINT = LintParameters.ALL;

  /** Of {@code diagnose}. */
  public static final List<Parameter> DIAGNOSE = DiagnoseParameters.ALL;

  /** Of {@code smoke}. */
  public static final List<Parameter> SMOKE = SmokeParameters.ALL;

  /** Of {@code start}. */
  public static final List<Parameter> START = ServiceParameters.START;

  /** Of {@code start}, for a caller that stops the services by another run. */
  public static final List<Parameter> START_SETTINGS = ServiceParameters.START_SETTINGS;

  /** Of {@code stop}. */
  public static final List<Parameter> STOP = ServiceParameters.STOP;

  /** Of {@code report}. */
  public static final List<Parameter> REPORT =
      List.of(
          one("html", "--html", "OUT", "", "Page to write."),
          one("metrics", "--metrics", "OUT", "", "Metrics to write, in Prometheus' text format."),
          one(
              "history",
              "--history",
              "FILE",
              "",
              "Lines of older runs that the page also shows; those of the reports are added to it."),
          one(
              "language",
              "--language",
              "CODE",
              "the locale's",
              "Language of the page: `en`, `fr` or `ru`."));

  private Parameters() {}

  /** The parameters of both. */
  public static List<Parameter> joined(List<Parameter> first, List<Parameter> second) {
    List<Parameter> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
