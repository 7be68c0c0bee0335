package ballast.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.cli.CommandTest;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is killed in the middle of proposals: what it has answered is kept. */
@Tag("kill")
final class KilledAssistantTest extends CommandTest {

  private static final int ROUNDS = 12;
  private static final long LONGEST_MILLIS = 400;

  private final Random random = new Random(20261202);
  private final Set<String> translations = new HashSet<>();
  private final Set<String> terms = new HashSet<>();

  @Test
  void nothingThatWasAnsweredIsLost() throws Exception {
    SampleProject.in(folder);
    for (int round = 0; round < ROUNDS; round++) {
      Process process = program("mcp", "--write").start();
      try {
        proposeUntilItDies(process, round);
      } finally {
        process.destroyForcibly().waitFor();
      }
      try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
        assertThat(memory.verify()).as("round " + round).isEmpty();
      }
      assertThat(units("tm/memory.db").stream().map(Unit::target).collect(Collectors.toSet()))
          .as("round " + round)
          .containsAll(translations);
      assertThat(Files.readString(folder.resolve("glossary/terms.csv"), UTF_8).lines().toList())
          .as("round " + round)
          .containsAll(terms);
    }
    assertThat(translations).as("proposals").hasSizeGreaterThan(ROUNDS);
    assertThat(terms).as("terms").hasSizeGreaterThan(ROUNDS);
  }

  private void proposeUntilItDies(Process process, int round) {
    try (OutputStream out = process.getOutputStream();
        BufferedReader in = process.inputReader(UTF_8)) {
      send(out, Dialogue.begun().input());
      assertThat(in.readLine()).contains("serverInfo");
      propose(out, in, round, 0); // the first loads all classes
      CompletableFuture<Void> killer = killed(process);
      for (int step = 1; process.isAlive(); step++) {
        propose(out, in, round, step);
      }
      killer.join();
    } catch (IOException e) {
      // It has died.
    }
  }

  private void propose(OutputStream out, BufferedReader in, int round, int step)
      throws IOException {
    String target = "Bridge %d of row %d is closed.".formatted(step, round);
    String source = "第%d排第%d座桥关了。".formatted(round, step);
    if (answered(out, in, "propose_translation", Map.of("source", source, "target", target))) {
      translations.add(target);
    }
    String zh = "桥" + round + "号" + step;
    if (answered(out, in, "add_term", Map.of("zh", zh, "en", "bridge " + step))) {
      terms.add("%s,bridge %d,proposed,proposed by mcp:probe".formatted(zh, step));
    }
  }

  private static boolean answered(
      OutputStream out, BufferedReader in, String tool, Map<String, String> arguments)
      throws IOException {
    Dialogue dialogue = Dialogue.silent();
    dialogue.call(tool, arguments);
    send(out, dialogue.input());
    String line = in.readLine();
    if (line == null) {
      return false;
    }
    JsonNode answer = Dialogue.json(line);
    assertThat(answer.at("/result/isError").asBoolean(true)).as(line).isFalse();
    return true;
  }

  private static void send(OutputStream out, String lines) throws IOException {
    out.write(lines.getBytes(UTF_8));
    out.flush();
  }

  private CompletableFuture<Void> killed(Process process) {
    long millis = 1 + (long) (random.nextDouble() * LONGEST_MILLIS);
    return CompletableFuture.runAsync(
        process::destroyForcibly, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
  }
}
