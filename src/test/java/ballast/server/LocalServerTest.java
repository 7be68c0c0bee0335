package ballast.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.server.LocalServer.Body;
import ballast.server.LocalServer.Routes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests of all forms, and what is answered. */
final class LocalServerTest {

  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final LocalServer server =
      LocalServer.start(
          0,
          List.of(
              Route.question("GET", "/a", call -> Answer.text(200, call.query().text("q"))),
              Route.question("POST", "/a", call -> Answer.text(200, call.form().text("q"))),
              new Route("POST", "/file", Route.Access.PROGRAMS, 2 * Route.FORM, this::upload),
              Route.question("GET", "/语", call -> Answer.text(200, "read")),
              Route.question(
                  "GET",
                  "/unreadable",
                  call -> {
                    throw new InputException("cannot read \"a\"", "another file");
                  }),
              Route.question(
                  "GET",
                  "/full",
                  call -> {
                    throw new FileSystemException("a", null, "No space left on device");
                  }),
              Route.question(
                  "GET",
                  "/huge",
                  call -> {
                    throw new OutOfMemoryError("Java heap space");
                  }),
              Route.question(
                  "GET",
                  "/broken",
                  call -> {
                    throw new IllegalStateException("secret");
                  })),
          failures::add);
  private final List<Path> uploads = new CopyOnWriteArrayList<>();
  private final RawClient client = RawClient.of(server.address());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void queriesAndFormsAreRead() throws IOException {
    assertThat(client.get("/a?q=%E8%AF%AD+b").body()).isEqualTo("语 b\n");
    assertThat(client.post("/a", Map.of("q", "语&=%𠮷")).body()).isEqualTo("语&=%𠮷\n");
    assertThat(client.get("/%E8%AF%AD").body()).isEqualTo("read\n");
    assertThat(client.get("/a?q=" + "x".repeat(4000)).status()).isEqualTo(200);
  }

