package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.server.RawClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The response times of {@code ballast serve} with a large memory, over one persistent connection
 * like OmegaT's, and its memory. The times are only for reading; only the resident memory can fail.
 * {@code -Dserve.units=N} for another size.
 */
final class ServeBenchTest {

  private static final int UNITS = Integer.getInteger("serve.units", 100_000);
  private static final int QUESTIONS = 1_000;
  private static final int WARM = 300;

  /** Phrase searches; each reads many texts. */
  private static final int PHRASES = 50;

  private static final int MAX_RESIDENT_MB = 300;

  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void answersAreQuick() throws IOException, InterruptedException {
    Path corpora = AccuracyTable.evalDirectory("").resolveSibling("corpora");
    GrownCorpus corpus = new GrownCorpus(corpora, 42, QUESTIONS);
    List<GrownCorpus.Pair> pairs = new ArrayList<>();
    Files.createDirectories(folder.resolve("glossary"));
    Files.copy(Path.of("glossary/diplomacy.csv"), folder.resolve("glossary/diplomacy.csv"));
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(folder.resolve("units.tsv"), UTF_8))) {
      corpus.grow(
          UNITS,
          pair -> {
            out.print(cell(pair.chinese()) + "\t" + cell(pair.english()) + "\n");
            if (pairs.size() < QUESTIONS) {
              pairs.add(pair);
            }
          });
    }
    List<String> main =
        List.of(
            "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), "ballast.cli.Main");
    List<String> imports = new ArrayList<>(main);
    imports.addAll(List.of("tm", "import", "units.tsv", "--tm", "tm/memory.db", "-q"));
    ChildJvm.Outcome filled = ChildJvm.run(folder, imports);
    assertThat(filled.status()).as(filled.output()).isZero();
    List<String> serve = new ArrayList<>();
    serve.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    serve.add("-Xmn16m"); // like the launcher
    serve.addAll(main);
    serve.addAll(List.of("serve", "--port", "0"));
    long start = System.nanoTime();
    Process process = new ProcessBuilder(serve).directory(folder.toFile()).start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String address = String.valueOf(out.readLine()).replace("listening on ", "");
      say("ready after %.2f s, %d MB", (System.nanoTime() - start) / 1e9, resident(process));
      List<String> heldOut = corpus.heldOut();
      measure(
          "/v2/check",
          i ->
              form(
                  address + "/v2/check",
                  Map.of(
                      "text",
                      pairs.get(i).english(),
                      "language",
                      "en-US",
                      "srctext",
                      pairs.get(i).chinese(),
                      "motherTongue",
                      "zh-CN")));
      measure(
          "/v2/check without source",
          i ->
              form(
                  address + "/v2/check",
                  Map.of("text", pairs.get(i).english(), "language", "en-US")));
      measure(
          "/translate",
          i ->
              get(
                  address + "/translate",
                  Map.of("q", question(heldOut, pairs, i), "langpair", "zh|en")));
      measure(
          "/tm/search",
          i -> get(address + "/tm/search", Map.of("text", question(heldOut, pairs, i))));
      measure(
          "/tm/concordance",
          PHRASES,
          PHRASES / 10,
          i -> get(address + "/tm/concordance", Map.of("text", heldOut.get(i).substring(0, 2))));
      long resident = resident(process);
      say("resident at the end: %d MB", resident);
      assertThat(resident).isLessThanOrEqualTo(MAX_RESIDENT_MB);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** Half of the questions are sentences of the memory, half are not. */
  private static String question(List<String> heldOut, List<GrownCorpus.Pair> pairs, int i) {
    return i % 2 == 0 ? heldOut.get(i) : pairs.get(i).chinese();
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\").replaceAll("[\\t\\r\\n]", " ");
  }

  private static HttpRequest form(String address, Map<String, String> form) {
    return HttpRequest.newBuilder(URI.create(address))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(RawClient.encoded(form)))
        .build();
  }

  private static HttpRequest get(String address, Map<String, String> query) {
    return HttpRequest.newBuilder(URI.create(address + "?" + RawClient.encoded(query))).build();
  }

  private void measure(String what, IntFunction<HttpRequest> question)
      throws IOException, InterruptedException {
    measure(what, QUESTIONS, WARM, question);
  }

  private void measure(String what, int count, int warm, IntFunction<HttpRequest> question)
      throws IOException, InterruptedException {
    double[] times = new double[count];
    for (int i = -warm; i < count; i++) {
      HttpRequest request = question.apply(Math.floorMod(i, count));
      long start = System.nanoTime();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      if (i >= 0) {
        times[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(times);
    say(
        "%s: median %.1f ms, 95 %% within %.1f ms, the slowest %.1f ms",
        what, times[count / 2], times[count * 95 / 100], times[count - 1]);
  }

  /** In MB; 0 if the system does not report it. */
  private static long resident(Process process) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status, UTF_8).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static void say(String form, Object... values) {
    new PrintWriter(System.out, true, UTF_8)
        .println("serve: " + String.format(Locale.ROOT, form, values));
  }
}
