package io.jenkins.plugins.aiimage.dockerfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Python packages for machine learning and what they weigh: about what pip downloads for Linux on
 * x86-64, as it says itself (releases around the end of 2024), with what they bring that others do
 * not share. {@code docs/diagnosing.md} shows the table.
 */
public final class HeavyPackages {
  private static final long MEGABYTE = 1_000_000;

  /**
   * What is known of a package.
   *
   * @param bytes about what is downloaded
   * @param slow whether it is, or brings, hundreds of megabytes: worth a phase and patience
   */
  public record Weight(long bytes, boolean slow) {}

  private static final Map<String, Weight> WEIGHTS =
      Map.ofEntries(
          slow("torch", 2800),
          slow("torchvision", 8),
          slow("torchaudio", 4),
          slow("tensorflow", 650),
          slow("tensorflow-gpu", 650),
          slow("tensorflow-cpu", 250),
          slow("transformers", 30),
          slow("sentence-transformers", 30),
          slow("diffusers", 30),
          slow("accelerate", 10),
          slow("vllm", 400),
          slow("jax", 100),
          slow("jaxlib", 100),
          slow("onnxruntime-gpu", 290),
          slow("xformers", 45),
          slow("bitsandbytes", 75),
          slow("triton", 210),
          slow("deepspeed", 20),
          slow("paddlepaddle", 130),
          slow("modelscope", 10),
          slow("ultralytics", 80),
          slow("openai-whisper", 30),
          slow("faster-whisper", 80),
          slow("llama-cpp-python", 70),
          slow("nvidia-cudnn-cu12", 665),
          slow("nvidia-cublas-cu12", 365),
          slow("nvidia-cufft-cu12", 210),
          slow("nvidia-cusparse-cu12", 210),
          slow("nvidia-nccl-cu12", 190),
          slow("nvidia-cusparselt-cu12", 150),
          slow("nvidia-cusolver-cu12", 130),
          light("onnxruntime", 15),
          light("onnx", 16),
          light("xgboost", 220),
          light("pyspark", 320),
          light("ray", 70),
          light("opencv-python", 63),
          light("opencv-python-headless", 50),
          light("opencv-contrib-python", 70),
          light("numba", 45),
          light("pyarrow", 40),
          light("scipy", 40),
          light("spacy", 60),
          light("faiss-cpu", 28),
          light("gensim", 27),
          light("numpy", 18),
          light("scikit-learn", 13),
          light("pandas", 13),
          light("matplotlib", 9),
          light("datasets", 5),
          light("tokenizers", 3),
          light("safetensors", 1),
          light("keras", 1));

  private static final String NVIDIA = "nvidia-";
  private static final Weight OTHER_NVIDIA = new Weight(30 * MEGABYTE, true);

  private HeavyPackages() {}

  private static Map.Entry<String, Weight> slow(String name, long megabytes) {
    return Map.entry(name, new Weight(megabytes * MEGABYTE, true));
  }

  private static Map.Entry<String, Weight> light(String name, long megabytes) {
    return Map.entry(name, new Weight(megabytes * MEGABYTE, false));
  }

  /** What is known of a package by its normal name; empty if it is not one of these. */
  public static Optional<Weight> weight(String name) {
    Weight known = WEIGHTS.get(name);
    return known == null && name.startsWith(NVIDIA)
        ? Optional.of(OTHER_NVIDIA)
        : Optional.ofNullable(known);
  }

  /** The first of these that needs patience. */
  public static Optional<String> slowAmong(List<String> names) {
    return names.stream().filter(name -> weight(name).filter(Weight::slow).isPresent()).findFirst();
  }

  /** All that are known by name, in alphabetical order. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(WEIGHTS.keySet());
    Collections.sort(names);
    return names;
  }
}
