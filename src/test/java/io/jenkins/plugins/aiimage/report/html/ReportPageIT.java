package io.jenkins.plugins.aiimage.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.aiimage.report.Entry;
import io.jenkins.plugins.aiimage.report.RunReport;
import io.jenkins.plugins.aiimage.report.Stories;
import io.jenkins.plugins.aiimage.report.history.Runs;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page as a browser lays it out. */
class ReportPageIT {
  /** Frames of three widths; a browser's own window has a least width. */
  private static final String FRAME = "<iframe width=%d height=900 srcdoc=\"%s\"></iframe>";

  /**
   * Of each frame its width, that of the page, how many elements are outside, and words about text
   * that is hard to read (contrast below 4.5, WCAG 2.2, 1.4.3) or out of the keyboard's reach.
   */
  private static final String MEASURE =
      """
      <script>addEventListener('load', () => {
        const channels = colour => colour.match(/[0-9.]+/g).map(Number);
        const light = colour => channels(colour).slice(0, 3).map(c => c / 255)
            .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = element => {
          for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (channels(colour)[3] !== 0) return colour;
          }
          return 'rgb(255, 255, 255)';
        };
        const contrast = (one, other) => {
          const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
          return (high + 0.05) / (low + 0.05);
        };
        const findings = [], notes = [];
        for (const frame of document.querySelectorAll('iframe')) {
          const page = frame.contentDocument, wide = frame.clientWidth;
          page.querySelectorAll('details').forEach(details => details.open = true);
          const all = [...page.querySelectorAll('body *')];
          const outside = all.filter(element =>
              (element.getBoundingClientRect().right > wide + 1 && !element.closest('.wide')) ||
              (element.matches('.scroll:not(.wide)') &&
                  element.scrollWidth > element.clientWidth + 1));
          findings.push(wide + ':' + page.documentElement.scrollWidth + ':' + outside.length);
          for (const element of all) {
            const own = [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
            if (own && element.localName !== 'title' && element.localName !== 'script') {
              const style = getComputedStyle(element);
              const ink = element.localName === 'text' ? style.fill : style.color;
              const ratio = contrast(ink, behind(element));
              if (ratio < 4.5) {
                notes.push(ratio.toFixed(1) + ' of ' + element.localName + '.' +
                    element.getAttribute('class') + ' ' + element.textContent.slice(0, 20));
              }
            }
            if (element.matches('a, summary, pre, .scroll')) {
              element.focus();
              if (page.activeElement !== element || element.tabIndex < 0) {
                notes.push('no focus on ' + element.localName);
              }
            }
          }
          notes.push('page ' + getComputedStyle(page.body).backgroundColor);
        }
        document.body.setAttribute('data-found', findings.join(' '));
        document.body.setAttribute('data-notes', [...new Set(notes)].join('; '));
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

  private static String allStories() {
    List<RunReport> all = new ArrayList<>();
    for (List<Entry> story :
        List.of(
            Stories.hit(),
            Stories.resumed(),
            Stories.built(),
            Stories.failed(),
            Stories.waited(),
            Stories.thirtyPhases(),
            Stories.cleaned(),
            Stories.databases(),
            Stories.reviewed(),
            Stories.underWay(),
            Stories.hostileUnderWay(),
            Stories.hostile())) {
      all.add(Stories.fold(story));
    }
    return Pages.english(all);
  }

  private static String months(String language) {
    Words words = Words.in(Locale.forLanguageTag(language), ZoneOffset.UTC);
    NamedRun run = new NamedRun("failed.json", Stories.fold(Stories.failed()));
    NamedRun hostile = new NamedRun("\u202Ehostile.json", Stories.fold(Stories.hostile()));
    return new ReportPage(words).render(List.of(run, hostile), Runs.images(60));
  }

  static List<String> pages() {
    return List.of(allStories(), months("en"), months("fr"), months("ru"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shouldBeReadableAtAnyWidthInLightAndDark(String page) throws Exception {
    Visit light = visit(page, "1");
    Visit dark = visit(page, "0");

    assertEquals(List.of(), light.console());
    assertEquals("360:360:0 800:800:0 1400:1400:0", light.found());
    assertEquals("page rgb(241, 245, 249)", light.notes());
    assertEquals(List.of(), dark.console());
    assertEquals("360:360:0 800:800:0 1400:1400:0", dark.found());
    assertEquals("page rgb(11, 17, 32)", dark.notes());
  }

  @Test
  void shouldNoticeAPageThatIsTooWideOrFails() throws Exception {
    Visit visit =
        visit(
            "<body style='margin:0'><div style='width:1000px'>wide</div>"
                + "<p style='color:#999'>pale</p>"
                + "<pre tabindex=-1>unreachable</pre>"
                + "<script>console.error('noticed')</script>",
            "1");

    assertEquals("360:1000:1 800:1000:1 1400:1400:0", visit.found());
    assertTrue(visit.notes().contains("2.8 of p"), visit.notes());
    assertTrue(visit.notes().contains("no focus on pre"), visit.notes());
    assertEquals(3, visit.console().stream().filter(line -> line.contains("noticed")).count());
  }

  /**
   * What a visit found.
   *
   * @param console lines of the browser's console, also those about violated policies
   */
  private record Visit(String found, String notes, List<String> console) {}

  /**
   * Opens a page.
   *
   * @param scheme 0 for dark, 1 for light, as Chromium counts
   */
  private Visit visit(String page, String scheme) throws IOException, InterruptedException {
    String escaped = page.replace("&", "&amp;").replace("\"", "&quot;");
    StringBuilder wrapper =
        new StringBuilder(
            "<!DOCTYPE html><meta charset=utf-8>"
                + "<meta name=color-scheme content='light dark'><body>");
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
                "--blink-settings=preferredColorScheme=" + scheme,
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
    Matcher found = Pattern.compile("data-found=\"([^\"]*)\" data-notes=\"([^\"]*)\"").matcher(dom);
    assertTrue(found.find(), "the page was not measured");
    try (Stream<String> lines = Files.lines(errors, StandardCharsets.ISO_8859_1)) {
      return new Visit(
          found.group(1), found.group(2), lines.filter(line -> line.contains(":CONSOLE")).toList());
    }
  }
}
