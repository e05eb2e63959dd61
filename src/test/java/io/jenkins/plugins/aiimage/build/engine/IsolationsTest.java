package io.jenkins.plugins.aiimage.build.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.build.process.Abort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;

  private static final class InMemory implements Memory {
    private final Map<String, String> texts = new HashMap<>();

    @Override
    public Optional<String> read(String name) {
      return Optional.ofNullable(texts.get(name));
    }

    @Override
    public void write(String name, String text) {
      texts.put(name, text);
    }
  }

  private final InMemory memory = new InMemory();

  /** A program that notes each call and succeeds only with that word on its command line. */
  private Store store(String word) throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("podman"),
            "#!/bin/sh\necho \"$*\" >> "
                + folder.resolve("calls")
                + "\ncase \"$*\" in *"
                + word
                + "*) ;; *) exit 1;; esac\n");
    assertEquals(true, program.toFile().setExecutable(true));
    Files.writeString(folder.resolve("calls"), "");
    Files.copy(program, folder.resolve("runc"), StandardCopyOption.REPLACE_EXISTING);
    assertEquals(true, folder.resolve("runc").toFile().setExecutable(true));
    StoreClient client =
        new StoreClient("podman", program, Map.of("PATH", folder.toString()), new Abort());
    Store.Facts facts = new Store.Facts("4.3.1", "linux/amd64", folder.resolve("c"), "crun");
    return new Store(client, facts, new PlainHttp(Set.of()), Isolation.DEFAULT);
  }

  private Isolation find(Store store, Instant now) throws EngineException {
    return new Isolations(memory, Clock.fixed(now, ZoneOffset.UTC))
        .find(new StoreEngine(store), store, Optional.empty());
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }

  @Test
  void shouldTakeTheFirstThatRunsSomethingAndRememberItForADay()
      throws IOException, EngineException {
    Store store = store("--isolation=chroot");
    assertEquals(Isolation.CHROOT, find(store, NOW));
    assertEquals(3, calls().size(), calls().toString());
    assertEquals(Isolation.CHROOT, find(store, NOW.plus(Duration.ofHours(23))));
    assertEquals(3, calls().size());
    assertEquals(Isolation.CHROOT, find(store, NOW.plus(Duration.ofHours(25))));
    assertEquals(6, calls().size());
  }

  @Test
  void shouldAskForNothingMoreWhereTheDefaultWorks() throws IOException, EngineException {
    assertEquals(Isolation.DEFAULT, find(store("build"), NOW));
    assertEquals(1, calls().size());
  }

  @Test
  void shouldLeaveItToTheBuildToFailWhereNothingWorks() throws IOException, EngineException {
    assertEquals(Isolation.DEFAULT, find(store("never"), NOW));
    assertEquals(Map.of(), memory.texts);
  }
}
