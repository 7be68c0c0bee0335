package ballast.workbench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.MemoryUpkeep;
import ballast.memory.MemoryStore;
import ballast.memory.opening.Memories;
import ballast.server.Hostile;
import ballast.server.RawClient;
import ballast.server.Route;
import ballast.workbench.browser.SampleArticle;
import ballast.workbench.browser.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten thousand requests to all routes of the workbench that no browser sends. None is answered with
 * an internal error, none hangs, a stranger gets nothing and changes nothing, who only reads
 * changes nothing, and nothing outside the folder is read or written: beside it lies a secret, to
 * which links in the folder lead.
 */
@Tag("hostile")
final class HostilePagesTest {

  private static final long SEED = 20_261_127;
  private static final String SECRET = "nobody may read this";
  private static final Pattern LOGS = Pattern.compile(".*/memory\\.db-(wal|shm)");

  /** The translation may get changes of the memory, and then has copies of itself. */
  private static final Pattern OURS =
      Pattern.compile(
          "work/(tm/.*|tm|glossary/.*|ballast\\.toml|ballast-baseline\\.tsv"
              + "|harbour\\.en\\.txt(\\.bak[0-9]*)?)");

  @TempDir Path temporary;
  private WorkbenchClient client;
  private RawClient raw;
  private PageFields fields;
  private HostilePageRequests requests;

  @BeforeEach
  void open() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("work"));
    Path outside = Files.createDirectories(temporary.resolve("outside"));
    Path secret = temporary.resolve("secret.txt");
    Files.writeString(secret, SECRET + "\n", UTF_8);
    Files.writeString(outside.resolve("given.zh.txt"), "谁也不许看。\n" + SECRET + "\n", UTF_8);
    Files.writeString(outside.resolve("given.en.txt"), SECRET + ".\n", UTF_8);
    SampleArticle.fill(folder);
    SampleFolder.fill(folder);
    Path articles = Files.createDirectories(folder.resolve("tm/articles"));
    Files.createSymbolicLink(folder.resolve("secret.txt"), secret);
    Files.createSymbolicLink(folder.resolve("out"), outside);
    Files.createSymbolicLink(articles.resolve("secret.txt"), secret);
    Files.createSymbolicLink(articles.resolve("out"), outside);
    Files.createSymbolicLink(articles.resolve("dangling.txt"), outside.resolve("made.txt"));
    Files.createSymbolicLink(articles.resolve("loop.txt"), articles.resolve("loop.txt"));
    Files.writeString(articles.resolve("kept.zh.txt"), "桥修好了。\n", UTF_8);
    client = WorkbenchClient.open(folder);
    raw = RawClient.of(client.address());
    fields = new PageFields();
    client.finished("/check");
    fields.read(client);
    requests = new HostilePageRequests(SEED, client, fields, secret());
  }

  private String secret() {
    return temporary.resolve("secret.txt").toUri().toString();
  }

  @AfterEach
  void close() {
    client.close();
    assertThat(client.failures()).isEmpty();
  }

  @Test
  void strangersGetAndChangeNothing() throws Exception {
    Map<String, String> before = digests();
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int i = 0; i < 6500; i++) {
      Asked asked = ask(i, HostilePageRequests.Sender.STRANGER);
      assertThat(asked.reply().status() / 100).as(asked.shown()).isNotIn(1, 2, 3);
      assertThat(asked.reply().body()).as(asked.shown()).doesNotContain("压舱石");
      statuses.merge(asked.reply().status(), 1, Integer::sum);
    }
    assertThat(statuses).as("of many kinds").containsKeys(400, 401, 403, 404, 405);
    assertThat(requests.asked()).as("all routes").containsAll(client.routes());
    assertThat(digests()).isEqualTo(before);
  }

  @Test
  void whoReadsChangesNothing() throws Exception {
    Map<String, String> before = digests();
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int i = 0; i < 2000; i++) {
      Asked asked = ask(i, HostilePageRequests.Sender.READER);
      statuses.merge(asked.reply().status(), 1, Integer::sum);
    }
    assertThat(statuses).as("of many kinds").containsKeys(200, 303, 400, 404, 405, 422);
    assertThat(digests()).isEqualTo(before);
  }

  /** Each time in a new folder: after some hundred requests little is left to change. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whatIsWrittenIsInTheFolderAndSound(int time) throws Exception {
    client.post("/glossary/mine");
    client.finished("/glossary/candidates");
    fields.load(client, "/terms?");
    requests = new HostilePageRequests(SEED + time, client, fields, secret());
    Map<String, String> before = digests();
    for (Route route : client.routes()) {
      if (route.method().equals("POST")) {
        fields.ask(client, route.path());
      }
    }
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int i = 0; i < 500; i++) {
      Asked asked = ask(i, HostilePageRequests.Sender.WRITER);
      statuses.merge(asked.reply().status(), 1, Integer::sum);
    }
    assertThat(statuses).as("of many kinds").containsKeys(200, 303, 400, 409, 422);
    assertOnlyOursAreChanged(before, digests());
    assertEverythingIsStillRead();
  }

  private static void assertOnlyOursAreChanged(
      Map<String, String> before, Map<String, String> after) {
    before.forEach(
        (file, digest) -> {
          if (!OURS.matcher(file).matches()) {
            assertThat(after).as("was there before").containsEntry(file, digest);
          } else if (file.startsWith("work/tm/articles/")) {
            assertThat(after).as("perhaps in .old: %s", file).containsValue(digest);
          }
        });
    assertThat(after.keySet())
        .allMatch(file -> before.containsKey(file) || OURS.matcher(file).matches());
  }

  /** The memory is sound, and every file can be made of it. */
  private void assertEverythingIsStillRead() throws Exception {
    Document page = client.page("/export/downloads?document=" + SampleArticle.DOCUMENT);
    List<String> files = page.select("button[name=file]").eachAttr("value");
    assertThat(files).hasSizeGreaterThan(10);
    for (String file : files) {
      String path = "/export/file?file=" + file + "&document=" + SampleArticle.DOCUMENT;
      assertThat(client.get(path).statusCode()).as(path).isIn(200, 422);
    }
    client.close();
    Path folder = temporary.resolve("work");
    MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
    MemoryUpkeep.Verification verified =
        new MemoryUpkeep(Workplace.in(folder), Notices.NONE)
            .verify(memory, /* index= */ true, /* rebuild= */ false);
    assertThat(verified.file()).isEmpty();
    assertThat(verified.index()).isEmpty();
  }

  private record Asked(String shown, RawClient.Reply reply) {}

  /** Asks, and checks what holds for every answer. It must come within the client's patience. */
  private Asked ask(int number, HostilePageRequests.Sender sender) throws Exception {
    byte[] request = requests.next(sender);
    String text = new String(request, ISO_8859_1);
    String shown = "request " + number + ": " + text.substring(0, Math.min(3000, text.length()));
    RawClient.Reply reply = raw.send(request);
    assertThat(reply.status()).as(shown).isLessThan(500);
    assertThat(reply.body()).as(shown).doesNotContain(SECRET).doesNotContain("root:");
    assertThat(reply.header("Set-Cookie")).as(shown).doesNotContain("a=b");
    if (reply.header("Content-Type").startsWith("text/html")) {
      assertThat(reply.body()).as(shown).doesNotContain(Hostile.MARKUP);
    }
    return new Asked(shown, reply);
  }

  /** All files and links, but for logs that only reading makes. */
  private Map<String, String> digests() throws IOException {
    Map<String, String> digests = Hostile.digests(temporary);
    digests.keySet().removeIf(name -> LOGS.matcher(name).matches());
    return digests;
  }
}
