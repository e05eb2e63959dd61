package io.jenkins.plugins.aiimage.report.html;

import io.jenkins.plugins.aiimage.report.history.ImageHistory;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What images are called where several are shown.
 *
 * @param shared labels that more than one image has
 */
record ImageNames(Words words, Set<String> shared) {
  static ImageNames of(List<ImageHistory> images, Words words) {
    Set<String> known = new HashSet<>();
    Set<String> shared = new HashSet<>();
    for (ImageHistory image : images) {
      String name = name(image, words);
      if (!known.add(name)) {
        shared.add(name);
      }
    }
    return new ImageNames(words, shared);
  }

  String of(ImageHistory image) {
    return name(image, words);
  }

  /** The repository, where the label alone does not tell which image is meant. */
  Optional<String> repository(ImageHistory image) {
    return Optional.of(image.image())
        .filter(repository -> !repository.isEmpty() && shared.contains(of(image)));
  }

  private static String name(ImageHistory image, Words words) {
    return image.label().isBlank() ? words.of("unnamed") : image.label();
  }
}
