package io.jenkins.plugins.aiimage.build.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.aiimage.report.Cause;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole transcripts, as the program sees them: no colours, BuildKit's {@code #6 1.23 } taken off.
 */
class DiagnosisTest {
  private static final String RETRYING =
      "WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None)) after"
          + " connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection"
          + ".HTTPSConnection object at 0x7f>: Failed to establish a new connection: %s')':"
          + " /simple/torch/\n";
  private static final String DNS = RETRYING.formatted("[Errno -2] Name or service not known");
  private static final String REFUSED = RETRYING.formatted("[Errno 111] Connection refused");
  private static final String NO_VERSIONS =
      """
      ERROR: Could not find a version that satisfies the requirement torch==2.3.0 (from versions: none)
      ERROR: No matching distribution found for torch==2.3.0
      """;

  private static Diagnosis hearing(String transcript) {
    Diagnosis diagnosis = Diagnosis.NONE;
    for (String line : transcript.lines().toList()) {
      diagnosis = diagnosis.heard(line);
    }
    return diagnosis;
  }

  private static Finding found(String transcript, int exitCode) {
    return hearing(transcript).conclude(exitCode).orElseThrow();
  }

  private static void assertFound(String id, String subject, String transcript, int exitCode) {
    Finding finding = found(transcript, exitCode);
    assertEquals(id, finding.sign().id());
    assertEquals(subject, finding.subject().orElse(""));
  }

  @Nested
  class Pip {
    @Test
    void shouldBlameTheIndexByClassicDocker() {
      assertFound(
          "pip-no-versions",
          "torch==2.3.0",
          """
          Step 1/3 : FROM python:3.11
           ---> 0123456789ab
          Step 2/3 : RUN pip install torch==2.3.0
           ---> Running in 0123456789ab
          """
              + NO_VERSIONS
              + """
              Removing intermediate container 0123456789ab
              The command '/bin/sh -c pip install torch==2.3.0' returned a non-zero code: 1
              """,
          1);
    }

    @Test
    void shouldSayWhatBrokeTheIndexWhenWarningsTold() {
      Finding finding = found("Collecting torch==2.3.0\n" + DNS.repeat(5) + NO_VERSIONS, 1);
      assertEquals("index-dns", finding.sign().id());
      assertEquals(Cause.INDEX, finding.cause());
      assertEquals(Optional.of("torch==2.3.0"), finding.subject());
      assertTrue(finding.line().startsWith("ERROR: Could not find a version"), finding.line());
    }

    @Test
    void shouldForgetAWarningThatPipGotOver() {
      String transcript =
          "Collecting numpy\n" + REFUSED + "Collecting torch==2.3.0\n" + NO_VERSIONS;
      assertFound("pip-no-versions", "torch==2.3.0", transcript, 1);
    }

    @Test
    void shouldConcludeFromWarningsAloneThatTheIndexIsAtFault() {
      assertFound("index-refused", "torch", "Collecting torch\n" + REFUSED.repeat(2), 1);
    }

    @Test
    void shouldBlameThePinWhenTheIndexHasOtherVersions() {
      Finding finding =
          found(
              """
              ERROR: Could not find a version that satisfies the requirement torch==9.9 (from -r req.txt (line 1)) (from versions: 2.2.0, 2.3.0)
              ERROR: No matching distribution found for torch==9.9
              """,
              1);
      assertEquals("pip-version-absent", finding.sign().id());
      assertEquals(Cause.PERMANENT, finding.cause());
      assertEquals(Optional.of("torch==9.9"), finding.subject());
    }

    @Test
    void shouldBlamePythonWhenTheIndexHasVersionsForOthersOnly() {
      String ignored =
          "ERROR: Ignored the following versions that require a different python version: 23.9.0"
              + " Requires-Python >=3.8\n";
      assertFound("python-version", "torch==2.3.0", ignored + NO_VERSIONS, 1);
    }

    @Test
    void shouldNotGiveUpOnAWarningAlone() {
      String ignored =
          "ERROR: Ignored the following versions that require a different python version: 23.9.0"
              + " Requires-Python >=3.8\n";
      assertEquals(Optional.empty(), hearing(ignored).conclude(1));
    }

