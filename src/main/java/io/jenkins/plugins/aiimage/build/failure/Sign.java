package io.jenkins.plugins.aiimage.build.failure;

import io.jenkins.plugins.aiimage.report.Cause;
import java.util.List;

/**
 * A way to fail that is recognised by what is said: one block of {@code signs.txt}, which says
 * which texts were seen in a real run and which are known from documentation.
 *
 * <p>Its cause decides about another attempt: {@link Cause#TRANSIENT} and {@link Cause#INDEX} get
 * all retries, {@link Cause#UNKNOWN} gets one, the others none. A false "permanent" loses a build,
 * a false "transient" costs some minutes: where a text is ambiguous, it is not permanent.
 *
 * @param id stable, in lower case with hyphens, for instance {@code pip-version-absent}
 * @param tool heading of the block
 * @param vague whether a warning of the same tool says more exactly what happened
 * @param exitCodes by which it is known where nothing telling is said
 * @param examples whole lines, at least one
 * @param source where its texts are from, for instance {@code seen: pip 23.0}
 */
public record Sign(
    String id,
    String tool,
    Cause cause,
    boolean vague,
    List<Integer> exitCodes,
    List<String> examples,
    String source) {

  public Sign {
    exitCodes = List.copyOf(exitCodes);
    examples = List.copyOf(examples);
  }
}
