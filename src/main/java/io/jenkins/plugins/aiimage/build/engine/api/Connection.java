package io.jenkins.plugins.aiimage.build.engine.api;

import io.jenkins.plugins.aiimage.build.process.Abort;
import io.jenkins.plugins.aiimage.build.process.Interruption;
import io.jenkins.plugins.aiimage.build.process.Patience;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;

/**
 * A connection for one exchange. It never blocks for longer than it is allowed to, and ends when
 * the run is aborted; the engine takes the end of a connection for the end of the wish.
 */
final class Connection implements AutoCloseable {
  private static final int BUFFER = 1 << 14;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final Abort abort;

  private Connection(SocketChannel channel, Selector selector, Abort abort) throws IOException {
    this.channel = channel;
    this.selector = selector;
    this.abort = abort;
    channel.configureBlocking(false);
    key = channel.register(selector, 0);
  }

  /**
   * Connects.
   *
   * @throws IOException if nobody is there
   */
  static Connection open(EngineAddress address, Duration patience, Abort abort) throws IOException {
    SocketAddress socket = resolved(address.socket());
    SocketChannel channel =
        socket instanceof UnixDomainSocketAddress
            ? SocketChannel.open(StandardProtocolFamily.UNIX)
            : SocketChannel.open();
    Selector selector = null;
    try {
      selector = Selector.open();
      Connection connection = new Connection(channel, selector, abort);
      connection.connect(socket, patience);
      return connection;
    } catch (IOException e) {
      channel.close();
      if (selector != null) {
        selector.close();
      }
      throw e;
    }
  }

  private static SocketAddress resolved(SocketAddress address) throws UnknownHostException {
    if (address instanceof InetSocketAddress named) {
      InetSocketAddress known = new InetSocketAddress(named.getHostString(), named.getPort());
      if (known.isUnresolved()) {
        throw new UnknownHostException(named.getHostString());
      }
      return known;
    }
    return address;
  }

  private void connect(SocketAddress socket, Duration patience) throws IOException {
    if (channel.connect(socket)) {
      return;
    }
    key.interestOps(SelectionKey.OP_CONNECT);
    int unused = selector.select(Math.max(1, patience.toMillis()));
    if (!channel.finishConnect()) {
      throw new SocketTimeoutException("no connection within " + patience.toSeconds() + " s");
    }
  }

  /** Sends the request and reads the answer. */
  Ending exchange(ByteBuffer request, Answer answer, Patience patience) {
    Watch watch = new Watch(patience, abort);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try (Abort.Registration watching = abort.onRequest(selector::wakeup)) {
      while (!answer.isComplete()) {
        Optional<Interruption> early = watch.end();
        if (early.isPresent()) {
          return new Ending.Interrupted(early.get());
        }
        if (request.hasRemaining()) {
          if (channel.write(request) == 0) {
            await(SelectionKey.OP_WRITE, watch);
          }
          continue;
        }
        int came = channel.read(buffer.clear());
        if (came < 0) {
          answer.end();
          break;
        }
        if (came == 0) {
          await(SelectionKey.OP_READ, watch);
        } else {
          watch.heard();
          answer.read(buffer.flip());
        }
      }
      return new Ending.Answered(answer.status());
    } catch (ClosedByInterruptException e) {
      return new Ending.Interrupted(Interruption.ABORTED);
    } catch (IOException e) {
      String words = e.getMessage();
      return new Ending.Broken(words == null ? e.getClass().getSimpleName() : words);
    }
  }

  private void await(int operation, Watch watch) throws IOException {
    key.interestOps(operation);
    int unused = selector.select(watch.rest());
    selector.selectedKeys().clear();
  }

  @Override
  public void close() {
    try {
      channel.close();
      selector.close();
    } catch (IOException e) {
      // It is gone either way.
      return;
    }
  }
}
