package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnoseCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Path context;

  @BeforeEach
  void makeContext() throws IOException {
    context = Files.createDirectory(folder.resolve("context"));
    write("Dockerfile", "FROM python:3.11\nRUN pip install -r requirements.txt\nCOPY . .\n");
    write("requirements.txt", "fastapi==0.110.0\ntorch\n");
    write("main.py", "print(1)\n");
    write("lib/__pycache__/a.pyc", "12345");
    write("env/pyvenv.cfg", "");
    write("env/bin/python", "1234567");
  }

  private Path write(String name, String text) throws IOException {
    Path file = context.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private int diagnose(String... words) {
    List<String> line = new ArrayList<>(List.of("diagnose", "--context=" + context));
    line.addAll(List.of(words));
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new CommandLineInterface(Map.of("PATH", folder.toString()), stream, stream)
        .run(line.toArray(String[]::new));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private JsonObject result(String... words) throws IOException {
    Path result = folder.resolve("result.json");
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--result=" + result);
    assertEquals(0, diagnose(all.toArray(String[]::new)), this::out);
    return JsonParser.parseString(Files.readString(result)).getAsJsonObject();
  }

  @Test
  void shouldTellWhatIsSentAndWhatIsBallastAndHeavyAndWriteNothing() throws IOException {
    JsonObject seen = result("--offline");

    assertEquals(6, seen.get("contextFiles").getAsInt());
    JsonArray suggestions = seen.getAsJsonArray("suggestions");
    assertEquals("env", suggestions.get(0).getAsJsonObject().get("pattern").getAsString());
    assertEquals(2, suggestions.get(0).getAsJsonObject().get("files").getAsInt());
    assertEquals(
        "**/__pycache__", suggestions.get(1).getAsJsonObject().get("pattern").getAsString());
    JsonObject torch = seen.getAsJsonArray("packages").get(0).getAsJsonObject();
    assertEquals("torch", torch.get("name").getAsString());
    assertEquals("requirements.txt:2", torch.get("where").getAsString());
    assertFalse(torch.get("pinned").getAsBoolean());
    assertTrue(torch.get("advice").getAsString().contains("/whl/cpu"));
    assertEquals(0, seen.getAsJsonArray("indexes").size());
    assertFalse(Files.exists(context.resolve(".dockerignore")));
  }

  @Test
  void shouldShowInADryRunWhatItWouldWriteAndThenWriteIt() throws IOException {
    write(".dockerignore", "*.log");
    assertEquals(
        0, diagnose("--offline", "--write-ignore", "--split-requirements", "--dry-run"), out());
    assertTrue(out().contains("would write .dockerignore:"), out());
    assertEquals("*.log", Files.readString(context.resolve(".dockerignore")));

    assertEquals(0, diagnose("--offline", "--write-ignore", "--split-requirements"), out());

    assertEquals(
        "*.log\n\n# Added by ai-image diagnose.\nenv\n**/__pycache__\n",
        Files.readString(context.resolve(".dockerignore")));
    assertEquals("torch\n", Files.readString(context.resolve("requirements.ml.txt")));
    assertEquals("fastapi==0.110.0\n", Files.readString(context.resolve("requirements.base.txt")));
    assertEquals("[]", result("--offline", "--write-ignore").get("suggestions").toString());
  }

  @Test
  void shouldNotOverwriteUnlessTold() throws IOException {
    Path mine = write("requirements.ml.txt", "mine\n");

    assertEquals(2, diagnose("--offline", "--split-requirements"));
    assertTrue(out().contains("requirements.ml.txt exists already"), out());
    assertEquals("mine\n", Files.readString(mine));
    assertFalse(Files.exists(context.resolve("requirements.base.txt")));

    assertEquals(0, diagnose("--offline", "--split-requirements", "--overwrite"), out());
    assertEquals("torch\n", Files.readString(mine));
  }

  @Test
  void shouldAskIndexesOnceAndShowNoPassword() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = new byte[20_000];
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String host = "127.0.0.1:" + server.getAddress().getPort();
      String url = "http://bob:geheim@" + host + "/simple/";
      write(
          "Dockerfile",
          "FROM python:3.11\nARG MY_INDEX="
              + url
              + "\nRUN pip install -i $MY_INDEX -r requirements.txt\n");
      write("requirements.txt", "--index-url " + url + "\nfastapi\ntorch\n");

      JsonObject seen = result("--split-requirements", "--report=" + folder.resolve("report"));

      assertEquals(List.of("/simple/pip/ Basic Ym9iOmdlaGVpbQ=="), asked);
      JsonArray indexes = seen.getAsJsonArray("indexes");
      assertEquals(1, indexes.size(), indexes::toString);
      JsonObject index = indexes.get(0).getAsJsonObject();
      assertEquals("http://" + host + "/simple", index.get("url").getAsString());
      assertEquals(200, index.get("status").getAsInt());
      assertTrue(index.get("bytesPerSecond").getAsLong() > 0);
      assertTrue(index.get("error").isJsonNull());
      assertFalse(out().contains("geheim"), out());
      assertFalse(Files.readString(folder.resolve("report")).contains("geheim"));
      assertTrue(Files.readString(context.resolve("requirements.ml.txt")).contains("geheim"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void shouldWarnOfIndexesThatDoNotAnswer() throws IOException {
    write("Dockerfile", "FROM scratch\n");
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed.close();

      JsonObject seen =
          result(
              "--index=http://127.0.0.1:" + closed.getLocalPort() + "/simple",
              "--fallback=I=http://127.0.0.1:" + silent.getLocalPort() + "/simple",
              "--timeout=1s");

      JsonArray indexes = seen.getAsJsonArray("indexes");
      assertEquals(
          "the connection is refused", indexes.get(0).getAsJsonObject().get("error").getAsString());
      assertEquals(
          "no answer within 1.0 s", indexes.get(1).getAsJsonObject().get("error").getAsString());
      assertTrue(out().contains("⚠ Package index http://127.0.0.1:"), out());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--context,/no/such/folder",
    "--index,pypi",
    "--fallback,x",
    "--build-arg,x",
    "--timeout,1h",
    "--top,many",
  })
  void shouldNameTheParameterThatIsWrong(String option, String value) {
    assertEquals(2, diagnose(option, value));
    assertTrue(out().startsWith("ai-image: " + option), out());
  }

  @Test
  void shouldRefuseInOneSentenceWhatIsNoDockerfile() throws IOException {
    write("Dockerfile", "FROM a\nRNU b\n");

    assertEquals(2, diagnose("--offline"));
    assertTrue(out().contains("❌ Dockerfile line 2: "), out());
    out.reset();
    assertEquals(2, diagnose("--offline", "--file=" + context));
    assertTrue(out().contains("is no file that could be a Dockerfile"), out());
  }
}
