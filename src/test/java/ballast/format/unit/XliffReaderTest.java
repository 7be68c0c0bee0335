package ballast.format.unit;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Property;
import ballast.format.document.Packages;
import ballast.format.unit.BilingualUnit.PhraseText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XLIFF of any program, and what memoQ, Phrase and Trados say about a translation in it. */
final class XliffReaderTest {

  @Test
  void readsUnitsWithCodesNotesAndDocument() {
    FoundUnits found =
        first(
            """
            <trans-unit id="7" resname="r"><source>他<g id="1">来</g>了<x id="2"/>。</source>
            <target>He <bpt id="1">&lt;b></bpt>came<ept id="1">&lt;/b></ept>.</target>
            <note from="mei">看</note>
            <alt-trans><source>他走了。</source><target>He left.</target></alt-trans></trans-unit>
            """);
    Unit unit = found.units().get(0);
    assertThat(found.texts()).containsExactly("他来了。 | He came.");
    assertThat(unit.provenance().document()).isEqualTo("docs/a.txt");
    assertThat(unit.extras().notes()).containsExactly("看");
    assertThat(unit.extras().properties())
        .contains(Property.ofUnit("x-xliff-id", "7"), Property.ofUnit("x-xliff-resname", "r"));
    assertThat(unit.codes())
        .containsExactly(
            new InlineCode(Side.SOURCE, 1, "<g", "id=\"1\"", ""),
            new InlineCode(Side.SOURCE, 2, "/g", "", ""),
            new InlineCode(Side.SOURCE, 3, "x", "id=\"2\"", ""),
            new InlineCode(Side.TARGET, 3, "bpt", "id=\"1\"", "<b>"),
            new InlineCode(Side.TARGET, 7, "ept", "id=\"1\"", "</b>"));
  }

  @Test
  void aCopyOfTheSourceIsNoTranslationIfNobodyHasWorkedOnIt() {
    FoundUnits found =
        first(
            """
            <trans-unit id="1"><source>2026</source><target state="new">2026</target></trans-unit>
            <trans-unit id="2"><source>2027</source><target state="final">2027</target></trans-unit>
            <trans-unit id="3"><source>2028</source><target>2028</target></trans-unit>
            """);
    assertThat(found.texts()).containsExactly("2027 | 2027", "2028 | 2028");
    assertThat(found.refused)
        .singleElement()
        .asString()
        .contains("its translation is a copy of the source on which nobody has worked");
  }