    @Test
    void shouldNameThePackageWhoseDownloadStoodStill() {
      assertFound(
          "pip-read-timeout",
          "torch",
          """
          Collecting torch==2.3.0
            Downloading https://files.pythonhosted.org/packages/43/e5/torch-2.3.0-cp311-cp311-manylinux1_x86_64.whl (779.1 MB)
               ━━━━━━━━━━ 100.0/779.1 MB 1.0 MB/s eta 0:11:00
          ERROR: Exception:
          Traceback (most recent call last):
            File "/usr/lib/python3/dist-packages/pip/_vendor/urllib3/response.py", line 437, in _error_catcher
              yield
          TimeoutError: The read operation timed out
              raise ReadTimeoutError(self._pool, None, "Read timed out.")
          pip._vendor.urllib3.exceptions.ReadTimeoutError: HTTPSConnectionPool(host='files.pythonhosted.org', port=443): Read timed out.
          ERROR: executor failed running [/bin/sh -c pip install torch==2.3.0]: exit code: 2
          """,
          1);
    }

    @Test
    void shouldNameThePackageWhoseHashDiffers() {
      assertFound(
          "pip-hash-mismatch",
          "torch==2.3.0",
          """
          Collecting numpy==1.26.4
          ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions, please update the hashes.
              torch==2.3.0 from https://files.pythonhosted.org/packages/torch-2.3.0.whl#sha256=01 (from -r req.txt (line 1)):
                  Expected sha256 0123
                       Got        4567
          """,
          1);
    }

    @Test
    void shouldTakeNoPackageFromATraceback() {
      String line = "    torch==2.3.0 from https://files.pythonhosted.org/packages/torch.whl:";
      assertEquals(Optional.empty(), Diagnosis.NONE.heard(line).conclude(1));
    }

    @Test
    void shouldBlameTheMissingCompilerAndNameThePackage() {
      assertFound(
          "compiler-missing",
          "gcc",
          """
          Collecting flash-attn
          error: subprocess-exited-with-error
          unable to execute 'gcc': No such file or directory
          error: command 'gcc' failed: No such file or directory
          ERROR: Failed building wheel for flash-attn
          ERROR: Could not build wheels for flash-attn, which is required to install pyproject.toml-based projects
          """,
          1);
    }

    @Test
    void shouldNameThePackageThatWouldNotBuild() {
      assertFound(
          "pip-build-failed",
          "flash-attn",
          """
          error: subprocess-exited-with-error
          ERROR: Failed building wheel for flash-attn
          """,
          1);
    }

    @Test
    void shouldForgetWhatWasFollowedByItsSuccess() {
      assertEquals(
          Optional.empty(),
          hearing(
                  """
                  ERROR: Could not find a version that satisfies the requirement a (from versions: 1)
                  Successfully installed a-1
                  Traceback (most recent call last):
                  """)
              .conclude(1));
    }
  }

  @Nested
  class Apt {
    private static final String UNREACHABLE =
        """
        Err:1 http://deb.debian.org/debian bookworm InRelease
          Temporary failure resolving 'deb.debian.org'
        Reading package lists...
        W: Failed to fetch http://deb.debian.org/debian/dists/bookworm/InRelease  Temporary failure resolving 'deb.debian.org'
        W: Some index files failed to download. They have been ignored, or old ones used instead.
        """;
    private static final String ABSENT =
        """
        Reading state information...
        E: Unable to locate package python3-torch
        """;

    @Test
    void shouldBlameTheMirrorForAPackageThatItCouldNotShow() {
      Finding finding = found(UNREACHABLE + ABSENT, 100);
      assertEquals("apt-mirror-dns", finding.sign().id());
      assertEquals(Cause.TRANSIENT, finding.cause());
      assertEquals(Optional.of("python3-torch"), finding.subject());
    }

    @Test
    void shouldRememberTheMirrorInTheNextStep() {
      String next = "Step 3/4 : RUN apt-get install -y python3-torch\n";
      assertFound("apt-mirror-dns", "python3-torch", UNREACHABLE + next + ABSENT, 100);
    }

    @Test
    void shouldBlameTheNameWhenTheMirrorAnswered() {
      assertFound("apt-package-absent", "python3-torch", ABSENT, 100);
    }

    @Test
    void shouldForgetTheMirrorOnceAptSetsUp() {
      assertFound(
          "apt-package-absent",
          "python3-torch",
          UNREACHABLE + "Setting up curl (7.88.1-10) ...\n" + ABSENT,
          100);
    }

