package io.jenkins.plugins.aiimage.lint.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Packages of a hundred megabytes and more, by themselves or with what they bring. */
final class HeavyPackages {
  private static final Set<String> NAMES =
      Set.of(
          "torch",
          "torchvision",
          "torchaudio",
          "tensorflow",
          "tensorflow-cpu",
          "tensorflow-gpu",
          "transformers",
          "sentence-transformers",
          "diffusers",
          "accelerate",
          "vllm",
          "jax",
          "jaxlib",
          "onnxruntime-gpu",
          "xformers",
          "bitsandbytes",
          "triton",
          "deepspeed",
          "paddlepaddle",
          "modelscope",
          "ultralytics",
          "openai-whisper",
          "faster-whisper",
          "llama-cpp-python");

  private HeavyPackages() {}

  static Optional<String> among(List<String> names) {
    return names.stream().filter(NAMES::contains).findFirst();
  }
}
