package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.dockerfile.Flag;
import io.jenkins.plugins.aiimage.dockerfile.InstallCommand;
import io.jenkins.plugins.aiimage.dockerfile.Instruction;
import io.jenkins.plugins.aiimage.dockerfile.Keyword;
import io.jenkins.plugins.aiimage.dockerfile.PackageTool;
import io.jenkins.plugins.aiimage.lint.shell.Element;
import io.jenkins.plugins.aiimage.lint.shell.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A RUN in the shell's form.
 *
 * @param index in its stage's instructions
 * @param installs what it installs, in order; found once, because almost every check asks for it
 */
record RunStep(Instruction instruction, int index, Script script, List<Install> installs) {
  RunStep {
    installs = List.copyOf(installs);
  }

  /** An installation and where it stands in the script. */
  record Install(InstallCommand packages, Element.Command command) {
    boolean isPip() {
      return packages.tool() == PackageTool.PIP;
    }

    /** Whether it is a phase of its own. */
    boolean isHeavy() {
      return packages.phaseName().isPresent();
    }
  }

  /** Empty for other instructions, the exec form and heredocs, which are left alone. */
  static Optional<RunStep> of(Instruction instruction, int index) {
    boolean script =
        instruction.keyword() == Keyword.RUN
            && instruction.execForm().isEmpty()
            && instruction.heredocs().isEmpty()
            && !instruction.arguments().isEmpty();
    return script
        ? Optional.of(of(instruction, index, Script.parse(instruction.arguments())))
        : Optional.empty();
  }

  private static RunStep of(Instruction instruction, int index, Script script) {
    List<Install> installs = new ArrayList<>();
    for (Element.Command command : script.commands()) {
      install(command).ifPresent(installs::add);
    }
    return new RunStep(instruction, index, script, installs);
  }

  static Optional<Install> install(Element.Command command) {
    return InstallCommand.of(command.values()).map(found -> new Install(found, command));
  }

  int firstLine() {
    return instruction.span().firstLine();
  }

  /** Offset in the file of an offset in the script. */
  int start(int inScript) {
    return instruction.offset(inScript);
  }

  /** Offset in the file of an offset after a character of the script. */
  int end(int inScript) {
    return instruction.offset(inScript - 1) + 1;
  }

  /** Whether there is a cache mount for a folder whose name holds one of these. */
  boolean mountsCache(String... folders) {
    for (Flag flag : instruction.flags()) {
      String mount = flag.value().orElse("");
      if (flag.name().equals("mount") && mount.contains("type=cache")) {
        for (String folder : folders) {
          if (mount.contains(folder)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether it mounts a cache that pip or uv uses. */
  boolean mountsPipCache() {
    return mountsCache("pip", ".cache", "uv");
  }
}
