package io.jenkins.plugins.aiimage.build.failure;

import io.jenkins.plugins.aiimage.GeneratedTable;
import io.jenkins.plugins.aiimage.report.Cause;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FailuresDocumentTest {
  private static final int HEAD = 40;
  private static final int TAIL = 90;

  @Test
  void shouldListEverySignWithItsCauseAndItsHint() throws IOException {
    new GeneratedTable("failures.md", "signs").shouldHold(FailuresDocumentTest::tables);
  }

  private static String tables() {
    StringBuilder text = new StringBuilder();
    String tool = "";
    for (Sign sign : SignTable.all()) {
      if (!sign.tool().equals(tool)) {
        tool = sign.tool();
        text.append("\n## ").append(tool).append("\n\n");
        text.append("| sign | for instance | cause | retried | what to do |\n");
        text.append("|---|---|---|---|---|\n");
      }
      text.append("| `").append(sign.id());
      text.append("` | `").append(GeneratedTable.cell(example(sign)));
      text.append("` | ").append(sign.cause().words());
      text.append(" | ").append(retried(sign.cause()));
      text.append(" | ").append(GeneratedTable.cell(Hints.of(sign.id(), Locale.ENGLISH)));
      text.append(" |\n");
    }
    return text.append('\n').toString();
  }

  private static String example(Sign sign) {
    String line = sign.examples().get(0).replace('`', '\'');
    return line.length() <= HEAD + TAIL
        ? line
        : line.substring(0, HEAD) + "…" + line.substring(line.length() - TAIL);
  }

  private static String retried(Cause cause) {
    return switch (cause) {
      case TRANSIENT, STALLED, TIMED_OUT -> "yes";
      case BUILDER_STATE -> "yes, three times for nothing";
      case INDEX -> "yes, with a fallback";
      case UNKNOWN -> "once";
      case PERMANENT, ENGINE_LOST, DISK_FULL, ABORTED -> "no";
    };
  }
}
