package io.jenkins.plugins.aiimage.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.Installed;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationsTest {
  private static List<Installed> after(String... lines) {
    Installations installations = new Installations();
    List.of(lines).forEach(installations::heard);
    assertEquals(installations.listed().size(), installations.count());
    return installations.listed();
  }

  @Test
  void shouldTellNamesWithHyphensFromVersions() {
    assertEquals(
        List.of(
            new Installed("MarkupSafe", "2.1.5"),
            new Installed("nvidia-cublas-cu12", "12.1.3.1"),
            new Installed("torch", "2.3.0+cu121"),
            new Installed("a-2", "1.0rc1"),
            new Installed("nothing-known", "")),
        after(
            "Successfully installed MarkupSafe-2.1.5 nvidia-cublas-cu12-12.1.3.1 torch-2.3.0+cu121"
                + " a-2-1.0rc1 nothing-known"));
  }

  @Test
  void shouldKnowAptUvAndApk() {
    assertEquals(
        List.of(
            new Installed("libfoo", "1.2-3"),
            new Installed("curl", "7.88.1-10+deb12u5"),
            new Installed("numpy", "1.26.4"),
            new Installed("musl", "1.2.4-r2")),
        after(
            "Setting up libfoo:amd64 (1.2-3) ...",
            "Setting up curl (7.88.1-10+deb12u5) ...",
            " + numpy==1.26.4",
            "(1/15) Installing musl (1.2.4-r2)"));
  }

  @Test
  void shouldTakeTheLastWordOnAPackage() {
    assertEquals(
        List.of(new Installed("torch", "2.4.0"), new Installed("numpy", "1")),
        after(
            "Successfully installed torch-2.3.0 numpy-1", "  Successfully installed torch-2.4.0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Successfully installed ",
        "Setting up ...",
        "Setting up  ...",
        "Setting up the server ",
        "+ pip install torch==2.3.0",
        "+ ==1",
        "(1/2) Installing the thing of (your) dreams",
        "Successfully uninstalled torch-2.3.0",
        "+ "
      })
  void shouldNotTakeOtherLinesForAPackage(String line) {
    assertEquals(List.of(), after(line));
  }

  @Test
  void shouldCountMoreThanItLists() {
    Installations installations = new Installations();
    for (int i = 0; i < 20_000; i++) {
      installations.heard("Setting up package" + i + " (1) ...");
    }
    installations.heard("Successfully installed " + "x".repeat(1000) + "-1");

    assertEquals(1_000, installations.listed().size());
    assertEquals(10_000, installations.count());
  }

  @Property
  void shouldAnswerToAnyLine(@ForAll String text) {
    Installations installations = new Installations();
    for (String beginning :
        new String[] {"Successfully installed ", "Setting up ", "+ ", "(1/2) Installing "}) {
      installations.heard(beginning + text);
      installations.heard(beginning + text + " ...");
    }
    for (Installed each : installations.listed()) {
      assertTrue(!each.name().isEmpty() && each.name().length() <= 80);
      assertTrue(each.version().length() <= 80);
    }
  }
}
