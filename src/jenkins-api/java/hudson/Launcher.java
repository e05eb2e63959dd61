package hudson;

import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

public abstract class Launcher {
  protected Launcher(TaskListener listener, VirtualChannel channel) {}

  public VirtualChannel getChannel() {
    throw new UnsupportedOperationException();
  }

  public TaskListener getListener() {
    throw new UnsupportedOperationException();
  }

  public boolean isUnix() {
    throw new UnsupportedOperationException();
  }

  public abstract void kill(Map<String, String> modelEnvVars)
      throws IOException, InterruptedException;

  public final Launcher decorateByEnv(EnvVars _env) {
    throw new UnsupportedOperationException();
  }

  public final class ProcStarter {
    protected boolean[] masks;

    private boolean quiet;

    protected FilePath pwd;

    protected OutputStream stdout;

    protected OutputStream stderr;

    protected InputStream stdin;

    protected String[] envs;

    public ProcStarter cmds(String... args) {
      throw new UnsupportedOperationException();
    }

    public ProcStarter cmds(File program, String... args) {
      throw new UnsupportedOperationException();
    }

    public ProcStarter cmds(List<String> args) {
      throw new UnsupportedOperationException();
    }

    public List<String> cmds() {
      throw new UnsupportedOperationException();
    }

    public ProcStarter masks(boolean... masks) {
      throw new UnsupportedOperationException();
    }

    public boolean[] masks() {
      throw new UnsupportedOperationException();
    }

    public ProcStarter quiet(boolean quiet) {
      throw new UnsupportedOperationException();
    }

    public boolean quiet() {
      throw new UnsupportedOperationException();
    }

    public ProcStarter pwd(FilePath workDir) {
      throw new UnsupportedOperationException();
    }

    public ProcStarter pwd(File workDir) {
      throw new UnsupportedOperationException();
    }

    public ProcStarter pwd(String workDir) {
      throw new UnsupportedOperationException();
    }

    public FilePath pwd() {
      throw new UnsupportedOperationException();
    }

    public ProcStarter stdout(OutputStream out) {
      throw new UnsupportedOperationException();
    }

    public ProcStarter stdout(TaskListener out) {
      throw new UnsupportedOperationException();
    }

    public OutputStream stdout() {
      throw new UnsupportedOperationException();
    }

    public ProcStarter stderr(OutputStream err) {
      throw new UnsupportedOperationException();
    }

    public OutputStream stderr() {
      throw new UnsupportedOperationException();
    }

    public ProcStarter stdin(InputStream in) {
      throw new UnsupportedOperationException();
    }

    public InputStream stdin() {
      throw new UnsupportedOperationException();
    }

    public ProcStarter envs(Map<String, String> overrides) {
      throw new UnsupportedOperationException();
    }

    public ProcStarter envs(String... overrides) {
      throw new UnsupportedOperationException();
    }

    public String[] envs() {
      throw new UnsupportedOperationException();
    }

    public Proc start() throws IOException {
      throw new UnsupportedOperationException();
    }

    public int join() throws IOException, InterruptedException {
      throw new UnsupportedOperationException();
    }
  }
}
