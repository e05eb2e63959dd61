package io.jenkins.plugins.aiimage.jenkins.result;

import io.jenkins.plugins.aiimage.report.Current;
import java.time.Duration;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a step under way does, as programs see it. What is not known is null. */
@ExportedBean(defaultVisibility = 3)
public final class AiImageCurrent {
  private final Current current;

  AiImageCurrent(Current current) {
    this.current = current;
  }

  /** Name of the phase, or of what is pulled or pushed. */
  @Exported
  public String getSubject() {
    return current.subject();
  }

  /** Of the phase among those to build, from 1; 0 for what is no phase. */
  @Exported
  public int getNumber() {
    return current.number();
  }

  /** How many are to build; 0 likewise. */
  @Exported
  public int getTotal() {
    return current.total();
  }

  /** When it began, by the agent's clock, in ISO 8601. */
  @Exported
  public String getSince() {
    return current.since().toString();
  }

  /** What it took the last time. */
  @Exported
  public Long getExpectedMs() {
    return current.expected().map(Duration::toMillis).orElse(null);
  }

  @Exported
  public String getDoing() {
    return current.doing().orElse(null);
  }

  @Exported
  public long getSilenceMs() {
    return current.silence().toMillis();
  }

  @Exported
  public long getSilenceLimitMs() {
    return current.silenceLimit().toMillis();
  }
}
