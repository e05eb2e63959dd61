package io.jenkins.plugins.aiimage.report;

import static io.jenkins.plugins.aiimage.report.CacheResult.BUILT;
import static io.jenkins.plugins.aiimage.report.CacheResult.HIT;
import static io.jenkins.plugins.aiimage.report.CacheResult.RESUMED;

import io.jenkins.plugins.aiimage.report.PrepareEvent.PlannedPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs as they happen, told as events. */
public final class Stories {
  public static final Instant BEGIN = Instant.parse("2026-03-02T09:15:00Z");
  private static final String IMAGE = "registry.example.com:5000/ai-security-processor";
  private static final String KEY = "9f2c".repeat(16);
  private static final String DIGEST = "sha256:" + "4be1".repeat(16);
  private static final Duration TIMEOUT = Duration.ofSeconds(1000);
  private static final Duration STALL = Duration.ofMinutes(5);

  private final List<Entry> entries = new ArrayList<>();

  private Stories() {}

  public static RunReport fold(List<Entry> entries) {
    ReportFold fold = new ReportFold();
    entries.forEach(fold::on);
    return fold.report();
  }

  public static List<Entry> hit() {
    return begin("base", "torch", "transformers")
        .at(380, new PrepareEvent.ImageFound(KEY, DIGEST))
        .at(400, new TransferEvent.Tagged(IMAGE + ":latest", false))
        .success(412, HIT, Optional.of(Duration.ofSeconds(1391)));
  }

  /** A hit that another run on this machine was waited for. */
  public static List<Entry> waited() {
    String who = "pid 4711 on agent-3 (team/image#12)";
    String work = "builds the same image";
    return begin("base", "torch", "transformers")
        .at(400, new Event.WaitingForRun(who, work, BEGIN.minusSeconds(90), Duration.ZERO))
        .at(
            10_400,
            new Event.WaitingForRun(who, work, BEGIN.minusSeconds(90), Duration.ofSeconds(10)))
        .at(12_900, new Event.WaitedForRun(who, Duration.ofMillis(12_500)))
        .at(13_000, new PrepareEvent.ImageFound(KEY, DIGEST))
        .success(13_012, HIT, Optional.of(Duration.ofSeconds(1391)));
  }

  public static List<Entry> built() {
    return begin("base", "torch", "transformers")
        .missing(List.of(), List.of("base", "torch", "transformers"), List.of())
        .phase(0, "base", 500, 48_500)
        .push(48_600, 61_000, "base")
        .phase(1, "torch", 48_600, 611_000)
        .push(611_100, 742_000, "torch")
        .phase(2, "transformers", 611_100, 901_000)
        .push(901_200, 934_000, "transformers")
        .at(935_000, new PrepareEvent.GatePassed("smoke test", Duration.ofMillis(900)))
        .at(936_000, new TransferEvent.Tagged(IMAGE + ":latest", true))
        .success(936_200, BUILT, Optional.empty());
  }

  /** A build in the middle of its second phase, while the first one travels to the registry. */
  public static List<Entry> underWay() {
    return begin("base", "torch", "transformers")
        .missing(List.of(), List.of("base", "torch", "transformers"), List.of())
        .phase(0, "base", 500, 48_500)
        .at(48_600, new TransferEvent.PushStarted("base", IMAGE + ":phase-base"))
        .at(48_600, started(2, "torch"))
        .at(
            92_600,
            new PhaseEvent.PhaseProgress(
                "torch",
                Duration.ofSeconds(44),
                Duration.ofSeconds(12),
                STALL,
                Optional.empty(),
                "  Downloading torch-2.3.0-cp311-cp311-linux_x86_64.whl (198.6 MB)",
                Optional.of("downloading torch 2.3.0 (198.6 MB)")))
        .entries;
  }

  /** A run that was to stop after a phase. */
  public static List<Entry> stopped() {
    return begin("base", "torch", "transformers")
        .at(25, new PrepareEvent.PhaseWanted("torch"))
        .missing(List.of("base"), List.of("torch"), List.of("transformers"))
        .phase(0, "torch", 500, 611_000)
        .push(611_100, 742_000, "torch")
        .success(742_200, RESUMED, Optional.of(Duration.ofSeconds(48)));
  }

