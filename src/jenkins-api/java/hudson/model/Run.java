package hudson.model;

import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import java.io.File;
import java.io.IOException;
import java.util.Calendar;
import java.util.List;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.access.AccessDeniedException;

public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>>
    extends Actionable
    implements ExtensionPoint, Comparable<RunT>, AccessControlled, PersistenceRoot, StaplerProxy {
  public static final PermissionGroup PERMISSIONS = null;

  public static final Permission DELETE = null;

  public static final Permission UPDATE = null;

  public static final Permission ARTIFACTS = null;

  protected Run(JobT job) throws IOException {}

  protected Run(JobT job, Calendar timestamp) {}

  protected Run(JobT job, long timestamp) {}

  protected Run(JobT project, File buildDir) throws IOException {}

  public void reload() throws IOException {
    throw new UnsupportedOperationException();
  }

  protected void onLoad() {
    throw new UnsupportedOperationException();
  }

  public void addAction(Action a) {
    throw new UnsupportedOperationException();
  }

  public int compareTo(RunT that) {
    throw new UnsupportedOperationException();
  }

  public Result getResult() {
    throw new UnsupportedOperationException();
  }

  public void setResult(Result r) {
    throw new UnsupportedOperationException();
  }

  public boolean isBuilding() {
    throw new UnsupportedOperationException();
  }

  public boolean isLogUpdated() {
    throw new UnsupportedOperationException();
  }

  public List<Cause> getCauses() {
    throw new UnsupportedOperationException();
  }

  public <T extends Cause> T getCause(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  public JobT getParent() {
    throw new UnsupportedOperationException();
  }

  public Calendar getTimestamp() {
    throw new UnsupportedOperationException();
  }

  public final long getTimeInMillis() {
    throw new UnsupportedOperationException();
  }

  public final long getStartTimeInMillis() {
    throw new UnsupportedOperationException();
  }

  public String getDescription() {
    throw new UnsupportedOperationException();
  }

  public String getDurationString() {
    throw new UnsupportedOperationException();
  }

  public long getDuration() {
    throw new UnsupportedOperationException();
  }

  public String getFullDisplayName() {
    throw new UnsupportedOperationException();
  }

  public String getDisplayName() {
    throw new UnsupportedOperationException();
  }

  public int getNumber() {
    throw new UnsupportedOperationException();
  }

  public RunT getPreviousBuild() {
    throw new UnsupportedOperationException();
  }

  public final RunT getPreviousCompletedBuild() {
    throw new UnsupportedOperationException();
  }

  public RunT getPreviousSuccessfulBuild() {
    throw new UnsupportedOperationException();
  }

  public RunT getNextBuild() {
    throw new UnsupportedOperationException();
  }

  public String getUrl() {
    throw new UnsupportedOperationException();
  }

  public String getId() {
    throw new UnsupportedOperationException();
  }

  public File getRootDir() {
    throw new UnsupportedOperationException();
  }

  public ACL getACL() {
    throw new UnsupportedOperationException();
  }

  public void save() throws IOException {
    throw new UnsupportedOperationException();
  }

  public final void keepLog() throws IOException {
    throw new UnsupportedOperationException();
  }

  public void setDescription(String description) throws IOException {
    throw new UnsupportedOperationException();
  }

  public EnvVars getEnvironment(TaskListener listener) throws IOException, InterruptedException {
    throw new UnsupportedOperationException();
  }

  public final EnvVars getCharacteristicEnvVars() {
    throw new UnsupportedOperationException();
  }

  public String getExternalizableId() {
    throw new UnsupportedOperationException();
  }

  public static Run<?, ?> fromExternalizableId(String id)
      throws IllegalArgumentException, AccessDeniedException {
    throw new UnsupportedOperationException();
  }
}