    @Test
    void shouldNotTakeAMissingReleaseFileForAMissingPackage() {
      assertFound(
          "apt-mirror-errors",
          "http://mirror/debian",
          """
          Err:2 http://mirror/debian bookworm Release
            404  Not Found [IP: 127.0.0.1 7004]
          E: The repository 'http://mirror/debian bookworm Release' does not have a Release file.
          """
              + ABSENT,
          100);
    }

    @Test
    void shouldNameTheRefusalAndNotTheMissingSignatureAfterIt() {
      assertFound(
          "apt-refused",
          "http://mirror/debian/dists/bookworm/InRelease",
          """
          E: Failed to fetch http://mirror/debian/dists/bookworm/InRelease  401  Unauthorized [IP: 127.0.0.1 7001]
          E: The repository 'http://mirror/debian bookworm InRelease' is not signed.
          """,
          100);
    }

    @Test
    void shouldNameADiskThatIsFullWhateverDpkgSaysAfterwards() {
      assertFound(
          "disk-full",
          "",
          """
          Unpacking libtorch1.13 (1.13.1+dfsg-4) ...
          dpkg: error processing archive /tmp/libtorch.deb (--unpack):
           cannot copy extracted data for './usr/lib/libtorch.so' to '/usr/lib/libtorch.so.dpkg-new': failed to write (No space left on device)
          Setting up libc6 (2.36-9) ...
          Processing triggers for libc-bin (2.36-9) ...
          E: Failed to fetch http://mirror/x.deb  Connection failed
          E: Sub-process /usr/bin/dpkg returned an error code (1)
          """,
          100);
    }
  }

