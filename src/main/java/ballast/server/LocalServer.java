package ballast.server;

import ballast.bitext.InputException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Answers requests of this computer, at 127.0.0.1 and nowhere else.
 *
 * <pre>{@code
 * List<Route> routes =
 *     List.of(Route.question("GET", "/version", call -> Answer.text(200, "1.0")));
 * try (LocalServer server = LocalServer.start(0, routes, Throwable::printStackTrace)) {
 *   System.out.println("listening on " + server.address());
 *   server.join();
 * }
 * }</pre>
 */
public final class LocalServer implements AutoCloseable {

  private static final int MAX_THREADS = 16;
  private static final int MIN_THREADS = 4;
  private static final int MAX_HEAD = 16 << 10;
  private static final int MAX_WAITING = 128;

  /** After this time without a byte a connection is closed. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** How long answers that have begun may take once the server stops. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Server server;
  private final int port;
  private final Gate gate;

  private LocalServer(Server server, int port, Gate gate) {
    this.server = server;
    this.port = port;
    this.gate = gate;
  }

  /**
   * Starts a server; when this returns, it answers.
   *
   * @param port 1 to 65535; 0: any free one
   * @param failures gets each internal error; its request is answered with status 500. Called on
   *     several threads
   * @throws InputException if the port is in use or may not be used
   */
  public static LocalServer start(int port, List<Route> routes, Consumer<Throwable> failures) {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    threads.setName("server");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setAcceptQueueSize(MAX_WAITING);
    server.addConnector(connector);
    server.setStopTimeout(GRACE.toMillis());
    try {
      connector.open();
    } catch (IOException e) {
      throw unusable(port, e);
    }
    Gate gate = new Gate(connector.getLocalPort());
    server.setHandler(new Dispatch(new Routes(routes), gate, failures));
    server.setErrorHandler(new PlainErrors());
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not start", e);
    }
    return new LocalServer(server, connector.getLocalPort(), gate);
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendXPoweredBy(false);
    configuration.setRequestHeaderSize(MAX_HEAD);
    configuration.setUriCompliance(UriCompliance.DEFAULT);
    return configuration;
  }

  private static InputException unusable(int port, IOException e) {
    boolean taken = e instanceof BindException || e.getCause() instanceof BindException;
    return new InputException(
        taken
            ? "cannot listen on port " + port + ": another program has it, or it may not be used"
            : "cannot listen on port " + port + ": " + e.getMessage(),
        "another port, or --port 0 for any that is free",
        e);
  }

  /** {@code http://127.0.0.1:PORT}, without a slash at the end. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The address that lets a browser in. */
  public String openingAddress() {
    return address() + "/?token=" + gate.token();
  }

  /** Waits until the server is closed, or the thread is interrupted. */
  public void join() {
    try {
      server.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes no more requests, and waits a few seconds for answers that have begun. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted(); // such a thread could not wait for answers
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
