package io.jenkins.plugins.aiimage.start;

import io.jenkins.plugins.aiimage.build.engine.Resources;
import io.jenkins.plugins.aiimage.report.Sizes;
import io.jenkins.plugins.aiimage.start.compose.Limits;
import io.jenkins.plugins.aiimage.start.compose.Service;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What services may use at once, compared with what the engine's machine has. */
record Budget(Plan plan, Resources capacity) {
  private static final int SHOWN = 6;

  /**
   * What does not fit, in sentences; none if all does. Services that end before the next stage
   * begins do not count in it; those without a limit count as nothing.
   */
  List<String> problems() {
    List<Service> most = new ArrayList<>();
    Set<String> ending = plan.ending();
    List<Service> staying = new ArrayList<>();
    List<List<Service>> stages = new ArrayList<>(plan.stages());
    plan.tests().forEach(test -> stages.add(List.of(test)));
    for (List<Service> stage : stages) {
      List<Service> atOnce = new ArrayList<>(staying);
      atOnce.addAll(stage);
      if (memory(atOnce) > memory(most) || cpus(atOnce) > cpus(most)) {
        most = atOnce;
      }
      stage.stream()
          .filter(one -> !ending.contains(one.name()) && !plan.tests().contains(one))
          .forEach(staying::add);
    }
    List<String> problems = new ArrayList<>();
    if (memory(most) > capacity.bytes()) {
      problems.add(
          "Together the services may use "
              + Sizes.words(memory(most))
              + " of memory, and the engine's machine has "
              + Sizes.words(capacity.bytes())
              + ": "
              + largest(most, true));
    }
    if (cpus(most) > capacity.milliCpus()) {
      problems.add(
          "Together the services may use "
              + cpuWords(cpus(most))
              + " CPUs, and the engine's machine has "
              + cpuWords(capacity.milliCpus())
              + ": "
              + largest(most, false));
    }
    return problems;
  }

  private static long memory(List<Service> services) {
    return services.stream().mapToLong(service -> memory(service.limits())).sum();
  }

  private static long cpus(List<Service> services) {
    return services.stream().mapToLong(service -> cpus(service.limits())).sum();
  }

  private static long memory(Limits limits) {
    return limits.memory().or(limits::reservedMemory).orElse(0L);
  }

  private static long cpus(Limits limits) {
    return limits.milliCpus().or(limits::reservedMilliCpus).orElse(0L);
  }

  private static String largest(List<Service> services, boolean memory) {
    List<Service> sorted = new ArrayList<>(services);
    sorted.sort(
        (one, other) ->
            memory
                ? Long.compare(memory(other.limits()), memory(one.limits()))
                : Long.compare(cpus(other.limits()), cpus(one.limits())));
    List<String> words = new ArrayList<>();
    for (Service service : sorted.subList(0, Math.min(SHOWN, sorted.size()))) {
      Limits limits = service.limits();
      words.add(
          service.name() + " " + (memory ? Sizes.words(memory(limits)) : cpuWords(cpus(limits))));
    }
    return String.join(", ", words);
  }

  static String cpuWords(long milliCpus) {
    return BigDecimal.valueOf(milliCpus, 3).stripTrailingZeros().toPlainString();
  }
}
