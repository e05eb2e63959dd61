package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import io.jenkins.plugins.aiimage.jenkins.result.ImageSource;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.FilePathUtils;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * A step with a body under way. The program runs once before the body and, whatever became of that
 * and of the body, once after it. In between nothing of it runs.
 */
public final class BlockExecution extends StepExecution {
  private static final long serialVersionUID = 1L;
  private static final Logger LOGGER = Logger.getLogger(BlockExecution.class.getName());

  private final Task first;
  private final HashMap<String, ArrayList<String>> firstGiven;
  private final Task last;
  private final HashMap<String, ArrayList<String>> lastGiven;
  private final String id = UUID.randomUUID().toString();

  private volatile Stage stage = Stage.FIRST;
  private volatile RemoteRun remote;
  private volatile BodyExecution body;
  private volatile String told;
  private volatile Object value;
  private volatile Throwable problem;

  private transient volatile Now now;

  private enum Stage {
    FIRST,
    BODY,
    LAST
  }

  /** What this JVM knows of the step, and a restart does not keep. */
  private final class Now {
    final Loop loop = new Loop(BlockExecution.this::turn);
    final Question question = new Question();
    final Absence absence = new Absence();
    volatile Throwable stopped;
    volatile boolean ended;
    String node = "";
    Watch watch;
  }

  /**
   * A step's execution.
   *
   * @param first what is done before the body, with its parameters; a switch that is set has none
   * @param last what is done after it
   */
  public BlockExecution(
      StepContext context,
      Task first,
      Map<String, ? extends List<String>> firstGiven,
      Task last,
      Map<String, ? extends List<String>> lastGiven) {
    super(context);
    this.first = first;
    this.firstGiven = new HashMap<>();
    firstGiven.forEach((name, values) -> this.firstGiven.put(name, new ArrayList<>(values)));
    this.last = last;
    this.lastGiven = new HashMap<>();
    lastGiven.forEach((name, values) -> this.lastGiven.put(name, new ArrayList<>(values)));
  }

  /** Told of the body's end; kept with the pipeline's state. */
  private final class BodyEnd extends BodyExecutionCallback {
    private static final long serialVersionUID = 1L;

    @Override
    public void onSuccess(StepContext context, Object result) {
      value = result;
      afterBody(null);
    }

    @Override
    public void onFailure(StepContext context, Throwable failure) {
      afterBody(failure);
    }
  }

  @Override
  public boolean start() {
    now = new Now();
    now.loop.wake();
    return false;
  }

  @Override
  public void onResume() {
    now = new Now();
    if (stage != Stage.BODY) {
      now.loop.wake();
    }
  }

  @Override
  public void stop(Throwable cause) {
    Now current = now;
    if (current == null) {
      getContext().onFailure(cause);
      return;
    }
    BodyExecution running;
    synchronized (this) {
      current.stopped = cause;
      running = stage == Stage.BODY ? body : null;
      if (stage == Stage.LAST && problem == null) {
        // What is stopped there comes to its end, but what follows the step must not begin.
        problem = cause;
      }
    }
    if (running != null) {
      boolean unused = running.cancel(cause);
    }
    current.question.takeBack();
    if (stage == Stage.FIRST) {
      current.loop.wake();
    }
  }

  @Override
  public String getStatus() {
    return switch (stage) {
      case FIRST -> "before the body";
      case BODY -> "in the body";
      case LAST -> "after the body";
    };
  }

  /** Never throws: a turn that broke the loop would leave the step hanging for ever. */
  private Optional<Duration> turn() {
    Now current = now;
    if (current.ended || stage == Stage.BODY) {
      return Optional.empty();
    }
    try {
      TaskListener listener = getContext().get(TaskListener.class);
      try {
        return remote == null ? launch(current, listener) : follow(current, listener);
      } catch (IOException | RuntimeException e) {
        boolean given = stage == Stage.FIRST && current.stopped != null;
        if (given || !Absence.isLostConnection(e)) {
          throw e;
        }
        return Optional.of(current.absence.notice(current.node, listener));
      }
    } catch (Throwable e) {
      Optional<Duration> next = broken(current, e);
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return next;
    }
  }

  private Order order(Run<?, ?> run) throws IOException, InterruptedException {
    boolean atFirst = stage == Stage.FIRST;
    return Order.of(
        atFirst ? first : last,
        atFirst ? firstGiven : lastGiven,
        run,
        getContext().get(EnvVars.class));
  }

  private Optional<Duration> launch(Now current, TaskListener listener)
      throws IOException, InterruptedException {
    Run<?, ?> run = getContext().get(Run.class);
    boolean atFirst = stage == Stage.FIRST;
    if (atFirst && current.stopped != null) {
      throw new AbortException("stopped");
    }
    FilePath workspace = getContext().get(FilePath.class);
    if (workspace == null) {
      return Optional.of(current.absence.notice(current.node, listener));
    }
    current.node = FilePathUtils.getNodeName(workspace);
    Order order = order(run);
    if (atFirst) {
      // Wrong parameters are told at once, and in one sentence.
      Outcome outcome = current.question.ask(workspace, order);
      if (outcome.refusal() != null) {
        throw new AbortException(order.masks().in(outcome.refusal()));
      }
    }
    current.absence.over();
    EnvVars variables = getContext().get(EnvVars.class);
    remote = RemoteRun.launch(atFirst ? id : id + "-last", order, workspace, variables, listener);
    current.watch = new Watch(remote, order.masks(), listener);
    saveState();
    return Optional.of(Duration.ZERO);
  }

