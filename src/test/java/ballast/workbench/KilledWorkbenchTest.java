package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.cli.CommandTest;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.opening.Memories;
import ballast.workbench.browser.SampleArticle;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
      int before = commands();
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
      assertThat(commands()).as("round " + round).isGreaterThanOrEqualTo(before + answered.get());
    }
    assertThat(commands()).as("moves were made").isGreaterThan(ROUNDS);
  }

  /** Wherever it is killed, the old and the new file are both somewhere in the folder. */
  @Test
  void noFileThatArrivesIsLost() throws Exception {
    SampleArticle.fill(folder);
    Path articles = Files.createDirectories(folder.resolve("tm/articles"));
    for (String name : List.of("harbour.zh.txt", "harbour.en.txt")) {
      Files.copy(folder.resolve(name), articles.resolve(name));
    }
    ArticleAlignment.Request request =
        ArticleAlignment.Request.of("tm/articles/harbour.zh.txt", "tm/articles/harbour.en.txt");
    new ArticleAlignment(Workplace.in(folder), Notices.NONE)
        .align(request.recording(Recording.in(Memories.at(folder.resolve("tm/memory.db")))));
    Set<String> texts = new HashSet<>();
    for (int round = 0; round < ROUNDS / 2; round++) {
      texts.add(Files.readString(articles.resolve("harbour.en.txt"), UTF_8));
      answered.set(0);
      Process process = start();
      try {
        String opening = opening(process);
        CompletableFuture<Void> killer = killed(process);
        texts.addAll(dropUntilItDies(opening, round));
        killer.get(1, TimeUnit.MINUTES);
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(texts(articles)).as("round " + round).containsAll(texts);
    }
    assertThat(articles.resolve(".old")).as("replaced files").isNotEmptyDirectory();
  }

  private static Set<String> texts(Path folder) throws IOException {
    Set<String> texts = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".txt")).toList()) {
        texts.add(Files.readString(file, UTF_8));
      }
    }
    return texts;
  }

  /** Drops new versions and takes them; returns those whose arrival was answered. */
  private Set<String> dropUntilItDies(String opening, int round) throws InterruptedException {
    Set<String> kept = new HashSet<>();
    try {
      PageClient client = new PageClient(opening);
      String old = Files.readString(folder.resolve("harbour.en.txt"), UTF_8);
      for (int step = 0; ; step++) {
        String text =
            old.replace("six o'clock", "half past " + round + " and " + step + " minutes");
        String path = "/articles/file?name=harbour.en.txt";
        assertThat(client.postFile(path, text.getBytes(UTF_8)).statusCode()).isEqualTo(200);
        kept.add(text);
        answered.incrementAndGet();
        for (Element row : client.page("/articles/list").select(".arrival:has(p a)")) {
          String file = row.select("input").attr("value");
          client.post("/articles/decide", "choice", "replace", "file", file);
        }
      }
    } catch (IOException e) {
      return kept; // it has died
    }
  }

  private Memory open() {
    return Memories.at(folder.resolve("tm/memory.db")).openForReading();
  }

  private int commands() {
    try (Memory memory = open()) {
      return memory.care().commands(SampleArticle.DOCUMENT, MemoryCare.ALL).size();
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
          try {
            while (answered.get() == 0 && process.isAlive()) {
              TimeUnit.MILLISECONDS.sleep(1);
            }
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
      client.page("/align/open?document=" + SampleArticle.DOCUMENT);
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
    if (answer.statusCode() == 200 && json.readTree(answer.body()).has("question")) {
      String question = json.readTree(answer.body()).get("question").asText();
      answer =
          client.post(
              path,
              "document",
              SampleArticle.DOCUMENT,
              "state",
              state,
              "bead",
              "0",
              "accepted",
              question);
    }
    if (answer.statusCode() != 200) {
      assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
      return state;
    }
    JsonNode change = json.readTree(answer.body());
    if (!change.has("state")) {
      return state; // refused
    }
    answered.addAndGet(change.get("state").asText().equals(state) ? 0 : 1);
    return change.get("state").asText();
  }
}
