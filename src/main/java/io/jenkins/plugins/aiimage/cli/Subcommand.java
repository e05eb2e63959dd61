package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import java.util.List;

/** One command of the command line. */
interface Subcommand {
  /** What it does, in one or two sentences. */
  String description();

  /** Its options. */
  List<Parameter> parameters();

  /** What it takes besides options, as help texts show it; empty if nothing. */
  String operands();

  /** Does it and answers the exit code. */
  int run(Arguments arguments);
}
