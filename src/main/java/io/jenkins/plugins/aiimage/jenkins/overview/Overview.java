package io.jenkins.plugins.aiimage.jenkins.overview;

import hudson.Extension;
import hudson.model.Api;
import hudson.model.Job;
import hudson.model.RootAction;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import io.jenkins.plugins.aiimage.report.history.MachineNote;
import io.jenkins.plugins.aiimage.report.history.Metrics;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The images of all jobs that whoever asks may read, and the agents that make them. */
@Extension
@ExportedBean
public final class Overview implements RootAction {
  public static final PermissionGroup PERMISSIONS =
      new PermissionGroup("AI images", Overview.class, Messages.permissions());

  /** To ask for metrics. They name every job, so nothing less than Administer has it by itself. */
  public static final Permission METRICS =
      new Permission(
          PERMISSIONS,
          "Metrics",
          Messages.metricsPermission(),
          Jenkins.ADMINISTER,
          PermissionScope.JENKINS);

  /** The page of all images, as this request sees them. */
  public OverviewPage getContent() {
    return new OverviewPage(JobWithImages.readable(), VisibleAgents.called(Messages.builtIn()));
  }

  /** The job that made an image last comes first. */
  @Exported
  public List<JobWithImages> getJobs() {
    return JobWithImages.readable();
  }

  /** Those that whoever asks may see. */
  @Exported
  public List<AgentExport> getAgents() {
    return VisibleAgents.called("built-in").stream().map(AgentExport::new).toList();
  }

  /** All images of all jobs, whoever may read those, in Prometheus' text format. */
  public HttpResponse doPrometheus() {
    Jenkins.get().checkPermission(METRICS);
    Map<String, List<ImageHistory>> images = new LinkedHashMap<>();
    List<MachineNote> agents;
    try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
      for (JobWithImages job : JobWithImages.readable()) {
        images.put(job.getName(), job.histories());
      }
      agents = VisibleAgents.called("built-in");
    }
    return new TextResponse(
        "text/plain; version=0.0.4; charset=utf-8",
        Metrics.of(images, agents, Instant.now()),
        Optional.empty());
  }

  /** The newest builds of all jobs, each with the job's name. */
  @WebMethod(name = "history.jsonl")
  public HttpResponse doHistory() {
    return TextResponse.lines(
        JobWithImages.readable().stream().flatMap(job -> job.lines().stream()).toList(),
        "history.jsonl");
  }

  /** For {@code ai-images/api/json}. */
  public Api getApi() {
    return new Api(this);
  }

  /** Null for those who may not read a single job. */
  @Override
  public String getIconFileName() {
    return Jenkins.get().allItems(Job.class).iterator().hasNext()
        ? "symbol-cube-outline plugin-ionicons-api"
        : null;
  }

  @Override
  public String getDisplayName() {
    return Messages.displayName();
  }

  @Override
  public String getUrlName() {
    return "ai-images";
  }
}