  @Test
  void headIsGetWithoutABody() throws IOException {
    RawClient.Reply reply =
        client.send("HEAD /a?q=abc HTTP/1.1\r\n" + client.host() + "Connection: close\r\n\r\n");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Length")).isEqualTo("4");
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void whatIsNotThereIsRefusedInALineOfText() throws IOException {
    assertThat(client.get("/b").status()).isEqualTo(404);
    assertThat(client.get("/a/").status()).isEqualTo(404);
    assertThat(client.get("/../a").status()).isBetween(400, 404);
    assertThat(client.get("/%2e%2e/%2e%2e/etc/passwd").status()).isBetween(400, 404);
    RawClient.Reply reply = client.send("PUT /a HTTP/1.1\r\n" + client.host() + "\r\n");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.body()).isEqualTo("this address takes GET and POST only\n");
    assertThat(reply.header("Content-Type")).startsWith("text/plain");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void wrongParametersAreRefused() throws IOException {
    assertThat(client.get("/a?q=%zz").status()).isEqualTo(400);
    assertThat(client.get("/a?" + "q=1&".repeat(1001)).status()).isEqualTo(400);
    RawClient.Reply json = client.post("/a", "{}", "Content-Type: application/json\r\n");
    assertThat(json.status()).isEqualTo(400);
    assertThat(json.body()).contains("not a form");
  }

  @Test
  void anUnreadableFileIsNamedAndAnErrorTellsNothing() throws IOException {
    RawClient.Reply unreadable = client.get("/unreadable");
    assertThat(unreadable.status()).isEqualTo(422);
    assertThat(unreadable.body()).isEqualTo("cannot read \"a\"\ntry: another file\n");
    RawClient.Reply broken = client.get("/broken");
    assertThat(broken.status()).isEqualTo(500);
    assertThat(broken.body()).contains("an error in Ballast").doesNotContain("secret");
    assertThat(failures).hasSize(1);
  }

  @Test
  void largeBodiesAndHeadersAreRefused() throws IOException {
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";
    String most = "q=" + "x".repeat(Route.FORM - 2);
    assertThat(client.post("/a", most, form).status()).isEqualTo(200);
    assertThat(client.post("/a", most + "x", form).status()).isEqualTo(413);
    String chunked = "Transfer-Encoding: chunked\r\nConnection: close\r\n" + form;
    String large =
        "POST /a HTTP/1.1\r\n"
            + client.host()
            + chunked
            + "\r\n"
            + "100001\r\n"
            + "x".repeat(0x100001)
            + "\r\n0\r\n\r\n";
    assertThat(client.send(large).status()).isEqualTo(413);
    assertThat(client.get("/a", "X: " + "x".repeat(70_000) + "\r\n").status()).isEqualTo(431);
    assertThat(client.get("/a?q=" + "x".repeat(70_000)).status()).isEqualTo(414);
    RawClient.Reply body =
        client.send("GET /a HTTP/1.1\r\n" + client.host() + "Content-Length: 1\r\n\r\nx");
    assertThat(body.status()).isEqualTo(413);
  }

  private Answer upload(Call call) throws IOException {
    assertThat(call.body()).as("nothing is held in memory").isEmpty();
    uploads.add(call.file());
    return Answer.text(200, Files.size(call.file()) + " bytes");
  }

  @Test
  void anUploadIsAFileUntilItIsAnswered() throws IOException {
    String content = "x".repeat(2 * Route.FORM);
    assertThat(client.post("/file?name=a/b.tar.gz", content, "").body())
        .isEqualTo("2097152 bytes\n");
    assertThat(client.post("/file?name=../..", "x", "").body()).isEqualTo("1 bytes\n");
    RawClient.Reply large = client.post("/file?name=a", content + "x", "");
    assertThat(large.status()).as("read to its end, so that a browser shows it").isEqualTo(413);
    assertThat(large.body()).isEqualTo("the file is larger than 2 MB\n");
    assertThat(uploads).hasSize(2).allMatch(Files::notExists);
    assertThat(uploads.get(0).toString()).endsWith(".tar.gz");
    assertThat(uploads.get(1).getParent()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Else some senders would fill the heap together, each with what it may send alone. */
  @Test
  void formsInFlightMayHaveAShareOfTheHeapTogether() throws IOException {
    List<Socket> slow = new ArrayList<>();
    String head =
        "POST /a HTTP/1.1\r\n"
            + client.host()
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ";
    int most = Body.budget().availablePermits() / Route.FORM + 1;
    try {
      RawClient.Reply reply = client.post("/a", Map.of("q", "1"));
      // Twice as many, because the server may not have read the last ones yet.
      while (reply.status() == 200 && slow.size() <= 2 * most) {
        Socket socket = client.open();
        socket.getOutputStream().write((head + Route.FORM + "\r\n\r\nq=").getBytes(US_ASCII));
        slow.add(socket);
        reply =
            client.post(
                "/a",
                "q=" + "x".repeat(Route.FORM - 2),
                head.replaceFirst("(?s).*(Content-Type.*\r\n).*", "$1"));
      }
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.body()).contains("busy with other requests", "try again");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void whatNeedsTooMuchMemoryIsAnswered() throws IOException {
    RawClient.Reply reply = client.get("/huge");
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.body()).contains("MB of memory that Java may use", "-Xmx4g");
    assertThat(failures).isEmpty();
  }

  @Test
  void aFullDiskIsNoErrorInBallast() throws IOException {
    RawClient.Reply reply = client.get("/full");
    assertThat(reply.status()).isEqualTo(507);
    assertThat(reply.body())
        .isEqualTo(
            "this could not be done: the disk is full\ntry: free some space, and do it again\n");
    assertThat(failures).isEmpty();
  }

  @Test
  void aBodyThatIsCutOffIsRefused() throws IOException {
    RawClient.Reply reply =
        client.send(
            "POST /a HTTP/1.1\r\n"
                + client.host()
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 9\r\n\r\n"
                + "q=1");
    assertThat(reply.status()).isIn(400, 0);
    assertThat(failures).isEmpty();
  }

  /** Many senders that say nothing more must not take a thread each. */
  @Test
  void slowSendersDoNotKeepOthersWaiting() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 60; i++) {
        Socket socket = client.open();
        String begun =
            i % 2 == 0
                ? "GET /a?q=1 HTTP/1.1\r\nHo"
                : "POST /a HTTP/1.1\r\n"
                    + client.host()
                    + "Content-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 100\r\n\r\nq=";
        socket.getOutputStream().write(begun.getBytes(US_ASCII));
        slow.add(socket);
      }
      long start = System.nanoTime();
      assertThat(client.get("/a?q=quick").body()).isEqualTo("quick\n");
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(5);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void onlyThisComputerIsAnswered() throws IOException {
    int port = Integer.parseInt(server.address().replaceFirst(".*:", ""));
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          assertThatThrownBy(() -> new Socket(address, port).close())
              .as(address.toString())
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void aPortInUseIsAnErrorOfTheUser() {
    int port = Integer.parseInt(server.address().replaceFirst(".*:", ""));
    assertThatThrownBy(() -> LocalServer.start(port, List.of(), failures::add))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot listen on port " + port);
  }

  @Test
  void twoRoutesForOneAddressAreAMistake() {
    Route route = Route.page("/", call -> Answer.text(200, ""));
    assertThatThrownBy(() -> new Routes(List.of(route, route)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
