package io.jenkins.plugins.aiimage.registry;

/** What a request carries. */
sealed interface RequestBody {
  /** A small body: the JDK keeps it, and may send it again on a connection that had gone stale. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bytes(byte[] content) implements RequestBody {}

  /** A body of any size, opened anew for each attempt. */
  record Streamed(BlobSource source, long size) implements RequestBody {}
}
