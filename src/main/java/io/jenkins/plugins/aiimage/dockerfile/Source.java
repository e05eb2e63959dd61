package io.jenkins.plugins.aiimage.dockerfile;

import java.util.List;
import java.util.Optional;

/** Something from outside its stage that an instruction reads. Heredocs are part of the text. */
public sealed interface Source {
  /**
   * Files of the build context.
   *
   * @param patterns expanded and cleaned: relative to the context, without leading slash, {@code .}
   *     for all of it; they may hold wildcards
   * @param excludes patterns of {@code --exclude}, as Docker gets them
   */
  record ContextPaths(List<String> patterns, List<String> excludes) implements Source {
    public ContextPaths {
      patterns = List.copyOf(patterns);
      excludes = List.copyOf(excludes);
    }
  }

  /** All of the context, because which files are read depends on a variable of the base image. */
  record WholeContext() implements Source {}

  /** Another stage of the file. */
  record OtherStage(int index) implements Source {}

  /** An image of a registry. */
  record Image(ImageReference image) implements Source {}

  /** A file that ADD downloads. */
  record Remote(String url, Optional<String> checksum) implements Source {}

  /** A git repository that ADD clones. */
  record GitRepository(String url, Optional<String> checksum) implements Source {}
}