  private Optional<Duration> follow(Now current, TaskListener listener)
      throws IOException, InterruptedException {
    Run<?, ?> run = getContext().get(Run.class);
    boolean atFirst = stage == Stage.FIRST;
    current.node = remote.node();
    if (current.watch == null) {
      current.watch = new Watch(remote, order(run).masks(), listener);
    }
    Optional<RunAccess> access = RunAccess.find(remote, listener);
    if (access.isEmpty()) {
      if (atFirst && current.stopped != null) {
        throw new AbortException("stopped");
      }
      return Optional.of(current.absence.notice(current.node, listener));
    }
    Watch.Look look = current.watch.look(access.get(), atFirst && current.stopped != null);
    current.absence.over();
    if (look.printed()) {
      saveState();
    }
    RunReport report = current.watch.story().report();
    if (look.pause().isPresent()) {
      if (look.told() && atFirst) {
        AiImagesAction.of(run).put(source(), true, report);
      }
      return look.pause();
    }
    current.watch.cleanUp(access.get());
    remote = null;
    current.watch = null;
    return atFirst ? afterFirst(current, run, report) : afterLast(current, run, report);
  }

  private Optional<Duration> afterFirst(Now current, Run<?, ?> run, RunReport report)
      throws IOException, InterruptedException {
    told = ReportJson.writeLine(report.brief());
    boolean succeeded = report.failure().isEmpty();
    AiImagesAction.of(run).put(source(), succeeded, report);
    if (succeeded && current.stopped == null) {
      invokeBody(current, report);
      AiImagesAction.of(run).save();
      return Optional.empty();
    }
    if (current.stopped == null && report.failure().get().problem() != Problem.INTERNAL) {
      // It says so itself, so it has also ended what it had begun.
      problem = new AbortException(report.failure().get().message());
      current.ended = true;
      end();
      AiImagesAction.of(run).save();
      return Optional.empty();
    }
    problem =
        current.stopped == null
            ? new AbortException(report.failure().get().message())
            : current.stopped;
    stage = Stage.LAST;
    saveState();
    return Optional.of(Duration.ZERO);
  }

  private void invokeBody(Now current, RunReport report) throws IOException, InterruptedException {
    Map<String, String> variables = new HashMap<>();
    for (String variable : first.environment(report)) {
      int equals = variable.indexOf('=');
      variables.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    EnvironmentExpander expander =
        EnvironmentExpander.merge(
            getContext().get(EnvironmentExpander.class), EnvironmentExpander.constant(variables));
    Throwable stopped;
    synchronized (this) {
      stage = Stage.BODY;
      body =
          getContext().newBodyInvoker().withContext(expander).withCallback(new BodyEnd()).start();
      stopped = current.stopped;
    }
    saveState();
    if (stopped != null) {
      boolean unused = body.cancel(stopped);
    }
  }

  private void afterBody(Throwable failure) {
    synchronized (this) {
      problem = failure;
      body = null;
      stage = Stage.LAST;
    }
    saveState();
    now.loop.wake();
  }

  private Optional<Duration> afterLast(Now current, Run<?, ?> run, RunReport report)
      throws IOException, InterruptedException {
    RunReport all = told == null ? report : ReportJson.read(told).stopped(report);
    AiImagesAction.of(run).put(source(), false, all);
    current.ended = true;
    end();
    AiImagesAction.of(run).save();
    return Optional.empty();
  }

  private void end() {
    if (problem == null) {
      getContext().onSuccess(value);
    } else {
      getContext().onFailure(problem);
    }
  }

  /** Something went wrong on this side. What the program may have begun is ended all the same. */
  private Optional<Duration> broken(Now current, Throwable failure) {
    if (current.ended) {
      LOGGER.log(Level.WARNING, failure, () -> "after the end of a step");
      return Optional.empty();
    }
    boolean begun = stage == Stage.LAST || remote != null;
    Throwable reason = current.stopped == null ? failure : current.stopped;
    problem = problem == null ? reason : problem;
    giveUp(current);
    if (begun && stage == Stage.FIRST) {
      stage = Stage.LAST;
      saveState();
      return Optional.of(Duration.ZERO);
    }
    current.ended = true;
    end();
    return Optional.empty();
  }

  private void giveUp(Now current) {
    RemoteRun given = remote;
    remote = null;
    if (given == null) {
      return;
    }
    try {
      Run<?, ?> run = getContext().get(Run.class);
      Strays.get().stop(given, getContext().get(TaskListener.class));
      Story story = current.watch == null ? new Story(new Masks(List.of())) : current.watch.story();
      current.watch = null;
      if (stage == Stage.FIRST) {
        story.breakOff(Problem.ABORTED, "The step ended before the program.", Instant.now());
        told = ReportJson.writeLine(story.report().brief());
        AiImagesAction.of(run).put(source(), false, story.report());
      } else if (told != null) {
        AiImagesAction.of(run).put(source(), false, ReportJson.read(told));
      }
      AiImagesAction.of(run).save();
    } catch (IOException | RuntimeException e) {
      LOGGER.log(Level.WARNING, e, () -> "cannot record the end of a step");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ImageSource source() throws IOException, InterruptedException {
    FlowNode node = getContext().get(FlowNode.class);
    return new ImageSource(id, node == null ? "" : node.getId(), Optional.empty());
  }

  private void saveState() {
    // Whether it worked is Pipeline's affair, and in its log.
    Future<?> unused = getContext().saveState();
  }
}
