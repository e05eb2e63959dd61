package io.jenkins.plugins.aiimage.context;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Hashes files on all processors and hands the results on in the order asked for.
 *
 * <p>Used by one thread. The first files are hashed by that thread itself: a small context is done
 * before a cold JVM would have started the others.
 */
final class FileHasher implements AutoCloseable {
  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  private static final byte[] NOTHING = {};
  private static final int BUFFER = 1 << 17;
  private static final int ALONE_FILES = 64;
  private static final long ALONE_BYTES = 1 << 20;
  // Small files go to a worker by the handful: handing over one costs as much as hashing it.
  private static final int BATCH_FILES = 32;
  private static final long BATCH_BYTES = 1 << 20;
  private static final int BATCHES_AHEAD = 32;

  private record Request(Path file, long size, Consumer<byte[]> then) {}

  private record Pending(List<Request> requests, Future<List<byte[]>> contents) {}

  /** A thread's own tools, used again for each file. */
  private static final class Tools {
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final MessageDigest digest = Fingerprint.sha256();
  }

  private final Path root;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final ThreadLocal<Tools> tools = ThreadLocal.withInitial(Tools::new);
  private final Queue<Pending> pending = new ArrayDeque<>();
  private List<Request> batch = new ArrayList<>();
  private ExecutorService workers;
  private int files;
  private long bytes;

  FileHasher(Path root) {
    this.root = root;
  }

  /** Calls back in order, now or by {@link #finish}, on the thread that calls this. */
  void hash(Path file, long size, Consumer<byte[]> then) {
    files++;
    bytes += size;
    boolean alone = processors == 1 || (files <= ALONE_FILES && bytes <= ALONE_BYTES);
    if (workers == null && alone) {
      then.accept(read(file, size));
      return;
    }
    if (workers == null) {
      workers = Executors.newFixedThreadPool(processors, FileHasher::daemon);
      bytes = size;
    }
    add(new Request(file, size, then));
  }

  /** Something that needs no reading, in its turn. */
  void inTurn(Runnable then) {
    if (workers == null) {
      then.run();
    } else {
      add(new Request(null, 0, nothing -> then.run()));
    }
  }

  void finish() {
    submit();
    while (!pending.isEmpty()) {
      takeFirst();
    }
  }

  private void add(Request request) {
    batch.add(request);
    if (batch.size() >= BATCH_FILES || bytes >= BATCH_BYTES) {
      submit();
    }
  }

  private void submit() {
    List<Request> full = batch;
    if (!full.isEmpty()) {
      pending.add(new Pending(full, workers.submit(() -> contents(full))));
      batch = new ArrayList<>(BATCH_FILES);
      bytes = 0;
    }
    if (pending.size() > BATCHES_AHEAD) {
      takeFirst();
    }
  }

  private void takeFirst() {
    Pending first = pending.remove();
    try {
      List<byte[]> contents = first.contents().get();
      for (int i = 0; i < contents.size(); i++) {
        first.requests().get(i).then().accept(contents.get(i));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContextException("Reading the context was interrupted.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ContextException problem
          ? problem
          : new IllegalStateException(e.getCause());
    }
  }

  private List<byte[]> contents(List<Request> requests) {
    List<byte[]> contents = new ArrayList<>(requests.size());
    for (Request request : requests) {
      contents.add(request.file() == null ? NOTHING : read(request.file(), request.size()));
    }
    return contents;
  }

  private byte[] read(Path file, long size) {
    Tools mine = tools.get();
    ByteBuffer buffer = mine.buffer;
    mine.digest.reset();
    long read = 0;
    try (SeekableByteChannel channel = Files.newByteChannel(file, READ)) {
      int count;
      do {
        buffer.clear();
        count = channel.read(buffer);
        read += Math.max(count, 0);
        mine.digest.update(buffer.flip());
      } while (count == BUFFER && read <= size);
    } catch (IOException e) {
      throw problem(file, e);
    }
    if (read != size) {
      throw new ContextException(
          name(file) + " changed while it was read: build from files that nothing writes to.");
    }
    return mine.digest.digest();
  }

  /** What went wrong with a path of the context, in words. */
  ContextException problem(Path file, IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return new ContextException("Reading the context was interrupted.", e);
    }
    String what =
        e instanceof NoSuchFileException
            ? " vanished while the context was read: build from files that nothing writes to."
            : e instanceof AccessDeniedException
                ? " may not be read: make it readable or list it in .dockerignore."
                : " cannot be read ("
                    + e.getMessage()
                    + "): repair it or list it in .dockerignore.";
    return new ContextException(name(file) + what, e);
  }

  private String name(Path file) {
    return "The context's " + (file.equals(root) ? "directory" : root.relativize(file));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "context-digest");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    if (workers != null) {
      workers.shutdownNow();
    }
  }
}
