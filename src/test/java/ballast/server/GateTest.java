package ballast.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in. */
final class GateTest {

  private LocalServer server;
  private RawClient client;

  @BeforeEach
  void start() {
    server = start0();
    client = RawClient.of(server.address());
  }

  private static LocalServer start0() {
    return LocalServer.start(
        0,
        List.of(
            Route.question("GET", "/question", call -> Answer.text(200, "answer")),
            Route.page("/", call -> Answer.text(200, "page")),
            Route.change("/change", call -> Answer.text(200, "changed"))),
        failure -> {
          throw new AssertionError(failure);
        });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String port() {
    return server.address().substring(server.address().lastIndexOf(':') + 1);
  }

  private int status(String target, String headers) throws IOException {
    return client
        .send("GET " + target + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n")
        .status();
  }

  @Test
  void aProgramNeedsNoToken() throws IOException {
    RawClient.Reply reply = client.get("/question");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("answer\n");
    assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(reply.header("Server")).isEmpty();
  }

  @Test
  void allNamesOfThisComputerAreItsNames() throws IOException {
    for (String name : List.of("127.0.0.1", "localhost", "LOCALHOST", "[::1]")) {
      assertThat(status("/question", "Host: " + name + ":" + port() + "\r\n")).isEqualTo(200);
    }
  }

  /** A page of another site whose name was bound to this computer sends that name. */
  @Test
  void anotherHostIsRefused() throws IOException {
    for (String host :
        List.of(
            "example.org",
            "example.org:" + port(),
            "127.0.0.1",
            "127.0.0.1:1",
            "127.0.0.1.example.org:" + port(),
            "localhost:" + port() + "@example.org")) {
      assertThat(status("/question", "Host: " + host + "\r\n")).as(host).isBetween(400, 403);
      assertThat(status("/", "Host: " + host + "\r\n")).as(host).isBetween(400, 403);
    }
    assertThat(status("/question", "")).as("no host").isEqualTo(400);
    assertThat(status("/question", client.host() + "Host: example.org\r\n")).isEqualTo(400);
    assertThat(status("http://example.org/question", client.host())).isBetween(400, 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "http://127.0.0.1:1",
        "http://localhost",
        "null",
        "file://"
      })
  void aPageOfAnotherSiteIsRefused(String origin) throws IOException {
    assertThat(client.get("/question", "Origin: " + origin + "\r\n").status()).isEqualTo(403);
    assertThat(
            client
                .post(
                    "/change",
                    "a=b",
                    "Origin: "
                        + origin
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + cookie(token()))
                .status())
        .isEqualTo(403);
  }

  @Test
  void anExtensionOfABrowserIsAProgram() throws IOException {
    assertThat(client.get("/question", "Origin: moz-extension://1-2\r\n").status()).isEqualTo(200);
  }

  /** A script or picture of another site comes without Origin, but the browser says so. */
  @Test
  void whatAnotherSiteLoadsIsRefusedAndALinkIsNot() throws IOException {
    String cross = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: ";
    assertThat(client.get("/question", cross + "no-cors\r\n").status()).isEqualTo(403);
    assertThat(client.get("/question", cross + "navigate\r\n").status()).isEqualTo(200);
  }

  @Test
  void aBrowserNeedsTheTokenOnce() throws IOException {
    assertThat(client.get("/").status()).isEqualTo(401);
    assertThat(client.get("/?token=").status()).isEqualTo(401);
    assertThat(client.get("/?token=" + token() + "A").status()).isEqualTo(401);
    RawClient.Reply reply = client.get("/?token=" + token());
    assertThat(reply.status()).isEqualTo(303);
    assertThat(reply.header("Location")).isEqualTo("/");
    assertThat(reply.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict");
    String cookie = reply.header("Set-Cookie").split(";", -1)[0];
    assertThat(client.get("/", "Cookie: a=b; " + cookie + "\r\n").body()).isEqualTo("page\n");
    assertThat(client.get("/", "Cookie: " + cookie + "x\r\n").status()).isEqualTo(401);
  }

  @Test
  void aChangeNeedsTheTokenAndComesFromAPageOfThisServer() throws IOException {
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";
    String own = "Origin: " + server.address() + "\r\n";
    assertThat(client.post("/change", "a=b", form + own).status()).isEqualTo(401);
    assertThat(client.post("/change", "a=b", form + cookie(token())).status()).isEqualTo(403);
    assertThat(client.post("/change", "a=b", form + own + cookie(token())).body())
        .isEqualTo("changed\n");
    assertThat(client.post("/change?token=" + token(), "a=b", form + own).status()).isEqualTo(401);
  }

  /** Servers on two ports share the cookies of a browser; each has its own token. */
  @Test
  void twoServersDoNotLetInEachOthersBrowsers() throws IOException {
    try (LocalServer other = start0()) {
      RawClient ofOther = RawClient.of(other.address());
      String both = "Cookie: " + pair(server) + "; " + pair(other) + "\r\n";
      assertThat(client.get("/", both).status()).isEqualTo(200);
      assertThat(ofOther.get("/", both).status()).isEqualTo(200);
      assertThat(ofOther.get("/", cookie(token())).status()).isEqualTo(401);
      assertThat(ofOther.get("/?token=" + token()).status()).isEqualTo(401);
    }
  }

  private String token() {
    return token(server);
  }

  private static String token(LocalServer of) {
    return of.openingAddress().replaceFirst(".*token=", "");
  }

  private static String pair(LocalServer of) {
    return "ballast-" + of.address().replaceFirst(".*:", "") + "=" + token(of);
  }

  private String cookie(String token) {
    return "Cookie: ballast-" + port() + "=" + token + "\r\n";
  }
}
