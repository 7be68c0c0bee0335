package ballast.server;

import ballast.bitext.InputException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests of this computer, at 127.0.0.1 and ::1 and nowhere else.
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

  /** Time after which an address that was not used no longer lets a browser in. */
  public static final Duration CODE_LIFE = Gate.CODE_LIFE;

  private static final String IPV4 = "127.0.0.1";
  private static final int MAX_THREADS = 16;
  private static final int MIN_THREADS = 4;

  /** Attempts to find a port that is free at both addresses. */
  private static final int MAX_ATTEMPTS = 20;

  /** Servers at other ports of a host may have filled the cookies that a browser sends. */
  private static final int MAX_HEAD = 64 << 10;

  private static final int MAX_WAITING = 128;

  /** After this time without a byte a connection is closed. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** How long answers that have begun may take once the server stops. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Server server;
  private final int port;
  private final Gate gate;
  private final OpeningPage openingPage;

  private LocalServer(Server server, int port, Gate gate, OpeningPage openingPage) {
    this.server = server;
    this.port = port;
    this.gate = gate;
    this.openingPage = openingPage;
  }

  /**
   * Starts a server; when this returns, it answers. Its pages have a host that nobody can guess.
   *
   * @param port 1 to 65535; 0: any free one
   * @param failures gets each internal error; its request is answered with status 500. Called on
   *     several threads
   * @throws InputException if the port is in use or may not be used
   */
  public static LocalServer start(int port, List<Route> routes, Consumer<Throwable> failures) {
    return start(port, /* numericHost= */ false, InstantSource.system(), routes, failures);
  }

  /**
   * The same with more to choose.
   *
   * @param numericHost whether the pages are at 127.0.0.1 instead; servers of other users of this
   *     computer can steal their cookie
   * @param clock by which the codes of addresses end
   */
  public static LocalServer start(
      int port,
      boolean numericHost,
      InstantSource clock,
      List<Route> routes,
      Consumer<Throwable> failures) {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    threads.setName("server");
    threads.setDaemon(true);
    Server server = new Server(threads);
    server.setStopTimeout(GRACE.toMillis());
    int taken = listen(server, port);
    Gate gate = new Gate(taken, numericHost, clock);
    OpeningPage openingPage = new OpeningPage(gate);
    server.setHandler(new Dispatch(new Routes(routes), gate, openingPage::renew, failures));
    server.setErrorHandler(new PlainErrors());
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not start", e);
    }
    return new LocalServer(server, taken, gate, openingPage);
  }

  /**
   * Takes the same port of both addresses of this computer. Browsers look for names that end in
   * .localhost at ::1 first; whoever listened there would get the cookie.
   *
   * @param port 0: any that is free at both
   * @return the port
   */
  private static int listen(Server server, int port) {
    for (int attempt = 1; ; attempt++) {
      List<ServerConnector> open = new ArrayList<>();
      try {
        int taken = port;
        for (String address : List.of(IPV4, "::1")) {
          InetAddress host = InetAddress.getByName(address);
          if (address.equals(IPV4) || NetworkInterface.getByInetAddress(host) != null) {
            ServerConnector connector = connector(server, address, taken);
            open.add(connector);
            connector.open();
            taken = connector.getLocalPort();
          }
        }
        open.forEach(server::addConnector);
        return taken;
      } catch (IOException e) {
        open.forEach(ServerConnector::close);
        if (port != 0 || attempt == MAX_ATTEMPTS) {
          throw unusable(port, e);
        }
      }
    }
  }

  private static ServerConnector connector(Server server, String host, int port) {
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setAcceptQueueSize(MAX_WAITING);
    return connector;
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
    return "http://" + IPV4 + ":" + port;
  }

  /** An address that lets one browser in, for a short time; each time another one. */
  public String openingAddress() {
    return gate.pageAddress() + "/?code=" + gate.newCode();
  }

  /**
   * A page that only this user can read and that leads a browser to such an address. It has a new
   * one each time that a browser was let in, and is deleted when the server is closed.
   *
   * @throws InputException if it cannot be written
   */
  public Path openingPage() {
    return openingPage.path();
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
      openingPage.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The page in a file: the address itself would be in the list of processes for all to see. */
  private static final class OpeningPage implements AutoCloseable {

    private final Gate gate;
    private @Nullable Path file;
    private String code = "";

    private OpeningPage(Gate gate) {
      this.gate = gate;
    }

    synchronized Path path() {
      if (file != null) {
        return file;
      }
      Path folder = folder();
      try {
        Path own = Files.createTempDirectory(folder, "ballast-"); // only its owner may enter it
        Path page = own.resolve("open.html");
        own.toFile().deleteOnExit();
        page.toFile().deleteOnExit();
        write(page);
        file = page;
        return page;
      } catch (IOException e) {
        throw new InputException(
            "cannot write a page in \"" + folder + "\" that opens the browser: " + e.getMessage(),
            "check its permissions and the free space",
            e);
      }
    }

    /** Browsers that are Snap packages read neither hidden folders nor those for runtime files. */
    private static Path folder() {
      Path home = Path.of(System.getProperty("user.home", ""));
      boolean isSnap =
          Stream.of("firefox", "chromium", "brave", "opera")
              .anyMatch(name -> Files.exists(Path.of("/snap/bin", name)));
      Path runtime = Path.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", ""));
      return isSnap && Files.isWritable(home)
          ? home
          : runtime.isAbsolute() && Files.isWritable(runtime)
              ? runtime
              : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Writes the page anew if its code has been used. */
    synchronized void renew() {
      if (file != null && !gate.takes(code)) {
        try {
          write(file);
        } catch (IOException e) {
          Body.delete(file); // it would lead nowhere
        }
      }
    }

    private void write(Path to) throws IOException {
      code = gate.newCode(Instant.MAX);
      String address = gate.pageAddress() + "/?code=" + code;
      Path folder = Objects.requireNonNull(to.getParent());
      Path part = Files.createTempFile(folder, "open", ".part"); // only its owner may read it
      Files.writeString(
          part,
          ("<!DOCTYPE html>\n<meta charset=\"utf-8\">"
                  + "<meta http-equiv=\"refresh\" content=\"0; url=%1$s\"><title>Ballast</title>"
                  + "<p><a href=\"%1$s\">Ballast</a></p>\n")
              .formatted(address));
      Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public synchronized void close() {
      if (file != null) {
        Body.delete(file);
        Body.delete(file.getParent());
        file = null;
      }
    }
  }
}
