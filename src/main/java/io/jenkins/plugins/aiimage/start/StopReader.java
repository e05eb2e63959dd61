package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.parameter.Parameters;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import io.jenkins.plugins.aiimage.usecase.Values;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes a use case of what is to be stopped. */
public final class StopReader {
  private static final Pattern RUN = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]{0,40}");

  private final Values values;

  /**
   * A reader of one set of parameters.
   *
   * @param values by parameter name; a switch that is set has no values
   * @param naming how whoever gave the parameters calls them
   */
  public StopReader(Map<String, List<String>> values, Function<Parameter, String> naming) {
    this.values = new Values(values, Parameters.joined(Parameters.STOP, Parameters.CALLER), naming);
  }

  /** The use case; nothing was stopped. */
  public UseCase read(Machine machine) throws UseCaseException {
    List<String> runs = values.all("run");
    for (String run : runs) {
      if (!isRun(run)) {
        throw values.wrong("run", "\"" + run + "\" is not made of letters, digits and hyphens");
      }
    }
    return new Stop(runs, machine);
  }

  static boolean isRun(String text) {
    return RUN.matcher(text).matches();
  }
}
