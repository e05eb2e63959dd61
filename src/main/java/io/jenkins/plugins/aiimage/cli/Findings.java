package io.jenkins.plugins.aiimage.cli;

import io.jenkins.plugins.aiimage.lint.FindingsDocument;
import io.jenkins.plugins.aiimage.report.EventListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where {@code --format} and {@code --output} send what was found. */
final class Findings {
  private static final String TEXT = "text";

  private Findings() {}

  /** Whether standard output gets a document, so that the log has to go elsewhere. */
  static boolean onOutput(Arguments arguments) {
    return !format(arguments).equals(TEXT) && arguments.values("output").isEmpty();
  }

  private static String format(Arguments arguments) {
    List<String> given = arguments.values("format");
    return given.isEmpty() ? TEXT : given.get(0);
  }

  /** Empty where the log says it all. */
  static Optional<EventListener> document(Terminal terminal, Arguments arguments)
      throws IOException {
    String format = format(arguments);
    for (String name : arguments.values("output")) {
      Path file = Outputs.writable("--output", name);
      return Optional.of(
          new FindingsDocument(format, text -> Outputs.write(file, text, terminal.err())));
    }
    return onOutput(arguments)
        ? Optional.of(
            new FindingsDocument(
                format,
                text -> {
                  terminal.out().print(text);
                  terminal.out().flush();
                }))
        : Optional.empty();
  }
}
