package io.jenkins.plugins.aiimage.usecase;

import io.jenkins.plugins.aiimage.build.engine.Engine;
import io.jenkins.plugins.aiimage.build.engine.EngineException;
import io.jenkins.plugins.aiimage.build.engine.SmokeTest;
import java.util.Optional;

/** What is asked of an image that an engine has, before people rely on it. */
public record ImageTests(Engine engine, String imageId) {
  /**
   * Whether it is larger than it may be.
   *
   * @param bytes its size
   * @return a sentence without its end; empty if it is not
   */
  public static Optional<String> excess(long bytes, long limit) {
    return bytes <= limit
        ? Optional.empty()
        : Optional.of("The image has " + bytes + " bytes where the maximal size allows " + limit);
  }

  /** Its size, unpacked; 0 if it is not there any more. */
  public long bytes() throws EngineException {
    return engine.image(imageId).map(Engine.LocalImage::bytes).orElse(0L);
  }

  /** Runs a command line in it. */
  public SmokeTest.Outcome run(SmokeTest test) throws EngineException {
    return engine.smokeTest(imageId, test);
  }

  /**
   * What is said of a command line that failed.
   *
   * @param words of its {@link SmokeTest.Outcome}
   */
  public static String failure(String test, String words) {
    return "The smoke test \"" + test + "\" failed with " + words;
  }
}
