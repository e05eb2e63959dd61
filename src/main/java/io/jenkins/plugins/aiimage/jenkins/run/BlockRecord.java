package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.model.Run;
import io.jenkins.plugins.aiimage.jenkins.result.AiImagesAction;
import io.jenkins.plugins.aiimage.jenkins.result.ImageSource;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.json.ReportJson;
import java.io.IOException;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a build keeps of a step with a body: one report of what was done before it and after it. */
final class BlockRecord {
  private final AiImagesAction images;
  private final ImageSource source;

  private BlockRecord(AiImagesAction images, ImageSource source) {
    this.images = images;
    this.source = source;
  }

  /**
   * The record of a step that has not ended; it can be saved when it has.
   *
   * @param execution identity of the step's execution
   */
  static BlockRecord of(StepContext context, String execution)
      throws IOException, InterruptedException {
    FlowNode node = context.get(FlowNode.class);
    return new BlockRecord(
        AiImagesAction.of(context.get(Run.class)),
        new ImageSource(execution, node == null ? "" : node.getId(), Optional.empty()));
  }

  /** What is known while the first goes on. */
  void soFar(RunReport report) {
    images.put(source, true, report);
  }

  /**
   * What came of the first.
   *
   * @param goesOn whether the body follows
   * @return what to keep for {@link #last}
   */
  String first(RunReport report, boolean goesOn) {
    images.put(source, goesOn, report);
    return ReportJson.writeLine(report.brief());
  }

  /**
   * What came of both.
   *
   * @param told by {@link #first}; null if nothing is known of that
   * @param report of the last
   */
  void last(String told, RunReport report) {
    images.put(source, false, told == null ? report : ReportJson.read(told).stopped(report));
  }

  /** The last has told nothing. */
  void noLast(String told) {
    if (told != null) {
      images.put(source, false, ReportJson.read(told));
    }
  }

  void save() {
    images.save();
  }
}
