package org.jenkinsci.plugins.durabletask;

public final class WindowsBatchScript extends FileMonitoringTask {
  public WindowsBatchScript(String script) {}
}
