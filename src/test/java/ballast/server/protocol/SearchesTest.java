package ballast.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandTest;
import ballast.server.RawClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches, and translations from the memory. */
final class SearchesTest extends CommandTest {

  private Served served;

  @BeforeEach
  void serve() throws IOException {
    Files.createDirectories(folder.resolve("tm"));
    write("glossary/terms.csv", "zh,en\n船,ship\n");
    write(
        "units.tsv",
        "他有3艘很大的船停在港口里。\tHe has 3 large ships in the harbour.\n船到了。\tThe 𠮷 ship came.\n");
    served = new Served(folder);
  }

  @AfterEach
  void stop() {
    served.close();
    assertThat(served.failures()).isEmpty();
  }

  private void fill() {
    run(0, "tm import units.tsv -q");
  }

  private String translation(String text, String pair) throws IOException {
    JsonNode answer = served.ask("/translate", Map.of("q", text, "langpair", pair));
    assertThat(answer.path("responseStatus").asInt()).isEqualTo(200);
    return answer.path("responseData").path("translatedText").asText("?");
  }

  @Test
  void theAnswersAreThoseOfTheCommandLine() throws IOException {
    fill();
    assertThat(body("/tm/search", Map.of("text", "他有4艘很大的船停在港口里。", "min", "60", "in", "source")))
        .isEqualTo(
            out("tm", "search", "他有4艘很大的船停在港口里。", "--min", "60", "--in", "source", "--json"));
    assertThat(
            body("/tm/search", Map.of("text", "船到了。", "before", "a", "after", "b", "limit", "1")))
        .isEqualTo(
            out("tm", "search", "船到了。", "--before", "a", "--after", "b", "--limit", "1", "--json"));
    assertThat(body("/tm/concordance", Map.of("text", "ship", "in", "target", "limit", "1")))
        .isEqualTo(out("tm", "concordance", "ship", "--in", "target", "--limit", "1", "--json"));
    assertThat(body("/glossary", Map.of("text", "船")))
        .isEqualTo(out("glossary", "search", "船", "--json"));
    assertThat(body("/tm/search", Map.of("text", "没有的东西"))).contains("\"matches\":[]");
  }

  private String body(String path, Map<String, String> parameters) throws IOException {
    return served.get(200, path, parameters).body();
  }

  private String out(String... args) {
    return run(args).out();
  }

  @Test
  void theBestMatchIsTheTranslation() throws IOException {
    fill();
    assertThat(translation("船到了。", "zh|en")).isEqualTo("The 𠮷 ship came.");
    assertThat(translation("船到了。", "zho|eng")).isEqualTo("The 𠮷 ship came.");
    assertThat(translation("船到了。", "zh_CN|en_us")).isEqualTo("The 𠮷 ship came.");
    assertThat(translation("The 𠮷 ship came.", "en|zh")).isEqualTo("船到了。");
    assertThat(translation("他有3艘很大的船停在那港口里。", "zh|en"))
        .isEqualTo("He has 3 large ships in the harbour.");
  }

  @Test
  void theNumbersOfTheQueryReplaceThoseOfAMatch() throws IOException {
    fill();
    assertThat(translation("他有4艘很大的船停在港口里。", "zh|en"))
        .isEqualTo("He has 4 large ships in the harbour.");
  }

  /** A wrong sentence is worse than none. */
  @Test
  void nothingIsOfferedWithOtherNumbersOrIfNothingIsLikeIt() throws IOException {
    fill();
    assertThat(translation("他有4艘很大的船停在那港口里。", "zh|en")).isEmpty();
    assertThat(translation("她走了。", "zh|en")).isEmpty();
    assertThat(translation("", "zh|en")).isEmpty();
    JsonNode tooLong =
        served.post("/translate", Map.of("q", "长".repeat(12_000), "langpair", "zh|en"));
    assertThat(tooLong.path("responseData").path("translatedText").asText("?")).isEmpty();
  }

