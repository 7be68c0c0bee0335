package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RevisionsRoomTest {

  private static final String CHINESE = "船在六点钟离开了港口。\n\n水手们把箱子搬上甲板。\n\n孩子站在岸上挥手。\n";
  private static final String FIRST =
      """
      The ship left the harbour at six.

      The sailors carried boxes onto the deck.

      A child stood on the shore and waved.
      """;
  private static final String REVIEW = "/revisions/review?document=harbour";

  @TempDir Path folder;
  private WorkbenchClient client;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("harbour.zh.txt"), CHINESE, UTF_8);
    align(FIRST);
    align(FIRST.replace("six", "seven"));
    align(FIRST.replace("six", "seven").replace("carried boxes", "bore chests"));
    client = WorkbenchClient.open(folder);
  }

  private void align(String english) throws IOException {
    Files.writeString(folder.resolve("harbour.en.txt"), english, UTF_8);
    new ArticleAlignment(Workplace.in(folder), Notices.NONE)
        .align(
            ArticleAlignment.Request.of("harbour.zh.txt", "harbour.en.txt")
                .recording(Recording.in(Memories.at(folder.resolve("tm/memory.db")))));
  }

  @AfterEach
  void close() {
    client.close();
    assertThat(client.failures()).isEmpty();
  }

  private List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
      memory.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    return units;
  }

  /** Answers for a line, as its form does. */
  private HttpResponse<String> answer(Element line, String answer, String target, String comment)
      throws IOException, InterruptedException {
    List<String> fields = new ArrayList<>();
    for (Element input : line.select("input[type=hidden]")) {
      fields.addAll(List.of(input.attr("name"), input.val()));
    }
    fields.addAll(List.of("target", target, "comment", comment, "answer", answer));
    return client.post("/revisions/review", fields.toArray(String[]::new));
  }

  @Test
  void theLastTwoRevisionsAreCompared() throws IOException, InterruptedException {
    assertThat(client.page("/revisions").expectFirst("tbody a").text()).isEqualTo("harbour");
    Document page = client.page("/revisions?document=harbour");
    assertThat(page.select("#choice tbody th").eachText()).containsExactly("3", "2", "1");
    assertThat(page.select("#compared del").eachText()).containsExactly("carried boxes");
    assertThat(page.select("#compared ins").eachText()).containsExactly("bore chests");
  }

  @Test
  void anyRevisionsAreCompared() throws IOException, InterruptedException {
    Document two = client.page("/revisions?document=harbour&from=1&to=3");
    assertThat(two.select("#compared del").eachText()).containsExactly("six", "carried boxes");
    Document three = client.page("/revisions?document=harbour&from=1&to=2&then=3");
    assertThat(three.select(".three-versions .by-first, .three-versions .by-second")).hasSize(2);
    assertThat(client.get("/revisions?document=harbour&from=1&to=9").statusCode()).isEqualTo(400);
    assertThat(client.get("/revisions?document=nothing").statusCode()).isEqualTo(422);
  }

  @Test
  void aFileIsComparedAndNotKept() throws IOException, InterruptedException {
    String path = "/revisions/file?document=harbour&name=new.txt";
    String english = FIRST.replace("six", "seven").replace("carried boxes", "bore barrels");
    Document part = Jsoup.parse(client.postFile(path, english.getBytes(UTF_8)).body());
    assertThat(part.select("del").eachText()).containsExactly("chests");
    assertThat(part.select("ins").eachText()).containsExactly("barrels");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("harbour.zh.txt", "harbour.en.txt", "tm");
    }
    HttpResponse<String> chinese = client.postFile(path, CHINESE.getBytes(UTF_8));
    assertThat(chinese.statusCode()).isEqualTo(422);
    assertThat(chinese.body()).contains("\"new.txt\" is in zh");
  }

  @Test
  void aChangeIsApprovedEditedAndCommented() throws IOException, InterruptedException {
    Element line = client.page(REVIEW).expectFirst("#review tbody");
    assertThat(line.select("textarea").text()).isEqualTo("The sailors bore chests onto the deck.");
    String better = "The sailors took the chests on board.";
    HttpResponse<String> answer = answer(line, "yes", better, "shorter");
    assertThat(answer.statusCode()).isEqualTo(200);
    Document now = Jsoup.parse("<table>" + answer.body() + "</table>", Parser.htmlParser());
    assertThat(now.select(".badge").text()).isEqualTo("approved");
    assertThat(now.select("textarea").text()).isEqualTo(better);
    assertThat(units())
        .anySatisfy(
            unit -> {
              assertThat(unit.target()).isEqualTo(better);
              assertThat(unit.provenance().status()).isEqualTo(Unit.Status.APPROVED);
              assertThat(unit.provenance().author()).isEqualTo("Lin");
            });
  }

  @Test
  void aUnitThatHasChangedSinceIsNotOverwritten() throws IOException, InterruptedException {
    Element line = client.page(REVIEW).expectFirst("#review tbody");
    String shown = line.select("textarea").text();
    assertThat(answer(line, "", "One.", "").statusCode()).isEqualTo(200);
    HttpResponse<String> second = answer(line, "", "Two.", "");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("has changed since");
    assertThat(units()).extracting(Unit::target).contains("One.").doesNotContain("Two.", shown);
  }

  @Test
  void allChangesSinceAnEarlierRevisionAreReviewed() throws IOException, InterruptedException {
    assertThat(client.page(REVIEW).select("#review tbody")).hasSize(1);
    assertThat(client.page(REVIEW + "&since=1").select("#review tbody")).hasSize(2);
  }

  @Test
  void anAnswerIsTakenBack() throws IOException, InterruptedException {
    Element line = client.page(REVIEW).expectFirst("#review tbody");
    answer(line, "no", line.select("textarea").text(), "");
    assertThat(units()).anyMatch(unit -> unit.provenance().status() == Unit.Status.REJECTED);
    String command =
        client.page("/memory/undo").select("#undo-button").attr("hx-vals").replaceAll("\\D", "");
    assertThat(client.post("/memory/undo", "command", command).statusCode()).isEqualTo(200);
    assertThat(units()).noneMatch(unit -> unit.provenance().status() == Unit.Status.REJECTED);
  }
}
