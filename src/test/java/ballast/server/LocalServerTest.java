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

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final LocalServer server =
      LocalServer.start(
          0,
          List.of(
              Route.question("GET", "/a", call -> Answer.text(200, call.query().text("q"))),
              Route.question("POST", "/a", call -> Answer.text(200, call.form().text("q"))),
              new Route("POST", "/file", Route.Access.PROGRAMS, 2 * Route.FORM, this::upload),
              Route.question("GET", "/语", call -> Answer.text(200, "read")),
              Route.question("GET", "/fail", call -> fail(call.query().text("how")))),
          failures::add);
  private final List<Socket> slow = new ArrayList<>();
  private final List<Path> uploads = new CopyOnWriteArrayList<>();
  private final RawClient client = RawClient.of(server.address());

  @AfterEach
  void stop() throws IOException {
    stopSlowSenders();
    server.close();
  }

  private static Answer fail(String how) throws IOException {
    switch (how) {
      case "unreadable" -> throw new InputException("cannot read \"a\"", "another file");
      case "full" -> throw new FileSystemException("a", null, "No space left on device");
      case "huge" -> throw new OutOfMemoryError("Java heap space");
      default -> throw new IllegalStateException("secret");
    }
  }

  /** Sends the beginning of a request, and nothing more. */
  private void begin(String request) throws IOException {
    Socket socket = client.open();
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    slow.add(socket);
  }

  private void stopSlowSenders() throws IOException {
    for (Socket socket : slow) {
      socket.close();
    }
  }

  /** The head of a form, up to its length. */
  private String formHead() {
    return "POST /a HTTP/1.1\r\n" + client.host() + FORM + "Content-Length: ";
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
    RawClient.Reply unreadable = client.get("/fail?how=unreadable");
    assertThat(unreadable.status()).isEqualTo(422);
    assertThat(unreadable.body()).isEqualTo("cannot read \"a\"\ntry: another file\n");
    RawClient.Reply broken = client.get("/fail?how=broken");
    assertThat(broken.status()).isEqualTo(500);
    assertThat(broken.body()).contains("an error in Ballast").doesNotContain("secret");
    assertThat(failures).hasSize(1);
  }

  @Test
  void largeBodiesAndHeadersAreRefused() throws IOException {
    String most = "q=" + "x".repeat(Route.FORM - 2);
    assertThat(client.post("/a", most, FORM).status()).isEqualTo(200);
    assertThat(client.post("/a", most + "x", FORM).status()).isEqualTo(413);
    String chunked = "Transfer-Encoding: chunked\r\nConnection: close\r\n" + FORM + "\r\n";
    String large = "100001\r\n" + "x".repeat(0x100001) + "\r\n0\r\n\r\n";
    String head = "POST /a HTTP/1.1\r\n" + client.host();
    assertThat(client.send(head + chunked + large).status()).isEqualTo(413);
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
    int most = Body.budget().availablePermits() / Route.FORM + 1;
    RawClient.Reply reply = client.post("/a", Map.of("q", "1"));
    // Twice as many, because the server may not have read the last ones yet.
    while (reply.status() == 200 && slow.size() <= 2 * most) {
      begin(formHead() + Route.FORM + "\r\n\r\nq=");
      reply = client.post("/a", "q=" + "x".repeat(Route.FORM - 2), FORM);
    }
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.body()).contains("busy with other requests", "try again");
    stopSlowSenders();
    assertThat(failures).isEmpty();
  }

  @Test
  void whatNeedsTooMuchMemoryIsAnswered() throws IOException {
    RawClient.Reply reply = client.get("/fail?how=huge");
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.body()).contains("MB of memory that Java may use", "-Xmx4g");
    assertThat(failures).isEmpty();
  }

  @Test
  void aFullDiskIsNoErrorInBallast() throws IOException {
    RawClient.Reply reply = client.get("/fail?how=full");
    assertThat(reply.status()).isEqualTo(507);
    assertThat(reply.body())
        .isEqualTo(
            "this could not be done: the disk is full\ntry: free some space, and do it again\n");
    assertThat(failures).isEmpty();
  }

  @Test
  void aBodyThatIsCutOffIsRefused() throws IOException {
    assertThat(client.send(formHead() + "9\r\n\r\nq=1").status()).isIn(400, 0);
    assertThat(failures).isEmpty();
  }

  /** Many senders that say nothing more must not take a thread each. */
  @Test
  void slowSendersDoNotKeepOthersWaiting() throws IOException {
    for (int i = 0; i < 60; i++) {
      begin(i % 2 == 0 ? "GET /a?q=1 HTTP/1.1\r\nHo" : formHead() + "100\r\n\r\nq=");
    }
    long start = System.nanoTime();
    assertThat(client.get("/a?q=quick").body()).isEqualTo("quick\n");
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(5);
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
