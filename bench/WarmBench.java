import io.jenkins.plugins.aiimage.cli.CommandLineInterface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Runs a command of the program again and again in one JVM, and a bare HEAD request beside it.
 * Prints two medians in milliseconds.
 */
public final class WarmBench {
  private static final int WARM_UP = 1500;
  private static final int MEASURED = 1000;
  private static final String MANIFESTS =
      "application/vnd.oci.image.manifest.v1+json,"
          + "application/vnd.docker.distribution.manifest.v2+json";

  private WarmBench() {}

  /** Takes the address to ask for, and the command. */
  public static void main(String[] arguments) throws Exception {
    URI manifest = URI.create(arguments[0]);
    String[] words = Arrays.copyOfRange(arguments, 1, arguments.length);
    double[] commands = new double[MEASURED];
    double[] heads = new double[MEASURED];
    for (int i = -WARM_UP; i < MEASURED; i++) {
      long start = System.nanoTime();
      run(words);
      long middle = System.nanoTime();
      head(manifest);
      long end = System.nanoTime();
      if (i >= 0) {
        commands[i] = (middle - start) / 1e6;
        heads[i] = (end - middle) / 1e6;
      }
    }
    System.out.printf("%.2f%n%.2f%n", median(commands), median(heads));
  }

  private static void run(String[] words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, false, StandardCharsets.UTF_8);
    int code = new CommandLineInterface(System.getenv(), out, out).run(words);
    if (code != 0) {
      out.flush();
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
    }
  }

  private static void head(URI manifest) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) manifest.toURL().openConnection();
    connection.setRequestMethod("HEAD");
    connection.setRequestProperty("Accept", MANIFESTS);
    if (connection.getResponseCode() != 200) {
      throw new IOException("no manifest at " + manifest);
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
