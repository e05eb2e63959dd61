package io.jenkins.plugins.aiimage.report;

/**
 * A difference between the inputs of two keys.
 *
 * @param name of the file, the argument, the image; an instruction's text; empty where that is not
 *     known any more
 * @param phase whose instruction it is; empty for anything else
 */
public record Change(Kind kind, What what, String name, String phase) {
  /** What kind of input it is. */
  public enum Kind {
    INSTRUCTION("instruction"),
    ARGUMENT("build argument"),
    IMAGE("base image"),
    FILE("file"),
    FOLDER("folder"),
    PLATFORM("platform");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** What happened to it. */
  public enum What {
    CHANGED("changed"),
    ADDED("is new"),
    REMOVED("is gone"),
    /** They are the same in another order. */
    REORDERED("were reordered");

    private final String words;

    What(String words) {
      this.words = words;
    }
  }

  /** A sentence without its end: {@code file requirements.txt changed}. */
  public String words() {
    if (what == What.REORDERED) {
      return "instructions of phase " + phase + " " + what.words;
    }
    String subject = name.isEmpty() ? "some " + kind.words : kind.words + " " + name;
    return subject + (phase.isEmpty() ? " " : " of phase " + phase + " ") + what.words;
  }
}
