package io.jenkins.plugins.aiimage.parameter;

import static io.jenkins.plugins.aiimage.parameter.Parameter.flag;
import static io.jenkins.plugins.aiimage.parameter.Parameter.one;

import java.util.List;

/** What all commands know. */
final class CommonParameters {
  /** For every command. */
  static final List<Parameter> OUTPUT =
      List.of(
          one("report", "--report", "FILE", "", "Write the report there, as JSON."),
          one(
              "events",
              "--events",
              "FILE|-",
              "",
              "Write the events there as they happen, one JSON object a line; - is standard output,"
                  + " and the log goes to standard error then."),
          flag("verbose", "--verbose", "Show every line that the builder says."));

  /** For a program that calls this one and leaves it alone. */
  static final List<Parameter> CALLER =
      List.of(
          one(
              "request",
              "--request",
              "FILE",
              "",
              "Take parameters from this JSON file as well, by the names and in the forms that the"
                  + " step knows: {\"image\": \"NAME\", \"force\": true, \"buildArgs\": {\"K\": \"V\"}}. What"
                  + " stands on the command line wins."),
          one(
              "result",
              "--result",
              "FILE",
              "",
              "Write there, as JSON, the map that the step returns; of a run that failed, why:"
                  + " {\"failure\": {\"problem\": \"INPUT\", \"message\": \"…\"}}."),
          one(
              "lease",
              "--lease",
              "FILE",
              "",
              "End as if interrupted when nobody has touched this file for the lease time: for a"
                  + " caller that may vanish."),
          one("leaseTime", "--lease-time", "TIME", "30m", "How long the lease lasts untouched."));

  private CommonParameters() {}
}
