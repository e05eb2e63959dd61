package io.jenkins.plugins.aiimage.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A Python package as pip installs it (PEP 427).
 *
 * @param tags of the Python, its ABI and the platform that it is for
 * @param requires requirements as in METADATA, for instance {@code numpy==1.26.4}
 * @param ballast bytes that cannot be compressed
 */
record Wheel(String name, String version, String tags, List<String> requires, int ballast) {
  private static final String ANY = "py3-none-any";

  Wheel {
    requires = List.copyOf(requires);
  }

  static Wheel of(String name, String version, String... requires) {
    return new Wheel(name, version, ANY, List.of(requires), 1000);
  }

  Wheel weighing(int bytes) {
    return new Wheel(name, version, tags, requires, bytes);
  }

  Wheel taggedFor(String others) {
    return new Wheel(name, version, others, requires, ballast);
  }

  String fileName() {
    return name + "-" + version + "-" + tags + ".whl";
  }

  byte[] bytes() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(name + "/__init__.py", utf8("__version__ = '" + version + "'\n"));
    files.put(name + "/ballast.bin", noise());
    String info = name + "-" + version + ".dist-info/";
    files.put(info + "METADATA", utf8(metadata()));
    files.put(
        info + "WHEEL",
        utf8("Wheel-Version: 1.0\nGenerator: lab\nRoot-Is-Purelib: true\nTag: " + tags + "\n"));
    files.put(info + "RECORD", utf8(record(files, info + "RECORD")));
    return zip(files);
  }

  private String metadata() {
    StringBuilder text =
        new StringBuilder("Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
    requires.forEach(need -> text.append("Requires-Dist: ").append(need).append('\n'));
    return text.toString();
  }

  private static String record(Map<String, byte[]> files, String itself) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    StringBuilder text = new StringBuilder();
    files.forEach(
        (path, content) ->
            text.append(path + ",sha256=" + base64.encodeToString(Hashes.sha256(content)))
                .append("," + content.length + "\n"));
    return text + itself + ",,\n";
  }

  private byte[] noise() {
    byte[] noise = new byte[ballast];
    new Random(name.hashCode()).nextBytes(noise);
    return noise;
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
