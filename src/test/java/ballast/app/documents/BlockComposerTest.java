package ballast.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.documents.TranslatedFile.BlockComposer;
import ballast.app.documents.TranslatedFile.Piece;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.format.article.TranslatedBlock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BlockComposerTest {

  private static final InlineCode BOLD = new InlineCode(Side.SOURCE, 3, "<pc", "", "<b>");

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
}
