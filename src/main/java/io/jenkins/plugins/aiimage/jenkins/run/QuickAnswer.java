package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.aiimage.report.EventListener;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.console.ConsoleLog;
import io.jenkins.plugins.aiimage.report.console.Screen;
import io.jenkins.plugins.aiimage.report.json.EventJson;
import io.jenkins.plugins.aiimage.usecase.Answer;
import io.jenkins.plugins.aiimage.usecase.Machine;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.MasterToSlaveFileCallable;

/** Asks inside the agent's JVM, which is warm: a hit costs its requests and no process. */
final class QuickAnswer extends MasterToSlaveFileCallable<Outcome> {
  private static final long serialVersionUID = 1L;

  private final Order order;

  QuickAnswer(Order order) {
    this.order = order;
  }

  @Override
  public Outcome invoke(File workspace, VirtualChannel channel) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    ArrayList<String> lines = new ArrayList<>();
    PrintStream printer = new PrintStream(log, false, StandardCharsets.UTF_8);
    EventListener console = new ConsoleLog(new Screen.Plain(printer), order.isSet("verbose"));
    EventLog events =
        new EventLog(
            Clock.systemUTC(), List.of(console, entry -> lines.add(EventJson.write(entry))));
    try {
      Machine machine =
          new Machine(
              order.environmentHere(), order.credentialsHere(), Clock.systemUTC(), order.version());
      Answer answer =
          order
              .task()
              .useCase(Map.copyOf(order.parameters()), workspace.toPath(), machine)
              .answer(events);
      if (answer instanceof Answer.Work work) {
        return Outcome.work(work.key(), work.repository(), work.shared(), lines);
      }
      printer.flush();
      return Outcome.done(log.toString(StandardCharsets.UTF_8), lines);
    } catch (UseCaseException e) {
      return Outcome.refused(e.getMessage());
    } catch (RuntimeException e) {
      // Its class may not travel to the controller.
      StackTraceElement[] trace = e.getStackTrace();
      return Outcome.refused(
          "There is a fault in ai-image itself: "
              + e
              + (trace.length > 0 ? " at " + trace[0] : "")
              + ".");
    }
  }
}
