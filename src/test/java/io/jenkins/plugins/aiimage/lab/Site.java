package io.jenkins.plugins.aiimage.lab;

import java.util.List;
import java.util.UUID;

/** The servers of one experiment: those that fail, and others with the same packages. */
record Site(
    String id, IndexServer index, IndexServer otherIndex, AptMirror mirror, AptMirror otherMirror)
    implements AutoCloseable {
  static final Wheel NUMPY = Wheel.of("numpy", "1.26.4");
  static final Wheel TORCH = Wheel.of("torch", "2.3.0", "numpy").weighing(120_000);
  static final Deb HELLO = new Deb("lab-hello", "1.0");

  /** Servers that nobody has asked yet; the first index is empty. */
  static Site open() {
    String id = UUID.randomUUID().toString();
    return new Site(
        id,
        new IndexServer(id),
        new IndexServer(id).offer(TORCH).offer(NUMPY),
        new AptMirror(id, HELLO),
        new AptMirror(id, HELLO));
  }

  /** From now on nothing fails. */
  void mend() {
    index.server().mend();
    mirror.server().mend();
  }

  /** What was asked of the servers that are fallbacks. */
  List<String> askedOfFallbacks() {
    List<String> asked = otherIndex.server().requests();
    return asked.isEmpty() ? otherMirror.server().requests() : asked;
  }

  @Override
  public void close() {
    index.close();
    otherIndex.close();
    mirror.close();
    otherMirror.close();
  }
}
