package ballast.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in. */
final class GateTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private LocalServer server;
  private RawClient client;

  @BeforeEach
  void start() {
    server = start0(/* numericHost= */ false);
    client = RawClient.of(server.address());
  }

  private LocalServer start0(boolean numericHost) {
    return LocalServer.start(
        0,
        numericHost,
        now::get,
        List.of(
            Route.question("GET", "/question", call -> Answer.text(200, "answer")),
            Route.page("/", call -> Answer.text(200, "page")),
            Route.change("/change", call -> Answer.text(200, "changed"))),
        (call, refusal) -> refusal,
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

  private static String host(LocalServer of) {
    return "Host: " + of.openingAddress().replaceFirst("http://([^/]*)/.*", "$1") + "\r\n";
  }

  private static String code(LocalServer of) {
    return of.openingAddress().replaceFirst(".*code=", "");
  }

  /** A page, asked for at the host of the pages. */
  private RawClient.Reply page(String target, String headers) throws IOException {
    return client.get(host(server), target, headers);
  }

  private static String cookie(LocalServer of) throws IOException {
    RawClient.Reply reply = RawClient.of(of.address()).get(host(of), "/?code=" + code(of), "");
    assertThat(reply.status()).isEqualTo(200);
    return reply.header("Set-Cookie").split(";", -1)[0];
  }

  private RawClient.Reply change(String host, String origin, String cookie) throws IOException {
    return client.send(
        "POST /change HTTP/1.1\r\n"
            + host
            + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
            + "Cookie: "
            + cookie
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: 3\r\nConnection: close\r\n\r\na=b");
  }

  private int status(String target, String headers) throws IOException {
    return client.get("", target, headers).status();
  }

  @Test
  void aProgramNeedsNoCookie() throws IOException {
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
    assertThat(change(host(server), origin, cookie(server)).status()).isEqualTo(403);
  }

  @Test
  void anExtensionOfABrowserIsAProgram() throws IOException {
    assertThat(client.get("/question", "Origin: moz-extension://1-2\r\n").status()).isEqualTo(200);
  }

  /** A script, picture or link of another site comes without Origin, but the browser says so. */
  @Test
  void whatOtherSitesAndPortsLoadOrLinkToIsRefused() throws IOException {
    for (String site : List.of("cross-site", "same-site")) {
      for (String mode : List.of("no-cors", "navigate")) {
        String headers = "Sec-Fetch-Site: " + site + "\r\nSec-Fetch-Mode: " + mode + "\r\n";
        assertThat(client.get("/question", headers).status()).isEqualTo(403);
        assertThat(page("/", headers + "Cookie: " + cookie(server) + "\r\n").status())
            .isEqualTo(403);
      }
    }
    assertThat(client.get("/question", "Sec-Fetch-Site: none\r\n").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iframe", "frame", "embed", "object", "fencedframe"})
  void nothingIsShownInsideAnotherPage(String place) throws IOException {
    String headers = "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Dest: " + place + "\r\n";
    assertThat(client.get("/question", headers).status()).isEqualTo(403);
    assertThat(page("/", headers + "Cookie: " + cookie(server) + "\r\n").status()).isEqualTo(403);
    assertThat(page("/?code=" + code(server), headers).status()).isEqualTo(403);
  }

  @Test
  void aCodeLetsOneBrowserIn() throws IOException {
    assertThat(page("/", "").status()).isEqualTo(401);
    assertThat(page("/?code=", "").status()).isEqualTo(401);
    String code = code(server);
    assertThat(page("/?code=" + code + "A", "").status()).isEqualTo(401);
    RawClient.Reply reply = page("/?code=" + code, "");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict");
    String cookie = reply.header("Set-Cookie").split(";", -1)[0];
    assertThat(page("/", "Cookie: a=b; " + cookie + "\r\n").body()).isEqualTo("page\n");
    assertThat(page("/", "Cookie: " + cookie + "x\r\n").status()).isEqualTo(401);
    RawClient.Reply again = page("/?code=" + code, "");
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.body()).contains("this address has been used").contains("ballast open");
    assertThat(page("/?code=" + code, "Cookie: " + cookie + "\r\n").body()).isEqualTo("page\n");
  }

  @Test
  void aCodeEndsAfterAShortTime() throws IOException {
    String late = code(server);
    String intime = code(server);
    now.set(Instant.EPOCH.plus(Gate.CODE_LIFE));
    assertThat(page("/?code=" + intime, "").status()).isEqualTo(200);
    now.set(Instant.EPOCH.plus(Gate.CODE_LIFE).plusMillis(1));
    assertThat(page("/?code=" + late, "").status()).isEqualTo(401);
  }

  /** A browser that loads a page in advance, or a program that looks at an address. */
  @Test
  void lookingAtAnAddressDoesNotUseItUp() throws IOException {
    String code = code(server);
    assertThat(page("/?code=" + code, "Sec-Purpose: prefetch;prerender\r\n").status())
        .isEqualTo(401);
    client.send("HEAD /?code=" + code + " HTTP/1.1\r\n" + host(server) + "\r\n");
    assertThat(client.get("/?code=" + code).status()).as("another host").isEqualTo(401);
    assertThat(page("/?code=" + code, "Sec-Fetch-Site: cross-site\r\n").status()).isEqualTo(200);
  }

  @Test
  void thePageInAFileIsForItsOwnerAndAlwaysHasACodeThatWorks() throws IOException {
    Path file = server.openingPage();
    String first = codeIn(file);
    assertThat(page("/?code=" + first, "").status()).isEqualTo(200);
    assertThat(codeIn(file)).isNotEqualTo(first);
    assertThat(page("/?code=" + first, "").status()).isEqualTo(401);
    now.set(Instant.EPOCH.plus(Gate.CODE_LIFE.multipliedBy(9)));
    cookie(server);
    assertThat(page("/?code=" + codeIn(file), "").status()).isEqualTo(200);
    server.close();
    assertThat(file.getParent()).doesNotExist();
  }

  private static String codeIn(Path file) throws IOException {
    return Files.readString(file).replaceFirst("(?s).*?code=([0-9a-f]+).*", "$1");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // the folder for temporary files is the user's own there
  void onlyItsOwnerReadsThePageInAFile() throws IOException {
    Path file = server.openingPage();
    for (int time = 0; time < 2; time++) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
          .isEqualTo("rwx------");
      page("/?code=" + codeIn(file), "");
    }
  }

  @Test
  void aChangeNeedsTheCookieAndComesFromAPageOfThisServer() throws IOException {
    String own = host(server).strip().replace("Host: ", "http://");
    String cookie = cookie(server);
    assertThat(change(host(server), own, "a=b").status()).isEqualTo(401);
    assertThat(change(host(server), "", cookie).status()).isEqualTo(403);
    assertThat(change(host(server), server.address(), cookie).status()).isEqualTo(403);
    assertThat(change(host(server), own, cookie).body()).isEqualTo("changed\n");
  }

  /** Browsers send the cookies of a host to all of its ports, so other users may know them. */
  @Test
  void theCookieOpensNothingAtAnotherHost() throws IOException {
    String cookie = cookie(server);
    for (String name : List.of("127.0.0.1", "localhost", "[::1]")) {
      String host = "Host: " + name + ":" + port() + "\r\n";
      assertThat(status("/", host + "Cookie: " + cookie + "\r\n")).isEqualTo(401);
      assertThat(change(host, "http://" + name + ":" + port(), cookie).status()).isEqualTo(401);
    }
    assertThat(host(server)).matches("Host: b-[0-9a-f]{32}\\.localhost:\\d+\r\n");
    try (LocalServer other = start0(/* numericHost= */ false)) {
      assertThat(host(other).split(":", -1)[1]).isNotEqualTo(host(server).split(":", -1)[1]);
    }
  }

  /** Servers at other ports of a host can set cookies of the same name. */
  @Test
  void junkAmongTheCookiesDoesNotLockABrowserOut() throws IOException {
    String cookie = cookie(server);
    String junk = cookie.replaceFirst("=.*", "=junk");
    String much = "x=" + "y".repeat(60_000);
    for (String cookies :
        List.of(
            junk + "; " + cookie, cookie + "; " + junk, ";;=; " + cookie, much + "; " + cookie)) {
      assertThat(page("/", "Cookie: " + cookies + "\r\n").status()).isEqualTo(200);
    }
    RawClient.Reply reply = page("/", "Cookie: " + much + much + "; " + cookie + "\r\n");
    assertThat(reply.status()).isEqualTo(431);
    assertThat(reply.header("Clear-Site-Data")).isEqualTo("\"cookies\"");
    assertThat(reply.body()).contains("delete the cookies of this address");
  }

  /** For browsers that do not find the host of the pages. Servers there share their cookies. */
  @Test
  void atTheNumericHostTwoServersDoNotLetInEachOthersBrowsers() throws IOException {
    try (LocalServer one = start0(/* numericHost= */ true);
        LocalServer other = start0(/* numericHost= */ true)) {
      assertThat(one.openingAddress()).startsWith(one.address() + "/?code=");
      RawClient ofOne = RawClient.of(one.address());
      RawClient ofOther = RawClient.of(other.address());
      String both = "Cookie: " + cookie(one) + "; " + cookie(other) + "\r\n";
      assertThat(ofOne.get("/", both).status()).isEqualTo(200);
      assertThat(ofOther.get("/", both).status()).isEqualTo(200);
      assertThat(ofOther.get("/", "Cookie: " + cookie(one) + "\r\n").status()).isEqualTo(401);
      assertThat(ofOther.get("/?code=" + code(one)).status()).isEqualTo(401);
    }
  }
}
