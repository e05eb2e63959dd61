package io.jenkins.plugins.aiimage.jenkins.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the build's page in a browser. */
class LiveScriptIT {
  private static final String PAGE =
      """
      <!DOCTYPE html><meta charset=utf-8><body>
      <div data-ai-image-live="live"><div class="ai-image" data-seconds="2" data-news="first">
      <details><summary>more</summary><p>1</p></details><a href="#">link</a><ul><li>one</li></ul>
      </div></div>
      <script>
      const part = (seconds, news, number, more) => '<div class="ai-image" data-seconds="' + seconds
          + '" data-news="' + news + '">\\n<details><summary>more</summary><p>' + number
          + '</p></details><a href="#">link</a><ul><li>one</li>' + more + '</ul>\\n</div>';
      const answer = (status, text) => () => Promise.resolve(
          {ok: status === 200, status, text: () => Promise.resolve(text)});
      const answers = [
          answer(200, part(2, 'first', 2, '')),
          () => Promise.reject(new Error('no connection')),
          answer(503, ''),
          answer(200, part(2, 'second', 3, '<li>two</li>')),
          answer(200, part(0, 'second', 4, ''))];
      let asked = 0;
      const said = [];
      const clock = window.setTimeout, pauses = [];
      window.setTimeout = (todo, pause) => { pauses.push(pause / 1000); return clock(todo, 0); };
      window.fetch = () => (answers[asked++] || answer(404, ''))();
      document.querySelector('details').open = true;
      document.querySelector('a').focus();
      </script>
      <script>%s</script>
      <script>
      addEventListener('DOMContentLoaded', () => {
      const link = document.activeElement;
      new MutationObserver(() => said.push(document.querySelector('[aria-live]').textContent))
          .observe(document.querySelector('[aria-live]'), {childList: true});
      clock(() => {
        const result = [asked, document.querySelector('details p').textContent,
            document.querySelector('details').open, document.activeElement === link,
            link.localName, document.querySelectorAll('li').length, said.join('+'), pauses];
        document.body.dataset.found = result.join(' ');
      }, 500); });
      </script>
      """;

  @TempDir private Path folder;

  @Test
  void shouldFollowABuildToItsEndAndLeaveTheReaderAlone() throws Exception {
    String script;
    try (InputStream in = AiImagesAction.class.getResourceAsStream("AiImagesAction/live.js")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    assertEquals("5 4 true true a 1 second 2,2,10,10,2", found(PAGE.formatted(script)));
  }

  private String found(String page) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("page.html"), page);
    Path output = folder.resolve("dom");
    Process process =
        new ProcessBuilder(
                browser().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=2000",
                "--dump-dom",
                file.toUri().toString())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the browser does not end");
    } finally {
      process.destroyForcibly().waitFor();
    }
    String dom = Files.readString(output);
    Matcher found = Pattern.compile("data-found=\"([^\"]*)\"").matcher(dom);
    assertTrue(found.find(), dom);
    return found.group(1);
  }

  private static Path browser() {
    Optional<Path> found =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(
                name ->
                    Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(place -> Path.of(place, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "no chromium, chromium-browser or google-chrome on the PATH");
    return found.get();
  }
}
