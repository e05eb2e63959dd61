package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreNameTest {
  @ParameterizedTest
  @CsvSource({
    "it/x:key-1,localhost/it/x:key-1",
    "x:1,localhost/x:1",
    "python:3,docker.io/library/python:3",
    "a/b:1,docker.io/a/b:1",
    "127.0.0.1:5000/x:1,127.0.0.1:5000/x:1"
  })
  void shouldKnowANameAsTheStoreSpellsIt(String name, String stored) {
    assertTrue(StoreName.means(name, List.of("other:1", stored)));
  }

  @ParameterizedTest
  @CsvSource({"x:1,quay.io/x:1", "x:1,localhost/x:2", "x:1,localhost/y/x:1"})
  void shouldTakeNoOtherImageForIt(String name, String stored) {
    assertFalse(StoreName.means(name, List.of(stored)));
  }
}
