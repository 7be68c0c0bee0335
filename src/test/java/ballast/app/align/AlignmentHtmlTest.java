package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.align.AlignmentReport.AlignmentJson;
import ballast.app.align.AlignmentReport.AlignmentLines;
import ballast.app.align.AlignmentReport.PairsText;
import ballast.app.align.AlignmentReport.ReviewText;
import ballast.app.align.AlignmentSink.RecordedUnits;
import ballast.app.check.Samples;
import ballast.app.page.Form;
import ballast.app.page.HostileSample;
import ballast.app.page.Imprint;
import ballast.app.page.Style;
import ballast.bitext.BlockType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

public final class AlignmentHtmlTest {

  private final Document page = page(List.of(Samples.everyKind().text()));
  private final AlignedText text = Samples.everyKind().text();

  @Test
  void everyBeadHasItsRowWithSourceLeftAndTargetRight() {
    List<Element> rows = page.select("tbody.bead");
    assertThat(rows).hasSize(7);
    Element second = page.expectFirst("#d1-2 > tr");
    assertThat(second.child(0).text()).isEqualTo("甲。");
    assertThat(second.child(1).text()).isEqualTo("2 1-2 98%");
    assertThat(second.child(2).select("p[lang=en-US]").eachText())
        .containsExactly("A one.", "A two.");
  }

  @Test
  void doubtOmissionAdditionAndMoveAreWords() {
    assertThat(page.expectFirst("#d1-3").text()).contains("31%", "doubtful");
    assertThat(page.select("#d1-4 td.target").text()).isEqualTo("not translated");
    assertThat(page.select("#d1-6 td.source").text()).isEqualTo("added in the translation");
    assertThat(page.expectFirst("#d1-5").text()).contains("its translation is after no. 2");
    assertThat(page.expectFirst("#d1-2").text()).contains("the translation of no. 5");
    assertThat(page.expectFirst("#d1-7").text()).contains("furniture").doesNotContain("0.95");
    assertThat(page.expectFirst("#d1-1 h3").text()).isEqualTo("河");
  }

  @Test
  void aMarkIsNotChecked() {
    AlignedText text =
        new Samples()
            .pair(BlockType.MARK, "%%% 一", "%%% 一")
            .pair(BlockType.PARAGRAPH, "甲。", "A.")
            .text();
    Document marked = page(List.of(text));

    assertThat(marked.expectFirst("#d1-1").className()).isEqualTo("bead furniture user-mark");
    assertThat(marked.expectFirst("#d1-1").text()).isEqualTo("mark %%% 一 1 1-1 mark %%% 一");
    assertThat(marked.select(".figures div").eachText()).contains("units 1");
  }

  @Test
  void theListAndTheStepsLeadThroughTheDoubtfulBeads() {
    assertThat(page.select(".looks li a").eachAttr("href"))
        .containsExactly("#d1-3", "#d1-6", "#d1-4", "#d1-5");
    assertThat(page.select("a.next").eachAttr("href")).containsExactly("#d1-4", "#d1-5", "#d1-6");
    assertThat(page.select("a.previous").eachAttr("href"))
        .containsExactly("#d1-3", "#d1-4", "#d1-5");
    assertThat(page.expectFirst("a.skip").attr("href")).isEqualTo("#d1-3");
    assertThat(page.select(".map a")).hasSize(7);
  }

