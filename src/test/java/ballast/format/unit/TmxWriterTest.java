package ballast.format.unit;

import static ballast.format.unit.MarkedText.code;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.format.unit.TmxWriter.OmegaTTags;
import ballast.format.unit.UnitSink.TmxProfile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.filters.tmx.TmxFilter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TmxWriterTest {

  private static final Instant CREATED = Instant.parse("2026-02-14T08:30:00Z");
  private static final Instant CHANGED = Instant.parse("2026-03-05T23:59:59Z");

  @Test
  void writesEveryPartOfAUnitOnItsOwnLine() throws IOException {
    assertThat(write(List.of(unit("a1", "压舱石", "ballast stone"))))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <tmx version="1.4">
              <header creationtool="Ballast" creationtoolversion="1" segtype="sentence" \
            o-tmf="Ballast" adminlang="en-US" srclang="zh-CN" datatype="plaintext"/>
              <body>
                <tu tuid="a1" creationdate="20260214T083000Z" creationid="mei">
                  <prop type="x-document">tm/articles/a</prop>
                  <prop type="x-status">draft</prop>
                  <prop type="x-confidence">0.97</prop>
                  <tuv xml:lang="zh-CN"><seg>压舱石</seg></tuv>
                  <tuv xml:lang="en-US"><seg>ballast stone</seg></tuv>
                </tu>
              </body>
            </tmx>
            """);
  }

  @Test
  void sameUnitsGiveTheSameBytes() throws IOException {
    List<Unit> units = List.of(unit("1", "一", "one"), unit("2", "二", "two"));
    assertThat(write(units)).isEqualTo(write(units));
  }

  @Test
  void neighboursInTheSameDocumentAreContext() throws IOException {
    String tmx =
        write(List.of(unit("1", "一。", "One."), unit("2", "二。", "Two."), unit("3", "三。", "Three.")));
    assertThat(tmx)
        .containsSubsequence(
            "tuid=\"1\"",
            "<prop type=\"x-context-post\">二。</prop>",
            "tuid=\"2\"",
            "<prop type=\"x-context-pre\">一。</prop>",
            "<prop type=\"x-context-post\">三。</prop>",
            "tuid=\"3\"",
            "<prop type=\"x-context-pre\">二。</prop>");
    assertThat(tmx).containsOnlyOnce("x-context-pre\">一").doesNotContain("x-context-pre\">三");
  }

  @Test
  void neighboursInAnotherDocumentAreNotContext() throws IOException {
    Unit other = unit("2", "tm/articles/b", "二。", "Two.", List.of());
    assertThat(write(List.of(unit("1", "一。", "One."), other))).doesNotContain("x-context");
  }

  @Test
  void aUnitThatIsLeftOutStillIsContext() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TmxWriter writer = writer(bytes, TmxProfile.GENERIC);
    writer.write(unit("1", "一。", "One."));
    writer.leaveOut(unit("2", "二。", "Two."));
    writer.write(unit("3", "三。", "Three."));
    writer.leaveOut(unit("4", "四。", "Four."));
    writer.finish();
    assertThat(bytes.toString(UTF_8))
        .containsSubsequence(
            "tuid=\"1\"",
            "x-context-post\">二。<",
            "tuid=\"3\"",
            "x-context-pre\">二。<",
            "x-context-post\">四。<",
            "</body>")
        .doesNotContain("tuid=\"2\"", "tuid=\"4\"");
  }

  @Test
  void aChangeDateIsWrittenOnlyForAChange() throws IOException {
    Provenance changed =
        new Provenance(
            "d", 1, "mei", CREATED, CHANGED, Unit.Pairing.computed(1), Unit.Status.APPROVED);
    Unit unit = new Unit("x", Lang.ZH_CN, Lang.EN_US, "一", "one", changed, List.of());
    assertThat(write(List.of(unit))).contains("changedate=\"20260305T235959Z\"", "approved");
    assertThat(write(List.of(unit("1", "一", "one")))).doesNotContain("changedate");
  }

  @Test
  void charactersThatXmlForbidsAreReplacedAndTheUnitIsNamed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TmxWriter writer = writer(bytes, TmxProfile.GENERIC);
    writer.write(unit("bad", "一\u000B二\u0000三\uFFFF\uD800", "a\u0007b"));
    writer.write(unit("good", "一", "one"));
    List<String> warnings = writer.finish();
    assertThat(bytes.toString(UTF_8)).contains("<seg>一 二三\uFFFD\uFFFD</seg>", "<seg>ab</seg>");
    assertThat(warnings)
        .containsExactly("unit bad has characters that XML forbids; they were replaced in the TMX");
  }

  @Test
  void inlineCodesReturnToTheirPlaces() throws IOException {
    List<InlineCode> codes =
        List.of(
            new InlineCode(Side.SOURCE, 0, "bpt", "i=\"1\" type=\"bold\"", "<b>"),
            new InlineCode(Side.SOURCE, 3, "ept", "i=\"1\"", "</b>"),
            new InlineCode(Side.TARGET, 7, "ph", "x=\"2\"", ""));
    assertThat(write(List.of(unit("c", "tm/a", "压舱石的", "ballast stone", codes))))
        .contains(
            "<seg><bpt i=\"1\" type=\"bold\">&lt;b&gt;</bpt>压舱石<ept"
                + " i=\"1\">&lt;/b&gt;</ept>的</seg>",
            "<seg>ballast<ph x=\"2\"></ph> stone</seg>");
  }

  @Test
  void okapiReadsBackExactlyTheTextsOfHostileUnits() throws IOException {
    SplittableRandom random = new SplittableRandom(20260214);
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      units.add(unit("u" + i, "中" + randomText(random), "e" + randomText(random)));
    }
    List<String> back = new ArrayList<>();
    try (TmxFilter filter = new TmxFilter();
        RawDocument document =
            new RawDocument(
                write(units), LocaleId.fromString("zh-CN"), LocaleId.fromString("en-US"))) {
      filter.open(document);
      while (filter.hasNext()) {
        Event event = filter.next();
        if (event.isTextUnit()) {
          back.add(
              event.getTextUnit().getSource()
                  + "\t"
                  + event.getTextUnit().getTarget(LocaleId.fromString("en-US")));
        }
      }
    }
    assertThat(back)
        .as("seed 20260214")
        .isEqualTo(units.stream().map(u -> u.source() + "\t" + u.target()).toList());
  }

  @Test
  void everyParserGetsCarriageReturnsBack() throws IOException, XMLStreamException {
    String tmx = write(List.of(unit("1", "一\r\n二\r", "one\ttwo")));
    XMLStreamReader xml =
        XMLInputFactory.newDefaultFactory()
            .createXMLStreamReader(new ByteArrayInputStream(tmx.getBytes(UTF_8)));
    List<String> segments = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("seg")) {
        segments.add(xml.getElementText());
      }
    }
    assertThat(segments).containsExactly("一\r\n二\r", "one\ttwo");
  }

  @Test
  void noUnitsGiveAnEmptyBody() throws IOException {
    assertThat(write(List.of())).contains("<body>\n  </body>").endsWith("</tmx>\n");
  }

  private static String randomText(SplittableRandom random) {
    String alphabet = "中文。“”<>&'\"]]>x 1%\u00A0\u3000é𠮷😀";
    int[] codePoints = alphabet.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      text.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
    }
    return text.toString();
  }

  private static Unit unit(String id, String source, String target) {
    return unit(id, "tm/articles/a", source, target, List.of());
  }

  private static Unit unit(
      String id, String document, String source, String target, List<InlineCode> codes) {
    Provenance provenance = Provenance.aligned(document, 1, "mei", CREATED, 0.97);
    return new Unit(id, Lang.ZH_CN, Lang.EN_US, source, target, provenance, codes);
  }

  private static String write(List<Unit> units) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TmxWriter writer = writer(bytes, TmxProfile.GENERIC);
    for (Unit unit : units) {
      writer.write(unit);
    }
    writer.finish();
    return bytes.toString(UTF_8);
  }

  private static final String BOLD = "id=\"4\" type=\"fmt\" subType=\"bold\"";

  private static final Map<Character, InlineCode> SIGNS =
      Map.of(
          '[', code("<g", "id=\"1\" ctype=\"bold\"", ""),
          ']', code("/g", "", ""),
          '<', code("<pc", BOLD, ""),
          '>', code("/pc", BOLD, ""),
          '/', code("it", "id=\"1\" pos=\"close\" ctype=\"bold\"", ""),
          '*', code("ph", "id=\"2\" ctype=\"break\"", ""),
          '+', code("ph", "id=\"7\"", ""),
          '(', code("bpt", "i=\"1\"", ""),
          ')', code("ept", "i=\"1\"", ""));

  private static Unit marked(String source, String target) {
    List<InlineCode> codes = MarkedText.codes(Side.SOURCE, source, SIGNS);
    codes.addAll(MarkedText.codes(Side.TARGET, target, SIGNS));
    return unit("1", "a", "甲乙丙", "a b c", codes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          a code has the same tag in both texts ¦ [甲]乙*丙 ¦ *a [b] c ¦ \
          <b0>甲</b0>乙<b1/>丙 ¦ <b1/>a <b0>b</b0> c
          codes of a document are named as in its XLIFF file ¦ <甲>乙丙 ¦ <a> b c ¦ \
          <b0>甲</b0>乙丙 ¦ <b0>a</b0> b c
          a half pair is one tag ¦ 甲/乙丙 ¦ a/ b c ¦ 甲</b0>乙丙 ¦ a</b0> b c
          a pair of another format has none ¦ 甲(乙)丙 ¦ a b c ¦ ¦
          a unit with different codes has none ¦ 甲*乙丙 ¦ a+ b c ¦ ¦
          """)
  void codesBecomeTagsOfOmegaT(
      String what,
      String source,
      String target,
      @Nullable String sourceText,
      @Nullable String targetText) {
    Unit unit = marked(source, target);
    assertThat(OmegaTTags.text(unit, Side.SOURCE).orElse(null)).as(what).isEqualTo(sourceText);
    assertThat(OmegaTTags.text(unit, Side.TARGET).orElse(null)).as(what).isEqualTo(targetText);
  }

  @Test
  void theyAreTextInAMemoryForOmegaTAndCodesInOthers() throws IOException {
    Unit unit = marked("甲/乙丙", "a/ b c");
    assertThat(write(unit, TmxProfile.OMEGAT)).contains("<seg>甲&lt;/b0&gt;乙丙</seg>");
    assertThat(write(unit, TmxProfile.GENERIC))
        .contains("<seg>甲<it pos=\"end\" x=\"1\"></it>乙丙</seg>");
  }

  private static String write(Unit unit, TmxProfile profile) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TmxWriter writer = writer(bytes, profile);
    writer.write(unit);
    writer.finish();
    return bytes.toString(UTF_8);
  }

  private static TmxWriter writer(ByteArrayOutputStream out, TmxProfile profile)
      throws IOException {
    return new TmxWriter(out, Lang.ZH_CN, profile);
  }
}