  public static List<Entry> resumed() {
    return begin("base", "torch", "transformers", "app")
        .missing(List.of("torch"), List.of("transformers", "app"), List.of("base"))
        .at(450, new Event.Warned("The registry mirror.example.com did not answer within 5.0 s."))
        .at(500, started(2, "transformers"))
        .failed(31_500, "transformers", 1, Cause.TRANSIENT, 31_000, "Connection reset by peer")
        .at(
            93_000,
            new PhaseEvent.PhaseBuilt(
                "transformers",
                2,
                Duration.ofMillis(92_500),
                "sha256:1",
                Optional.of("INDEX=https://pypi.example.com/simple")))
        .at(93_100, new TransferEvent.PushStarted("transformers", IMAGE + ":phase-1"))
        .at(
            99_100,
            new TransferEvent.PushFailed(
                "transformers",
                IMAGE + ":phase-1",
                Duration.ofSeconds(6),
                "registry.example.com:5000 answered 503 to the upload of a layer"))
        .phase(3, "app", 93_100, 94_300)
        .success(100_000, RESUMED, Optional.of(Duration.ofSeconds(612)));
  }

  public static List<Entry> failed() {
    return begin("base", "torch", "transformers")
        .missing(List.of("base"), List.of("torch", "transformers"), List.of())
        .at(500, started(1, "torch"))
        .failed(64_500, "torch", 1, Cause.TRANSIENT, 64_000, "ReadTimeoutError: read timed out")
        .failed(420_000, "torch", 2, Cause.STALLED, 345_000, "Nothing was heard for 5m 00s.")
        .failed(
            508_000,
            "torch",
            3,
            Cause.PERMANENT,
            70_000,
            "ERROR: No matching distribution found for torch==9.9.9")
        .at(508_000, new PhaseEvent.PhaseFailed("torch", 3, Duration.ofMillis(507_500)))
        .at(
            508_100,
            new Event.RunFailed(
                Problem.BUILD_FAILED,
                "Phase torch failed in attempt 3: no index has torch 9.9.9; correct the version in"
                    + " requirements.txt, line 4.",
                Duration.ofMillis(508_100)))
        .entries;
  }

  public static List<Entry> cleaned() {
    Optional<Instant> old = Optional.of(Instant.parse("2026-01-15T08:00:00Z"));
    return new Stories()
        .at(
            0,
            new CleanEvent.CleanStarted(
                List.of(IMAGE), "registry " + IMAGE, false, Duration.ofDays(30), 1, "0.1.0"))
        .at(200, new CleanEvent.Kept(List.of(IMAGE + ":key-" + KEY), DIGEST, old, "it has a tag"))
        .at(300, new CleanEvent.Removed(List.of(IMAGE + ":id-" + KEY), DIGEST, old, 1_500_000_000))
        .at(310, new CleanEvent.CleanSucceeded(1, 1, 1, 1_200_000_000, 2, Duration.ofMillis(310)))
        .entries;
  }

  /** One of Trivy's databases fetched, and one that is old. */
  public static List<Entry> databases() {
    return new Stories()
        .at(
            0,
            new DatabaseEvent.DatabasesStarted(
                "Databases of the team",
                List.of("vulnerabilities", "java"),
                "/var/cache/trivy",
                false,
                "0.1.0"))
        .at(
            100,
            new DatabaseEvent.DatabaseFetching("vulnerabilities", "ghcr.io/x/db:2", 70_000_000))
        .at(
            9100,
            new DatabaseEvent.DatabaseReady(
                "vulnerabilities",
                "/var/cache/trivy/db/trivy.db",
                Optional.of(DIGEST),
                BEGIN.minusSeconds(7200),
                Duration.ofHours(2),
                Optional.of("ghcr.io/x/db:2"),
                DatabaseResult.FETCHED,
                70_000_000,
                Duration.ofSeconds(9)))
        .at(
            9200,
            new DatabaseEvent.DatabaseReady(
                "java",
                "/var/cache/trivy/java-db/trivy-java.db",
                Optional.empty(),
                BEGIN.minusSeconds(3 * 86_400),
                Duration.ofDays(3),
                Optional.empty(),
                DatabaseResult.STALE,
                0,
                Duration.ofMillis(100)))
        .at(
            9300,
            new DatabaseEvent.DatabasesSucceeded(
                List.of("TRIVY_CACHE_DIR=/var/cache/trivy"), Duration.ofMillis(9300)))
        .entries;
  }

