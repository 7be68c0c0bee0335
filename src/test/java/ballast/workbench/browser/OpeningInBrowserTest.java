package ballast.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.workbench.WorkbenchClient;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a browser is let in, and what the servers of other users of this computer get of it. */
final class OpeningInBrowserTest extends BrowserTest {

  private HttpServer stranger;

  /** The cookies that the stranger's server was sent, one a request. */
  private final Queue<String> stolen = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void open() throws IOException, InterruptedException {
    client = WorkbenchClient.open(folder);
    stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stranger.createContext(
        "/",
        exchange -> {
          List<String> cookies = exchange.getRequestHeaders().get("Cookie");
          stolen.add(cookies == null ? "" : String.join("; ", cookies));
          String query = exchange.getRequestURI().getQuery();
          byte[] page =
              ("<!DOCTYPE html><title>Elsewhere</title><link rel=icon href='data:,'>"
                      + (query == null ? "" : query))
                  .getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.getResponseHeaders().add("Set-Cookie", "ballast-" + port() + "=junk; Path=/");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    stranger.start();
  }

  @AfterEach
  void stop() {
    stranger.stop(0);
  }

  private int port() {
    return URI.create(client.address()).getPort();
  }

  private String host() {
    return URI.create(client.address()).getHost();
  }

  private String elsewhere(String host) {
    return "http://" + host + ":" + stranger.getAddress().getPort() + "/";
  }

  @Test
  void thePageInAFileLetsEveryBrowserOfItsOwnerIn() {
    for (int time = 0; time < 3; time++) {
      Page page = emptyPage();
      page.navigate(client.openingPage().toUri().toString());
      page.waitForURL(client.address() + "/");
      assertThat(page.locator("h1")).hasText("Articles");
      room(page, "Export");
      page.context().close();
    }
  }

  /** Browsers send the cookies of a host to all ports of it. */
  @Test
  void serversOfOtherUsersGetNoCookieThatOpensThePages() {
    Page page = page();
    for (String host : List.of("127.0.0.1", "localhost", "b.localhost")) {
      page.navigate(elsewhere(host));
      page.evaluate("fetch(location.href)");
    }
    assertThat(stolen).hasSizeGreaterThanOrEqualTo(6);
    assertThat(String.join(" ", stolen)).doesNotContain(client.cookie().replaceFirst(".*=", ""));
    page.navigate(client.address() + "/export");
    assertThat(page.locator("h1")).hasText("Export");
  }

  /** A browser asks ::1 for the pages' host before it asks 127.0.0.1. */
  @Test
  void nobodyCanListenWhereABrowserLooksForThePages() throws IOException {
    for (String address : List.of("127.0.0.1", "::1")) {
      assertThatThrownBy(() -> new ServerSocket(port(), 1, InetAddress.getByName(address)).close())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void thePagesAreNotShownInsideOtherPagesNorReachedByTheirLinks() {
    Page page = page();
    String there = client.address() + "/export";
    page.navigate(elsewhere("127.0.0.1") + "?<iframe src='" + there + "'></iframe>");
    assertThat(page.frames().get(1).content()).doesNotContain("Export");
    page.navigate(elsewhere("127.0.0.1") + "?<a href='" + there + "'>link</a>");
    page.locator("a").click();
    assertThat(page.locator("body")).containsText("type the address into the browser");
    forgetConsole();
  }

  @Test
  void cookiesFromElsewhereDoNotLockABrowserOut() {
    Page page = page();
    String cookie = "ballast-" + port();
    page.context()
        .addCookies(
            List.of(
                new Cookie(cookie, "junk").setDomain(host()).setPath("/export"),
                new Cookie(cookie, "junk").setDomain("." + host()).setPath("/")));
    page.context().addCookies(cookies(10));
    page.navigate(client.address() + "/export");
    assertThat(page.locator("h1")).hasText("Export");
    page.context().addCookies(cookies(30));
    page.navigate(client.address() + "/export");
    assertThat(page.locator("body")).containsText("delete the cookies of this address");
    page.navigate(client.openingPage().toUri().toString());
    page.waitForURL(client.address() + "/");
    forgetConsole();
  }

  private List<Cookie> cookies(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Cookie("c" + i, "x".repeat(3500)).setUrl(client.address()))
        .toList();
  }
}
