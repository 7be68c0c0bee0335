package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Document.InlineMarkup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes of sentences and units. */
final class UnitCodesTest {

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

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "a note mark behind the full stop belongs to the sentence before;"
            + " 雨停了。{n1}他走了。; [ph@4] []",
        "what opens belongs to the sentence that follows;"
            + " 雨停了。{b1}他走了。{/b1}; [] [<pc@0, /pc@4]",
        "what closes belongs to the sentence before; {b1}雨停了。{/b1}他走了。; [<pc@0, /pc@4] []",
        "codes in the space between sentences move to their edges;"
            + " It rained. {/b1}{b1} He left.; [/pc@10] [<pc@0]",
        "a lone code at the start of the next sentence after a space belongs to the one before;"
            + " It rained. {n1}He left.; [ph@10] []",
        "no code is lost before the first and after the last sentence;"
            + " {b1}雨停了。他走了。{n2}{/b1}; [<pc@0] [ph@4, /pc@4]"
      })
  void eachCodeBelongsToASentence(String why, String marked, String expected) {
    Document document = sentences(Lang.ZH_CN, marked).get(0).document();
    List<Segment> segments =
        Pattern.compile("[^。. ][^。.]*[。.]")
            .matcher(document.text())
            .results()
            .map(found -> new Segment(document, 0, new Span(found.start(), found.end())))
            .toList();
    assertThat(
            UnitCodes.bySentence(document, segments).stream()
                .map(list -> list.stream().map(code -> code.element() + "@" + code.offset()))
                .map(codes -> codes.toList().toString()))
        .as(why)
        .containsExactly(expected.split("(?<=]) "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "a pair on both sides has one number;"
            + " 看{b3}书{/b3}。; Read {b1}books{/b1}.; s1<1 s2>1 t5<1 t10>1",
        "codes of one kind are told apart by their content;"
            + " {l1x}甲{/l1x}{l2y}乙{/l2y}; {l1y}B{/l1y} {l2x}A{/l2x};"
            + " s0<1 s1>1 s1<2 s2>2 t0<2 t1>2 t2<1 t3>1",
        "links may be either; {l1}甲{/l1}{l2}乙{/l2}; {l3}B{/l3} {l4}A{/l4}; ''",
        "a link is not bold; {l1}甲{/l1}; {b1}A{/b1}; ''",
        "nothing is bold in the source; 甲; {b1}A{/b1}; ''",
        "bold is not closed; {b1}甲; {b1}A; ''",
        "one word is not bold in the target; {b1}甲{/b1}{b2}乙{/b2}; {b1}A{/b1}; ''",
        "words that look the same need not be told apart;"
            + " {b1}甲{/b1}{b2}乙{/b2}; {b3}B{/b3} {b4}A{/b4};"
            + " s0<1 s1>1 s1<2 s2>2 t0<1 t1>1 t2<2 t3>2"
      })
  void codesOfBothSidesAreMatchedOrLeftOut(
      String why, String source, String target, String expected) {
    assertThat(codes(sentences(Lang.ZH_CN, source), sentences(Lang.EN_US, target)))
        .as(why)
        .isEqualTo(expected);
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
