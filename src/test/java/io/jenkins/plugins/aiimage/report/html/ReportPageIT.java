package io.jenkins.plugins.aiimage.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.Stories;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser lays it out. */
class ReportPageIT {
  /** Frames of three widths; a browser's own window has a least width. */
  private static final String FRAME = "<iframe width=%d height=900 srcdoc=\"%s\"></iframe>";

  private static final String MEASURE =
      """
      <script>addEventListener('load', () => {
        const findings = [...document.querySelectorAll('iframe')].map(frame => {
          const page = frame.contentDocument, wide = frame.clientWidth;
          const outside = [...page.querySelectorAll('body *')].filter(element =>
              element.getBoundingClientRect().right > wide + 1 ||
              (element.matches('.scroll') && element.scrollWidth > element.clientWidth + 1));
          return wide + ':' + page.documentElement.scrollWidth + ':' + outside.length;
        });
        document.body.setAttribute('data-found', findings.join(' '));
      })</script>
      """;

  @TempDir Path folder;

  private Path browser;

  @BeforeEach
  void findBrowser() {
    Optional<Path> found =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(
                name ->
                    Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(place -> Path.of(place, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "no chromium, chromium-browser or google-chrome on the PATH");
    browser = found.get();
  }

  @Test
  void shouldFitAnyWidthWithoutErrors() throws Exception {
    List<RunReport> all = new ArrayList<>();
    for (List<Entry> story :
        List.of(
            Stories.hit(),
            Stories.resumed(),
            Stories.built(),
            Stories.failed(),
            Stories.thirtyPhases(),
            Stories.hostile())) {
      all.add(Stories.fold(story));
    }

    Visit visit = visit(ReportPage.render(all));

    assertEquals(List.of(), visit.console());
    assertEquals("360:360:0 800:800:0 1400:1400:0", visit.found());
  }

  @Test
  void shouldNoticeAPageThatIsTooWideOrFails() throws Exception {
    Visit visit =
        visit(
            "<body style='margin:0'><div style='width:1000px'>wide</div>"
                + "<script>console.error('noticed')</script>");

    assertEquals("360:1000:1 800:1000:1 1400:1400:0", visit.found());
    assertEquals(3, visit.console().stream().filter(line -> line.contains("noticed")).count());
  }

  /**
   * @param console lines of the browser's console, also those about violated policies
   */
  private record Visit(String found, List<String> console) {}

  private Visit visit(String page) throws IOException, InterruptedException {
    String escaped = page.replace("&", "&amp;").replace("\"", "&quot;");
    StringBuilder wrapper = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><body>");
    for (int width : new int[] {360, 800, 1400}) {
      wrapper.append(FRAME.formatted(width, escaped));
    }
    Path file = Files.writeString(folder.resolve("page.html"), wrapper + MEASURE);
    Path output = folder.resolve("dom");
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                file.toUri().toString())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the browser does not end");
    } finally {
      process.destroyForcibly().waitFor();
    }
    String dom = Files.readString(output);
    Matcher found = Pattern.compile("data-found=\"([^\"]*)\"").matcher(dom);
    assertTrue(found.find(), "the page was not measured");
    try (Stream<String> lines = Files.lines(errors, StandardCharsets.ISO_8859_1)) {
      return new Visit(found.group(1), lines.filter(line -> line.contains(":CONSOLE")).toList());
    }
  }
}
