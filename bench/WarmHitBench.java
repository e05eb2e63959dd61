import io.jenkins.plugins.aiimage.prepare.Prepare;
import io.jenkins.plugins.aiimage.prepare.PrepareException;
import io.jenkins.plugins.aiimage.prepare.PrepareRequest;
import io.jenkins.plugins.aiimage.prepare.RequestReader;
import io.jenkins.plugins.aiimage.report.CacheResult;
import io.jenkins.plugins.aiimage.report.EventLog;
import io.jenkins.plugins.aiimage.report.ReportFold;
import io.jenkins.plugins.aiimage.report.RunReport;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints two medians in milliseconds: a whole hit, and a bare HEAD of the same manifest. */
public final class WarmHitBench {
  private static final int WARM_UP = 1500;
  private static final int MEASURED = 1000;

  private final Map<String, List<String>> parameters;
  private final String registry;
  private final String image;

  private WarmHitBench(String context, String registry, String image) {
    this.registry = registry;
    this.image = image;
    this.parameters =
        Map.of(
            "context", List.of(context),
            "registry", List.of(registry),
            "image", List.of(image),
            "tags", List.of("v1"));
  }

  public static void main(String[] arguments) throws Exception {
    WarmHitBench bench = new WarmHitBench(arguments[0], arguments[1], arguments[2]);
    String key = bench.hit().key();
    double[] hits = new double[MEASURED];
    double[] heads = new double[MEASURED];
    for (int i = -WARM_UP; i < MEASURED; i++) {
      long start = System.nanoTime();
      bench.hit();
      long middle = System.nanoTime();
      bench.head(key);
      long end = System.nanoTime();
      if (i >= 0) {
        hits[i] = (middle - start) / 1e6;
        heads[i] = (end - middle) / 1e6;
      }
    }
    System.out.printf("%.2f%n%.2f%n", median(hits), median(heads));
  }

  private RunReport hit() throws PrepareException {
    PrepareRequest request = new RequestReader(parameters, Path.of("")).read();
    ReportFold fold = new ReportFold();
    Clock clock = Clock.systemUTC();
    new Prepare(System.getenv(), clock, "bench").run(request, new EventLog(clock, List.of(fold)));
    RunReport report = fold.report();
    if (!report.cache().equals(Optional.of(CacheResult.HIT))) {
      throw new IllegalStateException("no hit: " + report);
    }
    return report;
  }

  private void head(String key) throws IOException {
    URI uri = URI.create("http://" + registry + "/v2/" + image + "/manifests/key-" + key);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestMethod("HEAD");
    connection.setRequestProperty("Accept", "application/vnd.docker.distribution.manifest.v2+json");
    if (connection.getResponseCode() != 200) {
      throw new IOException("no manifest");
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
