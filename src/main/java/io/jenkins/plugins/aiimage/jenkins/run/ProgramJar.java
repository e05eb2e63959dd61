package io.jenkins.plugins.aiimage.jenkins.run;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Node;
import io.jenkins.plugins.aiimage.usecase.UseCase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.FilePathUtils;

/** The program on an agent: copied there once per version, under a name made of its content. */
final class ProgramJar {
  private static final int NAME_LENGTH = 16;

  private ProgramJar() {}

  /** Where the program is on the agent that has this workspace. */
  static FilePath on(FilePath workspace) throws IOException, InterruptedException {
    FilePath folder = root(workspace).child("ai-image");
    FilePath jar = folder.child("ai-image-" + Content.NAME + ".jar");
    if (!jar.exists()) {
      folder.mkdirs();
      FilePath copy = folder.child(jar.getName() + "." + UUID.randomUUID());
      try (InputStream in = Files.newInputStream(Content.FILE)) {
        copy.copyFrom(in);
      }
      put(copy, jar);
    }
    return jar;
  }

  /** Whole or not at all: others may look for it, or put it there, at this moment. */
  private static void put(FilePath copy, FilePath jar) throws IOException, InterruptedException {
    try {
      copy.renameTo(jar);
    } catch (IOException e) {
      if (!jar.exists()) {
        throw e;
      }
      copy.delete();
    }
  }

  private static FilePath root(FilePath workspace) throws AbortException {
    String name = FilePathUtils.getNodeName(workspace);
    Node node = name.isEmpty() ? Jenkins.get() : Jenkins.get().getNode(name);
    FilePath root = node == null ? null : node.getRootPath();
    if (root == null) {
      throw new AbortException("The agent " + name + " is not connected.");
    }
    return root;
  }

  /** Of the jar that the plugin carries; it never changes while Jenkins runs. */
  private static final class Content {
    static final Path FILE = file();
    static final String NAME = name();

    private static Path file() {
      try {
        return Path.of(UseCase.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      } catch (URISyntaxException e) {
        throw new IllegalStateException("the plugin's jars are not in a folder", e);
      }
    }

    private static String name() {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(FILE));
        return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
      } catch (IOException | NoSuchAlgorithmException e) {
        throw new IllegalStateException("the plugin's " + FILE + " cannot be read", e);
      }
    }
  }
}