  @Nested
  class Echoes {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "Step 2/3 : RUN check || echo no space left on device",
          "STEP 2/3: RUN check || echo no space left on device",
          "[2/3] RUN check || echo no space left on device",
          "[stage-1 2/3] RUN check || echo no space left on device",
          " > [2/3] RUN check || echo no space left on device:",
          "+ echo no space left on device",
          "++ echo no space left on device",
          "   3 | >>> RUN check || echo no space left on device",
          "  105│             raise RuntimeError(f\"Unable to find installation candidates for {p}\")",
          "The command '/bin/sh -c echo no space left on device' returned a non-zero code: 1",
          "ERROR: executor failed running [/bin/sh -c echo no space left on device]: exit code: 1",
          "ERROR: failed to solve: process \"/bin/sh -c echo no space left on device\" did not"
              + " complete successfully: exit code: 1",
          "Error: building at STEP \"RUN echo no space left on device\": while running runtime:"
              + " exit status 1",
          "Error: building at STEP \"RUN sh -c \"echo no space left on device\"\": exit status 1",
          "Error: building at STEP \"RUN echo \"x\": no space left on device\": while running"
              + " runtime: exit status 1"
        })
    void shouldNotTakeTheDockerfileForEvidence(String line) {
      assertEquals(Optional.empty(), Diagnosis.NONE.heard(line).conclude(1));
    }

    @Test
    void shouldHearWhatBuildahSaysAfterTheStep() {
      Finding finding =
          found(
              "Error: building at STEP \"COPY model.bin /\": checking on sources under \"/c\":"
                  + " copier: stat: \"/model.bin\": no such file or directory",
              125);
      assertEquals("copy-source-missing", finding.sign().id());
      assertEquals(Optional.of("/model.bin"), finding.subject());
      assertTrue(finding.line().startsWith("checking on sources"), finding.line());
    }

    @Test
    void shouldFindOneCauseInAWholeBuildKitLog() {
      assertFound(
          "apt-package-absent",
          "nosuchpkg",
          """
          [internal] load build definition from Dockerfile
          transferring dockerfile: 120B done
          DONE 0.0s
          [internal] load metadata for docker.io/library/debian:12
          [1/2] FROM docker.io/library/debian:12@sha256:0123
          CACHED
          [2/2] RUN apt-get update && apt-get install -y nosuchpkg
          Get:1 http://deb.debian.org/debian bookworm InRelease [151 kB]
          Fetched 9000 kB in 1s (9000 kB/s)
          Reading package lists...
          E: Unable to locate package nosuchpkg
          ERROR: process "/bin/sh -c apt-get update && apt-get install -y nosuchpkg" did not complete successfully: exit code: 100
          ------
           > [2/2] RUN apt-get update && apt-get install -y nosuchpkg:
          1.632 Reading package lists...
          1.947 E: Unable to locate package nosuchpkg
          ------
          Dockerfile:2
          --------------------
             1 |     FROM debian:12
             2 | >>> RUN apt-get update && apt-get install -y nosuchpkg
             3 |
          --------------------
          ERROR: failed to solve: process "/bin/sh -c apt-get update && apt-get install -y nosuchpkg" did not complete successfully: exit code: 100
          """,
          1);
    }
  }

  @Nested
  class ExitCodes {
    @ParameterizedTest
    @CsvSource({
      "137, memory, UNKNOWN",
      "139, segmentation-fault, UNKNOWN",
      "132, illegal-instruction, PERMANENT",
      "127, command-not-found, PERMANENT",
      "126, permission-denied, PERMANENT",
      "124, timeout-command, TRANSIENT",
      "143, program-stopped, UNKNOWN"
    })
    void shouldTellWhatTheyCan(int code, String id, Cause cause) {
      Finding finding = Diagnosis.NONE.conclude(code).orElseThrow();
      assertEquals(id, finding.sign().id());
      assertEquals(cause, finding.cause());
      assertEquals("exit code " + code, finding.line());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ERROR: failed to solve: process \"/bin/sh -c ./train\" did not complete successfully:"
              + " exit code: 137",
          "ERROR: executor failed running [/bin/sh -c ./train]: exit code: 137",
          "Error: building at STEP \"RUN ./train\": while running runtime: exit status 137",
          "The command '/bin/sh -c ./train' returned a non-zero code: 137"
        })
    void shouldBeTakenFromTheBuildersLastLine(String line) {
      assertFound("memory", "", line, 1);
    }

    @Test
    void shouldNotBeTakenFromWhatARunSays() {
      assertEquals(Optional.empty(), hearing("worker 3 ended with exit code: 137").conclude(1));
    }

    @Test
    void shouldYieldToStrongEvidence() {
      assertFound("command-not-found", "pip", "/bin/sh: 1: pip: not found", 127);
      assertFound("pip-conflict", "", "ERROR: ResolutionImpossible: for help visit x", 137);
    }

    @Test
    void shouldSayNothingOfOneAndZero() {
      assertEquals(Optional.empty(), Diagnosis.NONE.conclude(1));
      assertEquals(Optional.empty(), Diagnosis.NONE.conclude(0));
    }
  }

  @Nested
  class Weighing {
    @Test
    void shouldTakeTheLaterOfTwoStrongSigns() {
      assertFound(
          "git-not-found",
          "v9",
          """
          curl: (22) The requested URL returned error: 404
          error: pathspec 'v9' did not match any file(s) known to git
          """,
          1);
    }

    @Test
    void shouldTakeTheBrokenDownloadAndNotTheBrokenArchive() {
      assertFound(
          "connection-broken",
          "",
          """
          curl: (18) transfer closed with 997 bytes remaining to read
          gzip: stdin: unexpected end of file
          tar: Unexpected EOF in archive
          """,
          2);
    }

    @Test
    void shouldForgetAStepThatSucceeded() {
      assertEquals(
          Optional.empty(),
          hearing(
                  """
                  Step 2/4 : RUN curl -f http://x/ || true
                  curl: (6) Could not resolve host: x
                  Step 3/4 : RUN ./configure
                  """)
              .conclude(1));
    }

    @Test
    void shouldKeepOneToolsWarningsFromAnothers() {
      String transcript =
          "Collecting torch\n" + DNS + "E: Unable to locate package python3-torch\n";
      assertFound("apt-package-absent", "python3-torch", transcript, 100);
    }

    @Test
    void shouldSetAnInconsistentNpmRegistryApartFromAWrongName() {
      assertFound(
          "npm-file-missing",
          "https://registry.npmjs.org/left-pad/-/left-pad-1.3.0.tgz",
          """
          npm error code E404
          npm error 404 Not Found - GET https://registry.npmjs.org/left-pad/-/left-pad-1.3.0.tgz
          npm error 404
          npm error 404  The requested resource 'left-pad@1.3.0' could not be found or you do not have permission to access it.
          """,
          1);
      assertFound(
          "npm-package-absent",
          "left-pda@*",
          """
          npm error code E404
          npm error 404 Not Found - GET https://registry.npmjs.org/left-pda
          npm error 404  The requested resource 'left-pda@*' could not be found or you do not have permission to access it.
          """,
          1);
    }

    @Test
    void shouldTellAnAlpineMirrorFromAWrongName() {
      String absent =
          """
          ERROR: unable to select packages:
            git (no such package):
              required by: world[git]
          """;
      assertFound("apk-package-absent", "git", absent, 2);
      String warning =
          "WARNING: updating and opening https://dl-cdn.alpinelinux.org/alpine/v3.18/main:"
              + " temporary error (try again later)\n";
      assertFound("apk-mirror-errors", "git", warning + absent, 2);
    }
  }

  @Nested
  class Subjects {
    @Test
    void shouldTellWhatIsBeingDownloaded() {
      Diagnosis diagnosis = hearing("Collecting torch[cuda]>=2.3 (from -r req.txt (line 1))");
      assertEquals(Optional.of("torch"), diagnosis.subjectNow());
      diagnosis = diagnosis.heard("  Downloading nvidia_cudnn_cu12-8.9.2.26-py3-none.whl (731 MB)");
      assertEquals(Optional.of("nvidia_cudnn_cu12"), diagnosis.subjectNow());
      diagnosis = diagnosis.heard("Installing collected packages: nvidia_cudnn_cu12, torch");
      assertEquals(Optional.empty(), diagnosis.subjectNow());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Get:12 http://deb.debian.org/debian bookworm/main amd64 libtorch1.13 amd64 1.13.1 [50 MB]|libtorch1.13",
          "Get:4 http://deb.debian.org/debian bookworm/main amd64 Packages [8790 kB]|",
          "Get:1 http://deb.debian.org/debian bookworm InRelease [151 kB]|",
          "Downloading torch (779.1MiB)|torch",
          "Downloading and Extracting Packages|",
          "Collecting https://host/a/scikit-learn-1.4.whl|scikit-learn"
        })
    void shouldKnowTheAnnouncementsOfPipUvAndApt(String line, String name) {
      assertEquals(Optional.ofNullable(name), Diagnosis.NONE.heard(line).subjectNow());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '^',
        value = {
          "manifest for debian:nosuch not found: manifest unknown|debian:nosuch",
          "pull access denied for team/base, repository does not exist|team/base",
          "E: Package 'python3.12' has no installation candidate|python3.12",
          "curl: (6) Could not resolve host: no.such.invalid|no.such.invalid",
          "dial tcp: lookup registry-1.docker.io on 127.0.0.53:53: no such host|registry-1.docker.io",
          "/bin/sh: 1: pip: not found|pip",
          "COPY failed: file not found in build context or excluded by .dockerignore: stat a.txt: file does not exist|a.txt"
        })
    void shouldNameWhatTheLineIsAbout(String line, String subject) {
      assertEquals(subject, found(line, 1).subject().orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '^',
        value = {
          "fatal: Authentication failed for 'https://robot:s3cret@git.example.com/x.git/'",
          "E: Failed to fetch http://robot:s3cret@mirror/x.deb  Connection failed",
          "Max retries exceeded with url: https://robot:s3/cr@et@host:8080/simple https://a:s3cret@b",
          "ERROR: HTTP error 404 while getting https://s3cret@host/torch.whl"
        })
    void shouldKeepCredentialsToItself(String line) {
      Finding finding = found(line, 1);
      String said = finding.line() + finding.subject();
      assertFalse(said.contains("s3") || said.contains("et@"), said);
    }

    @Test
    void shouldLeaveAddressesWithoutCredentialsAlone() {
      String line = "curl: (22) The requested URL returned error: 404 https://host/@scope/a@1";
      assertEquals(line, found(line, 1).line());
    }

    @Test
    void shouldCutALongLineOnlyAfterItsCredentials() {
      Finding finding =
          found("curl: (6) " + "x".repeat(470) + " https://robot:" + "s3cret".repeat(20) + "@h", 1);
      assertFalse(finding.line().contains("s3cret"));
      assertTrue(
          found("curl: (6) Could not resolve host: " + "x".repeat(9000), 6).line().length() <= 500);
    }
  }

  @Test
  void shouldStayTheSameForBoringLines() {
    Diagnosis diagnosis = hearing("Collecting torch\n" + DNS);
    assertSame(diagnosis, diagnosis.heard("Requirement already satisfied: numpy in /usr/lib"));
    assertSame(diagnosis, diagnosis.heard("Collecting"));
    assertSame(diagnosis, diagnosis.heard(""));
  }
}
