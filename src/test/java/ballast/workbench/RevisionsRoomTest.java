package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RevisionsRoomTest extends RoomTest {

  private static final String CHINESE = "船在六点钟离开了港口。\n\n水手们把箱子搬上甲板。\n\n孩子站在岸上挥手。\n";
  private static final String FIRST =
      """
      The ship left the harbour at six.

      The sailors carried boxes onto the deck.

      A child stood on the shore and waved.
      """;
  private static final String REVIEW = "/revisions/review?document=harbour";

  @BeforeEach
  void open() throws Exception {
    write("harbour.zh.txt", CHINESE);
    revise(FIRST);
    revise(FIRST.replace("six", "seven"));
    revise(FIRST.replace("six", "seven").replace("carried boxes", "bore chests"));
    client = WorkbenchClient.open(folder);
  }

  private void revise(String english) throws IOException {
    write("harbour.en.txt", english);
    align(folder, "harbour");
  }

  /** Answers for a line, as its form does. */
  private HttpResponse<String> answer(Element line, String answer, String target) throws Exception {
    List<String> fields = new ArrayList<>();
    for (Element input : line.select("input[type=hidden]")) {
      fields.addAll(List.of(input.attr("name"), input.val()));
    }
    fields.addAll(List.of("target", target, "answer", answer));
    return client.post("/revisions/review", fields.toArray(String[]::new));
  }

  @Test
  void theLastTwoRevisionsAreCompared() throws Exception {
    assertThat(client.page("/revisions").expectFirst("tbody a").text()).isEqualTo("harbour");
    Document page = client.page("/revisions?document=harbour");
    assertThat(page.select("#choice tbody th").eachText()).containsExactly("3", "2", "1");
    assertThat(page.select("#compared del").eachText()).containsExactly("carried boxes");
    assertThat(page.select("#compared ins").eachText()).containsExactly("bore chests");
  }

  @Test
  void anyRevisionsAreCompared() throws Exception {
    Document two = client.page("/revisions?document=harbour&from=1&to=3");
    assertThat(two.select("#compared del").eachText()).containsExactly("six", "carried boxes");
    Document three = client.page("/revisions?document=harbour&from=1&to=2&then=3");
    assertThat(three.select(".three-versions .by-first, .three-versions .by-second")).hasSize(2);
    get(400, "/revisions?document=harbour&from=1&to=9");
    get(422, "/revisions?document=nothing");
  }

  @Test
  void aFileIsComparedAndNotKept() throws Exception {
    String path = "/revisions/file?document=harbour&name=new.txt";
    String english = FIRST.replace("six", "seven").replace("carried boxes", "bore barrels");
    Document part = Jsoup.parse(postFile(200, path, english.getBytes(UTF_8)));
    assertThat(part.select("del").eachText()).containsExactly("chests");
    assertThat(part.select("ins").eachText()).containsExactly("barrels");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("harbour.zh.txt", "harbour.en.txt", "tm");
    }
    assertThat(postFile(422, path, CHINESE.getBytes(UTF_8))).contains("\"new.txt\" is in zh");
  }

  @Test
  void aChangeIsApprovedAndEdited() throws Exception {
    Element line = client.page(REVIEW).expectFirst("#review tbody");
    assertThat(line.select("textarea[name=target]").text())
        .isEqualTo("The sailors bore chests onto the deck.");
    String better = "The sailors took the chests on board.";
    HttpResponse<String> answer = answer(line, "yes", better);
    assertThat(answer.statusCode()).isEqualTo(200);
    Document now = Jsoup.parse("<table>" + answer.body() + "</table>", Parser.htmlParser());
    assertThat(now.select(".badge").text()).isEqualTo("approved");
    assertThat(now.select("textarea[name=target]").text()).isEqualTo(better);
    assertThat(units())
        .anySatisfy(
            unit -> {
              assertThat(unit.target()).isEqualTo(better);
              assertThat(unit.provenance().status()).isEqualTo(Unit.Status.APPROVED);
              assertThat(unit.provenance().author()).isEqualTo("Lin");
            });
  }

  @Test
  void aUnitThatHasChangedSinceIsNotOverwritten() throws Exception {
    Element line = client.page(REVIEW).expectFirst("#review tbody");
    String shown = line.select("textarea[name=target]").text();
    assertThat(answer(line, "", "One.").statusCode()).isEqualTo(200);
    HttpResponse<String> second = answer(line, "", "Two.");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("has changed since");
    assertThat(units()).extracting(Unit::target).contains("One.").doesNotContain("Two.", shown);
  }

  @Test
  void allChangesSinceAnEarlierRevisionAreReviewed() throws Exception {
    assertThat(client.page(REVIEW).select("#review tbody")).hasSize(1);
    assertThat(client.page(REVIEW + "&since=1").select("#review tbody")).hasSize(2);
  }

  @Test
  void anAnswerIsTakenBack() throws Exception {
    Element line = client.page(REVIEW).expectFirst("#review tbody");
    answer(line, "no", line.select("textarea[name=target]").text());
    assertThat(units()).anyMatch(unit -> unit.provenance().status() == Unit.Status.REJECTED);
    post(200, "/memory/undo", "command", client.undoable());
    assertThat(units()).noneMatch(unit -> unit.provenance().status() == Unit.Status.REJECTED);
  }
}
