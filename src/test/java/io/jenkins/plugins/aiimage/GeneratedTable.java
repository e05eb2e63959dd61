package io.jenkins.plugins.aiimage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A table of the documentation that is made from the code.
 *
 * @param document file in {@code docs}
 * @param name of the two comments that enclose the table
 */
public record GeneratedTable(String document, String name) {

  /** Compares the table with what is made; writes it with {@code -Ddocuments.write=true}. */
  public void shouldHold(Supplier<String> made) throws IOException {
    if (Boolean.getBoolean("documents.write")) {
      write(made.get());
    } else {
      assertEquals(made.get(), parts().table(), "make it anew: -Ddocuments.write=true");
    }
  }

  /** Puts another table in its place. */
  public void write(String made) throws IOException {
    Parts parts = parts();
    Files.writeString(file(), parts.before() + made + parts.after());
  }

  private record Parts(String before, String table, String after) {}

  private Parts parts() throws IOException {
    String text = Files.readString(file());
    String begin = "<!-- " + name + " begin -->\n";
    String end = "<!-- " + name + " end -->";
    assertTrue(text.contains(begin) && text.contains(end), document + " has no place for " + name);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end);
    return new Parts(text.substring(0, from), text.substring(from, to), text.substring(to));
  }

  private Path file() {
    return Path.of("docs", document);
  }

  /** A text as a cell may hold it. */
  public static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
