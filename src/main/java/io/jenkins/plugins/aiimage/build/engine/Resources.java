package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.report.Sizes;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CPUs and memory: those of a machine, or what one build may take of them.
 *
 * @param milliCpus thousandths of a CPU; 0 where it was not said or is not known
 * @param bytes of memory; 0 likewise
 */
public record Resources(long milliCpus, long bytes) {
  public static final Resources NONE = new Resources(0, 0);

  public boolean isNone() {
    return milliCpus == 0 && bytes == 0;
  }

  public Resources plus(Resources more) {
    return new Resources(milliCpus + more.milliCpus, bytes + more.bytes);
  }

  /** What of it is more than there is; what is not known is enough. Empty if it fits. */
  public Optional<Resources> beyond(Resources whole) {
    Resources over =
        new Resources(
            whole.milliCpus > 0 && milliCpus > whole.milliCpus ? milliCpus : 0,
            whole.bytes > 0 && bytes > whole.bytes ? bytes : 0);
    return over.isNone() ? Optional.empty() : Optional.of(over);
  }

  /** As a person reads it: {@code 1.5 CPUs and 4 GB}. */
  public String words() {
    return Stream.of(
            milliCpus == 0 ? "" : cpus() + (milliCpus == 1000 ? " CPU" : " CPUs"),
            bytes == 0 ? "" : Sizes.words(bytes) + " of memory")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" and "));
  }

  private String cpus() {
    long thousandths = milliCpus % 1000;
    String whole = String.valueOf(milliCpus / 1000);
    if (thousandths == 0) {
      return whole;
    }
    String digits = String.valueOf(1000 + thousandths).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return whole + "." + digits.substring(0, end);
  }
}
