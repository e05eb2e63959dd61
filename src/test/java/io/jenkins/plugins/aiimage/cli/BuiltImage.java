package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that an image consists of, so that two can be compared.
 *
 * @param lab whose engine has it
 */
public record BuiltImage(Lab lab, String name) {
  private static final String DIGESTS = "printf '%s %s\\n' \"$TAR_FILENAME\" \"$(sha256sum)\"";

  /** Its configuration, without what is empty. */
  public JsonObject configuration() {
    JsonObject config =
        JsonParser.parseString(lab.docker("image", "inspect", "--format={{json .Config}}", name))
            .getAsJsonObject();
    // What the classic builder notes of the container it used.
    for (String ofTheContainer : List.of("Hostname", "Image", "Domainname")) {
      config.remove(ofTheContainer);
    }
    config.entrySet().removeIf(e -> e.getValue().isJsonNull() || isPlain(e.getValue().toString()));
    return config;
  }

  private static boolean isPlain(String value) {
    return value.equals("false")
        || value.equals("\"\"")
        || value.equals("[]")
        || value.equals("{}");
  }

  /**
   * Every path with its kind, mode, owner, size, link target and names of extended attributes, and
   * every file's content; one a line. Times are left out: two builds never agree on them.
   */
  public String files() throws IOException {
    Path archive = Files.createTempFile("image", ".tar");
    String container = lab.docker("create", name, "nothing");
    try {
      lab.docker("export", "--output=" + archive, container);
      List<String> lines = new ArrayList<>();
      for (String line : tar("--xattrs", "--numeric-owner", "-tvvf", archive.toString())) {
        String[] words = line.trim().split(" +", 6);
        lines.add(
            words.length < 6 ? line : words[5] + " " + words[0] + " " + words[1] + " " + words[2]);
      }
      lines.addAll(tar("-xf", archive.toString(), "--to-command=" + DIGESTS));
      lines.sort(null);
      return String.join("\n", lines);
    } finally {
      lab.docker("rm", container);
      Files.delete(archive);
    }
  }

  private List<String> tar(String... words) {
    Lab.Said said = lab.says("tar", words);
    assertEquals(0, said.exitCode(), said.out());
    return said.out().lines().toList();
  }
}
