package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where a Dockerfile first uses a feature.
 *
 * @param line 1-based
 */
public record FeatureUse(Feature feature, int line) {
  /** The first use of each feature, in the order of the lines. */
  static List<FeatureUse> in(List<Instruction> instructions) {
    Map<Feature, Integer> lines = new EnumMap<>(Feature.class);
    for (Instruction instruction : instructions) {
      for (Feature feature : Feature.values()) {
        if (feature.isIn(instruction)) {
          lines.merge(feature, instruction.line(), Math::min);
        }
      }
    }
    List<FeatureUse> uses = new ArrayList<>();
    lines.forEach((feature, line) -> uses.add(new FeatureUse(feature, line)));
    uses.sort((one, other) -> Integer.compare(one.line(), other.line()));
    return List.copyOf(uses);
  }
}
