package io.jenkins.plugins.aiimage.lab;

import java.nio.charset.StandardCharsets;

/** A Debian repository with one package, unsigned and without a tree of suites, with faults. */
final class AptMirror implements AutoCloseable {
  private final LoopbackServer server = new LoopbackServer();
  private final String root;
  private final Deb deb;

  AptMirror(String id, Deb deb) {
    this.root = "/" + id + "/debian/";
    this.deb = deb;
    byte[] archive = deb.bytes();
    server.serve(archive(), archive);
    byte[] list =
        utf8(
            deb.control()
                + ("Filename: ./" + deb.fileName() + "\n")
                + ("Size: " + archive.length + "\n")
                + ("SHA256: " + Hashes.hex(archive) + "\n\n"));
    server.serve(packages(), list);
    String release =
        """
        Origin: Laboratory
        Suite: lab
        Architectures: all amd64
        Date: Thu, 01 Jan 2026 00:00:00 UTC
        SHA256:
         %s %s Packages
        """
            .formatted(Hashes.hex(list), list.length);
    server.serve(release(), utf8(release));
  }

  String url() {
    return server.url(root);
  }

  LoopbackServer server() {
    return server;
  }

  String release() {
    return root + "./Release";
  }

  String packages() {
    return root + "./Packages";
  }

  String archive() {
    return root + "./" + deb.fileName();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
