package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.build.engine.Resources;
import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.report.Event;
import io.jenkins.plugins.aiimage.report.EventLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The CPUs and the memory of a machine, divided among the runs of a user that say what they need:
 * one that does not fit waits for those that came before it.
 */
public final class Budget {
  private final TicketFolder folder;
  private final FlightHolder self;
  private final EventLog events;
  private final Clock clock;
  private final Abort abort;
  private final Instant end;

  /**
   * What one run waits by.
   *
   * @param abort ends a wait at once
   * @param end when the whole run must be over
   */
  public Budget(Machine machine, EventLog events, Abort abort, Instant end) {
    this(
        new TicketFolder(machine.state().root().resolve("budget")),
        FlightHolder.here(machine.environment(), machine.clock()),
        events,
        machine.clock(),
        abort,
        end);
  }

  Budget(
      TicketFolder folder,
      FlightHolder self,
      EventLog events,
      Clock clock,
      Abort abort,
      Instant end) {
    this.folder = folder;
    this.self = self;
    this.events = events;
    this.clock = clock;
    this.abort = abort;
    this.end = end;
  }

  /** A part of the machine; closed, it is free again. */
  public static final class Share implements AutoCloseable {
    private final Optional<TicketFolder.Ticket> ticket;

    private Share(Optional<TicketFolder.Ticket> ticket) {
      this.ticket = ticket;
    }

    @Override
    public void close() {
      ticket.ifPresent(TicketFolder.Ticket::close);
    }
  }

  /**
   * Waits until there is room. Who needs nothing has it at once, and so has everybody where files
   * cannot be locked, with a warning.
   *
   * @param whole what there is to divide
   * @throws UseCaseException if the run is aborted meanwhile, or its time is over
   */
  public Share take(Resources demand, Resources whole) throws UseCaseException {
    if (demand.isNone()) {
      return new Share(Optional.empty());
    }
    Wait wait = new Wait(events, clock, abort, end, "needs a part of " + whole.words());
    TicketFolder.Ticket ticket = null;
    boolean ours = false;
    try {
      while (ticket == null) {
        ticket = folder.draw(demand, self).orElse(null);
        if (ticket == null) {
          wait.silently();
        }
      }
      while (!ours) {
        Optional<TicketFolder.Ahead> ahead = folder.ahead(ticket, self);
        ours = ahead.filter(others -> fits(others, demand, whole)).isPresent();
        if (!ours && ahead.isPresent()) {
          wait.on(ahead.get().first());
        } else if (!ours) {
          wait.silently();
        }
      }
      return new Share(Optional.of(ticket));
    } catch (IOException e) {
      events.publish(
          new Event.Warned(
              "Files in "
                  + folder.root()
                  + " cannot be locked ("
                  + e.getMessage()
                  + "): going on without a look at what other builds need of this machine."));
      return new Share(Optional.empty());
    } finally {
      wait.end();
      if (!ours && ticket != null) {
        ticket.close();
      }
    }
  }

  static boolean fits(TicketFolder.Ahead others, Resources demand, Resources whole) {
    return others.demand().plus(demand).beyond(whole).isEmpty();
  }
}
