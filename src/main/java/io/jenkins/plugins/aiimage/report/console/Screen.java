package io.jenkins.plugins.aiimage.report.console;

import java.io.PrintStream;

/** Where the log goes: lines that stay, and on a terminal one more that changes. */
public sealed interface Screen {
  /** Prints a line that stays. */
  void line(String text);

  /** Shows what is going on now, if this screen can. */
  void status(String text);

  /** True if {@link #status} is seen. */
  boolean isLive();

  /** A log file or pipe. */
  record Plain(PrintStream out) implements Screen {
    @Override
    public void line(String text) {
      out.println(text);
      out.flush();
    }

    @Override
    public void status(String text) {}

    @Override
    public boolean isLive() {
      return false;
    }
  }

  /**
   * A terminal.
   *
   * @param width in columns; a longer status would wrap and could not be taken back
   */
  record Terminal(PrintStream out, int width) implements Screen {
    private static final String CLEAR = "\r\u001b[K";

    @Override
    public void line(String text) {
      out.println(CLEAR + text);
      out.flush();
    }

    @Override
    public void status(String text) {
      out.print(CLEAR + (text.length() < width ? text : text.substring(0, width - 1)));
      out.flush();
    }

    @Override
    public boolean isLive() {
      return true;
    }
  }
}