  @Test
  void markedSegmentsAreUnitsOfTheirOwn() {
    FoundUnits found =
        first(
            """
            <trans-unit id="1"><source>他来了。她走了。我等着。</source>
            <seg-source><g id="9"><mrk mtype="seg" mid="1">他<x id="3"/>来了。</mrk> \
            <mrk mtype="seg" mid="2">她走了。</mrk><mrk mtype="seg" mid="3">我等着。</mrk></g></seg-source>
            <target><mrk mtype="seg" mid="2">She left.</mrk><g id="9"><mrk mtype="seg" mid="1">He \
            came.</mrk></g></target>
            <sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation"><sdl:value>x</sdl:value></sdl:seg>
            <sdl:seg id="2" conf="RejectedSignOff"/></sdl:seg-defs></trans-unit>
            """);
    assertThat(found.texts()).containsExactly("他来了。 | He came.", "她走了。 | She left.");
    assertThat(found.refused).containsExactly("2: its en-US part has no text element");
    assertThat(found.units().stream().map(unit -> unit.provenance().status()))
        .containsExactly(Unit.Status.APPROVED, Unit.Status.REJECTED);
    assertThat(found.units().get(0).codes())
        .containsExactly(new InlineCode(Side.SOURCE, 1, "x", "id=\"3\"", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "' approved=\"yes\"', '', APPROVED", "' approved=\"no\"', ' state=\"translated\"', DRAFT",
    "'', ' state=\"signed-off\"', APPROVED", "'', ' state=\"final\"', APPROVED",
    "' mq:status=\"Proofread\"', '', APPROVED", "' mq:status=\"ManuallyConfirmed\"', '', DRAFT",
    "'', '', DRAFT"
  })
  void statesBecomeStatuses(String unitState, String targetState, Unit.Status status) {
    FoundUnits found =
        first(
            "<trans-unit id='1'%s><source>他来了。</source><target%s>He came.</target></trans-unit>"
                .formatted(unitState, targetState));
    assertThat(found.units().get(0).provenance().status()).isEqualTo(status);
    assertThat(found.pairs.get(0).judged()).isEqualTo(status == Unit.Status.APPROVED);
  }

  @Test
  void readsVersionTwoSegmentBySegment() {
    FoundUnits found =
        read(
            """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh" trgLang="en">
            <file id="f" original="docs/b.txt"><group id="g"><unit id="u"><notes><note>看</note></notes>
            <mtc:matches><mtc:match><source>他走了。</source><target>No.</target></mtc:match></mtc:matches>
            <originalData><data id="d1">&lt;br/></data></originalData>
            <segment id="s1" state="reviewed"><source>他<ph id="1" dataRef="d1"/>来了。</source>
            <target><pc id="2">He</pc> came.</target></segment>
            <ignorable><source> </source></ignorable>
            <segment id="s2"><source>她走了。</source></segment></unit></group></file></xliff>
            """);
    assertThat(found.texts()).containsExactly("他来了。 | He came.");
    assertThat(found.refused).containsExactly("8: its en part has no text element");
    assertThat(found.mapped).containsExactly("zh as zh-CN", "en as en-US");
    Unit unit = found.units().get(0);
    assertThat(unit.provenance().status()).isEqualTo(Unit.Status.APPROVED);
    assertThat(unit.provenance().document()).isEqualTo("docs/b.txt");
    assertThat(unit.extras().notes()).containsExactly("看");
    assertThat(unit.codes().stream().map(InlineCode::element)).containsExactly("ph", "<pc", "/pc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<trans-unit id='HUGE'>PAIR</trans-unit>",
        "<trans-unit id='1' approved='HUGE'>PAIR</trans-unit>",
        "<trans-unit id='1'>PAIR<note from='HUGE'>x</note></trans-unit>",
        "<trans-unit id='1'>PAIR<note xml:lang='HUGE'>x</note></trans-unit>",
        "<trans-unit id='1'><source>他<x id='HUGE'/></source><target>He</target></trans-unit>",
        "<unit id='HUGE'><segment>PAIR</segment></unit>",
        "<unit id='1'><segment subState='HUGE'>PAIR</segment></unit>"
      })
  void attributesCountAsWell(String unit) {
    String pair = "<source>他来了。</source><target>He came.</target>";
    FoundUnits found =
        first(
            unit.replace("HUGE", "x".repeat(1_100_000)).replace("PAIR", pair)
                + "<trans-unit>"
                + pair
                + "</trans-unit>");
    assertThat(found.refused).containsExactly("2: it is longer than 1000000 characters");
    assertThat(found.pairs).hasSize(1);
  }

  /** As {@code <g:/>}, which a namespace-aware parser would refuse. */
  @Test
  void anElementMayHaveAPrefixAndNoName() {
    FoundUnits found =
        first("<trans-unit id='1'><source>他<g:/>来</source><target>He</target></trans-unit>");
    assertThat(found.units().get(0).codes())
        .containsExactly(new InlineCode(Side.SOURCE, 1, "g:", "", ""));
  }

  @Test
  void aFileThatIsNotXliffIsAnErrorWithLineAndColumn() {
    for (String file : List.of("<tmx/>", "", "<xliff version='1.2'><file>")) {
      assertRefused(() -> read(file), "line 1, column ");
    }
  }

  private static FoundUnits first(String units) {
    return read(xliff("", units));
  }

  private static FoundUnits read(String xliff) {
    return new FoundUnits().read(XliffReader::read, "a.xlf", xliff.getBytes(UTF_8));
  }

  private static final String BEGIN =
      "<xliff version='1.2' xmlns:mq='MQXliff' xmlns:sdl='http://sdl.com/FileTypes/SdlXliff/1.0'"
          + " %s>"
          + "<file original='docs/a.txt' source-language='zh-CN' target-language='en-US'><body>\n";

  private static final String MEMSOURCE = "xmlns:m='http://www.memsource.com/mxlf/2.0'";

  private static final String TEXTS =
      "<source>船到了。</source><target>The ship came.</target></trans-unit>";

  @TempDir Path folder;

  private static String xliff(String namespace, String units) {
    return BEGIN.formatted(namespace) + units + "</body></file></xliff>";
  }

  private static FoundUnits readUnits(String namespace, String units) {
    return read(xliff(namespace, units));
  }

  private static Unit unit(String attributes) {
    return readUnits(MEMSOURCE, "<trans-unit id='1' " + attributes + ">" + TEXTS).units().get(0);
  }

  private static void assertJudged(Unit unit, Unit.Status status, double confidence) {
    assertThat(unit.provenance().status()).isEqualTo(status);
    assertThat(unit.provenance().confidence()).isEqualTo(confidence);
  }

  @ParameterizedTest
  @CsvSource({
    "Proofread, 100, APPROVED, 1.0",
    "Reviewer1Confirmed, 80, APPROVED, 1.0",
    "Rejected, 100, REJECTED, 1.0",
    "ManuallyConfirmed, 75, DRAFT, 1.0", // the translator stands behind it
    "PartiallyEdited, 75, DRAFT, 1.0", // the percentage is of the text before the editing
    "PreTranslated, 101, DRAFT, 1.0",
    "PreTranslated, 84, DRAFT, 0.4", // the translation of another text
    "MachineTranslated, '', DRAFT, 0.4",
    "AssembledFromFragments, '', DRAFT, 0.4",
    "NotStarted, '', DRAFT, 1.0"
  })
  void statesOfMemoq(String state, String percent, Unit.Status status, double confidence) {
    Unit unit = unit("mq:status='%s' mq:percent='%s' mq:locked='locked'".formatted(state, percent));
    assertJudged(unit, status, confidence);
    assertThat(FoundUnits.properties(unit))
        .contains("x-xliff-mq-status=" + state, "x-xliff-locked=yes");
  }

  @ParameterizedTest
  @CsvSource({
    "0, mt, 0.0, false, DRAFT, 0.4",
    "1, mt, 0.0, false, DRAFT, 1.0", // the translator stands behind it
    "2, mt, 0.0, false, APPROVED, 1.0", // a reviewer, too
    "0, mt, 0.0, true, DRAFT, 1.0", // somebody has edited it
    "0, tm, 0.85, false, DRAFT, 0.4",
    "0, tm, 1.01, false, DRAFT, 1.0",
    "false, null, 0, false, DRAFT, 1.0"
  })
  void statesOfPhrase(
      String confirmed,
      String origin,
      String score,
      boolean edited,
      Unit.Status status,
      double confidence) {
    String attributes =
        "m:confirmed='%s' m:trans-origin='%s' m:score='%s' m:level-edited='%s' m:locked='true'";
    Unit found =
        unit(
            attributes.formatted(confirmed, origin, score, edited)
                + " m:modified-at='1579000000000'");
    assertJudged(found, status, confidence);
    assertThat(FoundUnits.properties(found))
        .contains(
            "x-xliff-confirmed=" + confirmed, "x-xliff-origin=" + origin, "x-xliff-locked=yes");
    assertThat(found.provenance().changed()).isEqualTo(Instant.ofEpochSecond(1_579_000_000));
  }

  /** The user's word for a whole file does not reach what a machine made. */
  @Test
  void aMachinesTranslationHasAStatusOfItsOwn() {
    FoundUnits found = readUnits(MEMSOURCE, "<trans-unit id='1' m:trans-origin='mt'>" + TEXTS);
    assertThat(found.pairs.get(0).judged()).isTrue();
    assertThat(found.units().get(0).provenance().isDoubtful()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ApprovedSignOff, mt, 100, APPROVED, 1.0", "Translated, mt, 100, DRAFT, 1.0",
    "Draft, mt, 100, DRAFT, 0.4", "'', amt, '', DRAFT, 0.4",
    "Draft, tm, 98, DRAFT, 0.4", "Draft, interactive, 98, DRAFT, 1.0",
    "Draft, document-match, 100, DRAFT, 1.0", "RejectedTranslation, tm, 100, REJECTED, 1.0"
  })
  void statesOfTrados(
      String conf, String origin, String percent, Unit.Status status, double confidence) {
    Unit unit =
        readUnits(
                "",
                "<trans-unit id='1'><source>船到了。</source>"
                    + "<seg-source><mrk mtype='seg' mid='1'>船到了。</mrk></seg-source>"
                    + "<target><mrk mtype='seg' mid='1'>The ship came.</mrk></target>"
                    + "<sdl:seg-defs><sdl:seg id='1' conf='%s' origin='%s' percent='%s'/>"
                        .formatted(conf, origin, percent)
                    + "</sdl:seg-defs></trans-unit>")
            .units()
            .get(0);
    assertJudged(unit, status, confidence);
    assertThat(FoundUnits.properties(unit)).contains("x-xliff-origin=" + origin);
  }

  @Test
  void approvalInXliffOutweighsTheOrigin() {
    Unit unit = unit("approved='yes' m:trans-origin='mt'");
    assertJudged(unit, Unit.Status.APPROVED, 1.0);
  }

  @Test
  void codesOfPhraseAreCodes() {
    String unit =
        "<trans-unit id='1'><source>{1}他{b&gt;来&lt;b}了{2&gt;。&lt;2} {x} {a b}</source>"
            + "<target>{1}He {b&gt;came&lt;b}.</target></trans-unit>";
    Unit found = readUnits(MEMSOURCE, unit).units().get(0);
    assertThat(found.source()).isEqualTo("他来了。 {x} {a b}");
    assertThat(found.target()).isEqualTo("He came.");
    assertThat(found.codes())
        .containsExactly(
            new InlineCode(Side.SOURCE, 0, "ph", "x=\"1\"", "{1}"),
            new InlineCode(Side.SOURCE, 1, "bpt", "i=\"1000011\"", "{b>"),
            new InlineCode(Side.SOURCE, 2, "ept", "i=\"1000011\"", "<b}"),
            new InlineCode(Side.SOURCE, 3, "bpt", "i=\"2\"", "{2>"),
            new InlineCode(Side.SOURCE, 4, "ept", "i=\"2\"", "<2}"),
            new InlineCode(Side.TARGET, 0, "ph", "x=\"1\"", "{1}"),
            new InlineCode(Side.TARGET, 3, "bpt", "i=\"1000011\"", "{b>"),
            new InlineCode(Side.TARGET, 7, "ept", "i=\"1000011\"", "<b}"));
    assertThat(readUnits("", unit).units().get(0).target()).isEqualTo("{1}He {b>came<b}.");
  }

  @Test
  void codesOfPhraseStandBetweenElements() {
    PhraseText text =
        PhraseText.of(
            "{1}ab{2}c",
            List.of(
                new InlineCode(Side.SOURCE, 3, "x", "", ""),
                new InlineCode(Side.SOURCE, 5, "x", "", ""),
                new InlineCode(Side.SOURCE, 9, "x", "", "")));
    assertThat(text.text()).isEqualTo("abc");
    assertThat(text.codes())
        .extracting(code -> code.offset() + code.element())
        .containsExactly("0ph", "0x", "2x", "2ph", "3x");
  }

  private Path packed(String name, String part, String content) throws IOException {
    return Files.write(folder.resolve(name), new Packages().part(part, content).bytes());
  }

  @Test
  void thePackedFileOfMemoqIsReadWithoutUnpackingIt() throws IOException {
    String unit = xliff("", "<trans-unit id='1'>" + TEXTS);
    Packages parts = new Packages().part("skeleton.xml", unit).part("document.mqxliff", unit);
    for (Path file :
        List.of(
            packed("a.mqxlz", "document.mqxliff", unit),
            Files.write(folder.resolve("b.mqxlz"), parts.bytes()))) {
      assertThat(FoundUnits.in(file).texts()).containsExactly("船到了。 | The ship came.");
      assertThat(UnitFile.format(file)).contains(UnitFormat.XLIFF);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"document.mqxliff", "skeleton.xml"})
  void aPackedFileThatUnpacksToTooMuchIsRefused(String part) throws IOException {
    Path file = packed("bomb.mqxlz", part, BEGIN.formatted("") + " ".repeat(40 << 20));
    assertRefused(() -> FoundUnits.in(file))
        .hasMessage("cannot read \"bomb.mqxlz\": it unpacks to more than 200 times its size");
  }

  @Test
  void anotherZipFileIsRefused() throws IOException {
    Path file = packed("other.mqxlz", "word/document.xml", "");
    assertRefused(() -> FoundUnits.in(file))
        .hasMessage("cannot read \"other.mqxlz\": a ZIP file without a part that ends in .mqxliff");
  }

  @Test
  void aPartWithoutAReadableNameIsDamage() throws IOException {
    Path file = packed("name.mqxlz", "name", "");
    byte[] bytes = Files.readAllBytes(file);
    bytes[30] = (byte) 0xFF; // the first byte of the name
    Files.write(file, bytes);
    assertRefused(() -> FoundUnits.in(file))
        // From Java 25 on in Java's own words.
        .hasMessageMatching("cannot read \"name.mqxlz\": the packed file is damaged \\(.*name\\)+");
  }
}
