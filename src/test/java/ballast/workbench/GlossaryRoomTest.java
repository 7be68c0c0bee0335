package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.workbench.browser.SampleFolder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GlossaryRoomTest extends RoomTest {

  private static final String TABLE =
      """
      id,zh,en,status,note
      ballast,压舱石,ballast stone,,keeps a ship steady
      ballast,压舱石,cornerstone,forbidden,
      """;

  @BeforeEach
  void open() throws Exception {
    SampleFolder.fill(folder);
    write("glossary/terms.csv", TABLE);
    client = WorkbenchClient.open(folder);
  }

  private Document mined() throws Exception {
    client.post("/glossary/mine");
    return client.finished("/glossary/candidates");
  }

  /** A form that adds a term to a file. */
  private static String[] ship(String file, String known) {
    return new String[] {
      "file", file, "known", known, "zh", "船", "en", "ship", "mined-zh", "船", "mined-en", "ship"
    };
  }

  private HttpResponse<String> accept(Element candidate, Document page) throws Exception {
    List<String> fields = new ArrayList<>();
    for (Element input : candidate.select("input")) {
      fields.addAll(List.of(input.attr("name"), input.val()));
    }
    fields.addAll(List.of("file", "glossary/terms.csv"));
    for (Element known : page.select("input[name=known]")) {
      fields.addAll(List.of("known", known.val()));
    }
    return client.post("/glossary/accept", fields.toArray(String[]::new));
  }

  @Test
  void entriesHaveTheirUseInTheMemory() throws Exception {
    Document page = client.finished("/terms");
    Element row = page.select("#concepts tbody tr").get(0);
    assertThat(row.select("th").text()).contains("压舱石");
    assertThat(row.select("del").eachText()).containsExactly("cornerstone");
    assertThat(row.text()).contains("4 of 6 as agreed", "ballast stone – 4", "cornerstone – 2");
    assertThat(row.select("td:last-child").text()).contains("terms.csv:2");
  }

  @Test
  void entriesAreFoundInEitherLanguage() throws Exception {
    write("glossary/terms.csv", TABLE + "fog,雾,fog,,\n");
    assertThat(client.page("/terms").select("tbody tr")).hasSize(2);
    for (String text : List.of("雾", "FOG")) {
      Document page = client.page("/terms?q=" + URLEncoder.encode(text, UTF_8));
      assertThat(page.select("tbody tr th").text()).contains("雾").doesNotContain("压舱石");
    }
    assertThat(client.page("/terms?q=zzz").select("tbody tr")).isEmpty();
  }

  @Test
  void problemsStandBesideTheirEntries() throws Exception {
    write("glossary/terms.csv", TABLE + "b,压舱石,ballast stone,forbidden,\n");
    Document page = client.finished("/terms?findings=1");
    assertThat(page.select("tbody tr .finding .badge")).isNotEmpty();
  }

  @Test
  void aCandidateIsAddedAtTheEndOfTheFile() throws Exception {
    Document candidates = mined();
    Element candidate = candidates.select(".candidate:has(input[name=concept][value=''])").get(0);
    String zh = candidate.select("input[name=zh]").val();
    String en = candidate.select("input[name=en]").val();
    Document page = client.page("/terms");
    HttpResponse<String> answer = accept(candidate, page);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(read("glossary/terms.csv")).startsWith(TABLE).endsWith("," + zh + "," + en + ",,\n");
    assertThat(client.page("/glossary/candidates").select("input[name=mined-zh]").eachAttr("value"))
        .doesNotContain(zh);
    assertThat(answer.headers().firstValue("HX-Trigger")).contains("glossary-changed");
    HttpResponse<String> again = accept(candidate, Jsoup.parse(answer.body()));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("already");
  }

  @Test
  void aFileThatWasChangedElsewhereIsNotWritten() throws Exception {
    Element candidate = mined().select(".candidate").get(0);
    Document page = client.page("/terms");
    write("glossary/terms.csv", TABLE + "fog,雾,fog,,\n");
    HttpResponse<String> answer = accept(candidate, page);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("changed elsewhere");
    assertThat(read("glossary/terms.csv")).isEqualTo(TABLE + "fog,雾,fog,,\n");
  }

  @Test
  void noOtherFileCanBeWritten() throws Exception {
    for (String file : List.of("../terms.csv", "tm/memory.db", "/tmp/terms.csv", "new.csv")) {
      post(422, "/glossary/accept", ship(file, " " + file));
      assertThat(folder.resolve("new.csv")).doesNotExist();
    }
  }

  @Test
  void aRefusedCandidateIsNotProposedAgain() throws Exception {
    Element candidate = mined().select(".candidate").get(0);
    String zh = candidate.select("input[name=zh]").val();
    String en = candidate.select("input[name=en]").val();
    client.post("/glossary/refuse", "mined-zh", zh, "mined-en", en);
    for (Element one : mined().select(".candidate")) {
      assertThat(one.select("[name=mined-zh], [name=mined-en]").eachAttr("value"))
          .isNotEqualTo(List.of(zh, en));
    }
  }

  @Test
  void aFolderWithoutAGlossaryGetsOneWithTheFirstTerm() throws Exception {
    try (WorkbenchClient other = openEmptyFolder()) {
      Document page = other.page("/terms");
      assertThat(page.select("#mine").hasAttr("disabled")).isTrue();
      assertThat(page.select("#file option").val()).isEqualTo("glossary/terms.csv");
      String known = page.select("input[name=known]").val();
      other.post("/glossary/accept", ship("glossary/terms.csv", known));
      assertThat(read("empty/glossary/terms.csv")).contains("ship,船,ship");
    }
  }

  @Test
  void aGlossaryThatCannotBeReadIsNamed() throws Exception {
    write("glossary/terms.csv", "");
    assertThat(client.page("/terms").select(".alert").text()).contains("terms.csv", "is empty");
  }
}
