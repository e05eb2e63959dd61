package io.jenkins.plugins.aiimage.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.parameter.Parameter;
import io.jenkins.plugins.aiimage.push.PushRequest.Delivery;
import io.jenkins.plugins.aiimage.push.PushRequest.Wanted;
import io.jenkins.plugins.aiimage.report.Problem;
import io.jenkins.plugins.aiimage.usecase.UseCaseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters are written here as {@code name=value}, one after the other. */
class PushReaderTest {
  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
  private static final String KEY = "key-" + "0123456789abcdef".repeat(4);

  private static PushRequest read(String... parameters) throws UseCaseException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      values
          .computeIfAbsent(parameter.substring(0, equals), name -> new ArrayList<>())
          .add(parameter.substring(equals + 1));
    }
    return new PushReader(values, Parameter::option).request();
  }

  private static PushRequest split(String parameters) throws UseCaseException {
    return read(
        Arrays.stream(parameters.split(" ", -1))
            .map(word -> word.replace("DIGEST", DIGEST).replace("KEY", KEY).replace('~', ' '))
            .toArray(String[]::new));
  }

  private static List<String> destinations(Delivery delivery) {
    List<String> names = new ArrayList<>();
    for (Target target : delivery.targets()) {
      delivery.tags().forEach(tag -> names.add(target.tagged(tag)));
    }
    return names;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image=app registry=r:5000|r:5000/app:latest",
        "image=app:1 registry=r:5000|r:5000/app:1",
        "image=ai/app:1 registry=r.example|r.example/ai/app:1",
        "image=ai/app:1 registry=r.example tags=2 tags=3|r.example/ai/app:2 r.example/ai/app:3",
        "image=ai/app:1 registry=r.example repository=prod/x|r.example/prod/x:1",
        "image=ai/app:1 registry=a:1 registry=b:2|a:1/ai/app:1 b:2/ai/app:1",
        "image=ai/app:1 registry=a:1 registry=a:1|a:1/ai/app:1",
        "image=a:1/ai/app:2|a:1/ai/app:2",
        "image=a:1/ai/app|a:1/ai/app:latest",
        "image=localhost/ai/app:2|localhost/ai/app:2",
        "image=http://a:1/ai/app:2|a:1/ai/app:2",
        "image=https://localhost:1/app:2|localhost:1/app:2",
        "image=a:1/ai/app:2 registry=b:2|b:2/ai/app:2",
        "image=a:1/ai/app:2 repository=x|a:1/x:2",
        "image=docker.io/ai/app:2|docker.io/ai/app:2",
        "image=index.docker.io/ai/app:2 registry=r:1|r:1/ai/app:2",
        "image=docker.io/app:2 registry=r:1|r:1/library/app:2",
        "image=app:1@DIGEST registry=r:1|r:1/app:1",
        "image=app@DIGEST registry=r:1 tags=7|r:1/app:7",
        "image=a:1/app@DIGEST tags=7|a:1/app:7",
        "image=a:1/app:6@DIGEST|a:1/app:6",
        "image=0123456789ab registry=r:1 repository=x tags=1|r:1/x:1",
        "image=DIGEST registry=r:1 repository=x tags=1|r:1/x:1",
        "image=cafe registry=r:1|r:1/cafe:latest",
        "image=app registry= registry=r:1|r:1/app:latest",
        "image=app registry=r:1 tags= tags=1|r:1/app:1",
        "from=a:1/app:1 tags=2|a:1/app:2",
        "from=a:1/app@DIGEST tags=2|a:1/app:2",
        "from=a:1/app:1 registry=b:2|b:2/app:1",
        "from=a:1/app:1 repository=prod/app|a:1/prod/app:1",
        "from=http://a:1/app:1 registry=b:2 registry=c:3 tags=5|b:2/app:5 c:3/app:5",
      })
  void shouldKnowWhereAnImageGoes(String parameters, String names) throws UseCaseException {
    PushRequest request = split(parameters);
    assertEquals(1, request.deliveries().size());
    assertEquals(
        List.of(names.split(" ", -1)), destinations(request.deliveries().get(0)), parameters);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image=app registry=r:5000|app:latest r:5000/app:latest",
        "image=ai/app:1 registry=a:1 registry=b:2|ai/app:1 a:1/ai/app:1 b:2/ai/app:1",
        "image=ai/app:1 registry=a:1 repository=x tags=7|ai/app:1 a:1/ai/app:1",
        "image=a:1/ai/app:2 registry=b:2|a:1/ai/app:2",
        "image=http://a:1/ai/app:2|a:1/ai/app:2",
        "image=docker.io/library/app registry=r:1|app:latest",
        "image=app registry=docker.io|app:latest",
      })
  void shouldLookBehindEveryNameThatTheEngineMayHave(String parameters, String names)
      throws UseCaseException {
    Wanted wanted = split(parameters).deliveries().get(0).image();
    assertEquals(List.of(names.split(" ", -1)), ((Wanted.Named) wanted).candidates());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image=0123456789ab registry=r:1 repository=x tags=1|0123456789ab",
        "image=DIGEST registry=r:1 repository=x tags=1|DIGEST",
        "image=app:1@DIGEST registry=r:1|app@DIGEST r:1/app@DIGEST",
      })
  void shouldAskTheEngineForExactlyThatIdOrDigest(String parameters, String names)
      throws UseCaseException {
    Wanted wanted = split(parameters).deliveries().get(0).image();
    assertEquals(
        List.of(names.replace("DIGEST", DIGEST).split(" ", -1)),
        ((Wanted.Exact) wanted).candidates());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image=app:1 registry=a:1 registry=b:2 repository=prod tags=9|a:1/app:1 b:2/app:1",
        "image=a:1/app:1 registry=b:2|a:1/app:1",
        "image=app@DIGEST registry=b:2 tags=1|b:2/app@DIGEST",
      })
  void shouldLookInRegistriesOnlyForWhatWasNamed(String parameters, String names)
      throws UseCaseException {
    // Never for the name that it is to get: what has that already is another image.
    List<String> places =
        split(parameters).deliveries().get(0).image().inRegistries().stream()
            .map(Wanted.InRegistry::toString)
            .toList();
    assertEquals(List.of(names.replace("DIGEST", DIGEST).split(" ", -1)), places);
  }

  @Test
  void shouldAskNoEngineForADigestOfARegistryAndForAPromotion() throws UseCaseException {
    for (String parameters : List.of("image=a:1/x@DIGEST tags=1", "from=a:1/x@DIGEST tags=1")) {
      assertInstanceOf(
          Wanted.InRegistry.class, split(parameters).deliveries().get(0).image(), parameters);
    }
    assertEquals("promote", split("from=a:1/x:1 tags=2").useCase());
    assertEquals("push", split("image=a:1/x@DIGEST tags=2").useCase());
  }

  @Test
  void shouldSpeakToARegistryAsItIsNamedAnywhere() throws UseCaseException {
    assertTrue(plainHttp("image=http://r.example/app:1"));
    assertTrue(plainHttp("image=r.example/app:1 registry=http://r.example"));
    assertFalse(plainHttp("image=r.example/app:1"));
    assertFalse(plainHttp("image=https://localhost:1/app:1"));
    Wanted from =
        split("from=r.example/a:1 registry=http://r.example repository=b")
            .deliveries()
            .get(0)
            .image();
    assertTrue(((Wanted.InRegistry) from).where().host().plainHttp());
  }

  private static boolean plainHttp(String parameters) throws UseCaseException {
    return split(parameters).deliveries().get(0).targets().get(0).host().plainHttp();
  }

  @Test
  void shouldTakeSeveralImagesInOneGo() throws UseCaseException {
    PushRequest request = read("image=a", "image=b:2", "image=a", "registry=r:1", "tags=7");
    assertEquals(
        List.of("r:1/a:7", "r:1/b:7"),
        request.deliveries().stream().flatMap(d -> destinations(d).stream()).toList());
  }

  @Test
  void shouldHaveDefaultsForTheRest() throws UseCaseException {
    PushRequest request = split("image=app registry=r:1");
    assertEquals(Duration.ofHours(2), request.totalTimeout());
    assertEquals(Duration.ofMinutes(5), request.stallTimeout());
    assertEquals("auto", request.builder());
    assertFalse(request.dryRun());
    assertTrue(split("image=app registry=r:1 dryRun=").dryRun());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "registry=r:1|--image: name the image to push, or by --from one",
        "image= registry=r:1|--image: name the image",
        "image=app|--registry: name the registry to push to",
        "image=app registry=|--registry: name the registry",
        "image=app from=a:1/b:1|--from: give it, or --image, but not both",
        "image=app registry=ftp://r:1|--registry: \"ftp://r:1\" is not a registry",
        "image=app registry=r:1/path|--registry: \"r:1/path\" is not a registry",
        "image=app registry=r:1 registry=http://r:1|--registry: r:1 is given with http://",
        "image=APP registry=r:1|--image: \"library/APP\" is not a repository name",
        "image=~app registry=r:1|--image: \"library/ app\" is not a repository name",
        "image=app:~ registry=r:1|--image: \" \" is not a tag",
        "image=app@sha256:12 registry=r:1|--image: ",
        "image=ftp://r:1/app:1|--image: \"ftp://r:1\" is not a registry",
        "image=http://ai/app:1 registry=r:1|--image: \"http://ai/app:1\" names no registry",
        "image=http:///app:1|--image: ",
        "image=://|--image: ",
        "image=app registry=r:1 repository=Prod|--repository: \"Prod\" is not a repository name",
        "image=app registry=r:1 repository=x:1|--repository: \"x:1\" is not a repository name",
        "image=app registry=r:1 repository=a repository=b|--repository: it is given 2 times",
        "image=app registry=r:1 tags=a/b|--tag: \"a/b\" is not a tag",
        "image=app registry=r:1 tags=KEY|--tag: \"KEY\" is of the kind",
        "image=app:KEY registry=r:1|--tag: name a tag to set",
        "image=DIGEST registry=r:1 tags=1|--repository: an image that is named by its id needs one",
        "image=DIGEST registry=r:1 repository=x|--tag: name a tag to set",
        "image=a:1/x@DIGEST|--tag: name a tag to set",
        "image=DIGEST repository=x tags=1|--registry: name the registry",
        "from=app:1 tags=2|--from: \"app:1\" names no registry",
        "from=DIGEST tags=2|--from: \"DIGEST\" names no registry",
        "from=ftp://a:1/app:1 tags=2|--from: \"ftp://a:1\" is not a registry",
        "from=a:1/App:1 tags=2|--from: \"App\" is not a repository name",
        "from=a:1/app:1|--tag: name a tag to set",
        "from=a:1/app:1 registry=a:1|--tag: name a tag to set",
        "from=a:1/app@DIGEST registry=b:2|--tag: name a tag to set",
        "from=a:1/app:1 from=a:1/app:2 tags=3|--from: it is given 2 times",
        "image=a image=b registry=r:1 repository=x tags=1|--image: two of the images would be r:1/x:1",
        "image=app image=r:1/app:latest registry=r:1|--image: two of the images would be r:1/app:latest",
        "image=app registry=r:1 builder=kaniko|--builder: \"kaniko\" is not known",
        "image=app registry=r:1 totalTimeout=soon|--total-timeout: ",
        "image=app registry=r:1 stallTimeout=0s|--stall-timeout: ",
      })
  void shouldRefuseInOneSentenceThatNamesTheParameter(String parameters, String words) {
    UseCaseException refused =
        assertThrows(UseCaseException.class, () -> split(parameters), parameters);
    assertEquals(Problem.INPUT, refused.problem());
    String message = refused.getMessage();
    assertTrue(message.startsWith(words.replace("DIGEST", DIGEST).replace("KEY", KEY)), message);
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.endsWith(".") && !message.endsWith(".."), message);
  }
}
