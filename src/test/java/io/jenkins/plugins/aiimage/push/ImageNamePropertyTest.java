package io.jenkins.plugins.aiimage.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.registry.InvalidReferenceException;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class ImageNamePropertyTest {
  @Property
  void shouldTakeANameApartAsItWasPutTogether(
      @ForAll("registries") String registry,
      @ForAll("repositories") String repository,
      @ForAll("tags") String tag) {
    String text = registry + repository + (tag.isEmpty() ? "" : ":" + tag);

    ImageName name = ImageName.parse(text);

    boolean id = name.reference().isEmpty();
    assertEquals(id ? "" : repository, name.repository());
    assertEquals(!registry.isEmpty(), name.hasRegistry());
    assertEquals(
        id ? Optional.empty() : Optional.of(tag.isEmpty() ? "latest" : tag), name.tag(), text);
    assertEquals(name.inEngine(Optional.empty()), reparsed(name), text);
  }

  private static String reparsed(ImageName name) {
    return ImageName.parse(name.inEngine(Optional.empty())).inEngine(Optional.empty());
  }

  @Provide
  Arbitrary<String> registries() {
    return Arbitraries.of("", "r:5000/", "r.example/", "localhost/", "[::1]:5000/", "127.0.0.1:1/");
  }

  @Provide
  Arbitrary<String> repositories() {
    Arbitrary<String> component =
        Arbitraries.strings().withCharRange('a', 'g').numeric().ofMinLength(1).ofMaxLength(14);
    return component
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(components -> String.join("/", components))
        .filter(repository -> !repository.equals("localhost"));
  }

  @Provide
  Arbitrary<String> tags() {
    return Arbitraries.oneOf(
        Arbitraries.just(""),
        Arbitraries.strings().alpha().numeric().withChars('_').ofMinLength(1).ofMaxLength(20));
  }

  @Property
  void shouldRefuseWhatIsNoNameWithoutAFault(
      @ForAll
          @CharRange(from = 'a', to = 'c')
          @net.jqwik.api.constraints.Chars({':', '/', '@', '.', '-', '_', ' ', 'A', '[', ']', '%'})
          @StringLength(max = 12)
          String text) {
    for (String parameter : List.of("image", "from")) {
      try {
        new PushReader(
                Map.of(parameter, List.of(text), "tags", List.of("t"), "registry", List.of("r:1")),
                Parameter::option)
            .request();
      } catch (UseCaseException e) {
        assertTrue(e.getMessage().startsWith("--"), e.getMessage());
        assertFalse(e.getMessage().contains("Exception"), e.getMessage());
      } catch (InvalidReferenceException e) {
        throw new AssertionError(parameter + " \"" + text + "\"", e);
      }
    }
  }
}