  /** A Dockerfile that was looked at. */
  public static List<Entry> reviewed() {
    return new Stories()
        .at(0, new LintEvent.LintStarted(List.of("Dockerfile"), false, "0.1.0"))
        .at(
            40,
            new LintEvent.Finding(
                "Dockerfile",
                7,
                Severity.WARNING,
                "ai-image",
                "unquoted-bound",
                "The shell takes > for a file.",
                Optional.of("The bound is lost."),
                Optional.of("Put quotes around it."),
                true))
        .at(50, new LintEvent.LintSucceeded(0, 1, 0, Duration.ofMillis(50)))
        .entries;
  }

  /** Thirty phases from 20 ms to 10 minutes. */
  public static List<Entry> thirtyPhases() {
    String[] names = IntStream.range(0, 30).mapToObj(i -> "phase-" + i).toArray(String[]::new);
    Stories story = begin(names).missing(List.of(), List.of(names), List.of());
    long now = 1000;
    for (int i = 0; i < names.length; i++) {
      long took = i == 17 ? 600_000 : 20 + 31L * i * i;
      story.phase(i, names[i], now, now + took);
      now += took;
    }
    return story.success(now + 10, BUILT, Optional.empty());
  }

  /** A run whose every text tries to be more than text. */
  public static List<Entry> hostile() {
    String script = "<script>console.error('owned')</script>";
    String quotes = "\"' onload=console.error(1) x=\"'><img src=x onerror=console.error(2)>";
    String marks = "safe\u202Egnp.exe\u2066 \u0007\u001b[31mred\u0000\u200b\uD800";
    String endless = "A".repeat(10_000);
    Stories story =
        new Stories()
            .at(
                0,
                new Event.RunStarted(
                    "prepare", quotes, List.of(script, endless), script, marks, marks))
            .at(
                5,
                new PrepareEvent.RecipeRead(
                    "</style>" + endless,
                    quotes,
                    List.of(
                        new PlannedPhase(script, marks),
                        new PlannedPhase(quotes, quotes),
                        new PlannedPhase(marks, script),
                        new PlannedPhase(endless, endless)),
                    1,
                    1))
            .at(6, new PrepareEvent.BuilderChosen(marks, quotes))
            .at(7, new Event.Warned("]]>--><!--" + script + marks))
            .at(8, new PrepareEvent.StorageMeasured(marks + script, -1, Long.MAX_VALUE))
            .at(9, new Event.WaitedForRun(quotes + script + endless, Duration.ofMillis(3)))
            .phase(1, script, 10, 400)
            .at(
                401,
                new PhaseEvent.PhaseMeasured(
                    script,
                    List.of(
                        new Installed(script, quotes),
                        new Installed(marks, endless),
                        new Installed("]]>" + endless, "</summary></details>")),
                    Integer.MAX_VALUE,
                    Optional.of(999_000_000_000_000L)))
            .at(500, started(2, quotes))
            .at(
                501,
                new PhaseEvent.PhaseProgress(
                    quotes,
                    Duration.ofMillis(1),
                    Duration.ofDays(9_999),
                    Duration.ZERO,
                    Optional.empty(),
                    endless,
                    Optional.of(script + quotes + marks + endless)))
            .failed(900, quotes, 1, Cause.TRANSIENT, 400, endless)
            .failed(1500, quotes, 2, Cause.PERMANENT, 500, marks + script)
            .at(1600, new PhaseEvent.PhaseFailed(quotes, 2, Duration.ofMillis(1100)))
            .at(1700, pushDone(script, endless, 900))
            .at(1800, new TransferEvent.PushFailed(endless, quotes, Duration.ofMillis(90), script));
    return story.at(
            2000,
            new Event.RunFailed(
                Problem.BUILD_FAILED, script + quotes + marks + endless, Duration.ofSeconds(2)))
        .entries;
  }

