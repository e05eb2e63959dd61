package hudson.model;

import hudson.EnvVars;
import hudson.remoting.VirtualChannel;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.kohsuke.stapler.StaplerProxy;

public abstract class Computer extends Actionable implements AccessControlled, StaplerProxy {
  public static final ExecutorService threadPoolForRemoting = null;

  public static final Permission CONFIGURE = null;

  public static final Permission CONNECT = null;

  public static final Permission BUILD = null;

  protected Computer(Node node) {}

  public abstract VirtualChannel getChannel();

  public abstract Charset getDefaultCharset();

  public String getName() {
    throw new UnsupportedOperationException();
  }

  public abstract Boolean isUnix();

  public Node getNode() {
    throw new UnsupportedOperationException();
  }

  public boolean isOffline() {
    throw new UnsupportedOperationException();
  }

  public final boolean isOnline() {
    throw new UnsupportedOperationException();
  }

  public String getDisplayName() {
    throw new UnsupportedOperationException();
  }

  public String getUrl() {
    throw new UnsupportedOperationException();
  }

  public Map<Object, Object> getSystemProperties() throws IOException, InterruptedException {
    throw new UnsupportedOperationException();
  }

  public EnvVars getEnvironment() throws IOException, InterruptedException {
    throw new UnsupportedOperationException();
  }

  public EnvVars buildEnvironment(TaskListener listener) throws IOException, InterruptedException {
    throw new UnsupportedOperationException();
  }

  public String getHostName() throws IOException, InterruptedException {
    throw new UnsupportedOperationException();
  }

  public static Computer currentComputer() {
    throw new UnsupportedOperationException();
  }
}
