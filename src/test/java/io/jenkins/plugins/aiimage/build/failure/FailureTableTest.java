package io.jenkins.plugins.aiimage.build.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTableTest {
  private static Stream<Arguments> examples() {
    List<Arguments> all = new ArrayList<>();
    for (Sign sign : SignTable.all()) {
      for (String example : sign.examples()) {
        all.add(Arguments.of(sign.id(), example));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldRecogniseEveryExampleAsItsSign(String id, String line) {
    Finding finding = Diagnosis.NONE.heard(line).conclude(1).orElseThrow();
    assertEquals(id, finding.sign().id());
    assertEquals(SignTable.of(id).orElseThrow().cause(), finding.cause());
  }

  @Test
  void shouldHaveAnIdOfItsOwnAnExampleAndASourceForEverySign() {
    Set<String> ids = new HashSet<>();
    for (Sign sign : SignTable.all()) {
      assertTrue(ids.add(sign.id()), sign.id() + " stands twice");
      assertTrue(sign.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), sign.id());
      assertFalse(sign.examples().isEmpty(), sign.id() + " has no example");
      assertFalse(sign.source().isEmpty(), sign.id() + " does not say where it is from");
    }
  }

  /** A text that another row takes away is dead: each row must win with its own words. */
  @Test
  void shouldReachEveryRow() {
    List<String> unreachable = new ArrayList<>();
    for (Evidence evidence : SignTable.evidence()) {
      String line =
          ("x " + String.join(" x ", evidence.template().texts()) + " x")
              .replace("x " + Automaton.START, "")
              .replace(Automaton.END + " x", "");
      Vocabulary vocabulary = Vocabulary.standard();
      Optional<Meaning> meaning = vocabulary.meaningOf(vocabulary.textsIn(line));
      String found =
          meaning.map(it -> it instanceof Evidence other ? other.sign().id() : "mark").orElse("");
      if (!found.equals(evidence.sign().id())) {
        unreachable.add(evidence.sign().id() + " " + evidence.template().texts() + " is " + found);
      }
    }
    assertEquals(List.of(), unreachable);
  }

  @Test
  void shouldKnowASignByAtMostOneExitCode() {
    Set<Integer> codes = new HashSet<>();
    for (Sign sign : SignTable.all()) {
      for (int code : sign.exitCodes()) {
        assertTrue(codes.add(code), code + " stands twice");
      }
    }
    assertTrue(codes.containsAll(Set.of(124, 126, 127, 132, 137, 139, 143)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Setting up python3-torch (1.13.1) ...",
        "Reading package lists...",
        "Collecting torch==2.3.0",
        "  Downloading torch-2.3.0-cp311-cp311-manylinux1_x86_64.whl (779.1 MB)",
        "Successfully installed torch-2.3.0",
        "Unpacking libc6:amd64 (2.36-9+deb12u9) over (2.36-9+deb12u7) ...",
        "Get:5 http://deb.debian.org/debian bookworm/main amd64 curl amd64 7.88.1-10 [315 kB]",
        "npm warn deprecated left-pad@1.3.0: use String.prototype.padStart()",
        "WARNING: Running pip as the 'root' user can result in broken permissions",
        " ---> Running in 0123456789ab",
        "Removing intermediate container 0123456789ab",
        "DONE 12.3s",
        "debconf: delaying package configuration, since apt-utils is not installed",
        "ERROR: pip's dependency resolver does not currently take into account all the packages",
        "rm: cannot remove '/tmp/x': No such file or directory",
        "Do you want to continue? [Y/n] y",
        "please release the lease",
        "added 120 packages, and audited 121 packages in 3s"
      })
  void shouldNotSeeAFailureInOrdinaryOutput(String line) {
    assertEquals(Optional.empty(), Diagnosis.NONE.heard(line).conclude(1));
  }

  @Test
  void shouldHaveItsDataWhereTheProgramLooksForIt() {
    assertNotNull(SignTable.class.getResource("signs.txt"));
  }
}
