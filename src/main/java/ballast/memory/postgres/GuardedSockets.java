package ballast.memory.postgres;

import ballast.memory.postgres.ServerLimits.ServerWords;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;
import org.postgresql.Driver;

/**
 * Creates the sockets of the driver, which finds this class by name. A socket breaks off if the
 * server has been silent for some time and does not answer a second connection either. Long work of
 * a live server therefore continues. A socket also rejects a message larger than any server sends,
 * before the driver allocates memory for it. It cannot see inside TLS, but then the server has a
 * certificate.
 */
public final class GuardedSockets extends SocketFactory {

  /** Maximum silence of a server before a check that it is alive. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration MAX_PROBE = Duration.ofSeconds(10);

  // Our own properties among those of the driver.
  private static final String LIMIT = "ballast.patience";
  private static final String URL = "ballast.url";

  private final Properties properties;
  private final Duration limit;

  /** Why Ballast gave up a connection; the message is about the server. */
  static final class BrokenOff extends IOException {

    private static final long serialVersionUID = 1;

    private BrokenOff(String message) {
      super(message);
    }
  }

  public GuardedSockets(Properties properties) {
    this.properties = properties;
    this.limit = Duration.ofMillis(Long.parseLong(properties.getProperty(LIMIT, "0")));
  }

  /**
   * @param url the driver's address for a second connection
   */
  static void use(Properties properties, String url, Duration patience) {
    properties.setProperty("socketFactory", GuardedSockets.class.getName());
    properties.setProperty(URL, url);
    limit(properties, patience);
  }

  private static void limit(Properties properties, Duration limit) {
    String millis = String.valueOf(limit.toMillis());
    properties.setProperty(LIMIT, millis);
    // The driver's own limits would end a connection without a check.
    properties.setProperty("sslResponseTimeout", millis);
    properties.setProperty("gssResponseTimeout", millis);
  }

  /** Whether the server answers a second connection, even with a refusal. */
  private boolean isAlive() {
    String url = properties.getProperty(URL, "");
    if (url.isEmpty()) {
      return false; // this is the second connection
    }
    Properties second = new Properties();
    for (String name : properties.stringPropertyNames()) {
      second.setProperty(name, properties.getProperty(name, ""));
    }
    second.remove(URL);
    limit(second, limit.compareTo(MAX_PROBE) < 0 ? limit : MAX_PROBE);
    try (Connection connection = new Driver().connect(url, second)) {
      return connection != null;
    } catch (SQLException e) {
      return ServerWords.isOfServer(e);
    }
  }

  @Override
  public Socket createSocket() {
    return new Line();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }

  private final class Line extends Socket {

    // In seconds; the system's default of hours is too long if the network has dropped the
    // connection.
    private static final int KEEP_ALIVE_AFTER = 30;
    private static final int KEEP_ALIVE_EVERY = 10;

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
      super.connect(to, timeout);
      setSoTimeout(0);
      if (supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
        setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_AFTER);
        setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_ALIVE_EVERY);
      }
    }

    /** The driver sets no limit when TLS begins, so ours applies. */
    @Override
    public void setSoTimeout(int millis) throws SocketException {
      super.setSoTimeout(millis == 0 ? (int) limit.toMillis() : millis);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new Incoming(this, super.getInputStream());
    }
  }

  private final class Incoming extends FilterInputStream {

    private final Socket line;
    private final Messages messages = new Messages();

    Incoming(Socket line, InputStream in) {
      super(in);
      this.line = line;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int start, int length) throws IOException {
      while (true) {
        try {
          int read = super.read(to, start, length);
          messages.check(to, start, Math.max(0, read));
          return read;
        } catch (SocketTimeoutException e) {
          if (line.getSoTimeout() < limit.toMillis()) {
            throw e; // the driver only polls for input
          }
          if (!isAlive()) {
            throw new BrokenOff("it has not answered for " + limit.toSeconds() + " seconds");
          }
        }
      }
    }
  }

  /**
   * Follows the messages of the protocol. Each is a letter and its length in four bytes, which
   * include themselves: https://www.postgresql.org/docs/current/protocol-message-formats.html.
   */
  static final class Messages {

    private static final int HEAD = 5;
    private static final int MAX_ROW = 512 << 20;
    private static final int MAX_OTHER = 16 << 20;

    private boolean isFirst = true;
    private boolean isFollowed = true;
    private char type;
    private int length;
    private int headBytes;
    private long left;

    void check(byte[] bytes, int start, int count) throws BrokenOff {
      int at = start;
      while (isFollowed && at < start + count) {
        if (left > 0) {
          long passed = Math.min(left, start + count - at);
          left -= passed;
          at += (int) passed;
        } else {
          next(bytes[at++]);
        }
      }
    }

    private void next(byte read) throws BrokenOff {
      if (headBytes == 0) {
        type = (char) (read & 0xFF);
        if (isFirst && "NSG".indexOf(type) >= 0) {
          return; // a single letter tells whether the server encrypts
        }
        isFollowed = !isFirst || "REv".indexOf(type) >= 0; // other bytes belong to TLS
        isFirst = false;
        length = 0;
      } else {
        length = (length << 8) | (read & 0xFF);
      }
      headBytes = (headBytes + 1) % HEAD;
      if (headBytes == 0) {
        begin();
      }
    }

    private void begin() throws BrokenOff {
      int max = type == 'D' || type == 'd' ? MAX_ROW : MAX_OTHER;
      if (length < HEAD - 1 || length > max) {
        throw new BrokenOff("it announces a message of a size that no PostgreSQL server sends");
      }
      left = length - (HEAD - 1L);
    }
  }
}
