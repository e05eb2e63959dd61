package io.jenkins.plugins.aiimage.build.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Tells whether a process writes anything, to a file or a connection: some say nothing for minutes
 * while they send. Where that cannot be known, because the system has no {@code /proc} or hides it,
 * the process is taken for busy.
 */
public final class WrittenBytes implements BooleanSupplier {
  /** Less than this is bookkeeping. */
  private static final long NOTICEABLE = 64 * 1024;

  private static final String MEMBER = "wchar: ";

  private final ProcessHandle root;
  private long last;

  /** For a process and all that it starts. */
  public WrittenBytes(ProcessHandle root) {
    this.root = root;
  }

  /** Whether something noticeable was written since the answer was last yes. */
  @Override
  public boolean getAsBoolean() {
    OptionalLong now = written();
    if (now.isPresent() && Math.abs(now.getAsLong() - last) < NOTICEABLE) {
      return false;
    }
    last = now.orElse(last);
    return true;
  }

  private OptionalLong written() {
    try (Stream<ProcessHandle> all = Stream.concat(Stream.of(root), root.descendants())) {
      long sum = 0;
      for (ProcessHandle process : all.toList()) {
        sum += written(process.pid());
      }
      return OptionalLong.of(sum);
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static long written(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/io"))) {
      if (line.startsWith(MEMBER)) {
        return Long.parseLong(line.substring(MEMBER.length()));
      }
    }
    return 0;
  }
}
