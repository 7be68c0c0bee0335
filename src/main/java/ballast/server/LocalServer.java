package ballast.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests of this computer, only at 127.0.0.1 and ::1.
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

  /** Lifetime of an unused opening address. */
  public static final Duration CODE_LIFE = Gate.CODE_LIFE;

  private static final String IPV4 = "127.0.0.1";
  private static final int MAX_THREADS = 16;
  private static final int MIN_THREADS = 4;

  private static final int MAX_ATTEMPTS = 20;

  /** Maximum bytes of the headers; servers at other ports may have filled the browser's cookies. */
  private static final int MAX_HEAD = 64 << 10;

  private static final int MAX_WAITING = 128;

  /** Time without a byte after which a connection is closed. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** Time for running answers to finish when the server stops. */
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
   * Starts a server, which accepts requests when this method returns. Its pages have an unguessable
   * host.
   *
   * @param port 1 to 65535; 0 for any free one
   * @param failures receives each internal error, after which the request is answered with status
   *     500; called on several threads
   * @throws InputException if the port is in use or not permitted
   */
  public static LocalServer start(int port, List<Route> routes, Consumer<Throwable> failures) {
    return start(
        port,
        /* numericHost= */ false,
        InstantSource.system(),
        routes,
        (call, refusal) -> refusal,
        failures);
  }

  /**
   * Starts a server with more options.
   *
   * @param numericHost whether the pages are at 127.0.0.1 instead, where servers of other users of
   *     this computer can steal the cookie
   * @param clock determines the end of codes
   * @param language says a refusal in the language of a request, whose query it does not get
   */
  public static LocalServer start(
      int port,
      boolean numericHost,
      InstantSource clock,
      List<Route> routes,
      BiFunction<Call, String, String> language,
      Consumer<Throwable> failures) {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    threads.setName("server");
    threads.setDaemon(true);
    Server server = new Server(threads);
    server.setStopTimeout(GRACE.toMillis());
    int taken = listen(server, port);
    Gate gate = new Gate(taken, numericHost, clock);
    OpeningPage openingPage = new OpeningPage(gate);
    server.setHandler(
        new Dispatch(new Routes(routes), gate, openingPage::renew, language, failures));
    server.setErrorHandler(new PlainErrors());
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not start", e);
    }
    return new LocalServer(server, taken, gate, openingPage);
  }

  /**
   * Binds the same port of both addresses. Browsers resolve names that end in .localhost to ::1
   * first; another program listening there would receive the cookie.
   *
   * @param port 0 for any port that is free at both
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

  /** Returns a new address that admits one browser for a short time. */
  public String openingAddress() {
    return gate.pageAddress() + "/?code=" + gate.newCode();
  }

  /**
   * Returns a page that only this user can read and that leads a browser to an opening address. It
   * gets a new address whenever a browser was admitted, and is deleted when the server is closed.
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

  @Override
  public void close() {
    boolean interrupted = Thread.interrupted(); // an interrupted thread could not wait for answers
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

  /**
   * The opening address in a file. On a command line, other users could read it in the process
   * list.
   */
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

    /**
     * Returns a folder that browsers installed as Snap packages can read: they read neither hidden
     * folders nor those for runtime files.
     */
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

    synchronized void renew() {
      if (file != null && !gate.takes(code)) {
        try {
          write(file);
        } catch (IOException e) {
          Body.delete(file); // its code is invalid
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

  private static final class Dispatch extends Handler.Abstract {

    private static final int ERROR = 500;

    /** Pages load only files of this server, and run no inline script. */
    private static final String POLICY =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Routes routes;
    private final Gate gate;
    private final Runnable opened;
    private final Semaphore budget = Body.budget();
    private final BiFunction<Call, String, String> language;
    private final Consumer<Throwable> failures;

    Dispatch(
        Routes routes,
        Gate gate,
        Runnable opened,
        BiFunction<Call, String, String> language,
        Consumer<Throwable> failures) {
      this.routes = routes;
      this.gate = gate;
      this.opened = opened;
      this.language = language;
      this.failures = failures;
    }

    static void harden(Response response) {
      var headers = response.getHeaders();
      headers.put("Content-Security-Policy", POLICY);
      headers.put("X-Content-Type-Options", "nosniff");
      headers.put("X-Frame-Options", "DENY");
      // With "no-referrer" a browser sends the origin "null" with a plain form, as if from
      // anywhere.
      headers.put("Referrer-Policy", "same-origin");
      headers.put("Cross-Origin-Resource-Policy", "same-origin");
      headers.put("Cross-Origin-Opener-Policy", "same-origin");
      headers.put("Cache-Control", "no-store");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Call asked = head(request);
      Sender sender = new Sender(response, callback, text -> language.apply(asked, text));
      try {
        Call head = withQuery(asked, request);
        if (gate.opens(head)) {
          opened.run();
          sender.send(opening().with("Set-Cookie", gate.setCookie()));
          return true;
        }
        gate.check(head);
        Route route = routes.find(head.method(), head.path());
        if (route.access() == Route.Access.BROWSER) {
          gate.checkBrowser(head);
        }
        new Body(route, budget, request.getLength(), head.query().text("name"))
            .read(request, body -> answer(route, head, body, sender));
      } catch (RefusedException e) {
        sender.refuse(e);
      } catch (RuntimeException | Error e) {
        fail(sender, e);
      }
      return true;
    }

    /**
     * Returns a page that leads to the first page. A redirect would not do: the browser may come
     * from a local page, and then sends the cookie only after a navigation from a page of this
     * server.
     */
    private static Answer opening() {
      return Answer.of(
          Answer.HTML,
          ("<!DOCTYPE html>\n"
                  + "<meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0; url=/\"><link"
                  + " rel=\"icon\" href=\"data:,\"><title>Ballast</title><p><a"
                  + " href=\"/\">Ballast</a></p>\n")
              .getBytes(UTF_8));
    }

    private void answer(Route route, Call head, Body body, Sender sender) {
      try (body) {
        sender.send(Routes.answer(route, head, body));
      } catch (RefusedException e) {
        sender.refuse(e);
      } catch (Exception | Error e) {
        fail(sender, e);
      }
    }

    private void fail(Sender sender, Throwable e) {
      failures.accept(e);
      sender.refuse(ERROR, "this is an error in Ballast; its window says more. Nothing is lost");
    }

    private static Call head(Request request) {
      Map<String, String> headers = new HashMap<>();
      for (HttpField field : request.getHeaders()) {
        @Nullable String value = field.getValue();
        headers.putIfAbsent(
            field.getName().toLowerCase(Locale.ROOT), value == null ? "" : value.strip());
      }
      @Nullable String path = request.getHttpURI().getCanonicalPath();
      return new Call(
          request.getMethod(), path == null ? "" : path, Parameters.NONE, headers, new byte[0]);
    }

    private static Call withQuery(Call head, Request request) {
      @Nullable String query = request.getHttpURI().getQuery();
      return query == null
          ? head
          : new Call(head.method(), head.path(), Parameters.of(query), head.headers(), new byte[0]);
    }

    private record Sender(Response response, Callback callback, UnaryOperator<String> said) {

      void refuse(RefusedException e) {
        refuse(e.status(), String.valueOf(e.getMessage()));
      }

      void refuse(int status, String text) {
        send(Answer.text(status, said.apply(text)));
      }

      void send(Answer answer) {
        response.setStatus(answer.status());
        harden(response);
        var headers = response.getHeaders();
        headers.put("Content-Type", answer.type());
        answer.headers().forEach(headers::put);
        if (answer.file().isPresent()) {
          send(answer.file().get());
          return;
        }
        headers.put("Content-Length", answer.body().length);
        response.write(/* last= */ true, ByteBuffer.wrap(answer.body()), callback);
      }

      private void send(Path file) {
        try {
          response.getHeaders().put("Content-Length", Files.size(file));
          try (OutputStream out = Content.Sink.asOutputStream(response)) {
            Files.copy(file, out);
          }
          callback.succeeded();
        } catch (IOException e) {
          callback.failed(e); // the client has gone
        } finally {
          Body.delete(file);
        }
      }
    }
  }

  /** Immutable. */
  static final class Routes {

    private final Map<String, Map<String, Route>> byPath = new HashMap<>();

    /**
     * @throws IllegalArgumentException if two routes have the same method and path
     */
    Routes(List<Route> routes) {
      for (Route route : routes) {
        Route other =
            byPath.computeIfAbsent(route.path(), key -> new HashMap<>()).put(route.method(), route);
        if (other != null) {
          throw new IllegalArgumentException(
              "two routes for " + route.method() + " " + route.path());
        }
      }
    }

    /**
     * @throws RefusedException if there is none
     */
    Route find(String method, String path) {
      Map<String, Route> here = byPath.get(path);
      if (here == null) {
        throw RefusedException.notFound("nothing is at this address");
      }
      Route route = here.get(method.equals("HEAD") ? "GET" : method);
      if (route == null) {
        throw new RefusedException(
            RefusedException.WRONG_METHOD,
            "this address takes " + String.join(" and ", new TreeSet<>(here.keySet())) + " only");
      }
      return route;
    }

    static Answer answer(Route route, Call head, Body body) throws IOException {
      try {
        return route.handler().answer(body.of(head));
      } catch (InputException e) {
        throw cannot(e);
      } catch (IOException | UncheckedIOException e) {
        if (InputException.isOfFullDisk(e)) {
          throw cannot(InputException.fullDisk(e));
        }
        throw e;
      } catch (OutOfMemoryError e) {
        throw RefusedException.tooLarge(
            "this needs more than the %,d MB of memory that Java may use\ntry: start it again with BALLAST_JAVA_OPTS=-Xmx4g, which lets it use 4 GB; or give it less at a time"
                .formatted(Runtime.getRuntime().maxMemory() >> 20));
      }
    }

    private static RefusedException cannot(InputException e) {
      String hint = e.hint().isEmpty() ? "" : "\ntry: " + e.hint();
      return new RefusedException(RefusedException.status(e), e.getMessage() + hint, e);
    }
  }

  /**
   * Answers requests that the library rejects, in one line of text that reveals nothing about the
   * server.
   */
  private static final class PlainErrors implements Request.Handler {

    private static final Set<Integer> NOT_OURS =
        Set.of(HttpStatus.NOT_IMPLEMENTED_501, HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      // The client's request is wrong, not the server.
      int status =
          NOT_OURS.contains(response.getStatus())
              ? HttpStatus.BAD_REQUEST_400
              : response.getStatus();
      response.setStatus(status);
      Dispatch.harden(response);
      response.getHeaders().put("Content-Type", Answer.TEXT);
      String said = HttpStatus.getMessage(status);
      if (status == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431) {
        said =
            "this browser sends more than this server reads, since servers at the same address have"
                + " stored cookies in it\n"
                + "try: load this page again; if that does not help, delete the cookies of this"
                + " address";
        response.getHeaders().put("Clear-Site-Data", "\"cookies\"");
      }
      Content.Sink.write(response, true, said + "\n", callback);
      return true;
    }
  }

  /**
   * The body of one request while it is received: a form in memory, an upload in a temporary file.
   * A slow client does not hold a thread. A body that is not accepted is still read to its end,
   * because browsers show an answer only after they have sent everything.
   */
  static final class Body implements AutoCloseable {

    /** Maximum bytes to read of a body that is not accepted. */
    private static final long MAX_DISCARDED = 1L << 30;

    private static final Pattern EXTENSION = Pattern.compile("(\\.[A-Za-z0-9]{1,10}){1,2}$");

    private final Route route;
    private final Semaphore budget;
    private final int reserved;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable WritableByteChannel out;
    private @Nullable Exception problem;
    private long count;

    /**
     * @param budget bytes that all forms in flight may have together
     * @param length length of the body; -1 if unknown
     */
    Body(Route route, Semaphore budget, long length, String name) {
      this.route = route;
      this.budget = budget;
      int most = route.isUpload() ? 0 : route.maxBody();
      int wanted = (int) (length < 0 ? most : Math.min(length, most));
      boolean isFree = budget.tryAcquire(wanted);
      this.reserved = isFree ? wanted : 0;
      if (!isFree) {
        refuse(RefusedException.busy());
      } else if (length > route.maxBody()) {
        refuse(tooLarge());
      } else if (route.isUpload()) {
        toFile(name);
      } else {
        out = Channels.newChannel(bytes);
      }
    }

    static Semaphore budget() {
      long share = Runtime.getRuntime().maxMemory() / 16;
      return new Semaphore((int) Math.max(2L * Route.FORM, Math.min(share, Integer.MAX_VALUE)));
    }

    private void toFile(String name) {
      try {
        Matcher extension = EXTENSION.matcher(name);
        file = Files.createTempFile("ballast-", extension.find() ? extension.group() : ".txt");
        out = Files.newByteChannel(file, StandardOpenOption.WRITE);
      } catch (IOException e) {
        refuse(e);
      }
    }

    /**
     * Reads to the end, with pauses.
     *
     * @param whenRead called once, at the end
     */
    void read(Content.Source from, Consumer<Body> whenRead) {
      while (true) {
        Content.@Nullable Chunk chunk = from.read();
        if (chunk == null) {
          from.demand(() -> read(from, whenRead));
          return;
        }
        boolean isCutOff = Content.Chunk.isFailure(chunk);
        if (isCutOff) {
          refuse(RefusedException.badRequest("the body did not arrive whole"));
        } else {
          take(chunk.getByteBuffer());
        }
        boolean isLast = isCutOff || chunk.isLast() || count > MAX_DISCARDED;
        chunk.release();
        if (isLast) {
          whenRead.accept(this);
          return;
        }
      }
    }

    private void take(ByteBuffer buffer) {
      count += buffer.remaining();
      if (count > route.maxBody()) {
        refuse(tooLarge());
      }
      try {
        while (out != null && buffer.hasRemaining()) {
          out.write(buffer);
        }
      } catch (IOException e) {
        refuse(e);
      }
    }

    private void refuse(Exception reason) {
      problem = problem == null ? reason : problem;
      closeOut();
    }

    private void closeOut() {
      try {
        if (out != null) {
          out.close();
        }
      } catch (IOException e) {
        problem = problem == null ? e : problem;
      }
      out = null;
    }

    private RefusedException tooLarge() {
      return RefusedException.tooLarge(
          route.maxBody() == 0
              ? "this request takes no body"
              : route.isUpload()
                  ? "the file is larger than " + (route.maxBody() >> 20) + " MB"
                  : "the body is larger than " + route.maxBody() + " bytes");
    }

    /**
     * @throws RefusedException if the body is not accepted
     * @throws IOException if it could not be stored
     */
    Call of(Call head) throws IOException {
      closeOut();
      if (problem instanceof IOException e) {
        throw e;
      }
      if (problem instanceof RefusedException e) {
        throw e;
      }
      return new Call(
          head.method(),
          head.path(),
          head.query(),
          head.headers(),
          bytes.toByteArray(),
          Optional.ofNullable(file));
    }

    @Override
    public void close() {
      closeOut();
      budget.release(reserved);
      delete(file);
    }

    static void delete(@Nullable Path file) {
      try {
        if (file != null) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
  }
}
