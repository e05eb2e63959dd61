package io.jenkins.plugins.aiimage.dockerfile;

/** What a stage is built on. */
public sealed interface Base {
  /** Nothing. */
  record Scratch() implements Base {}

  /** Another stage of the file. */
  record ParentStage(int index) implements Base {}

  /** An image of a registry. */
  record Image(ImageReference image) implements Base {}
}