  @Test
  void threeUnmatchedSentencesInARowAreOneBlock() {
    AlignedText gap =
        new Samples()
            .source("甲。", "乙。", "丙。", "丁。", "戊。", "己。")
            .target("A.", "E.", "X.", "Y.")
            .bead(0, 1, 0, 1, 0.9, false)
            .bead(1, 2, 1, 1, 0.9, false)
            .bead(2, 4, 1, 1, 0.8, false)
            .bead(4, 5, 1, 2, 0.9, false)
            .bead(5, 6, 2, 2, 0.9, false)
            .bead(6, 6, 2, 3, 0.9, false)
            .bead(6, 6, 3, 4, 0.9, false)
            .text();

    Document html = page(List.of(gap));
    assertThat(html.select(".block").eachText())
        .containsExactly("lines 2 to 4: 3 sentences not translated");
    assertThat(html.expectFirst("tbody:has(.block)").id()).isEqualTo("d1-2");
    assertThat(html.select(".looks li").eachText())
        .hasSize(4)
        .anyMatch(look -> look.startsWith("no. 2–3 lines 2 to 4: 3 sentences not translated"));
    assertThat(html.select("a.next").eachAttr("href")).containsExactly("#d1-5", "#d1-6", "#d1-7");
    assertLinksLead(html);
  }

  @Test
  void theCountsAreThoseOfTheDocument() {
    assertThat(page.select(".figures div").eachText())
        .containsExactly(
            "zh-CN sentences 6",
            "en-US sentences 7",
            "pairs 5",
            "units 4",
            "doubtful 1",
            "one-sided 2",
            "moved 1");
  }

  @Test
  void severalDocumentsHaveAContentsListAndTheStepsGoOnFromOneToTheNext() {
    AlignedText text = Samples.everyKind().text();
    Document two = page(List.of(text, text));
    assertThat(two.select(".contents a").eachAttr("href")).containsExactly("#d1", "#d2");
    assertThat(two.expectFirst("#d1-6 a.next").attr("href")).isEqualTo("#d2-3");
    assertLinksLead(two);
  }

  @Test
  void everyLinkLeadsToAnIdAndNoIdIsGivenTwice() {
    assertLinksLead(page);
  }

  @Test
  void aTextWithNothingToLookAtSaysSo() {
    Document calm = page(List.of(new Samples().pair(BlockType.PARAGRAPH, "甲。", "A.").text()));
    assertThat(calm.text()).contains("Nothing here needs a look.");
    assertThat(calm.select("#only, .steps, nav")).isEmpty();
    assertLinksLead(calm);
  }

  @Test
  void hostileTextStaysText() {
    AlignedText hostile = HostileSample.text("127.0.0.1:9");
    Document html = page(List.of(hostile));
    assertThat(html.select("script")).hasSize(1);
    assertThat(html.select("style")).hasSize(1);
    assertThat(html.select("h1")).hasSize(1);
    assertThat(html.select("img, iframe, base, link, [onerror], [src], a[href^=http]")).isEmpty();
    assertThat(html.select("tbody.bead")).hasSize(11);
    assertThat(html.select("#d1-1 td.source p").text())
        .isEqualTo("<script>document.title='hacked'</script>");
    assertThat(html.select("#d1-7 td.source p").text()).startsWith("U+202Eesrever");
    assertThat(html.select("#d1-8 td.source p").text()).contains("U+001B[31m", "U+0000");
    assertThat(html.title()).startsWith("<script>document.title='hacked'");
    assertThat(html.select("caption").text()).contains("</title>", "U+202Egpj.exe");
  }

