package io.jenkins.plugins.aiimage.registry;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One request at a {@link FaultyRegistry}, and the ways to answer it. */
public final class Exchange {
  private static final int TLS_HANDSHAKE = 0x16;

  private final Socket client;
  private final Place place;
  private final Asked asked;
  private boolean open = true;
  private boolean bodyTaken;

  /**
   * Where it happens.
   *
   * @param behind the real registry
   * @param tls whether the client speaks TLS
   * @param closed when the faulty one is closed
   */
  record Place(InetSocketAddress behind, boolean tls, CountDownLatch closed) {}

  private Exchange(Socket client, Place place, Asked asked) {
    this.client = client;
    this.place = place;
    this.asked = asked;
  }

  static Exchange read(Socket client, Place place) throws IOException {
    String[] lines = head(client.getInputStream()).split("\r\n", -1);
    String[] words = lines[0].split(" ", 3);
    return new Exchange(client, place, new Asked(words[0], words[1], headers(lines)));
  }

  public String method() {
    return asked.method();
  }

  public String path() {
    return asked.path();
  }

  Asked asked() {
    return asked;
  }

  boolean mayGoOn() {
    return open;
  }

  /** Passes the request on, and the answer back. */
  public void pass() throws IOException {
    try (RegistryAnswer answer = ask()) {
      send(answer);
    }
  }

  /** What the real registry says; it has been told everything then. */
  public RegistryAnswer ask() throws IOException {
    Socket registry = forward(Long.MAX_VALUE);
    String[] lines = head(registry.getInputStream()).split("\r\n", -1);
    return new RegistryAnswer(registry, lines[0], headers(lines));
  }

  /** Passes on the head and so much of the body, and leaves the registry alone with it. */
  public void passUpTo(long bytes) throws IOException {
    forward(bytes).close();
  }

  /** Sends an answer of the registry's as it is now. */
  public void send(RegistryAnswer answer) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(answer.head());
    open = answer.isFramed();
    if (!method().equals("HEAD")) {
      answer.body().transferTo(out);
    }
    out.flush();
  }

  /** Sends an answer without a body, once the request's has come. */
  public void send(int status, String... headers) throws IOException {
    copyBody(OutputStream.nullOutputStream(), Long.MAX_VALUE);
    write(answer(status, headers));
  }

  /** Sends an answer without waiting for the request's body, and ends the connection. */
  public void sendEarly(int status, String... headers) throws IOException {
    write(answer(status, headers));
    open = bodyTaken || length() == 0;
    if (!open && !place.tls()) {
      client.shutdownOutput();
    }
  }

  /** Writes to the client as it is. */
  public void write(byte[] bytes) throws IOException {
    client.getOutputStream().write(bytes);
    client.getOutputStream().flush();
  }

  /** Ends the connection after what was written. */
  public void end() {
    open = false;
  }

  /** Breaks the connection: the client sees it reset. */
  public void cut() throws IOException {
    open = false;
    client.setSoLinger(true, 0);
    client.close();
  }

  /** Does nothing until the test is over; false if the time ran out before. */
  public boolean awaitEnd(long millis) throws InterruptedException {
    return place.closed().await(millis, TimeUnit.MILLISECONDS);
  }

  private static byte[] answer(int status, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
    for (int i = 0; i < headers.length; i += 2) {
      head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    return head.append("Content-Length: 0\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private Socket forward(long bytes) throws IOException {
    Socket registry = new Socket(place.behind().getAddress(), place.behind().getPort());
    StringBuilder head = new StringBuilder(method() + " " + path() + " HTTP/1.1\r\n");
    asked
        .headers()
        .forEach(
            (name, value) -> {
              if (!name.equals("connection")) {
                head.append(name).append(": ").append(value).append("\r\n");
              }
            });
    head.append("connection: close\r\n");
    if (place.tls()) {
      head.append("x-forwarded-proto: https\r\n");
    }
    OutputStream out = registry.getOutputStream();
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    try {
      copyBody(out, bytes);
    } catch (IOException e) {
      registry.close();
      throw e;
    }
    out.flush();
    return registry;
  }

  private long length() {
    return isChunked() ? -1 : Long.parseLong(asked.header("content-length").orElse("0"));
  }

  private boolean isChunked() {
    return asked.header("transfer-encoding").orElse("").equals("chunked");
  }

  private void copyBody(OutputStream out, long atMost) throws IOException {
    if (bodyTaken) {
      return;
    }
    bodyTaken = true;
    if (!isChunked()) {
      copy(out, Math.min(length(), atMost));
      return;
    }
    long left = atMost;
    while (left > 0) {
      String line = line();
      int size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
      out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      copy(out, Math.min(size, left));
      left -= size;
      if (left > 0) {
        out.write((line() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      }
      if (size == 0) {
        return;
      }
    }
  }

  private void copy(OutputStream out, long bytes) throws IOException {
    byte[] chunk = new byte[16 * 1024];
    for (long left = bytes; left > 0; ) {
      int read = client.getInputStream().read(chunk, 0, (int) Math.min(chunk.length, left));
      if (read < 0) {
        throw new EOFException();
      }
      asked.receive(read);
      out.write(chunk, 0, read);
      left -= read;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() < 2 || line.charAt(line.length() - 2) != '\r') {
      line.append(next(client.getInputStream()));
    }
    return line.substring(0, line.length() - 2);
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      head.append(next(in));
    }
    return head.toString();
  }

  private static char next(InputStream in) throws IOException {
    int c = in.read();
    // An engine tries TLS first, and waits ten seconds for an answer to it.
    if (c < 0 || c == TLS_HANDSHAKE) {
      throw new EOFException();
    }
    return (char) c;
  }

  private static Map<String, String> headers(String[] lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
      int colon = lines[i].indexOf(':');
      String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
      headers.put(name, lines[i].substring(colon + 1).strip());
    }
    return headers;
  }
}
