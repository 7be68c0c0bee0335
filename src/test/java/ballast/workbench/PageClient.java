package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without scripts that a workbench has let in. */
public class PageClient {

  private static final int MAX_ASKED = 1200;

  private final String address;
  private final String cookie;
  private final HttpClient http;

  /**
   * @param opening the address that lets it in
   */
  public PageClient(String opening) throws IOException, InterruptedException {
    this.address = opening.substring(0, opening.indexOf("/?"));
    // Java asks the system for the pages' host, which may not know it; browsers do without.
    int port = URI.create(address).getPort();
    this.http =
        HttpClient.newBuilder()
            .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
            .build();
    HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(opening)).build());
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    this.cookie = set.substring(0, set.indexOf(';'));
  }

  public String address() {
    return address;
  }

  public String cookie() {
    return cookie;
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
}
