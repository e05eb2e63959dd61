package io.jenkins.plugins.aiimage.lab;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A package index as pip asks it (PEP 503), with faults. */
final class IndexServer implements AutoCloseable {
  private final LoopbackServer server = new LoopbackServer();
  private final Map<String, List<String>> links = new LinkedHashMap<>();
  private final String root;

  /**
   * An empty index.
   *
   * @param id part of its address, so that no two were ever the same
   */
  IndexServer(String id) {
    this.root = "/" + id + "/simple/";
    server.serve(root, html(List.of()));
  }

  String url() {
    return server.url(root);
  }

  LoopbackServer server() {
    return server;
  }

  String page(String project) {
    return root + project + "/";
  }

  String file(Wheel wheel) {
    return root + "files/" + wheel.fileName();
  }

  /** Offers a wheel with its hash. */
  IndexServer offer(Wheel wheel) {
    byte[] content = wheel.bytes();
    return offer(wheel, content, "#sha256=" + Hashes.hex(content), "");
  }

  /** Offers a wheel as indexes do that state no hash. */
  IndexServer offerUnhashed(Wheel wheel) {
    return offer(wheel, wheel.bytes(), "", "");
  }

  /** Offers a wheel to some versions of Python only, for instance {@code >=3.13}. */
  IndexServer offerTo(String pythons, Wheel wheel) {
    byte[] content = wheel.bytes();
    String attribute = " data-requires-python=\"" + pythons.replace(">", "&gt;") + "\"";
    return offer(wheel, content, "#sha256=" + Hashes.hex(content), attribute);
  }

  private IndexServer offer(Wheel wheel, byte[] content, String fragment, String attribute) {
    server.serve(file(wheel), content);
    String link =
        "<a href=\"" + file(wheel) + fragment + "\"" + attribute + ">" + wheel.fileName() + "</a>";
    links.computeIfAbsent(wheel.name(), name -> new ArrayList<>()).add(link);
    server.serve(page(wheel.name()), html(links.get(wheel.name())));
    return this;
  }

  private static byte[] html(List<String> links) {
    String body = "<!DOCTYPE html><html><body>" + String.join("<br>", links) + "</body></html>";
    return body.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
