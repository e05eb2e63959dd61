import io.jenkins.plugins.aiimage.context.ContextDigest;
import io.jenkins.plugins.aiimage.context.DockerIgnore;
import io.jenkins.plugins.aiimage.context.Selection;
import io.jenkins.plugins.aiimage.context.SelectionDigest;
import java.nio.file.Path;
import java.util.List;

/** Digests one whole context in a cold JVM: files, bytes, milliseconds. */
public final class ContextKeyBench {
  private ContextKeyBench() {}

  public static void main(String[] arguments) {
    long start = System.nanoTime();
    SelectionDigest digest =
        ContextDigest.of(
                Path.of(arguments[0]),
                DockerIgnore.parse("bench", "**/.git\n*.log\n**/__pycache__\n"),
                List.of(Selection.wholeContext("COPY")))
            .get(0);
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    System.out.println(digest.files() + " " + digest.bytes() + " " + milliseconds);
  }
}