  /** The same while it goes on. */
  public static List<Entry> hostileUnderWay() {
    List<Entry> all = hostile();
    int last = 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).event() instanceof PhaseEvent.PhaseProgress) {
        last = i;
      }
    }
    return all.subList(0, last + 1);
  }

  /** A run that goes on from an earlier phase than it had thought. */
  static List<Entry> lost() {
    return begin("system", "torch", "app")
        .missing(List.of("torch"), List.of("app"), List.of("system"))
        .at(400, new Event.Warned("The image of phase torch cannot be had."))
        .at(
            400,
            new PrepareEvent.ImageMissing(List.of("system"), List.of("torch", "app"), List.of()))
        .entries;
  }

  private static Stories begin(String... phases) {
    List<PlannedPhase> planned = new ArrayList<>();
    for (String phase : phases) {
      planned.add(new PlannedPhase(phase, "a1b2".repeat(16)));
    }
    return new Stories()
        .at(
            0,
            new Event.RunStarted(
                "prepare",
                IMAGE,
                List.of("latest", "1.4"),
                "AI Processor",
                "registry " + IMAGE,
                "0.1.0"))
        .at(20, new PrepareEvent.RecipeRead(KEY, "linux/amd64", planned, 214, 18_734_211));
  }

  private Stories missing(List<String> cached, List<String> toBuild, List<String> notNeeded) {
    return at(300, new PrepareEvent.ImageMissing(cached, toBuild, notNeeded))
        .at(310, new PrepareEvent.BuilderChosen("buildkit", "28.1.0"))
        .at(
            320,
            new PrepareEvent.StorageMeasured("/var/lib/docker", 41_200_000_000L, 107_000_000_000L));
  }

  private static Event started(int number, String name) {
    return new PhaseEvent.PhaseStarted(
        name, number, 3, TIMEOUT, STALL, 5, Optional.of(Duration.ofMinutes(9)));
  }

  private Stories phase(int number, String name, long start, long end) {
    return at(start, started(number, name))
        .at(
            start,
            new PhaseEvent.PhaseProgress(
                name,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMinutes(5),
                Optional.empty(),
                "RUN pip install",
                Optional.empty()))
        .at(
            end,
            new PhaseEvent.PhaseBuilt(
                name, 1, Duration.ofMillis(end - start), DIGEST, Optional.empty()))
        .at(end, measured(name));
  }

  /** The longer the name, the more is in it. */
  private static Event measured(String name) {
    int count = Math.min(50, name.length() * 5);
    List<Installed> installed =
        IntStream.range(0, count)
            .mapToObj(i -> new Installed("lib-" + name + "-" + i, "1." + i + ".0"))
            .toList();
    return new PhaseEvent.PhaseMeasured(name, installed, count, Optional.of(count * 47_000_000L));
  }

  private Stories push(long start, long end, String name) {
    String reference = IMAGE + ":phase-" + name;
    return at(start, new TransferEvent.PushStarted(name, reference))
        .at(
            (start + end) / 2,
            new TransferEvent.PushProgress(name, reference, 512_000_000, 1_500_000_000, 3, 7))
        .at(end, pushDone(name, reference, end - start));
  }

  private static Event pushDone(String name, String reference, long millis) {
    return new TransferEvent.PushDone(
        name,
        reference,
        Duration.ofMillis(millis),
        Optional.of(DIGEST),
        Optional.of(1_500_000_000L),
        Optional.of(4),
        Optional.of(3));
  }

  private Stories failed(
      long end, String phase, int attempt, Cause cause, long took, String message) {
    return at(
        end,
        new PhaseEvent.AttemptFailed(
            phase,
            attempt,
            cause,
            cause == Cause.STALLED ? Optional.empty() : Optional.of(1),
            Duration.ofMillis(took),
            message,
            cause == Cause.PERMANENT ? Optional.of("pip-version-absent") : Optional.empty(),
            cause == Cause.PERMANENT
                ? Optional.of("The index knows other versions: 2.6.0, 2.7.1, 2.8.0.")
                : Optional.empty(),
            Optional.of("torch"),
            Optional.of("RUN pip install -r requirements.txt"),
            List.of(
                "#12 1.204 Collecting torch==9.9.9 (from -r requirements.txt (line 4))",
                "#12 2.881   Downloading https://pypi.example.com/simple/torch/torch-2.8.0-cp312-"
                    + "cp312-manylinux_2_28_x86_64.whl.metadata (30 kB)",
                "#12 " + message),
            cause == Cause.STALLED ? List.of("pip install -r requirements.txt") : List.of(),
            "retry in 10 s"));
  }

  private List<Entry> success(long millis, CacheResult cache, Optional<Duration> saved) {
    return at(
            millis,
            new Event.RunSucceeded(
                cache, DIGEST, IMAGE + "@" + DIGEST, true, Duration.ofMillis(millis), saved))
        .entries;
  }

  private Stories at(long millis, Event event) {
    entries.add(new Entry(entries.size() + 1L, BEGIN.plusMillis(millis), event));
    return this;
  }
}
