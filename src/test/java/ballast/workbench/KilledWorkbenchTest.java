package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandTest;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import ballast.workbench.browser.SampleArticle;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A workbench that is killed in the middle of moves: what it has answered is in the memory. */
@Tag("kill")
final class KilledWorkbenchTest extends CommandTest {

  private static final int ROUNDS = 20;
  private static final long LONGEST_MILLIS = 700;

  private final ObjectMapper json = new ObjectMapper();
  private final Random random = new Random(20261127);
  private final AtomicInteger answered = new AtomicInteger();

  @Test
  void nothingThatWasAnsweredIsLost() throws Exception {
    SampleArticle.fill(folder);
    for (int round = 0; round < ROUNDS; round++) {
      int before = revisions();
      answered.set(0);
      Process process = start();
      try {
        String opening = opening(process);
        CompletableFuture<Void> killer = killed(process);
        moveUntilItDies(opening);
        killer.get(1, TimeUnit.MINUTES);
      } finally {
        process.destroyForcibly().waitFor();
      }
      try (Memory memory = open()) {
        assertThat(memory.verify()).as("round " + round).isEmpty();
      }
      assertThat(revisions()).as("round " + round).isGreaterThanOrEqualTo(before + answered.get());
    }
    assertThat(revisions()).as("moves were made").isGreaterThan(ROUNDS);
  }

  private Memory open() {
    return Memories.at(folder.resolve("tm/memory.db")).openForReading();
  }

  private int revisions() {
    try (Memory memory = open()) {
      return memory.revisions(SampleArticle.DOCUMENT).size();
    }
  }

  private Process start() throws IOException {
    ProcessBuilder program = program("open", "--no-browser", ".");
    program.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    return program.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String opening(Process process) throws IOException {
    BufferedReader out = process.inputReader(UTF_8);
    String line = out.readLine();
    assertThat(line).startsWith("listening on ");
    return line.substring("listening on ".length());
  }

  /** Kills the process some time after the first answer. */
  private CompletableFuture<Void> killed(Process process) {
    long millis = 1 + (long) (random.nextDouble() * LONGEST_MILLIS);
    return CompletableFuture.runAsync(
        () -> {
          while (answered.get() == 0 && process.isAlive()) {
            Thread.onSpinWait();
          }
          try {
            TimeUnit.MILLISECONDS.sleep(millis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          process.destroyForcibly();
        });
  }

  private void moveUntilItDies(String opening) throws InterruptedException {
    try {
      PageClient client = new PageClient(opening);
      Document page = client.page("/align?document=" + SampleArticle.DOCUMENT);
      String state = page.select("#align").attr("data-state");
      for (int step = 0; ; step++) {
        state = move(client, state, step);
      }
    } catch (IOException e) {
      // It has died.
    }
  }

  private String move(PageClient client, String state, int step)
      throws IOException, InterruptedException {
    String[] form = {
      "document",
      SampleArticle.DOCUMENT,
      "state",
      state,
      "bead",
      Integer.toString(random.nextInt(6)),
      "move",
      random.nextBoolean() ? "merge" : "confirm",
    };
    String path = step % 2 == 1 ? "/align/undo" : "/align/move";
    HttpResponse<String> answer = client.post(path, form);
    if (answer.statusCode() != 200) {
      assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
      return state;
    }
    JsonNode change = json.readTree(answer.body());
    boolean moved = !change.get("state").asText().equals(state);
    answered.addAndGet(moved && change.get("refused").asText().isEmpty() ? 1 : 0);
    return change.get("state").asText();
  }
}
