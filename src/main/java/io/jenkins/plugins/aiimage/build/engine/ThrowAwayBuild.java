package io.jenkins.plugins.aiimage.build.engine;

import io.jenkins.plugins.aiimage.build.process.ShortCommand;
import io.jenkins.plugins.aiimage.build.process.WorkFolder;
import io.jenkins.plugins.aiimage.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A build by podman or buildah whose image nobody wants, only whether it succeeds. */
record ThrowAwayBuild(StoreBuilder builder, Optional<String> network, Duration timeout) {

  /**
   * Builds, and removes what came of it.
   *
   * @param program to lie in the context under the name {@code program}, if any
   */
  ShortCommand.Result run(String dockerfile, Optional<byte[]> program) throws EngineException {
    try (WorkFolder folder = WorkFolder.create()) {
      Path context = Files.createDirectory(folder.path().resolve("context"));
      if (program.isPresent()) {
        Path file = Files.write(context.resolve("program"), program.get());
        boolean unused = file.toFile().setExecutable(true, false);
      }
      return run(phase(dockerfile, context), folder.path());
    } catch (IOException e) {
      throw new EngineException(
          Problem.NO_ENGINE,
          "builder: " + builder.name() + " cannot be run (" + e.getMessage() + ").");
    }
  }

  private ShortCommand.Result run(PhaseBuild phase, Path folder)
      throws IOException, EngineException {
    StoreClient client = builder.store().client();
    Path imageIdFile = folder.resolve("image-id");
    ShortCommand.Result result =
        ShortCommand.run(builder.command(phase, folder, imageIdFile), timeout, client.abort());
    if (result.exitCode() == ShortCommand.KILLED) {
      Optional<String> unused = builder.cleanUp(BuildTrace.NONE, folder);
    }
    if (Files.exists(imageIdFile)) {
      // That it stays is a few bytes in the store.
      ShortCommand.Result unused =
          client.run(StoreClient.PATIENCE, List.of("rmi", Files.readString(imageIdFile).strip()));
    }
    return result;
  }

  private PhaseBuild phase(String dockerfile, Path context) {
    return new PhaseBuild(
        "trial",
        dockerfile,
        context,
        true,
        Optional.empty(),
        Optional.empty(),
        new PhaseBuild.BuildOptions(
            Map.of(), Optional.empty(), network, Map.of(), List.of(), Map.of()),
        false);
  }
}
