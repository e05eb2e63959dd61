package io.jenkins.plugins.aiimage.trivy;

import java.util.List;
import java.util.Locale;

/**
 * What Trivy keeps in its cache folder, and as what it comes. Folders, files, media types and
 * versions are those of Trivy 0.5x to 0.7x.
 */
public enum Database {
  VULNERABILITIES(
      "db",
      "trivy.db",
      "application/vnd.aquasec.trivy.db.layer.v1.tar+gzip",
      2,
      8L << 30,
      "trivy-db:2",
      "DB"),
  JAVA(
      "java-db",
      "trivy-java.db",
      "application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip",
      1,
      16L << 30,
      "trivy-java-db:1",
      "JAVA_DB"),
  CHECKS(
      "policy",
      "content",
      "application/vnd.cncf.openpolicyagent.layer.v1.tar+gzip",
      2,
      256L << 20,
      "trivy-checks:2",
      "CHECK");

  private final String folder;
  private final String content;
  private final String layerType;
  private final int version;
  private final long mostBytes;
  private final String repository;
  private final String word;

  Database(
      String folder,
      String content,
      String layerType,
      int version,
      long mostBytes,
      String repository,
      String word) {
    this.folder = folder;
    this.content = content;
    this.layerType = layerType;
    this.version = version;
    this.mostBytes = mostBytes;
    this.repository = repository;
    this.word = word;
  }

  /** In messages and reports. */
  String words() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of Trivy's cache folder. */
  String folder() {
    return folder;
  }

  /** In that folder: the file that is the database, or the folder with the checks. */
  String content() {
    return content;
  }

  /** Whether it is a folder of files rather than one. */
  boolean isFolder() {
    return this == CHECKS;
  }

  String layerType() {
    return layerType;
  }

  /** Of the schema that Trivy reads. */
  int version() {
    return version;
  }

  /** Unpacked, in all: several times what it has in 2026. */
  long mostBytes() {
    return mostBytes;
  }

  /** In an archive of several: the last part of its upstream repository's name. */
  String archiveName() {
    return repository.substring(0, repository.indexOf(':'));
  }

  /** Where Trivy itself looks, and one mirror more. */
  public List<String> standardSources() {
    return List.of(
        "mirror.gcr.io/aquasec/" + repository,
        "ghcr.io/aquasecurity/" + repository,
        "public.ecr.aws/aquasecurity/" + repository);
  }

  /** The variable that makes Trivy take what is there. */
  String skipVariable() {
    return "TRIVY_SKIP_" + word + "_UPDATE";
  }

  /** The variable that names where Trivy fetches from: several with commas, of checks one only. */
  public String repositoryVariable() {
    return this == CHECKS ? "TRIVY_CHECKS_BUNDLE_REPOSITORY" : "TRIVY_" + word + "_REPOSITORY";
  }
}
