package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Document.InlineMarkup;
import ballast.bitext.UnitCodes.SegmentCodes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Codes of sentences and units. */
final class UnitCodesTest {

  private final List<InlineCode> codes = new ArrayList<>();

  private void code(String element, int offset) {
    codes.add(new InlineCode(Side.SOURCE, offset, element, "", ""));
  }

  /** The codes of each sentence, as {@code element@offset}; sentences end at the given offsets. */
  private List<List<String>> divide(String text, Span... sentences) {
    Block block = new Block(new Span(0, text.length()), BlockType.PARAGRAPH);
    Document document =
        new Document(
            "a.docx",
            Lang.ZH_CN,
            text,
            List.of(block),
            SourceMap.NONE,
            new InlineMarkup(codes, List.of()));
    List<Segment> segments = new ArrayList<>();
    for (Span sentence : sentences) {
      segments.add(new Segment(document, 0, sentence));
    }
    return SegmentCodes.of(document, segments).stream()
        .map(list -> list.stream().map(code -> code.element() + "@" + code.offset()).toList())
        .toList();
  }

  @Test
  void aNoteMarkBehindTheFullStopBelongsToTheSentenceBefore() {
    code("ph", 4);

    assertThat(divide("雨停了。他走了。", new Span(0, 4), new Span(4, 8)))
        .containsExactly(List.of("ph@4"), List.of());
  }

  @Test
  void whatOpensBelongsToTheSentenceThatFollows() {
    code("<pc", 4);
    code("/pc", 8);

    assertThat(divide("雨停了。他走了。", new Span(0, 4), new Span(4, 8)))
        .containsExactly(List.of(), List.of("<pc@0", "/pc@4"));
  }

  @Test
  void whatClosesBelongsToTheSentenceBefore() {
    code("<pc", 0);
    code("/pc", 4);

    assertThat(divide("雨停了。他走了。", new Span(0, 4), new Span(4, 8)))
        .containsExactly(List.of("<pc@0", "/pc@4"), List.of());
  }

  @Test
  void codesInTheSpaceBetweenSentencesMoveToTheirEdges() {
    code("/pc", 11);
    code("<pc", 11);

    assertThat(divide("It rained.  He left.", new Span(0, 10), new Span(12, 20)))
        .containsExactly(List.of("/pc@10"), List.of("<pc@0"));
  }

  @Test
  void aLoneCodeAtTheStartOfTheNextSentenceAfterASpaceBelongsToTheOneBefore() {
    code("ph", 11);

    assertThat(divide("It rained. He left.", new Span(0, 10), new Span(11, 19)))
        .containsExactly(List.of("ph@10"), List.of());
  }

  @Test
  void noCodeIsLostBeforeTheFirstAndAfterTheLastSentence() {
    code("<pc", 0);
    code("ph", 8);
    code("/pc", 8);

    assertThat(divide("雨停了。他走了。", new Span(0, 4), new Span(4, 8)))
        .containsExactly(List.of("<pc@0"), List.of("ph@4", "/pc@4"));
  }

  private static final Pattern CODE = Pattern.compile("\\{([^{}]*)\\}");

  /** {@code {b1}} opens bold, {@code {/b1}} closes it; {@code l} a link, {@code n} a lone code. */
  private static InlineCode parsed(String sign, int offset) {
    String name = sign.replace("/", "");
    String id = "id=\"" + (name.length() > 1 ? name.charAt(1) : '9') + "\"";
    String type =
        switch (name.charAt(0)) {
          case 'b' -> " type=\"fmt\" subType=\"bold\"";
          case 'l' -> " type=\"link\"";
          default -> "";
        };
    String element = name.charAt(0) == 'n' ? "ph" : sign.startsWith("/") ? "/pc" : "<pc";
    String content = name.length() > 2 ? name.substring(2) : "<" + sign + ">";
    return new InlineCode(Side.SOURCE, offset, element, id + type, content);
  }

  private static List<Segment> sentences(Lang lang, String... texts) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    List<InlineCode> codes = new ArrayList<>();
    for (String marked : texts) {
      int start = text.length();
      Matcher sign = CODE.matcher(marked);
      int at = 0;
      while (sign.find()) {
        text.append(marked, at, sign.start());
        codes.add(parsed(sign.group(1), text.length()));
        at = sign.end();
      }
      text.append(marked.substring(at));
      blocks.add(new Block(new Span(start, text.length()), BlockType.PARAGRAPH));
      text.append('\n');
    }
    Document document =
        new Document(
            "d",
            lang,
            text.toString(),
            blocks,
            new SourceMap(List.of()),
            new InlineMarkup(codes, List.of()));
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      segments.add(new Segment(document, i, blocks.get(i).span()));
    }
    return segments;
  }

  private static String codes(List<Segment> source, List<Segment> target) {
    Range first = new Range(0, source.size());
    Range second = new Range(0, target.size());
    Alignment alignment =
        new Alignment(source, target, List.of(new Bead(first, second, 1, List.of())));
    StringBuilder shown = new StringBuilder();
    for (Unit unit : alignment.units("d", "", Instant.EPOCH)) {
      for (InlineCode code : unit.codes()) {
        shown
            .append(code.side() == Side.SOURCE ? 's' : 't')
            .append(code.offset())
            .append(code.isOpening() ? "<" : code.isClosing() ? ">" : "*")
            .append(code.attributes(), 4, 5)
            .append(' ');
      }
    }
    return shown.toString().strip();
  }

  private static String codes(String source, String target) {
    return codes(sentences(Lang.ZH_CN, source), sentences(Lang.EN_US, target));
  }

  @Test
  void aPairOnBothSidesHasOneNumber() {
    assertThat(codes("看{b3}书{/b3}。", "Read {b1}books{/b1}.")).isEqualTo("s1<1 s2>1 t5<1 t10>1");
  }

  @Test
  void codesOfOneKindAreToldApartByTheirContent() {
    assertThat(codes("{l1x}甲{/l1x}{l2y}乙{/l2y}", "{l1y}B{/l1y} {l2x}A{/l2x}"))
        .isEqualTo("s0<1 s1>1 s1<2 s2>2 t0<2 t1>2 t2<1 t3>1");
  }

  @Test
  void codesThatMayBeAnythingAreLeftOut() {
    assertThat(codes("{l1}甲{/l1}{l2}乙{/l2}", "{l3}B{/l3} {l4}A{/l4}")).isEmpty();
    assertThat(codes("{l1}甲{/l1}", "{b1}A{/b1}")).isEmpty();
    assertThat(codes("甲", "{b1}A{/b1}")).isEmpty();
    assertThat(codes("{b1}甲", "{b1}A")).isEmpty();
    assertThat(codes("{b1}甲{/b1}{b2}乙{/b2}", "{b1}A{/b1}")).isEmpty();
  }

  @Test
  void wordsThatLookTheSameNeedNotBeToldApart() {
    assertThat(codes("{b1}甲{/b1}{b2}乙{/b2}", "{b3}B{/b3} {b4}A{/b4}"))
        .isEqualTo("s0<1 s1>1 s1<2 s2>2 t0<1 t1>1 t2<2 t3>2");
  }

  @Test
  void sentencesOfABeadAreJoinedAsTheirTextsAre() {
    assertThat(
            codes(
                sentences(Lang.ZH_CN, "甲。", "{b1}乙{/b1}{n2}。"),
                sentences(Lang.EN_US, "A.", "{b1}B{/b1}{n2}.")))
        .isEqualTo("s2<1 s3>1 s3*2 t3<1 t4>1 t4*2");
  }
}
