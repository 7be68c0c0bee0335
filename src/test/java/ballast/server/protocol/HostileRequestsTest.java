package ballast.server.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.cli.CommandRunner;
import ballast.server.Hostile;
import ballast.server.RawClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Requests that no honest client sends. None is answered with an internal error, none keeps the
 * server from answering others, and nothing is written or read that is not in the folder.
 */
@Tag("hostile")
final class HostileRequestsTest extends FolderTest {

  private static final long SEED = 20_261_127;
  private static final int REQUESTS = 10_000;
  private static final int MAX_SECONDS = 60;
  private static final String SECRET = "nobody may read this";

  @Test
  void nothingBreaksHangsWritesOrTells() throws IOException {
    write("secret.txt", SECRET);
    write("work/glossary/terms.csv", "zh,en\n船,ship\n");
    write("work/a.zh.txt", "船到了。他有3艘船。\n");
    write("work/a.en.txt", "The ship came. He has 3 ships.\n");
    Path work = folder.resolve("work");
    Files.createDirectories(work.resolve("tm"));
    assertThat(new CommandRunner(work).run("align", "a.zh.txt", "a.en.txt", "-q").status())
        .isZero();
    Map<String, String> before = Hostile.digests(folder);
    HostileRequests requests = new HostileRequests(SEED);
    long start = System.nanoTime();
    Map<Integer, Integer> statuses = new TreeMap<>();
    try (Served served = new Served(work)) {
      for (int i = 0; i < REQUESTS; i++) {
        byte[] request = requests.next(served.client());
        RawClient.Reply reply = served.client().send(request);
        String asked = "seed " + SEED + ", request " + i + ": " + shown(request);
        assertThat(reply.status()).as(asked).isLessThan(500);
        assertThat(reply.body()).as(asked).doesNotContain(SECRET).doesNotContain("root:");
        assertThat(reply.header("Set-Cookie")).as(asked).isEmpty();
        statuses.merge(reply.status(), 1, Integer::sum);
      }
      assertThat(served.failures()).isEmpty();
      assertThat(served.ask("/tm/search", Map.of("text", "船到了。")).path("matches")).hasSize(1);
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    assertThat(statuses).as("of many kinds").containsKeys(200, 400, 401, 403, 404, 405, 413);
    assertThat(Hostile.digests(folder)).isEqualTo(before);
    assertThat(seconds).as("seconds; statuses " + statuses).isLessThan(MAX_SECONDS);
  }

  private static String shown(byte[] request) {
    String text = new String(request, ISO_8859_1);
    return text.substring(0, Math.min(1500, text.length()));
  }
}