  @Test
  void noCharacterThatCannotBeSeenIsLeft() {
    String html = html(List.of(HostileSample.text("127.0.0.1:9")));
    assertThat(html.codePoints().filter(c -> c != '\n'))
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE);
  }

  private static void assertLinksLead(Document page) {
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(page.select("a[href]").eachAttr("href"))
        .isNotEmpty()
        .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
  }

  private static Document page(List<AlignedText> texts) {
    return Jsoup.parse(html(texts));
  }

  public static String html(List<AlignedText> texts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AlignmentReport report =
        new AlignmentReport(Form.HTML, Style.PLAIN, /* review= */ false, Imprint.NONE, out);
    texts.forEach(text -> report.add(text, List.of()));
    report.finish(RecordedUnits.NONE);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void doubtfulBeadsComeFirstThenOneSidedOnesThenMovedOnes() {
    assertThat(Attention.inReviewOrder(text)).containsExactly(2, 5, 3, 4);
    assertThat(Attention.inOrder(text)).containsExactly(2, 3, 4, 5);
    assertThat(Attention.theRest(text)).containsExactly(0, 1, 6);
  }

  @Test
  void theLeastSureOfTwoDoubtfulBeadsComesFirst() {
    AlignedText two =
        new Samples()
            .source("甲。", "乙。")
            .target("A.", "B.")
            .bead(0, 1, 0, 1, 0.4, false)
            .bead(1, 2, 1, 2, 0.2, false)
            .text();
    assertThat(Attention.inReviewOrder(two)).containsExactly(1, 0);
  }

  @Test
  void aMovedBeadStandsAfterTheLastOneThatHasNotMoved() {
    MovedBeads moved = new MovedBeads(text.alignment());
    assertThat(moved.place(4)).isEqualTo(2);
    assertThat(moved.placeInWords(4)).isEqualTo("after no. 2 in the translation");
    assertThat(moved.arrivals(2)).containsExactly(5);
    assertThat(moved.arrivals(3)).isEmpty();
  }

  @Test
  void aPassageThatMovedToTheBeginningHasNothingBeforeIt() {
    AlignedText passage =
        new Samples()
            .source("甲。", "乙。", "丙。")
            .target("B.", "C.", "A.")
            .bead(0, 1, 2, 3, 0.9, false)
            .bead(1, 2, 0, 1, 0.9, true)
            .bead(2, 3, 1, 2, 0.9, true)
            .text();
    MovedBeads moved = new MovedBeads(passage.alignment());
    assertThat(moved.place(1)).isZero();
    assertThat(moved.place(2)).isZero();
    assertThat(moved.placeInWords(2)).isEqualTo("at the beginning of the translation");
  }

  @Test
  void eachSentenceHasItsPlaceAndAnOmissionItsNeighbours() {
    StringWriter out = new StringWriter();
    new ReviewText(new PrintWriter(out), Style.PLAIN).write(List.of(text));
    assertThat(out.toString())
        .startsWith("tm/sample: needs a look first: 1 doubtful, 2 one-sided, 1 moved\n")
        .containsSubsequence(
            "   3   31% 1-1  doubtful\n",
            "tm/sample.zh.txt:3: 乙。\n",
            "tm/sample.en.txt:5: B.\n",
            "   6   42% 0-1  added in the translation\n",
            "   4   88% 1-0  not translated\n",
            "before, no. 3:\n",
            "tm/sample.zh.txt:3: 乙。\n",
            "      tm/sample.zh.txt:4: 丙。\n",
            "after, no. 5:\n",
            "   5   91% 1-1  moved\n",
            "stands after no. 2 in the translation\n",
            "tm/sample: the rest, in order\n",
            "   1   95% ",
            "   2   98% 1-2",
            "   7   95% ");
  }

  @Test
  void doubtIsAWordInTheOrdinaryListingToo() {
    StringWriter out = new StringWriter();
    new PairsText(new PrintWriter(out), Style.PLAIN).write(text);
    assertThat(out.toString()).contains("[doubtful] 乙。", "[moved] 丁。", "(not translated)");
    assertThat(out.toString()).containsOnlyOnce("[doubtful]");
  }

  @Test
  void jsonSaysWhichBeadsHaveMoved() throws IOException {
    StringWriter out = new StringWriter();
    AlignmentJson.write(out, text);
    assertThat(out.toString()).containsOnlyOnce("\"moved\"").contains("\"moved\" : true");
  }

  @Test
  void movedBeadsAreListedAmongTheOthers() throws IOException {
    StringWriter out = new StringWriter();
    AlignmentLines.writeBeads(out, text);
    assertThat(out.toString()).contains("[3]:[]\n[4]:[3]\n[]:[5]\n");
  }
}
