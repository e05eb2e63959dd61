package io.jenkins.plugins.aiimage.diagnose;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What lies in source folders and hardly belongs into an image. */
enum Ballast {
  HISTORY("version history", true),
  ENVIRONMENT("virtual environment", true),
  NODE_MODULES("node modules", true),
  CACHE("cache", true),
  EDITOR("editor's files", true),
  EXPERIMENTS("records of experiments", false),
  MODEL("models", false),
  DATA("data", false);

  /** A file that is smaller is not worth a rule. */
  private static final long LARGE = 1_000_000;

  private static final Map<String, Ballast> FOLDERS =
      Map.ofEntries(
          Map.entry(".git", HISTORY),
          Map.entry(".hg", HISTORY),
          Map.entry(".svn", HISTORY),
          Map.entry(".venv", ENVIRONMENT),
          Map.entry("venv", ENVIRONMENT),
          Map.entry("node_modules", NODE_MODULES),
          Map.entry("__pycache__", CACHE),
          Map.entry(".pytest_cache", CACHE),
          Map.entry(".mypy_cache", CACHE),
          Map.entry(".ruff_cache", CACHE),
          Map.entry(".tox", CACHE),
          Map.entry(".nox", CACHE),
          Map.entry(".ipynb_checkpoints", CACHE),
          Map.entry(".cache", CACHE),
          Map.entry(".idea", EDITOR),
          Map.entry(".vscode", EDITOR),
          Map.entry("wandb", EXPERIMENTS),
          Map.entry("mlruns", EXPERIMENTS),
          Map.entry("lightning_logs", EXPERIMENTS),
          Map.entry("checkpoints", EXPERIMENTS));

  private static final Set<String> MODELS =
      Set.of(
          "pt",
          "pth",
          "safetensors",
          "onnx",
          "gguf",
          "ggml",
          "ckpt",
          "h5",
          "hdf5",
          "tflite",
          "keras",
          "engine",
          "bin",
          "joblib");
  private static final Set<String> DATA_FILES =
      Set.of(
          "csv",
          "tsv",
          "parquet",
          "jsonl",
          "npy",
          "npz",
          "arrow",
          "feather",
          "tfrecord",
          "zip",
          "tar",
          "gz",
          "tgz",
          "xz",
          "zst",
          "7z",
          "mp4",
          "avi",
          "wav",
          "flac",
          "mp3");

  /** Written by the program that makes a virtual environment, whatever the folder is called. */
  static final String MARK_OF_ENVIRONMENT = "pyvenv.cfg";

  private final String words;
  private final boolean safe;

  Ballast(String words, boolean safe) {
    this.words = words;
    this.safe = safe;
  }

  /** What it is, as a person reads it. */
  String words() {
    return words;
  }

  /** Whether no image needs it, since whatever needs it is made anew. */
  boolean safe() {
    return safe;
  }

  /** What a folder of that name is. */
  static Optional<Ballast> ofFolder(String name) {
    return Optional.ofNullable(FOLDERS.get(name));
  }

  /** What a file is, by its ending and its size. */
  static Optional<Ballast> ofFile(String name, long bytes) {
    String ending = ending(name);
    if (bytes < LARGE) {
      return Optional.empty();
    }
    if (MODELS.contains(ending)) {
      return Optional.of(MODEL);
    }
    return DATA_FILES.contains(ending) ? Optional.of(DATA) : Optional.empty();
  }

  /** In small letters, without its dot; empty if it has none. */
  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
