package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The comment that begins a phase.
 *
 * @param comment where it stands
 */
record PhaseMark(String name, PhaseSettings settings, Comment comment) {
  private static final String BEGINNING = "phase:";

  /** The marks of a file in order, each of them valid and of another name. */
  static List<PhaseMark> of(Dockerfile dockerfile) {
    List<PhaseMark> marks = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (Comment comment : dockerfile.comments()) {
      if (comment.text().startsWith(BEGINNING)) {
        PhaseMark mark = parse(comment);
        Integer earlier = lines.put(mark.name, mark.line());
        if (earlier != null) {
          throw new DockerfileException(
              mark.line(),
              "the phase " + mark.name + " is marked in line " + earlier + "; choose another name");
        }
        marks.add(mark);
      }
    }
    return marks;
  }

  private static PhaseMark parse(Comment comment) {
    int line = comment.line();
    String[] words = comment.text().substring(BEGINNING.length()).strip().split("\\s+", -1);
    String name = words[0];
    if (name.isEmpty() || name.indexOf('=') >= 0) {
      throw new DockerfileException(line, "the phase has no name; write # phase: NAME");
    }
    if (!name.chars().allMatch(PhaseMark::isNameCharacter)) {
      throw new DockerfileException(
          line, "the phase name " + name + " is not allowed; use letters, digits, . _ -");
    }
    try {
      List<String> settings = List.of(words).subList(1, words.length);
      return new PhaseMark(name, PhaseSettings.parse(settings), comment);
    } catch (IllegalArgumentException e) {
      throw new DockerfileException(line, e.getMessage());
    }
  }

  static boolean isNameCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-';
  }

  int line() {
    return comment.line();
  }
}
