package ballast.format.unit;

import static ballast.bitext.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    return read(
        """
        <xliff version="1.2"><file original="docs/a.txt" source-language="zh-CN" target-language="en-US"><body>
        %s</body></file></xliff>
        """
            .formatted(units));
  }

  private static FoundUnits read(String xliff) {
    return new FoundUnits().read(XliffReader::read, "a.xlf", xliff.getBytes(UTF_8));
  }
}
