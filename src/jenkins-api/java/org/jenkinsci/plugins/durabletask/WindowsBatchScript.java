package org.jenkinsci.plugins.durabletask;

public final class WindowsBatchScript extends FileMonitoringTask {
  public WindowsBatchScript(String script) {}

  public String getScript() {
    throw new UnsupportedOperationException();
  }
}
