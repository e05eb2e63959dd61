package io.jenkins.plugins.aiimage.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
  private static final String HEX = "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource({
    "python, docker.io/library/python, python",
    "python:3.11, docker.io/library/python:3.11, python:3.11",
    "bitnami/redis:7, docker.io/bitnami/redis:7, bitnami/redis:7",
    "docker.io/python, docker.io/library/python, python",
    "index.docker.io/python, docker.io/library/python, python",
    "localhost/app, localhost/app, localhost/app",
    "localhost:5000/app:1, localhost:5000/app:1, localhost:5000/app:1",
    "[::1]:5000/app, [::1]:5000/app, [::1]:5000/app",
    "ghcr.io/a/b/c:V_1.0-x, ghcr.io/a/b/c:V_1.0-x, ghcr.io/a/b/c:V_1.0-x",
    "host:80/a__b/c---d/e.f_g, host:80/a__b/c---d/e.f_g, host:80/a__b/c---d/e.f_g",
    "docker.io/my.team/app, docker.io/my.team/app, docker.io/my.team/app",
    "sha256:1, docker.io/library/sha256:1, sha256:1",
  })
  void shouldNormaliseAsDockerDoes(String text, String full, String familiar) {
    ImageReference reference = ImageReference.parse(text);

    assertEquals(full, reference.toString());
    assertEquals(familiar, reference.familiar());
    assertEquals(reference, ImageReference.parse(full));
    assertEquals(reference, ImageReference.parse(familiar));
  }

  @Test
  void shouldReadTagAndDigest() {
    ImageReference reference = ImageReference.parse("x.io/app:1@sha256:" + HEX);

    assertEquals("x.io", reference.registry());
    assertEquals("app", reference.repository());
    assertEquals("1", reference.tag().orElseThrow());
    assertEquals(HEX, reference.digest().orElseThrow().hex());
    assertEquals("sha256:" + HEX, reference.reference());
    assertEquals("x.io/app:1@sha256:" + HEX, reference.toString());
    assertEquals("x.io/app:2", reference.withTag("2").toString());
    assertEquals("latest", ImageReference.parse("app").reference());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "a/",
        "/a",
        "A",
        "a//b",
        "a___b",
        "a..b",
        "-a",
        "a-",
        "a b",
        "a:",
        "a:-1",
        "a:.1",
        "a:ä",
        "a@",
        "a@sha256:12",
        "a@sha512:" + "0123456789abcdef",
        "x.io:99999/a",
        "x.io:/a",
        "-x.io/a",
        "x..io/a",
        "[x]:5000/a",
        "http://x.io/a",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      })
  void shouldRefuseWhatIsNoReference(String text) {
    assertThrows(InvalidReferenceException.class, () -> ImageReference.parse(text));
  }

  @Test
  void shouldBoundTheLengthOfNamesAndTags() {
    assertEquals("t".repeat(128), ImageReference.requireTag("t".repeat(128)));
    assertThrows(InvalidReferenceException.class, () -> ImageReference.requireTag("t".repeat(129)));
    assertEquals("r".repeat(255), ImageReference.requireRepository("r".repeat(255)));
    assertThrows(
        InvalidReferenceException.class, () -> ImageReference.requireRepository("r".repeat(256)));
    assertThrows(InvalidReferenceException.class, () -> ImageReference.requireRepository("app:1"));
  }

  @Property(tries = 300)
  void shouldReadBackWhatItWrites(@ForAll("references") String text) {
    ImageReference reference = ImageReference.parse(text);

    assertEquals(reference, ImageReference.parse(reference.toString()));
    assertEquals(reference, ImageReference.parse(reference.familiar()));
  }

  @Property(tries = 500)
  void shouldNeverFailOtherThanByItsOwnException(@ForAll String text) {
    try {
      assertFalse(ImageReference.parse(text).repository().isEmpty());
    } catch (InvalidReferenceException e) {
      assertFalse(e.getMessage().isEmpty());
    }
  }

  @Provide
  Arbitrary<String> references() {
    Arbitrary<String> registry =
        Arbitraries.of("", "", "docker.io/", "localhost/", "x.io/", "127.0.0.1:5000/");
    Arbitrary<String> component =
        Arbitraries.of("library", "app", "my.team", "localhost", "a-b", "a__b", "0", "x1");
    Arbitrary<String> path =
        component.list().ofMinSize(1).ofMaxSize(3).map(l -> String.join("/", l));
    Arbitrary<String> tag = Arbitraries.of("", ":latest", ":3.11", ":_x-Y.z");
    Arbitrary<String> digest = Arbitraries.of("", "@sha256:" + HEX);
    return Combinators.combine(registry, path, tag, digest).as((r, p, t, d) -> r + p + t + d);
  }
}
