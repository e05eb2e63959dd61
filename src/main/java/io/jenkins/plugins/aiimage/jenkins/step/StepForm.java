package io.jenkins.plugins.aiimage.jenkins.step;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;

/** A step's form in the snippet generator. */
final class StepForm {
  /** All parameters of the program and the one that only Jenkins has. */
  static final List<Parameter> PREPARE = withCredentials(Parameters.PREPARE);

  private StepForm() {}

  private static List<Parameter> withCredentials(List<Parameter> program) {
    List<Parameter> all = new ArrayList<>();
    for (Parameter parameter : program) {
      all.add(parameter);
      if (parameter.name().equals("registry")) {
        all.add(Parameters.CREDENTIALS);
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

  /** The values for the form's text. */
  static String lines(List<String> values) {
    return values == null ? "" : String.join("\n", values);
  }
}
