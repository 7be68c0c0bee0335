package ballast.memory.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Listens on this machine, with threads for its connections. */
abstract class LoopbackServer implements AutoCloseable {

  private final ServerSocket door;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "server of a test");
            thread.setDaemon(true);
            return thread;
          });

  LoopbackServer() {
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final int port() {
    return door.getLocalPort();
  }

  /** Begins to admit connections. */
  final void start() {
    threads.execute(
        () -> {
          while (!door.isClosed()) {
            try {
              admit(door.accept());
            } catch (IOException e) {
              // The door has been closed, or this connection cannot be served.
            }
          }
        });
  }

  /** Serves a connection, in threads of its own. */
  abstract void admit(Socket client) throws IOException;

  final void execute(Runnable work) {
    threads.execute(work);
  }

  @Override
  public final void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
