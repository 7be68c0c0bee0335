package ballast.app.documents;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.documents.DocumentMerge.CodeMapping;
import ballast.app.documents.DocumentMerge.Gaps;
import ballast.app.documents.DocumentMerge.SentencePlaces;
import ballast.app.documents.TranslatedFile.BlockComposer;
import ballast.app.documents.TranslatedFile.Piece;
import ballast.app.documents.TranslatedFile.ResultCheck;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import ballast.format.document.DocumentReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockComposerTest {

  private static final InlineCode BOLD = new InlineCode(Side.SOURCE, 3, "<pc", "", "<b>");

  /** 他<b>走<i/></b>了。 */
  private static final List<InlineCode> SENTENCE =
      List.of(
          code("<pc", 1, "id=\"7\"", "<b>"),
          code("ph", 2, "id=\"8\"", "<i/>"),
          code("/pc", 2, "id=\"7\"", "</b>"));

  private static final String PAGE = "<h1>渡口</h1><p>老人守了三十年。</p><p>渡船还在。</p>";

  private static Document document(String text, Lang lang) {
    Block block = new Block(new Span(0, text.length()), BlockType.PARAGRAPH);
    return new Document("a.md", lang, text, List.of(block), SourceMap.NONE);
  }

  private static Piece translated(Document document, int start, int end, String text) {
    return new Piece(new Segment(document, 0, new Span(start, end)), text, List.of(BOLD), true);
  }

  private static Piece kept(Document document, int start, int end) {
    return Piece.kept(new Segment(document, 0, new Span(start, end)), List.of());
  }

  private static TranslatedBlock first(Map<Integer, TranslatedBlock> blocks) {
    return Objects.requireNonNull(blocks.get(0));
  }

  @Test
  void englishSentencesAreSeparatedBySpaces() {
    Document document = document("雨停了。他走了。", Lang.ZH_CN);

    Map<Integer, TranslatedBlock> blocks =
        new BlockComposer(document, Lang.EN_US)
            .blocks(
                List.of(
                    translated(document, 0, 4, "It stopped raining."),
                    translated(document, 4, 8, "He left.")));

    assertThat(first(blocks).text()).isEqualTo("It stopped raining. He left.");
    assertThat(first(blocks).codes()).extracting(InlineCode::offset).containsExactly(3, 23);
  }

  @Test
  void chineseSentencesAreNot() {
    Document document = document("It rained. He left.", Lang.EN_US);

    Map<Integer, TranslatedBlock> blocks =
        new BlockComposer(document, Lang.ZH_CN)
            .blocks(
                List.of(translated(document, 0, 10, "下雨了。"), translated(document, 11, 19, "他走了。")));

    assertThat(first(blocks).text()).isEqualTo("下雨了。他走了。");
  }

  @Test
  void whatStandsBetweenTwoSentencesThatStayIsKept() {
    Document document = document("It rained.  He left. So did I.", Lang.EN_US);

    Map<Integer, TranslatedBlock> blocks =
        new BlockComposer(document, Lang.ZH_CN)
            .blocks(
                List.of(
                    kept(document, 0, 10),
                    kept(document, 12, 20),
                    translated(document, 21, 30, "我也走了。")));

    assertThat(first(blocks).text()).isEqualTo("It rained.  He left.我也走了。");
  }

  @Test
  void aLineBreakStaysALineBreak() {
    Document document = document("雨停了。\n他走了。", Lang.ZH_CN);

    Map<Integer, TranslatedBlock> blocks =
        new BlockComposer(document, Lang.EN_US)
            .blocks(
                List.of(
                    translated(document, 0, 4, "It stopped raining."),
                    translated(document, 5, 9, "He left.")));

    assertThat(first(blocks).text()).isEqualTo("It stopped raining.\nHe left.");
  }

  @Test
  void aBlockWithoutTranslationsIsLeftAlone() {
    Document document = document("雨停了。", Lang.ZH_CN);

    assertThat(new BlockComposer(document, Lang.EN_US).blocks(List.of(kept(document, 0, 4))))
        .isEmpty();
  }

  private static InlineCode code(String element, int offset, String attributes, String content) {
    return new InlineCode(Side.SOURCE, offset, element, attributes, content);
  }

  private static InlineCode returned(String element, int offset, int id) {
    String attributes = id == 0 ? "" : "id=\"" + id + "\"";
    return new InlineCode(Side.TARGET, offset, element, attributes, "");
  }

  /** The codes as {@code content@offset}, and then the problems. */
  private static List<String> map(List<InlineCode> sentence, InlineCode... returned) {
    CodeMapping.Mapped mapped = CodeMapping.map(sentence, "He left.", List.of(returned));
    List<String> all = new ArrayList<>();
    mapped.codes().forEach(code -> all.add(code.content() + "@" + code.offset()));
    all.addAll(mapped.problems());
    return all;
  }

  @Test
  void codesAreCountedFromOneAndPairsOnce() {
    assertThat(map(SENTENCE, returned("<g", 3, 1), returned("x", 7, 2), returned("/g", 7, 0)))
        .containsExactly("<b>@3", "<i/>@7", "</b>@7");
  }

  @Test
  void anEmptyPairIsAPair() {
    assertThat(map(SENTENCE, returned("g", 3, 1), returned("x", 7, 2)))
        .containsExactly("<b>@3", "</b>@3", "<i/>@7");
  }

  @Test
  void whatIsLostIsNamedAndStandsAtTheEnd() {
    assertThat(map(SENTENCE, returned("x", 2, 2)))
        .containsExactly("<i/>@2", "<b>@8", "</b>@8", "the code <b> is lost");
  }

  @Test
  void whatIsDoubledIsNamedAndLeftOut() {
    assertThat(
            map(
                SENTENCE,
                returned("<g", 0, 1),
                returned("/g", 2, 0),
                returned("<g", 3, 1),
                returned("x", 7, 2),
                returned("/g", 7, 0)))
        .containsExactly("<b>@0", "</b>@2", "<i/>@7", "the code <b> is there twice");
  }

  @Test
  void aForeignCodeIsNamedAndLeftOut() {
    assertThat(
            map(
                SENTENCE,
                returned("<g", 3, 1),
                returned("x", 5, 9),
                returned("x", 7, 2),
                returned("/g", 7, 0)))
        .containsExactly("<b>@3", "<i/>@7", "</b>@7", "the code 9 is not in the original sentence");
  }

  @Test
  void marksOfTheToolAreNotCodes() {
    assertThat(
            map(
                SENTENCE,
                returned("<mrk", 0, 1),
                returned("<g", 3, 1),
                returned("x", 7, 2),
                returned("/g", 7, 0),
                returned("/mrk", 8, 0)))
        .containsExactly("<b>@3", "<i/>@7", "</b>@7");
  }

  @Test
  void theHalfOfAPairThatEndsInAnotherSentenceIsACodeOfItsOwn() {
    List<InlineCode> half = List.of(code("<pc", 1, "id=\"7\"", "<b>"));

    assertThat(map(half, returned("bx", 3, 1))).containsExactly("<b>@3");
  }

  private static Document document(String... blocks) {
    List<Block> all = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String block : blocks) {
      int start = text.length();
      text.append(block);
      all.add(new Block(new Span(start, text.length()), BlockType.PARAGRAPH));
      text.append('\n');
    }
    return new Document("a.md", Lang.EN_US, text.toString(), all, SourceMap.NONE);
  }

  @Test
  void theSameSentenceTwiceIsFoundTwice() {
    SentencePlaces places = new SentencePlaces(document("It rained. It rained.", "It rained."));

    assertThat(places.next("It rained.").map(Segment::span)).contains(new Span(0, 10));
    assertThat(places.next("It rained.").map(Segment::span)).contains(new Span(11, 21));
    assertThat(places.next("It rained.").map(Segment::blockIndex)).contains(1);
    assertThat(places.next("It rained.")).isEmpty();
  }

  @Test
  void whiteSpaceMayDiffer() {
    SentencePlaces places = new SentencePlaces(document("It\n rained. He left."));

    assertThat(places.next("It rained. ").map(Segment::text)).contains("It\n rained.");
    assertThat(places.next("He left.")).isPresent();
  }

  @Test
  void textThatIsInNoSentenceIsPassedOver() {
    SentencePlaces places = new SentencePlaces(document("A title", "It rained. He left."));

    assertThat(places.next("He left.").map(Segment::blockIndex)).contains(1);
    assertThat(places.next("A title")).isEmpty();
  }

  @Test
  void gapsCompleteTheDocument() {
    Document document = document("A title", "It rained. He left. So did I.");
    Segment found = new SentencePlaces(document).next("He left.").orElseThrow();

    assertThat(new Gaps(document).filled(List.of(found)))
        .extracting(Segment::text)
        .containsExactly("A title", "It rained.", "He left.", "So did I.");
  }

  private static ReadText read(String page) {
    byte[] bytes = ("<html><body>" + page + "</body></html>").getBytes(UTF_8);
    return new DocumentReader(ReaderOptions.DEFAULT).read(bytes, "page.html");
  }

  /** The blocks that are wrong if the second is to be "He stayed." and the page is this one. */
  private static Set<Integer> wrong(String page) {
    Document now = read(page).document();
    TranslatedBlock wanted = new TranslatedBlock("He stayed.", List.of());
    return new ResultCheck(read(PAGE)).wrong(now, Map.of(1, wanted));
  }

  @Test
  void aPageMayBreakItsLinesElsewhere() {
    assertThat(wrong("<h1>渡口</h1><p>He\nstayed.</p><p>渡船还在。</p>")).isEmpty();
    assertThat(wrong("<h1>渡口</h1><p>He<p>stayed.</p><p>渡船还在。</p>")).isEmpty();
  }

  @Test
  void theBlockOfAPageThatIsOtherwiseIsNamed() {
    assertThat(wrong("<h1>渡口</h1><p>He stayed!</p><p>渡船还在。</p>")).containsExactly(1);
    assertThat(wrong("<h1>渡口</h1><p>He stayed.</p><p>渡船还在！</p>")).containsExactly(2);
    assertThat(wrong("<p>He stayed.</p><h1>渡口</h1><p>渡船还在。</p>")).containsExactly(0);
  }

  @Test
  void aPageWithMoreWordsIsRefused() {
    assertRefused(
        () -> wrong("<h1>渡口</h1><p>He stayed.</p><p>渡船还在。</p><p>完</p>"),
        "it would lose or gain words");
  }
}
