package io.jenkins.plugins.aiimage.report;

import java.util.List;

/**
 * What a content key was computed from, in a few kilobytes: enough to say later what changed. There
 * is no value in it, only digests of twelve hexadecimal digits, and eight of build arguments.
 *
 * @param instructions by phase, in the order of the Dockerfile
 * @param arguments the build arguments that instructions use
 * @param images what base images and other images stand for, by the names they are written with
 * @param files of the context that instructions read; folders, whose names end in a slash, where
 *     there are too many
 */
public record Inputs(
    List<PhaseInputs> instructions, List<Input> arguments, List<Input> images, List<Input> files) {
  /** Nothing is known. */
  public static final Inputs NONE = new Inputs(List.of(), List.of(), List.of(), List.of());

  public Inputs {
    instructions = List.copyOf(instructions);
    arguments = List.copyOf(arguments);
    images = List.copyOf(images);
    files = List.copyOf(files);
  }

  /**
   * One of them.
   *
   * @param name empty where it stands for all that were too many
   */
  public record Input(String name, String digest) {}

  /** The instructions of a phase. */
  public record PhaseInputs(String phase, List<Input> instructions) {
    public PhaseInputs {
      instructions = List.copyOf(instructions);
    }
  }
}
