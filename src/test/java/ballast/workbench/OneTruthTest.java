package ballast.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Files, the memory made of them and the Check room have the same findings. */
final class OneTruthTest extends RoomTest {

  private static final String OMITTED = "他把信烧了，谁也没有告诉。";

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private String run(String... command) {
    CommandRunner.Outcome outcome = new CommandRunner(folder).run(command);
    assertThat(outcome.status()).as(outcome.err()).isLessThan(2);
    return outcome.out();
  }

  /** The message without the other place that it names: the memory names its own. */
  private static String message(String text) {
    return text.replaceAll(", first at \\S+$", "");
  }

  /** Severity, rule, message and both texts of each finding. */
  private List<String> checked(String... files) throws IOException {
    List<String> command = new ArrayList<>(List.of("check", "--format", "json"));
    command.addAll(Arrays.asList(files));
    List<String> found = new ArrayList<>();
    for (JsonNode one :
        new ObjectMapper().readTree(run(command.toArray(String[]::new))).get("findings")) {
      found.add(
          String.join(
              "|",
              one.get("severity").asText(),
              one.get("rule").asText(),
              message(one.get("message").asText()),
              one.path("source").path("text").asText(),
              one.path("target").path("text").asText()));
    }
    return found.stream().sorted().toList();
  }

  private List<String> shown() throws Exception {
    Document page = client.finished("/check?view=place");
    List<String> found = new ArrayList<>();
    for (Element row : page.select(".finding")) {
      found.add(
          String.join(
              "|",
              row.attr("data-severity"),
              row.select("summary").text(),
              message(row.select(".message").text()),
              row.select(".texts p").get(0).text(),
              row.select(".texts p").get(1).text()));
    }
    return found.stream().sorted().toList();
  }

  @Test
  void theSampleFolderHasTheSameFindingsInAllThreeWays() throws Exception {
    copy(Path.of("glossary"), folder.resolve("glossary"));
    copy(Path.of("tm/articles"), folder.resolve("tm/articles"));
    run("align", "tm/articles");
    client = WorkbenchClient.open(folder);
    List<String> files = checked("tm/articles");
    assertThat(files).filteredOn(one -> one.startsWith("warning|omitted|")).hasSize(4);
    assertThat(files).filteredOn(one -> !one.startsWith("info")).hasSize(9);
    assertThat(checked()).isEqualTo(files);
    assertThat(shown()).isEqualTo(files);
    assertThat(run("tm", "verify")).isEmpty();
  }

  private void article(String note, String omitted) throws IOException {
    write(
        "a.zh.txt",
        "渡船中午离开了北岸。\n\n" + note + "老人收到一封信。" + omitted + "第二天他又去了码头，买了3条鱼。\n\n潮水在傍晚退了下去。\n");
    write(
        "a.en.txt",
        "The ferry left the northern shore at noon.\n\n"
            + "The old man received a letter. The next day he went to the quay again and bought 4"
            + " fish.\n\n"
            + "The tide went out in the evening.\n");
    run("align", "a.zh.txt", "a.en.txt");
  }

  private List<String> all(String... rules) throws Exception {
    List<String> files = checked("a.zh.txt", "a.en.txt");
    assertThat(files.stream().map(one -> one.split("\\|", -1)[1])).containsExactlyInAnyOrder(rules);
    assertThat(checked()).isEqualTo(files);
    assertThat(shown()).isEqualTo(files);
    return files;
  }

  @Test
  void aWaiverInAnArticleIsForTheMemoryToo() throws Exception {
    article("", OMITTED);
    client = WorkbenchClient.open(folder);
    all("omitted", "number-mismatch");
    article("%% ballast-ok: omitted – the author wants it so\n", OMITTED);
    all("number-mismatch");
    assertThat(client.page("/check/waivers").select(".reason").eachText())
        .containsExactly("the author wants it so");
    assertThat(checked("--contains", "北岸")).isEmpty();
    assertThat(checked("--contains", "条鱼")).as("the waiver is for another pair").hasSize(1);
    article("%% ballast-ok: omitted\n", OMITTED);
    all("omitted", "number-mismatch", "waiver");
    article("%% ballast-ok: omitted – the author wants it so\n", "");
    assertThat(all("number-mismatch", "waiver")).last().asString().contains("nothing to waive");
    write("a.zh.txt", read("a.zh.txt") + "\n%% ballast-ok: omitted – the end\n");
    run("align", "a.zh.txt", "a.en.txt");
    all("number-mismatch", "waiver", "waiver");
  }

  @Test
  void anOmissionThatIsAcceptedInTheRoomIsAcceptedEverywhere() throws Exception {
    article("", OMITTED);
    client = WorkbenchClient.open(folder);
    Element row = client.finished("/check?view=place&rule=omitted").select(".finding").get(0);
    String key = row.attr("data-key");
    assertThat(row.select("[id^=edit-], [id^=fix-]")).isEmpty();
    get(422, "/check/edit?finding=" + key);
    post(200, "/check/waive", "finding", key, "reason", "left out on purpose");
    all("number-mismatch");
    Document waived = client.finished("/check/waivers");
    assertThat(waived.select(".unit a").attr("href")).isEqualTo(row.select("a").attr("href"));
    post(200, "/check/waivers", "finding", waived.select("[id^=back-]").attr("id").substring(5));
    all("omitted", "number-mismatch");
  }

  @Test
  void programCodeInAUnitIsNotCheckedEither() throws Exception {
    write("b.zh.md", "先运行 `port 8080`，再打开页面。\n");
    write("b.en.md", "First run `port 9090`, then open the page.\n");
    run("align", "b.zh.md", "b.en.md");
    client = WorkbenchClient.open(folder);
    assertThat(checked("b.zh.md", "b.en.md")).isEmpty();
    assertThat(checked()).isEmpty();
    assertThat(shown()).isEmpty();
  }
}
