package io.jenkins.plugins.aiimage.lint.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule with what it was made for, and with what looks like it and is right. */
class ChecksTest {
  private static final String CPU = "https://download.pytorch.org/whl/cpu";
  private static final String CUDA = "https://download.pytorch.org/whl/cu118";

  @TempDir private Path context;

  private record Sample(Rule rule, int line, String found, String right) {}

  static List<Sample> samples() {
    return List.of(
        sample(
            Rule.DK001, 2, "RUN apt-get install -y build-essential", "RUN apt-get install -y curl"),
        sample(Rule.DK001, 2, "RUN apk add libpq-dev", "RUN apk add libpq"),
        sample(
            Rule.DK001,
            2,
            "RUN apt-get install -y gcc && pip install a",
            "RUN apt-get install -y gcc && pip install a && apt-get purge -y gcc"),
        new Sample(
            Rule.DK001,
            3,
            "FROM a:1 AS builder\nFROM builder\nRUN apt-get install g++\n",
            "FROM a:1 AS builder\nRUN apt-get install g++\nFROM a:1\nCOPY --from=builder /v /v\n"),
        new Sample(Rule.DK002, 1, "FROM python:latest\n", "FROM python:3.11-slim\n"),
        new Sample(
            Rule.DK002, 1, "FROM r.example.com:5000/base\n", "FROM r.example.com:5000/base:7\n"),
        new Sample(
            Rule.DK002, 2, "ARG V=slim\nFROM python:$V\n", "ARG V=3.11-slim\nFROM python:$V\n"),
        new Sample(Rule.DK002, 1, "FROM python\n", "FROM python@sha256:" + "a".repeat(64) + "\n"),
        new Sample(Rule.DK002, 1, "FROM debian:stable-slim\n", "FROM debian:bookworm-slim\n"),
        new Sample(Rule.DK003, 1, "FROM python:3.11\n", "FROM python:3.11-slim\n"),
        new Sample(
            Rule.DK003,
            1,
            "FROM nvidia/cuda:12.6.0-devel-ubuntu22.04\n",
            """
            FROM nvidia/cuda:12.6.0-devel-ubuntu22.04 AS b
            FROM nvidia/cuda:12.6.0-base-ubuntu22.04
            COPY --from=b /o /o
            """),
        sample(Rule.DK004, 1, "CMD [\"app\"]", "USER app"),
        sample(Rule.DK004, 3, "USER app\nUSER root", "USER root\nUSER 1000:1000"),
        new Sample(Rule.DK004, 1, "FROM debian:12\n", "FROM scratch\nCOPY a /\n"),
        sample(Rule.DK006, 2, "RUN pip install a", "RUN pip install --no-cache-dir a"),
        sample(
            Rule.DK006,
            2,
            "RUN apt-get update && apt-get install -y a",
            "RUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*"),
        sample(
            Rule.DK006,
            2,
            "RUN --mount=type=cache,target=/other pip install a",
            "RUN --mount=type=cache,target=/root/.cache/pip pip install a"),
        sample(Rule.DK006, 2, "RUN uv pip install a", "ENV UV_NO_CACHE=1\nRUN uv pip install a"),
        sample(
            Rule.DK007,
            1,
            "ENV PYTHONUNBUFFERED=1",
            "ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1"),
        new Sample(Rule.DK007, 1, "FROM a:1\nCMD [\"python\"]\n", "FROM a:1\nCMD [\"java\"]\n"),
        sample(
            Rule.AI001,
            2,
            "RUN pip install torch && pip install transformers",
            "RUN pip install --upgrade pip && pip install torch transformers"),
        sample(
            Rule.AI001,
            2,
            "RUN apt-get install -y git && pip install torch",
            "RUN apt-get install -y git && apt-get install -y curl"),
        sample(Rule.AI002, 2, "RUN pip install torch", "RUN pip install --timeout=60 torch"),
        sample(
            Rule.AI002,
            3,
            "RUN pip install -U pip \\\n && pip install transformers",
            "ENV PIP_DEFAULT_TIMEOUT=300\nRUN pip install transformers"),
        sample(
            Rule.AI002,
            2,
            "RUN pip install tensorflow",
            "RUN pip config set global.timeout 600\nRUN pip install tensorflow"),
        sample(
            Rule.AI003,
            2,
            "RUN pip install a && pip cache purge || true",
            "RUN pip install a && { pip cache purge || true; }"),
        sample(Rule.AI003, 2, "RUN pip install a; true", "RUN set -e; pip install a; true"),
        sample(Rule.AI003, 2, "RUN pip install a || echo no", "RUN pip install a || exit 1"),
        sample(Rule.AI003, 2, "RUN pip install a || :", "RUN pip cache purge || true"),
        sample(
            Rule.AI004, 2, "RUN pip install torch>=2.1.0", "RUN pip install \"torch>=2.1.0\" >log"),
        sample(
            Rule.AI004, 2, "RUN pip install 'a<2' b<3", "RUN pip install 'a<2' b~=3 2>/dev/null"),
        sample(
            Rule.AI005,
            2,
            "RUN --mount=type=cache,target=/root/.cache/pip pip install a && pip cache purge",
            "RUN pip install a && pip cache purge"),
        sample(
            Rule.AI005,
            2,
            "RUN pip cache purge",
            "RUN pip install a && python3 -m pip cache purge"),
        sample(
            Rule.AI006,
            2,
            "RUN pip install torch --index-url " + CPU + " || pip install torch",
            "RUN pip install torch --index-url " + CPU + " && pip install numpy"),
        sample(
            Rule.AI007,
            2,
            "COPY . .\nRUN pip install -r requirements.txt",
            "COPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . ."),
        sample(
            Rule.AI007,
            2,
            "COPY [\"./\", \"/app\"]\nRUN npm install left-pad",
            "COPY . .\nRUN pip install -e ."),
        sample(Rule.AI008, 2, "RUN pip install torch", "RUN pip install torch --index-url " + CPU),
        new Sample(
            Rule.AI008,
            2,
            "FROM python:3.11-slim\nRUN pip install torch==2.3\n",
            "FROM nvidia/cuda:12.6.0-base-ubuntu22.04\nRUN pip install torch==2.3\n"),
        sample(
            Rule.AI009,
            3,
            "RUN pip install -i " + CPU + " torch\nRUN pip install -i " + CUDA + " torchvision",
            "RUN pip install -i " + CPU + " torch\nRUN pip install -i " + CPU + " torchvision"),
        sample(
            Rule.AI009,
            3,
            "ARG URL=" + CPU + "\nRUN pip install --index-url=\"$URL\" torch==2.1.0+cu118",
            "ARG URL=" + CPU + "\nRUN pip install --index-url \"$URL\" torch==2.1.0+cpu"),
        sample(Rule.AI010, 2, "ARG HF_TOKEN", "ENV TOKENIZERS_PARALLELISM=false"),
        sample(Rule.AI010, 2, "ENV ACCESS=hf_abcdefghijklmnopqrst", "ENV ACCESS=hf_home"),
        sample(
            Rule.AI010,
            2,
            "RUN pip install -i https://me:hunter2@i.example.com/simple a",
            "RUN pip install -i https://me:$PASS@i.example.com/simple a"),
        sample(Rule.AI011, 2, "VOLUME pip_cache:/root/.cache/pip", "VOLUME /root/.cache/pip"),
        sample(
            Rule.AI012,
            2,
            "RUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir a",
            "RUN --mount=type=cache,target=/root/.cache/pip pip install a"),
        sample(
            Rule.AI014,
            2,
            "# ai-image: ignore=AI004\nRUN true",
            "# ai-image: ignore=AI004\nRUN pip install a>=1"));
  }

