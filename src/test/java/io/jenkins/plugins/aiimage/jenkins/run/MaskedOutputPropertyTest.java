package io.jenkins.plugins.aiimage.jenkins.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MaskedOutputPropertyTest {
  private static final List<String> SECRETS = List.of("aab", "ab✓", "bbbbb");

  @Provide
  Arbitrary<String> logs() {
    return Arbitraries.strings().withChars('a', 'b', '✓', '\n', '𝄞').ofMaxLength(60);
  }

  @Property
  void shouldMaskTheSameWhereverTheLogIsCut(@ForAll("logs") String text, @ForAll List<Integer> cuts)
      throws IOException {
    assertEquals(masked(text, List.of()), masked(text, cuts));
  }

  @Property
  void shouldPassOnWhatHoldsNoSecret(@ForAll List<Integer> cuts) throws IOException {
    String text = "✓ built ünd 𝄞\nnext\n";
    assertEquals(text, masked(text, cuts));
  }

  @Example
  void shouldShowWhatIsSureAtEachFlush() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    MaskedOutput output = new MaskedOutput(log, new Masks(SECRETS));

    output.write("line\nprompt: aa".getBytes(StandardCharsets.UTF_8));
    output.flush();
    assertEquals("line\nprompt: ", log.toString(StandardCharsets.UTF_8));

    output.write("b done".getBytes(StandardCharsets.UTF_8));
    output.close();
    assertEquals("line\nprompt: **** done\n", log.toString(StandardCharsets.UTF_8));
  }

  private static String masked(String text, List<Integer> cuts) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    MaskedOutput output = new MaskedOutput(log, new Masks(SECRETS));
    int at = 0;
    for (int cut : cuts) {
      int length = Math.min(Math.floorMod(cut, 7), bytes.length - at);
      output.write(bytes, at, length);
      output.flush();
      at += length;
    }
    output.write(bytes, at, bytes.length - at);
    output.close();
    return log.toString(StandardCharsets.UTF_8);
  }
}
