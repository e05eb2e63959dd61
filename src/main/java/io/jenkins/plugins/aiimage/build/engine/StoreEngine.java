package io.jenkins.plugins.aiimage.build.engine;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The image store that podman and buildah share, with the program that reaches it. */
record StoreEngine(Store store) implements Engine {
  @Override
  public String version() {
    return store.facts().version();
  }

  @Override
  public String words() {
    return store.words();
  }

  @Override
  public String platform() {
    return store.facts().platform();
  }

  @Override
  public Optional<LocalImage> image(String reference) throws EngineException {
    return StoreImages.of(store.client()).image(reference);
  }

  @Override
  public Map<String, LocalImage> images(List<String> names) throws EngineException {
    return StoreImages.of(store.client()).images(names);
  }

  @Override
  public void tag(String image, String name) throws EngineException {
    store.tag(image, name);
  }

  @Override
  public PushOutcome push(ImagePush push, PushListener listener) throws EngineException {
    return new StorePush(store, push, listener).run();
  }

  @Override
  public Optional<String> pull(String reference, Duration timeout) throws EngineException {
    return store.pull(reference, timeout);
  }

  @Override
  public SmokeTest.Outcome smokeTest(String image, SmokeTest test) throws EngineException {
    return program().smokeTest(image, test);
  }

  @Override
  public Optional<Path> dataRoot() {
    return store.root();
  }

  @Override
  public Optional<String> output(String image, Duration patience, String... command)
      throws EngineException {
    return program().output(image, patience, command);
  }

  @Override
  public Resources capacity() {
    long bytes =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean machine
            ? machine.getTotalMemorySize()
            : 0;
    return new Resources(1000L * Runtime.getRuntime().availableProcessors(), bytes);
  }

  @Override
  public Stock stock() {
    StoreIndexes indexes = StoreIndexes.of(store.facts());
    return store.client().name().equals(StoreClient.PODMAN)
        ? new PodmanStock(store.client(), indexes)
        : new BuildahStock(store.client(), indexes);
  }

  private StoreProgram program() {
    return new StoreProgram(new StoreBuilder(this, store));
  }
}
