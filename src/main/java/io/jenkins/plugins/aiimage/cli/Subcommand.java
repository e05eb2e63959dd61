package io.jenkins.plugins.aiimage.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of the command line. */
interface Subcommand {
  /** Its options and help. */
  CommandSpec spec();

  /** Does it and answers the exit code. */
  int run(ParseResult parsed);
}
