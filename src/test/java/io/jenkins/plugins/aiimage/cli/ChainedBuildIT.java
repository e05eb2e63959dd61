package io.jenkins.plugins.aiimage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.aiimage.cli.Lab.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An image built in phases is the image that one plain build makes. */
class ChainedBuildIT {
  private static final String RECIPE =
      """
      ARG GREETING=hello
      FROM scratch AS tools
      COPY busybox /bin/busybox
      SHELL ["/bin/busybox", "sh", "-c"]
      ARG GREETING
      ARG TOOL=/made/$GREETING
      # phase: tool
      RUN busybox mkdir -p $TOOL && busybox echo $GREETING > $TOOL/word
      # phase: tool-2
      ENV LEVEL=1
      RUN busybox echo $LEVEL $TOOL > $TOOL/level

      FROM tools AS base
      # phase: base
      ENV LEVEL=2 PATH=/opt/bin:/bin
      WORKDIR /work
      RUN busybox echo $LEVEL $GREETING > here

      FROM scratch
      ARG GREETING
      ARG SUFFIX=x
      # phase: copied
      COPY --from=0 /bin/busybox /bin/busybox
      COPY --from=base /work /work
      SHELL ["/bin/busybox", "sh", "-c"]
      LABEL one="1"
      # phase: used
      RUN busybox mkdir /tmp && busybox echo "$GREETING-$SUFFIX" > /tmp/arguments
      COPY data/$SUFFIX /data/
      # phase: last
      ENTRYPOINT ["/bin/busybox"]
      CMD ["cat", "/work/here"]
      EXPOSE 8000
      USER 1000
      """;

  @TempDir private Path folder;
  private Lab lab;
  private Path context;

  @BeforeEach
  void makeContext() throws IOException {
    lab = Lab.required(folder.resolve("state"));
    context =
        Lab.context(
            folder.resolve("context"), Map.of("Dockerfile", RECIPE, "data/x", "1", "data/y", "2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"buildkit", "docker"})
  void shouldEqualAPlainBuild(String builder) throws IOException {
    String image = Lab.newImage();
    Said said =
        lab.aiImage(
            "prepare",
            "--context=" + context,
            "--image=" + image,
            "--registry=" + lab.registry(),
            "--tag=v1",
            "--build-arg=SUFFIX=y",
            "--builder=" + builder);
    assertEquals(0, said.exitCode(), said.out() + said.err());
    String plain = "plain-" + UUID.randomUUID();
    lab.plainBuild(builder, "--tag=" + plain, "--build-arg=SUFFIX=y", context.toString());
    String phased = lab.registry() + "/" + image + ":v1";
    assertEquals(
        new BuiltImage(lab, plain).configuration(), new BuiltImage(lab, phased).configuration());
    assertEquals(new BuiltImage(lab, plain).files(), new BuiltImage(lab, phased).files());
  }
}
