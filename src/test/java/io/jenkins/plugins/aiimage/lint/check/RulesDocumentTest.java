package io.jenkins.plugins.aiimage.lint.check;

import io.jenkins.plugins.aiimage.GeneratedTable;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Holds the table of rules in {@code docs/linting.md} to the rules. */
class RulesDocumentTest {
  @Test
  void shouldDescribeEveryRule() throws IOException {
    new GeneratedTable("linting.md", "rules").shouldHold(RulesDocumentTest::table);
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder(
            "| rule | severity | finds | why | what to do | `--fix` | silent behind |\n");
    table.append("|---|---|---|---|---|---|---|\n");
    for (Rule rule : Rule.values()) {
      table.append("| `").append(rule.name()).append("` | ").append(rule.severity().words());
      table.append(" | ").append(GeneratedTable.cell(rule.title()));
      table.append(" | ").append(GeneratedTable.cell(rule.why()));
      table.append(" | ").append(GeneratedTable.cell(rule.advice()));
      table.append(" | ").append(rule.fixable() ? "where safe" : "");
      table.append(" | ").append(String.join(", ", rule.neighbours())).append(" |\n");
    }
    return table.toString();
  }
}