  private static Sample sample(Rule rule, int line, String found, String right) {
    String base = "FROM python:3.11-slim\n";
    return new Sample(rule, line, base + found + "\n", base + right + "\n");
  }

  private List<Finding> run(String text) {
    return Checks.run(Recipe.of(text, context.resolve("Dockerfile"), context));
  }

  private List<Integer> lines(String text, Rule rule) {
    return run(text).stream().filter(one -> one.rule() == rule).map(Finding::line).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldFindWhatItWasMadeForAndNotWhatLooksLikeIt(Sample sample) {
    assertEquals(List.of(sample.line), lines(sample.found, sample.rule));
    assertEquals(List.of(), lines(sample.right, sample.rule));
  }

  @Test
  void shouldHaveASampleOfEveryRule() {
    Set<Rule> sampled = EnumSet.of(Rule.DK005, Rule.AI013); // Below: they read other files.
    samples().forEach(sample -> sampled.add(sample.rule));

    assertEquals(EnumSet.allOf(Rule.class), sampled);
  }

  @Test
  void shouldWantAnIgnoreFileThatKeepsOutWhatIsThere() throws IOException {
    String text = "FROM a:1\nCOPY . /app\n";
    assertEquals(List.of(2), lines(text, Rule.DK005));
    assertEquals(List.of(), lines("FROM a:1\nCOPY main.py /app/\n", Rule.DK005));

    Files.createDirectory(context.resolve(".git"));
    Files.writeString(context.resolve("gemma.gguf"), "");
    Files.writeString(context.resolve(".dockerignore"), "*.md\n");
    Finding finding = run(text).stream().filter(one -> one.rule() == Rule.DK005).findAny().get();
    assertTrue(finding.message().endsWith(".git, gemma.gguf"), finding.message());

    Files.writeString(context.resolve(".dockerignore"), ".git\n*.gguf\n");
    assertEquals(List.of(), lines(text, Rule.DK005));
  }

  @Test
  void shouldReadTheListsOfPackages() throws IOException {
    String text =
        "FROM python:3.11-slim\nCOPY requirements.txt /tmp/\nRUN pip install -r /tmp/requirements.txt\n";
    Files.writeString(
        context.resolve("requirements.txt"), "# all\ntorch --index-url " + CPU + "\nnumpy>=1\n");
    assertEquals(List.of(3), lines(text, Rule.AI013));
    assertEquals(List.of(3), lines(text, Rule.AI002));

    Files.writeString(context.resolve("requirements.txt"), "--index-url " + CPU + "\nnumpy>=1\n");
    assertEquals(List.of(), lines(text, Rule.AI013));
    assertEquals(List.of(), lines(text, Rule.AI002));
  }

  @Test
  void shouldIgnoreWhatACommentSays() {
    String text =
        """
        # ai-image: ignore-file=DK004 the platform does
        FROM python:3.11-slim
        # ai-image: ignore=AI002,AI008
        RUN pip install torch
        RUN pip install torch
        """;

    assertEquals(List.of(), lines(text, Rule.DK004));
    assertEquals(List.of(5), lines(text, Rule.AI002));
    assertEquals(List.of(5), lines(text, Rule.AI008));
    assertEquals(List.of(), lines(text, Rule.AI014));
  }

  @Test
  void shouldNeverShowASecret() {
    String text = "FROM a:1\nENV DB_PASSWORD=hunter2 X=ghp_abcdefghijklmnopqrstuvwxyz\n";

    assertEquals(2, lines(text, Rule.AI010).size());
    assertFalse(run(text).toString().contains("hunter2"));
    assertFalse(run(text).toString().contains("ghp_"));
  }

  @Test
  void shouldSayEachRuleInOneSentence() {
    Arrays.stream(Rule.values())
        .forEach(
            rule ->
                assertTrue(rule.why().endsWith(".") && rule.advice().endsWith("."), rule.name()));
  }
}
