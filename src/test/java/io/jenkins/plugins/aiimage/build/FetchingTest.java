package io.jenkins.plugins.aiimage.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchingTest {
  private static final Fetching BEFORE = new Fetching(Optional.of("before"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Collecting torch==2.3.0 (from -r requirements.txt (line 4))|collecting torch",
        "Collecting uvicorn[standard]>=0.29|collecting uvicorn",
        "Collecting https://host/a/b-1.0.tar.gz|collecting b 1.0",
        "  Downloading torch-2.3.0-cp311-cp311-linux_x86_64.whl (198.6 MB)|downloading torch 2.3.0 (198.6 MB)",
        "  Downloading https://u:p@host/nvidia_cublas_cu12-12.1.3.1-py3-none-any.whl.metadata (1.5 kB)|downloading nvidia_cublas_cu12 12.1.3.1 (1.5 kB)",
        "  Downloading https://host/torch-2.3.0-cp311-cp311-linux_x86_64.whl#sha256=1 (1 MB)|downloading torch 2.3.0 (1 MB)",
        "  Downloading scikit-learn-1.4.2.tar.gz (7.0 MB)|downloading scikit-learn 1.4.2 (7.0 MB)",
        "Downloading foo-1.0.zip|downloading foo 1.0",
        "Downloading torch (731.1MiB)|downloading torch (731.1MiB)",
        "Building wheel for flash-attn (setup.py): started|building flash-attn",
        "Installing collected packages: numpy|installing numpy",
        "Installing collected packages: a, b, c|installing a, b, c",
        "Installing collected packages: a, b, c, d, e|installing a, b and 3 more",
        "Get:3 http://deb.debian.org/debian bookworm/main amd64 libfoo amd64 1.2-3 [1,234 kB]|downloading libfoo 1.2-3 (1,234 kB)",
        "Get:5 http://deb.debian.org/debian bookworm InRelease [151 kB]|downloading lists of packages (151 kB)",
        "Get:4 http://deb.debian.org/debian bookworm/main amd64 Packages [8,786 kB]|downloading lists of packages (8,786 kB)",
        "Unpacking libfoo:amd64 (1.2-3) ...|unpacking libfoo 1.2-3",
        "Setting up libfoo:amd64 (1.2-3) ...|setting up libfoo 1.2-3",
        "sha256:2f44b7a888fa005d 10.49MB / 29.13MB 0.8s|downloading layer 2f44b7a888fa (10.49MB of 29.13MB)",
        "Copying blob sha256:2f44b7a888fa005d|downloading layer 2f44b7a888fa",
        "2f44b7a888fa: Pulling fs layer|downloading layer 2f44b7a888fa"
      })
  void shouldSayWhatALineAnnounces(String line, String words) {
    assertEquals(Optional.of(words), BEFORE.heard(line).words());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Successfully installed torch-2.3.0",
        "Fetched 12.3 MB in 2s (6,150 kB/s)",
        "Building wheel for flash-attn (setup.py): finished with status 'done'",
        "sha256:2f44b7a888fa005d 29.13MB / 29.13MB 1.8s done",
        "WARNING: Retrying (Retry(total=4)) after connection broken",
        "Err:3 http://deb.debian.org/debian bookworm/main amd64 libfoo amd64 1.2-3"
      })
  void shouldForgetWhatIsOverOrInTrouble(String line) {
    assertEquals(Fetching.NONE, BEFORE.heard(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Downloading",
        "Downloading and Extracting Packages",
        "Downloading model weights (this may take a while)",
        "Requirement already satisfied: numpy in /usr/lib",
        "Setting up the server",
        "Unpacking the archive"
      })
  void shouldNotTakeOtherLinesForAnAnnouncement(String line) {
    assertEquals(BEFORE, BEFORE.heard(line));
  }

  @Test
  void shouldBoundWhatABuildSays() {
    Fetching endless = Fetching.NONE.heard("Collecting " + "\uD83D\uDE00".repeat(5000));

    assertTrue(endless.words().orElseThrow().length() <= 120);
    assertTrue(
        endless.words().orElseThrow().codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000));
  }

  @Property
  void shouldAnswerToAnyLine(@ForAll String text) {
    for (String beginning :
        new String[] {"Get:", "Collecting ", "Downloading ", "Setting up ", "sha256:", ""}) {
      assertTrue(BEFORE.heard(beginning + text).words().orElse("").length() <= 120);
      assertTrue(BEFORE.heard(beginning + text + " ...").words().orElse("").length() <= 120);
    }
  }
}
