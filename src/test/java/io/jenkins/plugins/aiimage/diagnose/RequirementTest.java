package io.jenkins.plugins.aiimage.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "torch | torch | false",
        "torch==2.5.1 | torch | true",
        "torch == 2.5.1 ; python_version > '3.8' | torch | true",
        "torch==2.* | torch | false",
        "torch>=2,<3 | torch | false",
        "Scikit_Learn[all] ~= 1.4 | scikit-learn | false",
        "numpy==1.26.4 --hash=sha256:aa --hash=sha256:bb | numpy | true",
        "pkg @ https://host/pkg-1.whl | pkg | true",
        "zope.interface===5.0 | zope-interface | true",
        "foo (>=1.0) | foo | false",
      })
  void shouldKnowThePackageAndWhetherItIsPinned(String line, String name, boolean pinned) {
    assertEquals(Optional.of(new Requirement(name, pinned)), Requirement.of(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "./local", "/abs/pkg", "https://host/pkg-1.whl", "two words"})
  void shouldTakeNothingElseForAPackage(String line) {
    assertTrue(Requirement.of(line).isEmpty());
  }
}
