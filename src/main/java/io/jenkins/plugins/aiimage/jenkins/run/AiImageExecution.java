package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.aiimage.jenkins.flight.Leader;
import io.jenkins.plugins.aiimage.jenkins.flight.SingleFlight;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jenkinsci.plugins.workflow.FilePathUtils;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One step under way. It asks the agent; if there is work to do, it waits for another step that
 * does the same or starts the program there; then it follows the program until it ends. Asking
 * changes nothing, so whatever is lost before the program has started is simply asked again.
 */
public final class AiImageExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private static final Duration LEADER_CHECK = Duration.ofMillis(500);
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final UseCase useCase;
  private final HashMap<String, ArrayList<String>> given;
  private final String id = UUID.randomUUID().toString();

  /** What is waited for; kept, because a restart loses the flights. */
  private volatile Leader awaited;

  private volatile String flight;
  private volatile String waitedFor;
  private volatile RemoteRun remote;

  private transient volatile Now now;

  /**
   * @param given the step's parameters; a switch that is set has no values
   */
  public AiImageExecution(
      StepContext context, UseCase useCase, Map<String, ? extends List<String>> given) {
    super(context);
    this.useCase = useCase;
    this.given = new HashMap<>();
    given.forEach((name, values) -> this.given.put(name, new ArrayList<>(values)));
  }

  /** What this JVM knows of the step, and a restart does not keep. */
  private final class Now {
    final Loop loop = new Loop(AiImageExecution.this::turn);
    final Backoff backoff = new Backoff();
    final Absence absence = new Absence();
    volatile Future<Outcome> question;
    volatile Throwable stopped;
    volatile Instant killed;
    volatile boolean ended;
    Masks masks;
    Story story;
    OutputStream log;
    long offset;
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
    Future<Outcome> question = current.question;
    if (question != null) {
      question.cancel(true);
    }
    current.loop.wake();
  }

  @Override
  public String getStatus() {
    if (remote != null) {
      return "running on " + (remote.node().isEmpty() ? "the controller" : remote.node());
    }
    return awaited == null ? "asking the agent" : "waiting for " + awaited.runId();
  }

  /** Never throws: a turn that broke the loop would leave the step hanging for ever. */
  private Optional<Duration> turn() {
    Now current = now;
    if (current.ended) {
      return Optional.empty();
    }
    try {
      return remote == null ? answerOrLaunch(current) : follow(current);
    } catch (Throwable e) {
      Throwable stopped = current.stopped;
      fail(current, stopped == null ? e : stopped);
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return Optional.empty();
    }
  }

  private Optional<Duration> answerOrLaunch(Now current) throws Exception {
    if (current.stopped != null) {
      throw current.stopped instanceof Exception e ? e : new AbortException("stopped");
    }
    StepContext context = getContext();
    TaskListener listener = context.get(TaskListener.class);
    Run<?, ?> run = context.get(Run.class);
    if (awaited != null && isUnderWay(run, listener)) {
      return Optional.of(LEADER_CHECK);
    }
    awaited = null;
    FilePath workspace = context.get(FilePath.class);
    if (workspace == null) {
      return Optional.of(current.absence.notice("", listener));
    }
    EnvVars variables = context.get(EnvVars.class);
    Order order = Order.of(useCase, given, run, variables);
    current.masks = order.masks();
    Outcome outcome;
    try {
      outcome = ask(current, workspace, order);
    } catch (IOException e) {
      if (workspace.getChannel() == null || !Absence.isLostConnection(e)) {
        throw e;
      }
      return Optional.of(current.absence.notice(FilePathUtils.getNodeName(workspace), listener));
    }
    current.absence.over();
    if (outcome.refusal() != null) {
      throw new AbortException(current.masks.in(outcome.refusal()));
    }
    if (outcome.key() == null) {
      listener.getLogger().print(current.masks.in(outcome.log()));
      Story story = new Story(current.masks);
      story.add(outcome.events());
      finish(current, run, story);
      return Optional.empty();
    }
    return waitOrLaunch(current, run, workspace, order, outcome);
  }

  private Outcome ask(Now current, FilePath workspace, Order order)
      throws IOException, InterruptedException {
    Future<Outcome> question = workspace.actAsync(new QuickAnswer(order));
    current.question = question;
    if (current.stopped != null) {
      question.cancel(true);
    }
    try {
      return question.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException(e.getCause());
    } catch (CancellationException e) {
      throw new InterruptedException("the question was taken back");
    } finally {
      current.question = null;
    }
  }

  private Optional<Duration> waitOrLaunch(
      Now current, Run<?, ?> run, FilePath workspace, Order order, Outcome work)
      throws IOException, InterruptedException {
    TaskListener listener = getContext().get(TaskListener.class);
    if (!order.isSet("force")) {
      String place = work.shared() ? "" : FilePathUtils.getNodeName(workspace) + " ";
      String wanted = place + work.repository() + " " + work.key();
      Optional<Leader> leader = SingleFlight.get().lead(wanted, me(run));
      flight = wanted;
      if (leader.isPresent()) {
        await(leader.get(), run, listener);
        return Optional.of(LEADER_CHECK);
      }
    }
    if (waitedFor != null) {
      Announcement.promoted(waitedFor, listener);
    }
    RemoteRun launched =
        RemoteRun.launch(id, order, workspace, getContext().get(EnvVars.class), listener);
    remote = launched;
    saveState();
    current.story = new Story(current.masks);
    AiImagesAction images = AiImagesAction.of(run);
    images.put(id, true, current.story.report(), Optional.ofNullable(waitedFor));
    images.save();
    return Optional.of(current.backoff.first());
  }

  private void saveState() {
    // Whether it worked is Pipeline's affair, and in its log.
    Future<?> unused = getContext().saveState();
  }

  private Leader me(Run<?, ?> run) {
    return new Leader(run.getExternalizableId(), id);
  }

  private void await(Leader leader, Run<?, ?> run, TaskListener listener) {
    awaited = leader;
    waitedFor = leader.runId();
    Announcement.waiting(run, leader, listener);
    saveState();
  }

  private boolean isUnderWay(Run<?, ?> run, TaskListener listener) {
    Optional<Leader> leader = SingleFlight.get().leader(flight);
    if (leader.isPresent() && !leader.get().equals(awaited)) {
      await(leader.get(), run, listener);
    }
    return leader.isPresent() || isComingBack(awaited);
  }

  /** After a restart a leader may be back later than those who wait for it. */
  private static boolean isComingBack(Leader leader) {
    Run<?, ?> run = Run.fromExternalizableId(leader.runId());
    AiImagesAction images = run == null ? null : run.getAction(AiImagesAction.class);
    return images != null && run.isBuilding() && images.isRunning(leader.execution());
  }

  private Optional<Duration> follow(Now current) throws Exception {
    StepContext context = getContext();
    TaskListener listener = context.get(TaskListener.class);
    Run<?, ?> run = context.get(Run.class);
    if (current.log == null) {
      takeUp(current, run, listener);
    }
    Optional<RunAccess> found;
    try {
      found = RunAccess.find(remote, listener);
      if (found.isPresent()) {
        return poll(current, run, found.get(), listener);
      }
    } catch (IOException e) {
      if (!Absence.isLostConnection(e)) {
        throw e;
      }
    }
    if (current.stopped != null) {
      Strays.get().add(remote);
      listener
          .getLogger()
          .println(remote.node() + " is away; what runs there is stopped when it is back.");
      throw new AbortException("stopped");
    }
    return Optional.of(current.absence.notice(remote.node(), listener));
  }

  /** The first look at a run that this JVM did not start, or has just started. */
  private void takeUp(Now current, Run<?, ?> run, TaskListener listener)
      throws IOException, InterruptedException {
    if (current.masks == null) {
      EnvVars variables = getContext().get(EnvVars.class);
      current.masks = Order.of(useCase, given, run, variables).masks();
    }
    if (current.story == null) {
      current.story = new Story(current.masks);
    }
    if (flight != null) {
      Optional<Leader> other = SingleFlight.get().lead(flight, me(run));
      other.ifPresent(leader -> flight = null);
    }
    current.log = new MaskedOutput(listener.getLogger(), current.masks);
  }

  private Optional<Duration> poll(
      Now current, Run<?, ?> run, RunAccess access, TaskListener listener) throws Exception {
    current.absence.over();
    if (current.stopped != null && current.killed == null) {
      current.killed = Instant.now();
      remote.kill(access.launcher());
    }
    // The exit code first: what was printed before it is then certainly there.
    Optional<Integer> exitCode = remote.exitCode(access.workspace(), access.launcher(), listener);
    boolean printed = remote.writeLog(access.workspace(), current.log);
    current.log.flush();
    ReadEvents.News news = remote.news(access.workspace(), current.offset);
    current.story.add(news.lines());
    current.offset = news.offset();
    if (printed) {
      saveState();
    }
    boolean overdue = current.killed != null && current.killed.plus(GRACE).isBefore(Instant.now());
    if (exitCode.isEmpty() && !overdue) {
      return Optional.of(printed ? current.backoff.first() : current.backoff.next());
    }
    current.log.close();
    remote.cleanUp(access.workspace());
    if (!current.story.isComplete()) {
      boolean aborted = current.stopped != null;
      current.story.breakOff(
          aborted ? Problem.ABORTED : Problem.INTERNAL,
          aborted
              ? "The run was aborted."
              : "The program ended with exit code "
                  + exitCode.map(String::valueOf).orElse("?")
                  + " and did not say why; see the log.",
          Instant.now());
    }
    finish(current, run, current.story);
    return Optional.empty();
  }

  private void finish(Now current, Run<?, ?> run, Story story) throws IOException {
    RunReport report = story.report();
    current.ended = true;
    AiImagesAction images = AiImagesAction.of(run);
    images.put(id, false, report, Optional.ofNullable(waitedFor));
    leaveFlight(run);
    Throwable stopped = current.stopped;
    if (stopped != null) {
      getContext().onFailure(stopped);
    } else if (report.failure().isPresent()) {
      RunReport.Failure failure = report.failure().get();
      getContext().onFailure(new AbortException(failure.message()));
    } else {
      Fingerprints.record(story, run);
      getContext().onSuccess(useCase.result(report));
    }
    // After the step's end: a hit should not wait for a disk.
    images.save();
  }

  private void fail(Now current, Throwable problem) {
    if (current.ended) {
      return;
    }
    current.ended = true;
    try {
      Run<?, ?> run = getContext().get(Run.class);
      leaveFlight(run);
      if (current.story != null) {
        current.story.breakOff(Problem.ABORTED, "The step ended before the run.", Instant.now());
        AiImagesAction images = AiImagesAction.of(run);
        images.put(id, false, current.story.report(), Optional.ofNullable(waitedFor));
        images.save();
      }
    } catch (IOException e) {
      problem.addSuppressed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    getContext().onFailure(problem);
  }

  private void leaveFlight(Run<?, ?> run) {
    if (flight != null) {
      SingleFlight.get().end(flight, me(run));
    }
  }
}
