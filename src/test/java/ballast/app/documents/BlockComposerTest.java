package ballast.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.documents.DocumentMerge.SentencePlaces;
import ballast.app.documents.TranslatedFile.Piece;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.CodeComparison;
import ballast.bitext.CodeComparison.Problem;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.format.article.TranslatedBlock;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockComposerTest {

  private static final InlineCode BOLD = new InlineCode(Side.SOURCE, 3, "<pc", "", "<b>");

  /** 他<b>走<i/></b>了。 */
  private static final List<InlineCode> SENTENCE =
      List.of(
          code("<pc", 1, "id=\"7\"", "<b>"),
          code("ph", 2, "id=\"8\"", "<i/>"),
          code("/pc", 2, "id=\"7\"", "</b>"));

  /** What the only block becomes if its sentences have these translations; an empty one stays. */
  private static List<TranslatedBlock> composed(String text, Lang target, String... translations) {
    Lang source = target.equals(Lang.EN_US) ? Lang.ZH_CN : Lang.EN_US;
    Block block = new Block(new Span(0, text.length()), BlockType.PARAGRAPH);
    Document document = new Document("a.md", source, text, List.of(block), SourceMap.NONE);
    List<Piece> pieces = new ArrayList<>();
    for (Segment sentence : Segmenter.create(SegmenterOptions.DEFAULT).segment(document)) {
      String translation = translations[pieces.size()];
      pieces.add(
          translation.isEmpty()
              ? Piece.kept(sentence, List.of())
              : new Piece(sentence, translation, List.of(BOLD), true));
    }
    return List.copyOf(TranslatedFile.blocks(document, target, pieces).values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "English sentences are separated by spaces | en-US | 雨停了。他走了。"
            + " | It stopped raining. | He left. | '' | It stopped raining. He left.",
        "Chinese sentences are not | zh-CN | It rained. He left. | 下雨了。 | 他走了。 | '' | 下雨了。他走了。",
        "what is between two sentences that stay is kept | zh-CN | It rained.  He left. So did I."
            + " | '' | '' | 我也走了。 | It rained.  He left.我也走了。",
        "a line break stays a line break | en-US | 雨停了。~他走了。"
            + " | It stopped raining. | He left. | '' | It stopped raining.~He left."
      })
  void sentencesAreJoined(
      String rule, Lang target, String text, String one, String two, String three, String joined) {
    assertThat(composed(text.replace('~', '\n'), target, one, two, three))
        .as(rule)
        .extracting(TranslatedBlock::text)
        .containsExactly(joined.replace('~', '\n'));
  }

  @Test
  void codesMoveWithTheirSentences() {
    List<TranslatedBlock> blocks =
        composed("雨停了。他走了。", Lang.EN_US, "It stopped raining.", "He left.");
    assertThat(blocks.get(0).codes()).extracting(InlineCode::offset).containsExactly(3, 23);
  }

  @Test
  void aBlockWithoutTranslationsIsLeftAlone() {
    assertThat(composed("雨停了。", Lang.EN_US, "")).isEmpty();
  }

  private static InlineCode code(String element, int offset, String attributes, String content) {
    return new InlineCode(Side.SOURCE, offset, element, attributes, content);
  }

  /** The codes as {@code element:id@offset}. */
  private static List<InlineCode> returned(String codes) {
    List<InlineCode> returned = new ArrayList<>();
    for (String code : codes.split(" ")) {
      String[] parts = code.split("[:@]");
      String attributes = parts[1].isEmpty() ? "" : "id=\"" + parts[1] + "\"";
      returned.add(
          new InlineCode(Side.TARGET, Integer.parseInt(parts[2]), parts[0], attributes, ""));
    }
    return returned;
  }

  /** The codes as {@code content@offset}, and then the problems. */
  private static String map(List<InlineCode> sentence, String returned) {
    CodeComparison compared =
        CodeComparison.numbered("他走了。", sentence, "He left.", returned(returned));
    return Stream.concat(
            compared.placed("He left.".length()).stream()
                .map(code -> code.content() + "@" + code.offset()),
            compared.problems().stream().filter(Problem::isBroken).map(Problem::what))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Codes are counted from one, and pairs once.
          <g:1@3 x:2@7 /g:@7 | <b>@3 <i/>@7 </b>@7
          # An empty pair is a pair.
          g:1@3 x:2@7 | <b>@3 </b>@3 <i/>@7
          # A lost code is named and put at the end.
          x:2@2 | <i/>@2 <b>@8 </b>@8 the code <b> is lost
          # A repeated code is named and left out.
          <g:1@0 /g:@2 <g:1@3 x:2@7 /g:@7 | <b>@0 </b>@2 <i/>@7 the code <b> is there twice
          # A foreign code is named and left out.
          <g:1@3 x:9@5 x:2@7 /g:@7 | <b>@3 <i/>@7 </b>@7 the code <x id="9"> is not in the source
          # Marks of the tool are not codes.
          <mrk:1@0 <g:1@3 x:2@7 /g:@7 /mrk:@8 | <b>@3 <i/>@7 </b>@7
          """)
  void codesFindTheirPlaces(String returned, String mapped) {
    assertThat(map(SENTENCE, returned)).isEqualTo(mapped);
  }

  @Test
  void theHalfOfAPairThatEndsInAnotherSentenceIsACodeOfItsOwn() {
    assertThat(map(SENTENCE.subList(0, 1), "bx:1@3")).isEqualTo("<b>@3");
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

    assertThat(DocumentMerge.withGaps(document, List.of(found)))
        .extracting(Segment::text)
        .containsExactly("A title", "It rained.", "He left.", "So did I.");
  }
}
