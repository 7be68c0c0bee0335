package ballast.memory.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between clients and a server and counts journeys: how often a client sends something after
 * it has received something, or for the first time.
 */
final class CountingProxy implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final ServerSocket door;
  private final int server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "proxy");
            thread.setDaemon(true);
            return thread;
          });
  private long journeys;
  private long received;
  private long lastJourney = Long.MAX_VALUE;

  /**
   * @param server the port of the server on this machine
   */
  CountingProxy(int server) {
    this.server = server;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::admit);
  }

  /** The address of a memory on the server, by way of this. */
  PostgresAddress in(PostgresAddress address) {
    return new PostgresAddress(
        address.host(), door.getLocalPort(), address.database(), address.user(), address.memory());
  }

  /** All journeys so far, those of connecting among them. */
  synchronized long journeys() {
    return journeys;
  }

  synchronized long received() {
    return received;
  }

  /** Lets so many more journeys begin; the next one finds the line cut. */
  synchronized void cutAfter(long more) {
    lastJourney = journeys + more;
  }

  private synchronized void add(long more, long bytes) throws IOException {
    journeys += more;
    received += bytes;
    if (journeys > lastJourney) {
      throw new IOException("cut");
    }
  }

  private final class Line {
    private boolean hasReceived = true;

    synchronized void sending() throws IOException {
      add(hasReceived ? 1 : 0, 0);
      hasReceived = false;
    }

    synchronized void receiving(int bytes) throws IOException {
      add(0, bytes);
      hasReceived = true;
    }
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
        client.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        Line line = new Line();
        threads.execute(() -> pass(client, far, line, true));
        threads.execute(() -> pass(far, client, line, false));
      } catch (IOException e) {
        // The door has been closed, or the server is away.
      }
    }
  }

  private static void pass(Socket from, Socket to, Line line, boolean fromClient) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (fromClient) {
          line.sending();
        } else {
          line.receiving(length);
        }
        out.write(buffer, 0, length);
        out.flush();
      }
    } catch (IOException e) {
      // One side has ended the connection.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