  @Test
  void unknownPairsAreRefusedAsApertiumDoes() throws IOException {
    for (String pair : List.of("de|en", "zh", "zh|zh", "", "zh|en|zh", "zh_?|en")) {
      assertThat(served.get(400, "/translate", Map.of("q", "a", "langpair", pair)).body())
          .contains("\"status\" : \"error\"");
    }
    assertThat(served.client().get("/translate?langpair=zh%7Cen").status()).isEqualTo(400);
    assertThat(served.ask("/listPairs", Map.of()).path("responseData")).hasSize(2);
    assertThat(served.ask("/listLanguageNames", Map.of()).path("zh").asText()).isEqualTo("中文");
  }

  @Test
  void aFolderWithoutAMemoryHasNoMatches() throws IOException {
    assertThat(translation("船到了。", "zh|en")).isEmpty();
    assertThat(body("/tm/search", Map.of("text", "船到了。"))).contains("\"matches\":[]");
    assertThat(body("/tm/concordance", Map.of("text", "船"))).contains("\"total\":0");
    assertThat(folder.resolve("tm")).isEmptyDirectory();
  }

  @Test
  void aMemoryThatIsMadeChangedReplacedOrDeletedIsNoticed() throws IOException {
    assertThat(translation("船到了。", "zh|en")).isEmpty();
    fill();
    assertThat(translation("船到了。", "zh|en")).isEqualTo("The 𠮷 ship came.");
    write("more.tsv", "桥修好了。\tThe bridge is mended.\n");
    run("tm import more.tsv -q");
    assertThat(translation("桥修好了。", "zh|en")).isEqualTo("The bridge is mended.");
    Path memory = folder.resolve("tm/memory.db");
    Files.delete(memory);
    assertThat(translation("桥修好了。", "zh|en")).isEmpty();
    run("tm import more.tsv -q");
    assertThat(translation("桥修好了。", "zh|en")).isEqualTo("The bridge is mended.");
    assertThat(translation("船到了。", "zh|en")).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    write("tm/memory.db", "this is no memory, but a text of some length".repeat(50));
    assertThat(served.get(422, "/tm/search", Map.of("text", "a")).body()).contains("memory.db");
    write("glossary/terms.tbx", "<broken");
    assertThat(served.client().get("/glossary?text=a").status()).isEqualTo(422);
  }

  @Test
  void theFinderShowsOccurrencesAndTellsOmegatItsAddress() throws IOException {
    fill();
    assertThat(body("/find", Map.of("text", "ship")))
        .contains("The 𠮷 <mark>ship</mark> came.", "船到了。", "Texts that contain it: 2.")
        .contains("href=\"/pages.css\"")
        .doesNotContain("<script");
    assertThat(served.client().get("/pages.css").header("Content-Type")).startsWith("text/css");
    String hostile = "<script>\u202e\"&";
    assertThat(body("/find", Map.of("text", hostile)))
        .contains("&lt;script&gt;", "No text of the memory contains it.")
        .doesNotContain("<script", "\u202e");
    assertThat(served.client().get("/find?text=+").status()).isEqualTo(400);
    RawClient.Reply xml = served.client().get("/finder.xml");
    assertThat(xml.header("Content-Type")).startsWith("application/xml");
    assertThat(xml.body())
        .startsWith("<?xml")
        .contains("encoding=\"escape\">" + served.address() + "/find?text={target}</url>");
  }

  @Test
  void wrongParametersAreRefused() throws IOException {
    for (String wrong :
        List.of(
            "/tm/search",
            "/tm/search?text=a&min=49",
            "/tm/search?text=a&min=101",
            "/tm/search?text=a&limit=0",
            "/tm/search?text=a&in=left",
            "/tm/concordance?text=+",
            "/tm/concordance?text=a&limit=x",
            "/glossary?text=")) {
      assertThat(served.client().get(wrong).status()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void manyMayAskAtOnce() throws Exception {
    fill();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> questions = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        int number = i;
        questions.add(
            () ->
                number % 2 == 0
                    ? translation("船到了。", "zh|en")
                    : served
                        .ask("/v2/check", Map.of("text", "The the 𠮷 ship.", "language", "en"))
                        .at("/matches/0/rule/id")
                        .asText());
      }
      List<Future<String>> answers = threads.invokeAll(questions);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get())
            .isEqualTo(i % 2 == 0 ? "The 𠮷 ship came." : "repeated-word");
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
