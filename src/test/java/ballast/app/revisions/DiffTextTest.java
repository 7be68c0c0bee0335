package ballast.app.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.page.Chromium;
import ballast.app.page.Imprint;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.revise.Comparison;
import ballast.revise.RevisionReport;
import ballast.revise.SourceText;
import ballast.revise.TermProblems;
import ballast.revise.TextVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class DiffTextTest extends FolderTest {

  private static final String OLD =
      "The port handled nine million containers last year, see"
          + " https://example.org/a/very/long/address/that/no/line/of/a/narrow/terminal/holds/whole.";
  private static final String NEW =
      "The harbour handled ten million containers last year, see"
          + " https://example.org/a/very/long/address/that/no/line/of/a/narrow/terminal/holds/whole.";
  private static final String SOURCE = "港口去年处理了一千万个集装箱，比上一年增加了一百万个，这在全国的港口当中是增长最快的，详见有关部门的统计。";
  private static final String HOSTILE =
      "A <script>document.title='hacked'</script></td></table> \"word\" \u202Eesrever\u202C"
          + " \u0007.";

  private static ComparedVersions compared(
      TextVersion old, TextVersion revised, List<SourceText> sources, TermProblems problems) {
    RevisionReport report =
        new Comparison(ChineseWords.NONE, problems).compare(old, revised, sources, Lang.ZH_CN);
    return ComparedVersions.of(
        new ComparedVersions.Name("old.txt", "en-US"),
        new ComparedVersions.Name("new.txt", "en-US"),
        "zh-CN",
        report,
        ChangeFilter.CHANGES::takes);
  }

  private static ComparedVersions view(String old, String revised, String source) {
    return view(old, revised, source, TermProblems.NONE);
  }

  private static ComparedVersions view(
      String old, String revised, String source, TermProblems problems) {
    return compared(single(old), single(revised), List.of(SourceText.same(source)), problems);
  }

  private static String text(ComparedVersions view, int columns, boolean colour)
      throws IOException {
    StringWriter out = new StringWriter();
    new DiffText(out, new Style(columns, colour)).write(view);
    return out.toString();
  }

  private static ComparedVersions withTerm() {
    String message =
        "\"harbour\" is not to be used for 港口; use \"port\" (the note says why in words)";
    TermProblems problems =
        (source, translation) -> {
          int at = translation.indexOf("harbour");
          Span span = new Span(Math.max(0, at), at < 0 ? 0 : at + 7);
          return at < 0
              ? List.of()
              : List.of(new TermProblems.Problem("c1", "港口", List.of("port"), span, message));
        };
    return view(OLD, NEW, SOURCE, problems);
  }

  @Test
  void noLineIsWiderThanTheTerminal() throws IOException {
    for (int columns : List.of(40, 80, 120, 160)) {
      for (boolean colour : List.of(true, false)) {
        String text = text(withTerm(), columns, colour);
        assertThat(text).contains("term introduced:");
        assertThat(text.lines())
            .as("%d columns, colour %s", columns, colour)
            .allMatch(line -> DiffText.MarkedText.width(line) <= columns);
      }
    }
  }

  @Test
  void aMoveIsReportedWithBothPlaces() throws IOException {
    String longOne = "The harbour pilots want to be paid for each ship that they bring in.";
    String other = "The mayor has promised to talk again after the spring festival.";
    assertThat(text(moved(1, 1, longOne, other), 0, false))
        .containsPattern("moved +line 1, from sentence \\d to sentence \\d");
    assertThat(text(moved(1, 9, longOne, other), 0, false))
        .containsPattern("moved +from line \\d to line \\d");
    assertThat(text(moved(0, 0, longOne, other), 0, false))
        .containsPattern("moved +from no. \\d to no. \\d");
  }

  /** Two sentences that change places, with the lines on which they begin. */
  private static ComparedVersions moved(int line, int otherLine, String one, String other) {
    int block = line == otherLine ? 0 : 1;
    return compared(
        version(sentence(one, 0, line), sentence(other, block, otherLine)),
        version(sentence(other, 0, line), sentence(one, block, otherLine)),
        List.of(),
        TermProblems.NONE);
  }

  @Test
  void aWideTerminalHasTheTwoTextsBesideEachOther() throws IOException {
    assertThat(text(view(OLD, NEW, SOURCE), 160, false))
        .containsPattern("The \\[-port-\\].*\u2502 The \\{\\+harbour\\+\\}");
    assertThat(text(view(OLD, NEW, SOURCE), 80, false))
        .contains("The [-port-]{+harbour+}")
        .doesNotContain("\u2502");
  }

  @Test
  void theBarOfASideBySideViewStandsInOneColumn() throws IOException {
    String chinese = "港口" + OLD;
    String text = text(view(chinese, chinese.replace("nine", "十"), SOURCE), 130, true);
    List<Integer> bars =
        text.lines()
            .map(line -> line.replaceAll("\033\\[[0-9;]*m", ""))
            .filter(line -> line.contains("\u2502"))
            .map(line -> TerminalText.width(line.substring(0, line.indexOf('\u2502'))))
            .distinct()
            .toList();
    assertThat(bars).hasSize(1);
  }

  @Test
  void controlCharactersAreMadeVisible() throws IOException {
    String text = text(view("A \033[31mred\033[0m word", "A \u202Ered word", SOURCE), 0, false);
    assertThat(text).doesNotContain("\033", "\u202E").contains("?");
  }

  @Test
  void whiteSpaceThatChangedIsSeen() throws IOException {
    assertThat(text(view("two  spaces here", "two spaces here", SOURCE), 0, false))
        .contains("two [-\u00b7-]");
  }

  @Test
  void whatToLookAtFirstStandsOnTopAndTheFootIsInWords() throws IOException {
    String text = text(changed(), 0, false);
    assertThat(text)
        .startsWith(
            """
            look at    1 sentence with a changed number: line 2
                       2 sentences largely rewritten: lines 3, 4

            """)
        .contains(
            """

            total      50% of the words and 42% of the characters changed; 2 of 4 sentences largely rewritten
            sentences  1 unchanged, 3 edited
            """);
  }

  @Test
  void thePageNamesThemToo() throws IOException {
    Document page = Jsoup.parse(page(changed()));
    assertThat(page.select(".first li").eachText())
        .containsExactly(
            "1 sentence with a changed number: 2", "2 sentences largely rewritten: 3 4");
    assertThat(page.select(".first a").eachAttr("href")).containsExactly("#c2", "#c3", "#c4");
    assertThat(page.select(".figures").text()).contains("of 4 sentences largely rewritten");
  }

  /** One sentence that stayed, one with another number, two with hardly a word of the old one. */
  private static ComparedVersions changed() {
    return lines(
        List.of(
            "The mayor came by train.",
            "The port handled nine million containers.",
            "Nobody in the whole town wanted to wait for the ferry.",
            "Prices rose."),
        List.of(
            "The mayor came by train.",
            "The port handled ten million containers.",
            "Not one person there was ready to stay until a boat came.",
            "Costs went up."));
  }

  private static ComparedVersions lines(List<String> old, List<String> now) {
    return compared(
        lines(old),
        lines(now),
        old.stream().map(text -> SourceText.same("第" + text.length())).toList(),
        TermProblems.NONE);
  }

  private static TextVersion lines(List<String> texts) {
    TextVersion.Sentence[] sentences = new TextVersion.Sentence[texts.size()];
    for (int i = 0; i < sentences.length; i++) {
      sentences[i] =
          new TextVersion.Sentence(texts.get(i), i, BlockType.PARAGRAPH, Set.of(i), i + 1);
    }
    return version(sentences);
  }

  @Test
  void aSingleChangeNeedsNoOrder() throws IOException {
    assertThat(text(view(OLD, NEW, SOURCE), 0, false)).startsWith("edited");
  }

  @Test
  void repeatedEditsOfFunctionWordsAndMarksAreNotListed() throws IOException {
    String text =
        text(
            lines(
                List.of(
                    "The big ship of the town came in the night.",
                    "We saw a big crane, a truck and two trains.",
                    "He should leave. They should stay."),
                List.of(
                    "A large ship in the town came at the night.",
                    "We saw the large crane, the truck, and two trains.",
                    "He must leave. They must stay.")),
            0,
            false);
    assertThat(text.lines().filter(line -> line.startsWith("repeated")))
        .containsExactly(
            "repeated   \"large\" for \"big\", 2 times",
            "repeated   \"must\" for \"should\", 2 times");
    assertThat(text(chinese("港口的船和人", "港口之船与人"), 0, false)).doesNotContain("repeated");
    assertThat(text(chinese("自由的港口", "时间的港口"), 0, false))
        .contains("repeated   \"时间\" for \"自由\", 2 times");
  }

  private static ComparedVersions chinese(String old, String now) {
    return lines(
        List.of(old + "很大。", "大家都说" + old + "。"), List.of(now + "很大。", "大家都说" + now + "。"));
  }

  @Test
  void sharesAreWholePercentUnlessTheyAreSmall() {
    assertThat(
            DoubleStream.of(0, 0.0004, 0.001, 0.0094, 0.0096, 0.0749, 0.996, 1)
                .mapToObj(DiffText::percent))
        .containsExactly("0%", "below 0.1%", "0.1%", "0.9%", "1%", "7%", "99%", "100%");
  }

  private static String page(ComparedVersions view) throws IOException {
    StringWriter out = new StringWriter();
    DiffPages.writePage(out, view, Imprint.NONE);
    return out.toString();
  }

  private static ComparedVersions edited() {
    return view(
        "Trade grew by 5 percent, he said.", "Trade rose by 6 percent, he said.", "贸易增长6%。");
  }

  @Test
  void bothTextsAndTheSourceAreBesideEachOtherWithTheirEditsMarked() throws IOException {
    Document page = Jsoup.parse(page(edited()));
    assertThat(page.select("td.source").text()).isEqualTo("贸易增长6%。");
    assertThat(page.select("td.old").text()).isEqualTo("Trade grew by 5 percent, he said.");
    assertThat(page.select("td.new").text()).isEqualTo("Trade rose by 6 percent, he said.");
    assertThat(page.select("td.old del").eachText()).containsExactly("grew by 5");
    assertThat(page.select("td.new ins.number").eachText()).containsExactly("rose by 6");
    assertThat(page.select("tbody.edited.has-number")).hasSize(1);
  }

  @Test
  void hostileTextIsText() throws IOException {
    Document page = Jsoup.parse(page(view(HOSTILE, HOSTILE + " More.", HOSTILE)));
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("td.new").text()).contains("<script>document.title='hacked'</script>");
    assertThat(page.select("td.old .control").eachText()).contains("U+202E", "U+0007");
    assertThat(page.select("main table")).hasSize(1);
  }

  @Test
  void nothingIsLoaded() throws IOException {
    Document page = Jsoup.parse(page(edited()));
    assertThat(page.select("link, img, iframe, [src], [style], [onclick]")).isEmpty();
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
  }

  @Test
  void theSameTextTwiceHasNoDifferences() throws IOException {
    Document page = Jsoup.parse(page(view("Same.", "Same.", "同。")));
    assertThat(page.select(".nothing").text()).isEqualTo("There are no differences.");
  }

  @Tag("browser")
  @Test
  void filtersAndKeysWorkInABrowser() throws IOException, InterruptedException {
    Chromium chromium = Chromium.orSkip();
    String probe =
        """
        <script>
        function press(key) {
          document.dispatchEvent(new KeyboardEvent("keydown", { key: key, cancelable: true }));
        }
        function shown() { return document.querySelector("tbody.change").getClientRects().length; }
        var seen = [shown()];
        document.getElementById("class-number").checked = true; seen.push(shown());
        document.getElementById("rate-61").checked = true; seen.push(shown());
        press("a"); seen.push(shown());
        document.getElementById("kind-edited").checked = false; seen.push(shown());
        press("a"); press("n"); seen.push(location.hash);
        document.title = seen.join(" ");
        </script></body>
        """;
    Path file = folder.resolve("page.html");
    write("page.html", Chromium.withoutPolicy(page(edited())).replace("</body>", probe));
    Document shown = Jsoup.parse(chromium.run(file, "--dump-dom").out());
    assertThat(shown.title()).isEqualTo("1 1 0 1 0 #c1");
    write("page.html", page(edited()));
    Chromium.Run run = chromium.run(file, "--dump-dom");
    assertThat(Jsoup.parse(run.out()).select("p.hint")).as("our own script runs").hasSize(1);
    assertThat(run.console()).isEmpty();
  }

  private static TextVersion.Sentence sentence(String text, int block, int line) {
    return new TextVersion.Sentence(text, block, BlockType.PARAGRAPH, Set.of(), line);
  }

  private static TextVersion version(TextVersion.Sentence... sentences) {
    return new TextVersion(Lang.EN_US, List.of(sentences), true);
  }

  /** A version of one sentence, the translation of the first source. */
  private static TextVersion single(String text) {
    return version(new TextVersion.Sentence(text, 0, BlockType.PARAGRAPH, Set.of(0), 1));
  }
}
