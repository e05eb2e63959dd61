package io.jenkins.plugins.aiimage.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Downloading torch-2.3.0-cp311-none-any.whl (779.1 MB)|389",
        "  Downloading https://host/torch-2.3.0-cp311-none-any.whl (1.2 GB)|600",
        "Downloading numpy.whl (14 kB)|0",
        "Get:5 http://deb.debian.org/debian bookworm/main amd64 libtorch1.13 amd64 1.13.1 [52.3 MB]|26",
        "Get:5 http://deb.debian.org/debian bookworm InRelease [151 kB]|0",
        "Downloading torch (many MB)|0",
        "Downloading torch ()|0",
        "Downloading torch (1.2.3 MB)|0",
        "Downloading torch (999999999999999999999999 GB)|50000",
        "echo (5 MB)|0",
        "Successfully installed torch-2.3.0|0"
      })
  void shouldAllowWhatTheAnnouncedSizeNeeds(String line, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), Silence.allowedAfter(line));
  }

  @Property
  void shouldAnswerToAnyLine(@ForAll String size) {
    assertEquals(false, Silence.allowedAfter("Downloading x (" + size + "B)").isNegative());
  }
}
