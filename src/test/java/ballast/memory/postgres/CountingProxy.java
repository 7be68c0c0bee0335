package ballast.memory.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * Stands between clients and a server and counts journeys: how often a client sends something after
 * it has received something, or for the first time.
 */
final class CountingProxy extends LoopbackServer {

  private static final int BUFFER = 1 << 16;

  private final int server;
  private long journeys;
  private long received;
  private long lastJourney = Long.MAX_VALUE;

  /**
   * @param server the port of the server on this machine
   */
  CountingProxy(int server) {
    this.server = server;
    start();
  }

  /** The address of a memory on the server, by way of this. */
  PostgresAddress in(PostgresAddress address) {
    return new PostgresAddress(
        address.host(), port(), address.database(), address.user(), address.memory());
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

  @Override
  void admit(Socket client) throws IOException {
    Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
    client.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    Line line = new Line();
    execute(() -> pass(client, far, line, true));
    execute(() -> pass(far, client, line, false));
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
}
