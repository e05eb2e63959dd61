package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.build.engine.Resources;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbered tickets, as at a baker's: whoever wants a part of the machine draws one, and may begin
 * when all older ones and his own fit in together. Nobody overtakes, so a large one is not kept
 * waiting by small ones for ever.
 *
 * <p>A ticket is a file that its run has locked; that of a run that is gone is thrown away. Files
 * are listed, made and thrown away by one at a time, who has the gate.
 */
record TicketFolder(Path root) {
  private static final Pattern NAME = Pattern.compile("(\\d{1,15})-(\\d{1,15})-(\\d{1,18})\\.lock");

  /** One that was drawn. */
  record Ticket(Path file, long number, Resources demand, FlightLock lock)
      implements AutoCloseable {
    @Override
    public void close() {
      lock.close();
    }
  }

  /**
   * What is older than a ticket.
   *
   * @param demand of all of them
   * @param first who has the oldest; empty if there is none, or it has not said who it is
   */
  record Ahead(Resources demand, Optional<FlightHolder> first) {}

  /** Something to do while one has the gate. */
  @FunctionalInterface
  private interface Task<T> {
    T run() throws IOException;
  }

  /**
   * Draws a ticket.
   *
   * @return empty if another has the gate at the moment
   * @throws IOException if files cannot be locked here
   */
  Optional<Ticket> draw(Resources demand, FlightHolder holder) throws IOException {
    Files.createDirectories(root);
    return atTheGate(
        () -> {
          long number = 1 + files().stream().mapToLong(TicketFolder::number).max().orElse(0);
          Path file =
              root.resolve(number + "-" + demand.milliCpus() + "-" + demand.bytes() + ".lock");
          return new Ticket(file, number, demand, locked(file, holder));
        });
  }

  /**
   * Looks at those before a ticket.
   *
   * @return empty if another has the gate at the moment
   */
  Optional<Ahead> ahead(Ticket own, FlightHolder holder) throws IOException {
    return atTheGate(
        () -> {
          Ahead ahead = new Ahead(Resources.NONE, Optional.empty());
          for (Path file : files()) {
            if (number(file) < own.number()) {
              ahead = withOne(ahead, file, holder);
            }
          }
          return ahead;
        });
  }

  private static Ahead withOne(Ahead ahead, Path file, FlightHolder holder) throws IOException {
    FlightLock.Attempt attempt = FlightLock.attempt(file, holder);
    if (attempt instanceof FlightLock.Attempt.Held held) {
      held.lock().close();
      Files.deleteIfExists(file);
      return ahead;
    }
    Optional<FlightHolder> who = ((FlightLock.Attempt.Taken) attempt).holder();
    return new Ahead(
        ahead.demand().plus(demand(file)), ahead.first().isPresent() ? ahead.first() : who);
  }

  private FlightLock locked(Path file, FlightHolder holder) throws IOException {
    if (FlightLock.attempt(file, holder) instanceof FlightLock.Attempt.Held held) {
      return held.lock();
    }
    throw new IOException(file + " is locked by somebody else");
  }

  private <T> Optional<T> atTheGate(Task<T> task) throws IOException {
    List<T> result = new ArrayList<>();
    boolean unused = FlightLock.during(root.resolve("gate"), false, () -> result.add(task.run()));
    return result.stream().findFirst();
  }

  /** Oldest first. */
  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(root, "*.lock")) {
      all.forEach(files::add);
    }
    files.removeIf(file -> !NAME.matcher(name(file)).matches());
    files.sort(Comparator.comparingLong(TicketFolder::number));
    return files;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static long number(Path file) {
    return part(file, 1);
  }

  private static Resources demand(Path file) {
    return new Resources(part(file, 2), part(file, 3));
  }

  private static long part(Path file, int group) {
    Matcher name = NAME.matcher(name(file));
    return name.matches() ? Long.parseLong(name.group(group)) : 0;
  }
}
