package io.jenkins.plugins.aiimage.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnedImageTest {
  private static final String ID = "sha256:" + "1".repeat(64);
  private static final String REFERENCE = "reg.example:5000/team/x@" + ID;

  private static Map<String, Object> made(String image, String reference, Boolean published) {
    Map<String, Object> map = new HashMap<>();
    map.put("image", image);
    map.put("reference", reference);
    map.put("digest", null);
    map.put("published", published);
    map.put("phases", List.of(Map.of("name", "final")));
    return map;
  }

  @Test
  void shouldTakeTheDigestInTheRegistry() {
    Map<String, Object> prepared = made("reg.example:5000/team/x", REFERENCE, true);
    Map<String, Object> pushed = made("reg.example:5000/team/x:v1", REFERENCE, null);

    assertEquals(Map.of("from", REFERENCE), ReturnedImage.named(Map.of("from", prepared), "from"));
    assertEquals(
        Map.of("image", List.of(REFERENCE, "y:1", REFERENCE)),
        ReturnedImage.named(Map.of("image", List.of(prepared, "y:1", pushed)), "image"));
  }

  @Test
  void shouldTakeTheIdOfAnImageInAnEngineAndWhereItBelongs() {
    assertEquals(
        Map.of("image", ID, "repository", "team/x"),
        ReturnedImage.named(Map.of("image", made("team/x:v1", ID, false)), "image"));
    assertEquals(
        Map.of("image", ID, "repository", "team/x", "registry", List.of("reg.example:5000")),
        ReturnedImage.named(Map.of("image", made("reg.example:5000/team/x", ID, false)), "image"));
  }

  @Test
  void shouldLeaveToTheStepWhereTheImageGoes() {
    Map<String, Object> arguments =
        Map.of(
            "image", made("reg.example:5000/team/x:v1", ID, false),
            "repository", "other/y",
            "registry", "third.example");

    Map<String, Object> named = ReturnedImage.named(arguments, "image");

    assertEquals(Map.of("image", ID, "repository", "other/y", "registry", "third.example"), named);
  }

  @Test
  void shouldMakeABlankNameOfAnImageThatWasOnlyPlanned() {
    Map<String, Object> planned = made("team/x", null, false);

    assertEquals(Map.of("image", ""), ReturnedImage.named(Map.of("image", planned), "image"));
    assertEquals(
        Map.of("image", Arrays.asList("", "y")),
        ReturnedImage.named(Map.of("image", List.of(planned, "y")), "image"));
  }

  @Test
  void shouldLeaveTextsAlone() {
    assertEquals(
        Map.of("image", "x:1", "tags", List.of("a")),
        ReturnedImage.named(Map.of("image", "x:1", "tags", List.of("a")), "image"));
    assertEquals(Map.of(), ReturnedImage.named(Map.of(), "image"));
  }
}
