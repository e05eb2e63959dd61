package io.jenkins.plugins.aiimage.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Entry point of {@code ai-image}. */
public final class Main {
  private Main() {}

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    // Logs are read by other programs and machines: always UTF-8, whatever the locale here says.
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int code = new CommandLineInterface(System.getenv(), out, err).run(arguments);
    out.flush();
    err.flush();
    // Pooled connections and pushes given up must not keep the process.
    System.exit(code);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
