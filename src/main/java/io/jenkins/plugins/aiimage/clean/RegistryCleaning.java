package io.jenkins.plugins.aiimage.clean;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.cache.CacheTags;
import io.jenkins.plugins.aiimage.registry.Registry;
import io.jenkins.plugins.aiimage.registry.RegistryException;
import io.jenkins.plugins.aiimage.registry.Repository;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cleans one repository of a registry. Deleted is by digest only, because distribution 2.8.2 knows
 * nothing else; that takes away every tag that points there, so everything is looked at once more
 * just before.
 */
final class RegistryCleaning {
  private final Registry registry;
  private final Retention retention;
  private final Instant now;
  private final Tally tally;
  private final Abort abort;

  RegistryCleaning(Registry registry, Retention retention, Instant now, Tally tally, Abort abort) {
    this.registry = registry;
    this.retention = retention;
    this.now = now;
    this.tally = tally;
    this.abort = abort;
  }

  /**
   * Cleans it, or in a dry run says what would be done.
   *
   * @param image the repository, without registry
   */
  void clean(String image, boolean dryRun) throws RegistryException, UseCaseException {
    Repository repository = registry.repository(image);
    String name = registry.host().name() + "/" + image;
    try (Crew crew = new Crew()) {
      Survey survey = new Survey(repository, name, crew);
      survey.look(tag -> true);
      List<Verdict> verdicts = judge(survey);
      for (Verdict verdict : verdicts) {
        if (verdict.isOurs() && !verdict.goes()) {
          tally.kept(verdict.image(), verdict.kept().orElseThrow());
        }
      }
      Map<String, Long> freed = new HashMap<>();
      // An index before its images: should this end between them, none is left with a hole.
      List<NamedImage> going =
          verdicts.stream()
              .filter(Verdict::goes)
              .map(Verdict::image)
              .sorted(Comparator.comparing((NamedImage one) -> one.needs().isEmpty()))
              .toList();
      for (NamedImage one : going) {
        Map<String, Long> blobs = survey.blobs(one.digest());
        if (dryRun || remove(repository, survey, one)) {
          tally.gone(one, one.own(), blobs.values().stream().mapToLong(Long::longValue).sum());
          survey.forget(one.digest());
          freed.putAll(blobs);
        }
      }
      freed.keySet().removeAll(survey.blobs());
      tally.freed(freed.values().stream().mapToLong(Long::longValue).sum());
    } catch (UnclearException e) {
      tally.warn("Nothing of " + name + " is removed: " + e.getMessage());
    } catch (RegistryException e) {
      if (e.kind() != RegistryException.Kind.NOT_FOUND) {
        throw e;
      }
      tally.warn("There is no repository " + name + ": nothing to do.");
    }
  }

  private List<Verdict> judge(Survey survey) {
    return retention.judge(survey.images(), now);
  }

  /** True if it is gone by this. */
  private boolean remove(Repository repository, Survey survey, NamedImage image)
      throws RegistryException, UseCaseException {
    if (abort.requested()) {
      throw new UseCaseException(Problem.ABORTED, "The run was aborted.");
    }
    Optional<Verdict> verdict;
    try {
      survey.look(tag -> !CacheTags.isOwn(tag) || isTagOf(tag, image));
      verdict =
          judge(survey).stream()
              .filter(one -> one.image().digest().equals(image.digest()))
              .findFirst();
    } catch (UnclearException e) {
      tally.kept(image, "it is not clear what needs it: " + e.getMessage());
      return false;
    }
    if (verdict.isEmpty()) {
      return false; // Somebody else was faster.
    }
    NamedImage seen = verdict.get().image();
    if (!verdict.get().goes() || !seen.own().equals(image.own())) {
      tally.kept(seen, "changed meanwhile: " + verdict.get().kept().orElse("it has other tags"));
      return false;
    }
    delete(repository, image.digest());
    return true;
  }

  private static boolean isTagOf(String tag, NamedImage image) {
    return image.own().stream().anyMatch(name -> name.endsWith(":" + tag));
  }

  private static void delete(Repository repository, String digest) throws RegistryException {
    try {
      repository.delete(digest);
    } catch (RegistryException e) {
      // One that is gone already is what was wanted.
      if (e.kind() != RegistryException.Kind.NOT_FOUND) {
        throw e;
      }
    }
  }
}
