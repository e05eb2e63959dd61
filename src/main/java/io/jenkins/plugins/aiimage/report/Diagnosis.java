package io.jenkins.plugins.aiimage.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of a recipe before anything was built.
 *
 * @param dryRun whether files were only shown
 * @param context what a builder is sent; empty if that cannot be read
 * @param suggestions for {@code .dockerignore}, the largest first
 * @param packages that are heavy, the heaviest first
 * @param requirements the lists of packages
 * @param indexes that packages come from
 * @param recipe what is in the Dockerfile; empty if the run did not come that far
 * @param files that were written, or would be
 */
public record Diagnosis(
    boolean dryRun,
    Optional<Context> context,
    List<Suggestion> suggestions,
    List<HeavyPackage> packages,
    List<Requirements> requirements,
    List<Index> indexes,
    Optional<Recipe> recipe,
    List<String> files)
    implements Details {
  public Diagnosis {
    suggestions = List.copyOf(suggestions);
    packages = List.copyOf(packages);
    requirements = List.copyOf(requirements);
    indexes = List.copyOf(indexes);
    files = List.copyOf(files);
  }

  @Override
  public Diagnosis brief(Brief how) {
    return new Diagnosis(
        dryRun,
        context,
        Brief.first(suggestions),
        Brief.first(packages),
        Brief.first(requirements).stream().map(Requirements::brief).toList(),
        Brief.first(indexes),
        recipe,
        Brief.first(files));
  }

  /**
   * What a builder is sent that is asked for the whole context.
   *
   * @param folders the largest of the folders right below it, and {@code .} for the files there
   */
  public record Context(long files, long bytes, List<Folder> folders) {
    public Context {
      folders = List.copyOf(folders);
    }
  }

  /** A folder of the context with all that is in it. */
  public record Folder(String name, long files, long bytes) {}

  /**
   * A rule that {@code .dockerignore} lacks.
   *
   * @param what it hides, in a word or two
   * @param files that it would hide
   * @param bytes that it would save
   * @param safe whether no image needs what it hides; otherwise a person has to know
   */
  public record Suggestion(String pattern, String what, long files, long bytes, boolean safe) {}

  /**
   * A package of a weight that is known.
   *
   * @param where file and line that name it
   * @param bytes about what is downloaded
   * @param pinned whether its version is fixed
   * @param advice what could be better; empty if nothing
   */
  public record HeavyPackage(
      String name, String where, long bytes, boolean pinned, Optional<String> advice) {}

  /**
   * A list of packages.
   *
   * @param packages how many it names
   * @param unpinned those whose version is not fixed
   * @param installed whether the Dockerfile installs it by its name
   */
  public record Requirements(String file, int packages, List<String> unpinned, boolean installed) {
    public Requirements {
      unpinned = List.copyOf(unpinned);
    }

    private Requirements brief() {
      return new Requirements(file, packages, Brief.first(unpinned), installed);
    }
  }

  /**
   * A package index that was asked once.
   *
   * @param url without credentials
   * @param status of HTTP; empty if there was no answer
   * @param firstByte how long it took to the answer; empty likewise
   * @param bytesPerSecond if enough came to tell
   * @param error what is wrong; empty if packages can come from there
   */
  public record Index(
      String url,
      Optional<Integer> status,
      Optional<Duration> firstByte,
      Optional<Long> bytesPerSecond,
      Optional<String> error) {}

  /**
   * What is in a Dockerfile.
   *
   * @param phases their names; none if they depend on build arguments that are not given
   * @param errors how many findings of {@code lint} are that bad; the others likewise
   */
  public record Recipe(List<String> phases, int errors, int warnings, int infos) {
    public Recipe {
      phases = List.copyOf(phases);
    }
  }
}
