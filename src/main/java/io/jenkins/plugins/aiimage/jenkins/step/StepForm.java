package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;

/** A step's form in the snippet generator. */
final class StepForm {
  /** All parameters of the program and the one that only Jenkins has. */
  static final List<Parameter> PREPARE =
      withCredentials(Parameters.CREDENTIALS, Parameters.PREPARE);

  /** The program's {@code push} of what an engine or a registry has. */
  static final List<Parameter> PUSH =
      withCredentials(Parameters.PUSH_CREDENTIALS, without(Set.of("from"), Parameters.PUSH));

  /** The program's {@code push --from}, which asks no engine. */
  static final List<Parameter> PROMOTE =
      withCredentials(
          Parameters.PUSH_CREDENTIALS,
          without(Set.of("image", "builder", "stallTimeout"), Parameters.PUSH));

  /** What {@code clean} knows. */
  static final List<Parameter> CLEAN = withCredentials(Parameters.CREDENTIALS, Parameters.CLEAN);

  /** What {@code trivy-db} knows; a step returns what that writes to a file. */
  static final List<Parameter> TRIVY =
      withCredentials(
          Parameters.TRIVY_CREDENTIALS, "mirrorTo", without(Set.of("envFile"), Parameters.TRIVY));

  /** What {@code lint} knows. */
  static final List<Parameter> LINT = Parameters.LINT;

  /** What {@code smoke} knows. */
  static final List<Parameter> SMOKE = Parameters.SMOKE;

  /** What {@code diagnose} knows. */
  static final List<Parameter> DIAGNOSE = Parameters.DIAGNOSE;

  /** What {@code start} knows; a step whose body is left out in a dry run would be of no use. */
  static final List<Parameter> START = without(Set.of("dryRun"), Parameters.START);

  private StepForm() {}

  private static List<Parameter> without(Set<String> names, List<Parameter> all) {
    return all.stream().filter(parameter -> !names.contains(parameter.name())).toList();
  }

  private static List<Parameter> withCredentials(Parameter credentials, List<Parameter> program) {
    return withCredentials(credentials, "registry", program);
  }

  /** In the order of the form: credentials stand behind what names their registry. */
  private static List<Parameter> withCredentials(
      Parameter credentials, String behind, List<Parameter> program) {
    List<Parameter> all = new ArrayList<>();
    for (Parameter parameter : program) {
      all.add(parameter);
      if (parameter.name().equals(behind)) {
        all.add(credentials);
      }
    }
    return List.copyOf(all);
  }

  /** A form has several values in one text, one a line. */
  static JSONObject withLists(JSONObject form, List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      Object text = form.get(parameter.name());
      if (parameter.many() && text instanceof String lines) {
        JSONArray values = new JSONArray();
        lines.lines().filter(line -> !line.isBlank()).forEach(values::add);
        form.put(parameter.name(), values);
      }
    }
    return form;
  }

  /** What a page shows of a call. */
  static Optional<String> shown(Object argument) {
    if (argument instanceof Iterable<?> several) {
      List<String> all = new ArrayList<>();
      several.forEach(one -> all.add(String.valueOf(one)));
      return Optional.of(String.join(", ", all));
    }
    return Optional.ofNullable(argument).map(Object::toString);
  }

  /** The values for the form's text. */
  static String lines(List<String> values) {
    return values == null ? "" : String.join("\n", values);
  }
}
