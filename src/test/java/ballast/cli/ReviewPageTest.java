package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.app.page.Chromium;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.table.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows and columns of a review, and the page that takes its answers. */
final class ReviewPageTest extends CommandTest {

  private static final String ZH = "港口处理了九百万个集装箱。\n\n渡船每小时一班。\n\n灯塔由志愿者维护。\n\n=老码头已经关闭。\n";
  private static final String EN =
      """
      The port handled nine million containers.

      The ferry runs every hour.

      Volunteers look after the lighthouse.

      =The old wharf has closed.
      """;
  private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\"[^>]*>";

  @BeforeEach
  void alignAnArticle() throws IOException {
    write("port.zh.txt", ZH);
    align(EN);
  }

  private void align(String english) throws IOException {
    write("port.en.txt", english);
    run(0, "align port.zh.txt port.en.txt -q");
  }

  private List<List<String>> export(String name, String... options) {
    run(0, words("review export port --force -o " + name, options));
    return name.endsWith("html")
        ? List.of()
        : TableFile.read(folder.resolve(name), name).rows().stream()
            .map(TableFile.Row::cells)
            .toList();
  }

  private Document page(String... options) throws IOException {
    export("r.html", options);
    return Jsoup.parse(read("r.html"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"r.csv", "r.xlsx"})
  void aFirstRevisionHasNoEmptyColumns(String name) {
    List<List<String>> rows = export(name);
    assertThat(rows.get(0))
        .containsExactly("no", "kind", "source", "new", "comment", "accept?", "key");
    assertThat(rows).hasSize(5);
    assertThat(run("review", "import", name).err())
        .isEqualTo("4 rows: nothing changed; 4 undecided\n");
  }

  @Test
  void thePageOfAFirstRevisionHasNoneEither() throws IOException {
    Document page = page();
    assertThat(page.select("thead th").eachText())
        .containsExactly("Change", "Source", "Translation", "Comment", "Accept?");
    assertThat(page.select("td.old, del, ins")).isEmpty();
    assertThat(page.select("tbody.change")).hasSize(4);
  }

  @Test
  void aRemovedSentenceIsInTheRowOfTheSentenceAfterIt() throws IOException {
    align(
        EN.replace("Volunteers look after the lighthouse.\n\n", "")
            .replace("wharf has", "pier is"));
    List<List<String>> rows = export("r.csv");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).subList(0, 6))
        .containsExactly(
            "3",
            "removed, edited",
            "=老码头已经关闭。",
            "Volunteers look after the lighthouse.\n=The old wharf has closed.",
            "=The old pier is closed.",
            "[-Volunteers look after the lighthouse.-]\n=The old [-wharf has-]{+pier is+} closed.");
    Elements body = page().select("tbody.change");
    assertThat(body).hasSize(1);
    assertThat(body.select(".kind").text()).isEqualTo("removed, edited");
    assertThat(body.select("td.old p").eachText())
        .containsExactly("Volunteers look after the lighthouse.", "=The old wharf has closed.");
    assertThat(body.select("td.source p")).hasSize(2);
  }

  @Test
  void everyRowHasItsOwnNumber() throws IOException {
    align(
        EN.replace("The ferry runs every hour.\n\nVolunteers look after the lighthouse.\n\n", ""));
    List<String> ids = page().select("tbody.change").eachAttr("id");
    assertThat(Set.copyOf(ids)).hasSameSizeAs(ids);
    assertThat(page().select("tbody.removed td.answer")).as("nothing to answer").isEmpty();
    assertThat(page("--all").select("tbody.change")).as("three texts, three rows").hasSize(2);
  }

  @Test
  void aPageIsNotTheAnswers() throws IOException {
    page();
    assertThat(run(ExitCode.FAILED, "review import r.html").err())
        .contains("is a page, and the answers are not in it", "Save answers");
  }

  @Tag("browser")
  @Test
  void thePageSavesTheTableItWasMadeFrom() throws IOException, InterruptedException {
    align(EN.replace("nine", "9").replace("=The old", "=The \u202Eold \"new\", \\ "));
    export("r.csv");
    page();
    byte[] saved = saved("");
    assertThat(new String(saved, UTF_8)).isEqualTo(read("r.csv"));
  }

  @Tag("browser")
  @Test
  void answersOfThePageGoIntoTheMemory() throws IOException, InterruptedException {
    page();
    byte[] saved =
        saved(
            """
            choose(0, "yes");
            choose(1, "no"); write(1, "td.remark", "too \\"long\\", =\\nisn't it?");
            document.querySelectorAll("button.edit")[2].click();
            write(2, "td.new", "=Volunteers tend it; daily.");
            """);
    Files.write(folder.resolve("answers.csv"), saved);
    assertThat(run("review import answers.csv --by Wang").err())
        .isEqualTo(
            """
            4 rows: 1 accepted, 1 rejected, 1 edited, 1 commented; 1 undecided
            `ballast apply "port.en.txt"` writes the answers into the document
            """);
    assertThat(run("tm history port --all").out())
        .contains("+ =Volunteers tend it; daily.", "too \"long\", = isn't it?");
  }

  @Tag("browser")
  @Test
  void commentsOnThePageAreAnsweredAndResolved() throws IOException, InterruptedException {
    String unit = units("tm/memory.db").get(1).id();
    run(0, "tm", "comment", unit, "Each hour\nor every hour?", "--by", "Wang");
    run(0, "tm", "comment", unit, "And on Sundays?", "--by", "Wang");
    assertThat(page().select("tbody.change:nth-of-type(2) td.remark .said .text").eachText())
        .containsExactly("Each hour or every hour?", "And on Sundays?");
    byte[] saved =
        saved(
            """
            bodies[1].querySelectorAll(".thread textarea")[0].value = "Every hour.";
            bodies[1].querySelectorAll(".thread input")[0].click();
            bodies[1].querySelectorAll(".thread textarea")[1].value = "No.";
            bodies[1].querySelector("td.remark > textarea").value = "See the timetable.";
            choose(0, "yes");
            """);
    Files.write(folder.resolve("answers.csv"), saved);
    assertThat(run("review import answers.csv --by Li").err())
        .isEqualTo(
            """
            4 rows: 1 accepted, 1 commented; 3 undecided
            `ballast apply "port.en.txt"` writes the answers into the document
            """);
    assertThat(run("review show --all").out())
        .containsSubsequence(
            "Wang 2026-02-14: Each hour or every hour?\n",
            "Li 2026-02-14 resolved: Every hour.\n",
            "Wang 2026-02-14: And on Sundays?\n",
            "Li 2026-02-14: No.\n",
            "Li 2026-02-14: See the timetable.\n");
  }

  @Tag("browser")
  @Test
  void thePageSaysWhatIsMissingAndKeepsWhatIsNotSaved() throws IOException, InterruptedException {
    page();
    String probe =
        """
        var seen = [state()];
        choose(0, "no"); write(0, "td.new", "Other."); seen.push(state());
        seen.push(bodies[0].querySelector(".warning").textContent);
        var leaving = new Event("beforeunload", { cancelable: true });
        dispatchEvent(leaving); seen.push(leaving.defaultPrevented);
        seen.push(JSON.parse(localStorage.getItem(localStorage.key(0))).answers[key(0)].join("+"));
        save(); leaving = new Event("beforeunload", { cancelable: true });
        dispatchEvent(leaving); seen.push(leaving.defaultPrevented); seen.push(state());
        document.title = seen.join(" | ");
        """;
    assertThat(after(probe).title())
        .isEqualTo(
            "0 of 4 answered | 1 of 4 answered, not saved yet | You edited it: say yes to take"
                + " your translation. | true | no++Other.+ | false | 1 of 4 answered, saved");
  }

  @Tag("browser")
  @Test
  void itsOwnScriptRunsUnderItsPolicy() throws IOException, InterruptedException {
    page();
    Optional<Chromium> chromium = browser();
    Chromium.Run run = chromium.orElseThrow().run(folder.resolve("r.html"), "--dump-dom");
    assertThat(run.console()).isEmpty();
    assertThat(Jsoup.parse(run.out()).select("td.answer input")).hasSize(3 * 4);
  }

  /** The file that the page saves after these answers. */
  private byte[] saved(String answers) throws IOException, InterruptedException {
    String out = "document.title = btoa(unescape(encodeURIComponent(save())));";
    return Base64.getDecoder().decode(after(answers + out).title());
  }

  /** The page after a script; a test cannot download, so that the file is caught before. */
  private Document after(String script) throws IOException, InterruptedException {
    String functions =
        """
        var file = "";
        Blob = function (parts) { file = parts.join(""); };
        URL.createObjectURL = function () { return "#saved"; };
        HTMLAnchorElement.prototype.click = function () {};
        var bodies = document.querySelectorAll("tbody[data-cells]");
        function choose(row, value) { bodies[row].querySelector("input[value=" + value + "]").click(); }
        function write(row, cell, text) {
          var area = bodies[row].querySelector(cell + " textarea");
          area.value = text;
          area.dispatchEvent(new Event("input", { bubbles: true }));
        }
        function key(row) { return JSON.parse(bodies[row].dataset.cells).pop(); }
        function state() { return document.getElementById("state").textContent; }
        function save() { document.querySelector(".answers button").click(); return file; }
        """;
    Path page = folder.resolve("r.html");
    String html =
        Files.readString(page, UTF_8)
            .replaceFirst(POLICY, "")
            .replace("</body>", "<script>" + functions + script + "</script></body>");
    Path probed = Files.writeString(folder.resolve("probed.html"), html, UTF_8);
    return Jsoup.parse(browser().orElseThrow().run(probed, "--dump-dom").out());
  }

  private static Optional<Chromium> browser() {
    Optional<Chromium> chromium = Chromium.find();
    assumeTrue(chromium.isPresent(), "no chromium, google-chrome or chrome on the PATH");
    return chromium;
  }
}
