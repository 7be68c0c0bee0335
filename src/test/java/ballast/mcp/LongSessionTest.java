package ballast.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.LiveCheck;
import ballast.memory.opening.Memories;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that stays: many requests, hostile ones, and some that it no longer wants. */
@Timeout(120)
final class LongSessionTest extends FolderTest {

  /** Some of them before the heap is measured. */
  private static final int REQUESTS = 10_000;

  private static final int HOSTILE = 1_500;
  private static final long MAX_GROWTH = 4_000_000;

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final PipedOutputStream client = new PipedOutputStream();
  private Thread server;
  private int last = 1_000;

  @BeforeEach
  void start() throws IOException {
    SampleProject.in(folder);
    PipedInputStream in = new PipedInputStream(client, 1 << 16);
    ServedProject setting =
        new ServedProject(
            Workplace.in(folder),
            Memories.at(folder.resolve("tm/memory.db")),
            LiveCheck.Against.PROJECT,
            Notices.NONE,
            /* writes= */ true);
    server = new Thread(() -> AssistantServer.serve(setting, in, received::add, failures::add));
    server.start();
    send(Dialogue.begun().input().strip());
    assertThat(answer().at("/result/serverInfo/name").asText()).isEqualTo("ballast");
  }

  @AfterEach
  void end() throws Exception {
    client.close();
    server.join(TimeUnit.SECONDS.toMillis(60));
    assertThat(server.isAlive()).isFalse();
    assertThat(failures).isEmpty();
  }

  private void send(String lines) throws IOException {
    client.write((lines + "\n").getBytes(UTF_8));
    client.flush();
  }

  private JsonNode answer() {
    try {
      String line = received.poll(60, TimeUnit.SECONDS);
      assertThat(line).as("an answer").isNotNull();
      return Dialogue.json(line);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode ask(String method, Map<String, ?> params) throws IOException {
    Dialogue dialogue = Dialogue.silent();
    dialogue.ask(method, params);
    int id = ++last;
    send(dialogue.input().strip().replace("\"id\":1,", "\"id\":" + id + ","));
    JsonNode answer = answer();
    while (answer.path("id").asInt() != id) {
      answer = answer(); // requests are answered side by side
    }
    return answer;
  }

  private JsonNode call(SampleProject.Case one) throws IOException {
    return ask("tools/call", Map.of("name", one.tool(), "arguments", one.arguments()));
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  @Tag("slow")
  @Test
  void theHeapDoesNotGrow() throws IOException {
    for (int warm = 0; warm < REQUESTS / 10; warm++) {
      call(cheap(warm));
    }
    long before = used();
    for (int i = 0; i < REQUESTS; i++) {
      assertThat(call(cheap(i)).has("result")).isTrue();
    }
    long growth = used() - before;
    System.out.printf("%d requests: the heap grew by %d bytes%n", REQUESTS, growth);
    assertThat(growth).isLessThan(MAX_GROWTH);
  }

  private static SampleProject.Case cheap(int number) {
    List<SampleProject.Case> cases =
        SampleProject.CASES.stream().filter(one -> !one.tool().equals("align_texts")).toList();
    return cases.get(number % cases.size());
  }

  @Test
  void aRequestThatIsCancelledGetsNoAnswer() throws IOException {
    String text = "港口昨天关闭了。三艘渡船在等。灯塔亮着。".repeat(300);
    Map<String, Object> call =
        Map.of("name", "align_texts", "arguments", Map.of("source", text, "target", text));
    Dialogue dialogue = Dialogue.silent();
    dialogue.ask("tools/call", call);
    send(
        dialogue.input()
            + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\","
            + "\"params\":{\"requestId\":1}}");
    assertThat(ask("ping", Map.of()).has("result")).isTrue();
    assertThat(received).isEmpty();
  }

  /** Any bytes: each line with an id is answered once, and the session goes on. */
  @Test
  void hostileLinesAreAnsweredAndSurvived() throws IOException {
    Random random = new Random(20261202);
    List<String> seeds = new ArrayList<>();
    for (SampleProject.Case one : SampleProject.CASES) {
      Dialogue dialogue = Dialogue.silent();
      dialogue.call(one.tool(), one.arguments());
      seeds.add(dialogue.input().strip());
    }
    Map<String, Object> strange = new LinkedHashMap<>();
    strange.put("uri", "ballast://document/%");
    Dialogue dialogue = Dialogue.silent();
    dialogue.ask("resources/read", strange);
    seeds.add(dialogue.input().strip());
    seeds.add("[".repeat(5_000));
    seeds.add("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}");
    seeds.add("{\"id\":1,\"method\":\"tools/call\",\"params\":{\"a\":" + "[".repeat(900));
    for (int i = 0; i < HOSTILE; i++) {
      client.write(mutated(seeds.get(i % seeds.size()), random));
      client.write('\n');
      if (i % 50 == 0) {
        client.flush();
      }
    }
    int id = ++last;
    send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}");
    int answers = 0;
    JsonNode answer = answer();
    while (answer.path("id").asInt() != id) {
      assertThat(answer.has("result") ^ answer.has("error")).isTrue();
      String message = answer.at("/error/message").asText();
      assertThat(message).doesNotContain("Exception", "Cannot invoke", "\n\tat ");
      answers++;
      answer = answer();
    }
    assertThat(answers).isGreaterThan(HOSTILE / 2);
    assertThat(call(SampleProject.CASES.get(0)).has("result")).isTrue();
  }

  private static byte[] mutated(String seed, Random random) {
    byte[] bytes = seed.getBytes(UTF_8);
    for (int count = random.nextInt(4); count > 0; count--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "\"{}[],:0-ntf\\".charAt(random.nextInt(13));
        default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
      }
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        bytes[i] = ' ';
      }
    }
    return bytes;
  }
}
