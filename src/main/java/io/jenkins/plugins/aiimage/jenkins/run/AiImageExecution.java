package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import io.jenkins.plugins.aiimage.jenkins.result.ImageSource;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One step under way. It asks the agent; if there is work to do, it waits for another step that
 * does the same or starts the program there; then it follows the program until it ends. Asking
 * changes nothing, so whatever is lost before the program has started is simply asked again.
 */
public final class AiImageExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private static final Logger LOGGER = Logger.getLogger(AiImageExecution.class.getName());
  private static final Duration LEADER_CHECK = Duration.ofMillis(500);

  private final Task task;
  private final HashMap<String, ArrayList<String>> given;
  private final String id = UUID.randomUUID().toString();

  private final FlightTicket ticket;
  private volatile RemoteRun remote;

  private transient volatile Now now;

  /**
   * A step's execution.
   *
   * @param given the step's parameters; a switch that is set has no values
   */
  public AiImageExecution(
      StepContext context, Task task, Map<String, ? extends List<String>> given) {
    super(context);
    this.task = task;
    this.ticket = new FlightTicket(id, task);
    this.given = Order.copyOf(given);
  }

  /** What this JVM knows of the step, and a restart does not keep. */
  private final class Now {
    final Loop loop = new Loop(AiImageExecution.this::turn);
    final Contact contact = new Contact(getContext(), this::isStopped, remote);
    volatile Throwable stopped;
    volatile boolean ended;
    Optional<Story> story = Optional.empty();
    Watch watch;

    boolean isStopped() {
      return stopped != null;
    }
  }

  @Override
  public boolean start() {
    begin();
    return false;
  }

  @Override
  public void onResume() {
    begin();
  }

  private void begin() {
    now = new Now();
    now.loop.wake();
  }

  @Override
  public void stop(Throwable cause) {
    Now current = now;
    if (current == null) {
      getContext().onFailure(cause);
      return;
    }
    current.stopped = cause;
    current.contact.takeBack();
    current.loop.wake();
  }

  @Override
  public String getStatus() {
    if (remote != null) {
      return "running on " + (remote.node().isEmpty() ? "the controller" : remote.node());
    }
    return ticket.awaited().map(run -> "waiting for " + run).orElse("asking the agent");
  }

  private Optional<Duration> turn() {
    Now current = now;
    if (current.ended) {
      return Optional.empty();
    }
    return current.contact.turn(
        listener -> remote == null ? askOrLaunch(current, listener) : follow(current, listener),
        problem -> {
          fail(current, current.stopped == null ? problem : current.stopped);
          return Optional.empty();
        });
  }

  private Optional<Duration> askOrLaunch(Now current, TaskListener listener)
      throws IOException, InterruptedException {
    StepContext context = getContext();
    Run<?, ?> run = context.get(Run.class);
    if (current.isStopped()) {
      throw new AbortException("stopped");
    }
    if (ticket.isHeldUp(run, listener, current.contact::saveState)) {
      return Optional.of(LEADER_CHECK);
    }
    Optional<FilePath> workspace = current.contact.workspace();
    if (workspace.isEmpty()) {
      return current.contact.await(listener);
    }
    EnvVars variables = context.get(EnvVars.class);
    Order order = Order.of(task, given, run, variables);
    Masks masks = order.masks();
    Outcome outcome = current.contact.ask(workspace.get(), order);
    if (outcome.key() == null) {
      listener.getLogger().print(masks.in(outcome.log()));
      Story story = new Story(masks);
      story.add(outcome.events());
      finish(current, run, story);
      return Optional.empty();
    }
    Story begun = new Story(masks);
    begun.add(outcome.events());
    current.story = Optional.of(begun);
    if (!order.isSet("force")
        && ticket.isLedByAnother(outcome.flight(task, current.contact.node()), run, listener)) {
      current.contact.saveState();
      keep(run, begun.report());
      return Optional.of(LEADER_CHECK);
    }
    launch(current, order, workspace.get(), variables, listener);
    keep(run, begun.report());
    images(run).save();
    return Optional.of(Duration.ZERO);
  }

  private void launch(
      Now current, Order order, FilePath workspace, EnvVars variables, TaskListener listener)
      throws IOException, InterruptedException {
    ticket.waitedFor().ifPresent(leader -> Announcement.takingOver(task, leader, listener));
    remote = RemoteRun.launch(id, order, workspace, variables, listener);
    watch(current, order, listener);
    current.contact.saveState();
  }

  private Optional<Duration> follow(Now current, TaskListener listener)
      throws IOException, InterruptedException {
    Run<?, ?> run = getContext().get(Run.class);
    if (current.watch == null) {
      resume(current, run, listener);
    }
    Watch.Look look = current.contact.look(remote, current.watch, listener);
    if (look.pause().isEmpty()) {
      finish(current, run, current.watch.story());
    } else if (look.told()) {
      keep(run, current.watch.story().report());
    }
    return look.pause();
  }

  /** The first look at a run that another JVM has started. */
  private void resume(Now current, Run<?, ?> run, TaskListener listener)
      throws IOException, InterruptedException {
    Order order = Order.of(task, given, run, getContext().get(EnvVars.class));
    watch(current, order, listener);
    ticket.resume(run);
  }

  private void watch(Now current, Order order, TaskListener listener) {
    current.watch = new Watch(remote, order.masks(), listener);
    current.story = Optional.of(current.watch.story());
  }

  private void finish(Now current, Run<?, ?> run, Story story)
      throws IOException, InterruptedException {
    RunReport report = story.report();
    Object result = task.result(report);
    AiImagesAction images = images(run);
    images.put(source(), false, report);
    ticket.leave(run);
    // From here on the step has its end, whatever becomes of the records.
    current.ended = true;
    if (current.stopped != null) {
      getContext().onFailure(current.stopped);
    } else if (report.failure().isPresent()) {
      getContext().onFailure(new AbortException(report.failure().get().message()));
    } else {
      getContext().onSuccess(result);
      // After the step's end, as the next: a hit should not wait for a disk.
      Fingerprints.record(story, run);
    }
    images.compare(id);
    images.save();
    Remembered.keep(run, id, current.contact.node(), report);
  }

  /** The step ends although the program has not. */
  private void fail(Now current, Throwable problem) {
    if (current.ended) {
      LOGGER.log(Level.WARNING, problem, () -> "after the end of " + getStatus());
      return;
    }
    current.ended = true;
    try {
      Run<?, ?> run = getContext().get(Run.class);
      ticket.leave(run);
      if (remote != null) {
        Strays.get().stop(remote, getContext().get(TaskListener.class));
      }
      if (remote != null || current.story.isPresent()) {
        RunReport report = Story.abandoned(current.story).report();
        images(run).put(source(), false, report);
        images(run).compare(id);
        images(run).save();
        Remembered.keep(run, id, current.contact.node(), report);
      }
    } catch (IOException | RuntimeException e) {
      problem.addSuppressed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    getContext().onFailure(problem);
  }

  /** What is known of a run that goes on. */
  private void keep(Run<?, ?> run, RunReport report) throws IOException, InterruptedException {
    images(run).put(source(), true, report);
    images(run).compare(id);
  }

  private ImageSource source() throws IOException, InterruptedException {
    FlowNode node = getContext().get(FlowNode.class);
    return new ImageSource(id, node == null ? "" : node.getId(), ticket.waitedFor());
  }

  private static AiImagesAction images(Run<?, ?> run) {
    return AiImagesAction.of(run);
  }
}
