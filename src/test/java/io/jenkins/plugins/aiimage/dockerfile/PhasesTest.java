package io.jenkins.plugins.aiimage.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhasesTest {
  private static List<Phase> phases(String text) {
    return ResolvedDockerfile.of(Dockerfile.parse(text), Optional.empty(), Map.of(), "linux/amd64")
        .phases();
  }

  /** {@code name stage:first-end} of each phase. */
  private static String ranges(String text) {
    StringBuilder ranges = new StringBuilder();
    for (Phase phase : phases(text)) {
      ranges.append(phase.name()).append(' ').append(phase.stage()).append(':');
      ranges.append(phase.firstInstruction()).append('-').append(phase.endInstruction());
      ranges.append(' ');
    }
    return ranges.toString().strip();
  }

  private static DockerfileException refused(String text) {
    return assertThrows(DockerfileException.class, () -> phases(text));
  }

  @Test
  void shouldFollowMarks() {
    String text =
        """
        ARG TORCH_INDEX_URL=https://a
        FROM python:3.11-slim
        ENV A=1
        # phase: torch timeout=1000s stall=5m retries=5 fallback=TORCH_INDEX_URL=https://b?c=d
        ARG TORCH_INDEX_URL
        RUN pip install torch
        # phase: rest
        # phases are nice
        COPY . .
        RUN pip install x
        """;

    assertEquals("torch 0:0-3 rest 0:3-5", ranges(text));
    assertEquals(
        new PhaseSettings(
            Optional.of(Duration.ofSeconds(1000)),
            Optional.of(Duration.ofMinutes(5)),
            Optional.of(5),
            List.of(new Fallback("TORCH_INDEX_URL", "https://b?c=d"))),
        phases(text).get(0).settings());
    assertEquals(PhaseSettings.NONE, phases(text).get(1).settings());
  }

  @ParameterizedTest
  @CsvSource({"90, 90", "90s, 90", "5m, 300", "2h, 7200", "1m30s, 90", "1h30m, 5400", "1h1s, 3601"})
  void shouldReadDurations(String written, long seconds) {
    PhaseSettings settings =
        phases("FROM a\n#phase: x timeout=" + written + "\nRUN y").get(0).settings();

    assertEquals(Optional.of(Duration.ofSeconds(seconds)), settings.timeout());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a/b",
        "a timeout",
        "a timeout=",
        "a timeout=0",
        "a stall=0s",
        "a timeout=-1",
        "a timeout=x",
        "a timeout=1x",
        "a timeout=1m30",
        "a timeout=30s1m",
        "a timeout=m",
        "a timeout=99999999h",
        "a timeout=1 timeout=2",
        "timeout=5",
        "a retries=-1",
        "a retries=x",
        "a retries=",
        "a speed=1",
        "a fallback=X",
        "a fallback=X=",
        "a fallback==x",
        "a fallback=NONE=x",
        "a b"
      })
  void shouldRefuseABadMarkAndNameItsLine(String mark) {
    assertEquals(3, refused("ARG X\nFROM a\n# phase: " + mark + "\nRUN y\n").line());
  }

  @ParameterizedTest
  @CsvSource({
    "'FROM a\nRUN x\n# phase: a\n', 3",
    "'# phase: a\nFROM a\nRUN x\n', 1",
    "'FROM a\nRUN x\n# phase: a\nFROM b\nRUN y\n', 3",
    "'FROM a\n# phase: a\n# phase: b\nRUN x\n', 2",
    "'FROM a\n# phase: a\nRUN x\n# phase: a\nRUN y\n', 4",
    "'FROM a\n# phase: a\nRUN x\nFROM b\n# phase: a\nRUN y\n', 5"
  })
  void shouldRefuseAMarkWithoutInstructionsOrWithATakenName(String text, int line) {
    assertEquals(line, refused(text).line());
  }

  @Test
  void shouldSeeNoMarkInsideAnInstruction() {
    assertEquals(
        "final 0:0-2",
        ranges("FROM a\nRUN x \\\n# phase: no\n y\nRUN <<E\n# phase: no\nE\n# Phase: 1\n"));
  }

  @Test
  void shouldFindPhases() {
    String text =
        """
        FROM python:3.11-slim AS build
        WORKDIR /w
        RUN apt-get update && apt-get install -y --no-install-recommends gcc
        RUN pip install --upgrade pip
        RUN pip install torch
        COPY . .
        RUN make
        FROM python:3.11-slim
        COPY --from=build /w /w
        RUN pip install Torch
        CMD ["x"]
        """;

    assertEquals("gcc 0:0-2 torch 0:2-4 build 0:4-6 torch-2 1:0-2 final 1:2-3", ranges(text));
  }

  @Test
  void shouldNameTailsAfterTheirStage() {
    assertEquals("stage-0 0:0-1 final 1:0-1", ranges("FROM a\nRUN x\nFROM b\nCOPY --from=0 a b\n"));
    assertEquals("torch 0:0-1", ranges("FROM a\nRUN pip install torch\n"));
    assertEquals("final 0:0-0", ranges("FROM a\n"));
    assertEquals("final 1:0-0", ranges("FROM a AS b\nFROM b\n"));
    assertEquals(
        "final-2 0:0-1 final 1:0-1",
        ranges("FROM a AS final\nRUN x\nFROM b\n# phase: final\nCOPY --from=0 a b\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install torch==2.3.0 torchvision => torch",
        "pip3.11 install --no-cache-dir --timeout=1000 --default-timeout 1000 --retries=5 torch => torch",
        "python3 -m pip install --index-url https://x -i y -t /z -c con.txt \"protobuf<4.21,>=3.20\" => protobuf",
        "pip install tensorflow>=2.13.0 tf2onnx>=1.15.0 => tensorflow",
        "pip install 'transformers[torch]~=4.3' => transformers",
        "pip install --no-cache-dir -r /tmp/requirements-ml.txt => requirements-ml",
        "pip install --requirement=requirements.txt => requirements",
        "pip install --upgrade pip wheel setuptools && pip install numpy => numpy",
        "pip install -U pip torch => torch",
        "pip install . => packages",
        "pip install ./dist/My_App-1.0-py3-none-any.whl => my_app",
        "pip install git+https://h/o/Repo.git@v1 => repo",
        "pip install torch@https://x/y.whl => torch",
        "pip install $PACKAGES => packages",
        "cd /x; DEBIAN_FRONTEND=noninteractive apt-get -y -t sid install python3-torch=1.13 => python3-torch",
        "if true; then sudo -E /usr/bin/apt install -y curl; fi => curl",
        "timeout -k 5 600 pip install torch => torch",
        "apk add --no-cache --virtual .deps g++ => g",
        "dnf -y install --setopt=x gcc-c++ => gcc-c",
        "microdnf install nodejs => nodejs",
        "conda install -y -c conda-forge -n base pytorch::faiss-gpu=1.8 => faiss-gpu",
        "micromamba create -n x -f /env/environment.yml => environment",
        "conda env create --file gpu.yml => gpu",
        "npm ci --omit=dev => npm",
        "npm install -g @scope/tool@1 => scope-tool",
        "yarn => yarn",
        "pnpm i --prefix /x left-pad@1 => left-pad",
        "poetry install --no-root => poetry",
        "uv sync --frozen => uv",
        "uv pip install --system torch => torch",
        "bash -lc \"pip install torch\" => torch",
        "echo 'pip install x' | tee y && pip install z 2>/dev/null => z",
        "pip install torch --index-url https://x || pip install torch => torch"
      })
  void shouldNameAPhaseAfterWhatItInstalls(String line) {
    int arrow = line.lastIndexOf(" => ");
    String name = line.substring(arrow + 4);

    assertEquals(name + " 0:0-1", ranges("FROM a\nRUN " + line.substring(0, arrow) + "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install --upgrade pip",
        "python -m pip install -U pip wheel setuptools",
        "apt-get update",
        "pip cache purge",
        "echo pip install torch",
        "pip config set global.timeout 600",
        "npm run build",
        "conda clean -a",
        "make install",
        "python -m venv /opt/venv",
        "yarn build",
        "pip --version",
        "apt-get",
        "# pip install x",
        "uv --version",
        "sh -c"
      })
  void shouldFindNothingInALightRun(String run) {
    assertEquals("final 0:0-2", ranges("FROM a\nRUN " + run + "\nRUN x\n"));
  }

  @Test
  void shouldLookIntoExecFormAndHeredocs() {
    assertEquals("torch 0:0-1", ranges("FROM a\nRUN [\"pip\", \"install\", \"torch\"]\n"));
    assertEquals("torch 0:0-1", ranges("FROM a\nRUN [\"sh\", \"-c\", \"pip install torch\"]\n"));
    assertEquals(
        "torch 0:0-1",
        ranges(
            "FROM a\nRUN <<EOF\nset -e\n# pip install no\npip install \\\n  torch\npip install numpy\nEOF\n"));
  }

  private static final String HEAVY = "RUN pip install torch\n";
  private static final String MARKED = "# phase: b\nRUN y\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ONBUILD RUN z\n|",
        "CMD x\n|ENTRYPOINT z\n",
        "ARG N=A\nENV $N=1\n|",
        "ARG A=$B\nENV B=1\n|",
        "ARG A=\"${B:-x}\" C\nENV X=1 B=2\n|"
      })
  void shouldNotCutWhereThatWouldChangeTheResult(String text) {
    String before = text.substring(0, text.indexOf('|'));
    String after = text.substring(text.indexOf('|') + 1);
    long count = 2 + text.chars().filter(c -> c == '\n').count();

    assertEquals("torch 0:0-" + count, ranges("FROM a\n" + before + HEAVY + "RUN y\n" + after));
    DockerfileException refused = refused("FROM a\n# phase: a\n" + before + HEAVY + MARKED + after);
    assertTrue(
        refused.getMessage().contains("no phase can begin here: the "), refused.getMessage());
    assertEquals(4 + before.lines().count(), refused.line());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|ONBUILD RUN z\n",
        "ENTRYPOINT x\n|CMD z\n",
        "ENV B=1\nARG A=$B\n|",
        "ARG A=$B\n|ENV B=1\n",
        "ARG A=$BC\nENV B=1\n|",
        "ARG A=$B\nARG B=1\n|",
        "ARG A=1\nENV A=$A\n|",
        "|ENV $N=1\n"
      })
  void shouldCutWhereThatChangesNothing(String text) {
    String before = text.substring(0, text.indexOf('|'));
    String after = text.substring(text.indexOf('|') + 1);

    assertEquals(2, phases("FROM a\n" + before + HEAVY + "RUN y\n" + after).size());
    assertEquals(2, phases("FROM a\n# phase: a\n" + before + HEAVY + MARKED + after).size());
  }

  @Test
  void shouldMergeIntoThePhaseNamedAfterTheLastInstallation() {
    assertEquals(
        "a 0:0-1 c 0:1-5",
        ranges(
            "FROM x\nRUN pip install a\nONBUILD RUN z\nRUN pip install b\nRUN pip install c\nRUN d\n"));
  }

  @Test
  void shouldLetAnInheritedCommandBeResetAsEver() {
    assertEquals(
        "p 0:0-1 torch 1:0-1 final 1:1-2",
        ranges("FROM a AS p\nCMD x\nFROM p\n" + HEAVY + "ENTRYPOINT y\n"));
  }

  @Test
  void shouldMakeNoPhaseOfAStageWithTriggersForOthers() {
    String stage = "FROM a AS p\n%sRUN pip install x\nONBUILD RUN y\nFROM p\nRUN z\n";

    assertEquals("final 1:0-1", ranges(stage.formatted("")));
    assertEquals(2, refused(stage.formatted("# phase: x\n")).line());
  }
}
