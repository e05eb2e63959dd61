package io.jenkins.plugins.aiimage.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RetentionPropertyTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");
  private static final int MOST = 12;

  /** Repositories with every mix of names, dates (strange ones too), parts and other holds. */
  @Provide
  Arbitrary<List<NamedImage>> repositories() {
    Arbitrary<Optional<Instant>> dates =
        Arbitraries.integers().between(-3, 90).map(RetentionPropertyTest::date);
    Arbitrary<List<Integer>> parts =
        Arbitraries.integers().between(0, MOST - 1).list().ofMaxSize(3);
    Arbitrary<NamedImage> image =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 4),
                dates,
                parts,
                Arbitraries.integers().between(0, 6))
            .as(
                (own, others, created, needs, held) ->
                    image(own, others == 0 ? 1 : 0, created, needs, held == 0));
    return image.list().ofMaxSize(MOST).map(RetentionPropertyTest::numbered);
  }

  /** Days ago; below that the dates that are none. */
  private static Optional<Instant> date(int days) {
    return switch (days) {
      case -3 -> Optional.empty();
      case -2 -> Optional.of(Instant.EPOCH);
      default -> Optional.of(NOW.minus(Duration.ofDays(days)));
    };
  }

  private static NamedImage image(
      int own, int others, Optional<Instant> created, List<Integer> parts, boolean held) {
    return new NamedImage(
        "",
        IntStream.range(0, own).mapToObj(i -> "own" + i).toList(),
        IntStream.range(0, others).mapToObj(i -> "v" + i).toList(),
        created,
        Set.copyOf(parts.stream().map(RetentionPropertyTest::digest).toList()),
        held ? Optional.of("held") : Optional.empty());
  }

  /** Digests are unique, and what an index is made of was there before it. */
  private static List<NamedImage> numbered(List<NamedImage> images) {
    List<NamedImage> numbered = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      NamedImage one = images.get(i);
      Set<String> needs = new HashSet<>(one.needs());
      for (int later = i; later < MOST; later++) {
        needs.remove(digest(later));
      }
      numbered.add(
          new NamedImage(digest(i), one.own(), one.others(), one.created(), needs, one.heldBy()));
    }
    return numbered;
  }

  private static String digest(int number) {
    return "sha256:" + number;
  }

  private static List<NamedImage> going(List<NamedImage> images, int keep, int hours) {
    return new Retention(Duration.ofHours(hours), keep)
        .judge(images, NOW).stream().filter(Verdict::goes).map(Verdict::image).toList();
  }

  @Property
  void shouldNeverRemoveWhatAPersonNamed(
      @ForAll("repositories") List<NamedImage> images,
      @ForAll @IntRange(max = 5) int keep,
      @ForAll @IntRange(max = 2000) int hours) {
    for (NamedImage gone : going(images, keep, hours)) {
      assertFalse(gone.own().isEmpty());
      assertEquals(List.of(), gone.others());
      assertEquals(Optional.empty(), gone.heldBy());
    }
  }

  @Property
  void shouldNeverRemoveAPartOfWhatStays(
      @ForAll("repositories") List<NamedImage> images,
      @ForAll @IntRange(max = 5) int keep,
      @ForAll @IntRange(max = 2000) int hours) {
    List<NamedImage> going = going(images, keep, hours);
    Set<String> gone = new HashSet<>(going.stream().map(NamedImage::digest).toList());
    for (NamedImage image : images) {
      if (!gone.contains(image.digest())) {
        image.needs().forEach(part -> assertFalse(gone.contains(part), part));
      }
    }
  }

  @Property
  void shouldKeepTheNewestWhateverTheirAge(
      @ForAll("repositories") List<NamedImage> images,
      @ForAll @IntRange(max = 5) int keep,
      @ForAll @IntRange(max = 2000) int hours) {
    List<NamedImage> going = going(images, keep, hours);
    for (NamedImage gone : going) {
      long newer =
          images.stream()
              .filter(image -> !going.contains(image) && !image.own().isEmpty())
              .filter(image -> image.created().isPresent())
              .filter(image -> !image.created().get().isAfter(NOW))
              .filter(image -> !image.created().get().isBefore(gone.created().orElseThrow()))
              .count();
      assertTrue(newer >= keep, gone + " went with " + newer + " newer ones");
    }
  }

  @Property
  void shouldRemoveOnlyWhatIsOldEnoughAndHasADate(
      @ForAll("repositories") List<NamedImage> images,
      @ForAll @IntRange(max = 5) int keep,
      @ForAll @IntRange(max = 2000) int hours) {
    Instant youngest = NOW.minus(Duration.ofHours(Math.max(1, hours)));
    for (NamedImage gone : going(images, keep, hours)) {
      assertFalse(gone.created().orElseThrow().isAfter(youngest));
      assertTrue(gone.created().get().isAfter(Instant.parse("2013-01-01T00:00:00Z")));
    }
  }

  @Property
  void shouldSayNothingElseOnceTheRestIsGone(
      @ForAll("repositories") List<NamedImage> images,
      @ForAll @IntRange(max = 5) int keep,
      @ForAll @IntRange(max = 2000) int hours) {
    List<NamedImage> left = new ArrayList<>(images);
    left.removeAll(going(images, keep, hours));
    assertEquals(List.of(), going(left, keep, hours));
  }

  @Property
  void shouldRemoveEverythingOldThatNothingHolds(@ForAll("repositories") List<NamedImage> images) {
    List<NamedImage> going = going(images, 0, 1);
    for (NamedImage image : images) {
      boolean free = !image.own().isEmpty() && image.others().isEmpty() && image.heldBy().isEmpty();
      boolean old =
          image.created().isPresent()
              && image.created().get().isAfter(Instant.parse("2013-01-01T00:00:00Z"))
              && !image.created().get().isAfter(NOW.minus(Duration.ofHours(1)));
      boolean part =
          images.stream()
              .anyMatch(whole -> !going.contains(whole) && whole.needs().contains(image.digest()));
      assertEquals(free && old && !part, going.contains(image), image.toString());
    }
  }
}
