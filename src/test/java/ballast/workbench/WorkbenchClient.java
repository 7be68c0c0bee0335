package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.app.project.MemoryChoice;
import ballast.server.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A workbench on a free port, and a browser without scripts that has been let in. */
public final class WorkbenchClient implements AutoCloseable {

  private static final int MAX_ASKED = 1200;

  private final Workbench workbench;
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final String address;
  private final String cookie;
  private final HttpClient http;

  private WorkbenchClient(Workplace workplace) throws IOException, InterruptedException {
    this.workbench =
        Workbench.open(
            workplace,
            MemoryChoice.OF_PROJECT.in(workplace),
            0,
            /* numericHost= */ false,
            List.of(),
            failures::add);
    String opening = workbench.address();
    this.address = opening.substring(0, opening.indexOf("/?"));
    this.http = client(address);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(opening)).build(),
            HttpResponse.BodyHandlers.ofString(UTF_8));
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    this.cookie = set.substring(0, set.indexOf(';'));
  }

  /** Java asks the system for the pages' host, which may not know it; browsers do without. */
  static HttpClient client(String address) {
    int port = URI.create(address).getPort();
    return HttpClient.newBuilder()
        .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
        .build();
  }

  /** Opens a folder; Lin works in it. */
  public static WorkbenchClient open(Path folder) throws IOException, InterruptedException {
    return new WorkbenchClient(workplace(folder).withAuthor("Lin"));
  }

  /** A folder, with the user's own settings beside it. */
  static Workplace workplace(Path folder) {
    String own = folder.toAbsolutePath().resolveSibling("own").toString();
    return Workplace.in(folder).withEnvironment(Map.of("XDG_CONFIG_HOME", own));
  }

  /** An address that lets one browser in; each time another one. */
  public String openingAddress() {
    return workbench.address();
  }

  /** A page that does so. */
  public Path openingPage() {
    return workbench.page();
  }

  public String address() {
    return address;
  }

  public String cookie() {
    return cookie;
  }

  /** Everything that the workbench answers. */
  List<Route> routes() {
    return workbench.routes();
  }

  /** Internal errors so far. */
  public List<Throwable> failures() {
    return List.copyOf(failures);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  /** The page at a path. */
  public Document page(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return Jsoup.parse(answer.body(), address + path);
  }

  /** The page at a path, as soon as nothing on it is being worked out any more. */
  public Document finished(String path) throws IOException, InterruptedException {
    for (int i = 0; i < MAX_ASKED; i++) {
      Document page = page(path);
      if (page.select("[hx-trigger^=load delay]").isEmpty()) {
        return page;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(path + " goes on and on");
  }

  /** What a button of a page sends. */
  static String sent(Document page, String button) {
    return page.select(button).attr("hx-vals").replaceAll(".*:\"|\".*", "");
  }

  /** The number of the command that the pages offer to undo. */
  String undoable() throws IOException, InterruptedException {
    return sent(page("/memory/undo"), "#undo-button");
  }

  /** Sends a form: names and values in turn. */
  public HttpResponse<String> post(String path, String... fields)
      throws IOException, InterruptedException {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(fields[i]).append('=');
      form.append(URLEncoder.encode(fields[i + 1], UTF_8));
    }
    return send(
        request(path)
            .header("Origin", address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString(), UTF_8))
            .build());
  }

  /** Sends the bytes of a file. */
  public HttpResponse<String> postFile(String path, byte[] content)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Origin", address)
            .POST(HttpRequest.BodyPublishers.ofByteArray(content))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  @Override
  public void close() {
    workbench.close();
  }
}
