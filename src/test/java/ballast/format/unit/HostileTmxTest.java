package ballast.format.unit;

import static ballast.Refusal.assertRefused;
import static ballast.format.unit.TmxReaderTest.PAIR;
import static ballast.format.unit.TmxReaderTest.pair;
import static ballast.format.unit.TmxReaderTest.tmx;
import static ballast.format.unit.TmxReaderTest.tu;
import static ballast.format.unit.TmxReaderTest.tuv;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings, packed and damaged files, traps. */
@Tag("hostile")
final class HostileTmxTest {

  @ParameterizedTest
  @CsvSource({"UTF-8,true", "UTF-16LE,true", "UTF-16BE,true", "UTF-16LE,false", "UTF-16BE,false"})
  void encodingsOfUnicodeAreRecognised(String encoding, boolean mark) {
    for (String declaration : List.of("<?xml version=\"1.0\"?>", "")) {
      String tmx = (mark ? "\uFEFF" : "") + declaration + tmx(tu(PAIR)).strip();
      assertThat(FoundUnits.ofTmx(tmx.getBytes(Charset.forName(encoding))).texts()).hasSize(1);
    }
  }

  @Test
  void declaredEncodingsAreObeyed() {
    String tmx = "<?xml version='1.0' encoding='GB2312'?>\n" + tmx(tu(PAIR)).strip();
    assertThat(FoundUnits.ofTmx(tmx.getBytes(Charset.forName("GB18030"))).texts())
        .containsExactly("他来了。 | He came.");
    String wrong = "<?xml version='1.0' encoding='UTF-16'?>\n" + tmx(tu(PAIR)).strip();
    assertThat(FoundUnits.ofTmx(wrong).texts()).hasSize(1);
    assertRefused(
        () -> FoundUnits.ofTmx("<?xml version='1.0' encoding='klingon'?><tmx/>"), "klingon");
  }

  @Test
  void aByteOfAnotherEncodingIsAnErrorWithItsLineAfterTheEarlierLines() {
    byte[] good = tmx(tu(PAIR), tu(PAIR.replace("他", "她")), tu(PAIR)).getBytes(UTF_8);
    int second = new String(good, UTF_8).indexOf('她');
    good[new String(good, UTF_8).substring(0, second).getBytes(UTF_8).length] = (byte) 0xB0;
    FoundUnits found = new FoundUnits();
    assertRefused(() -> found.read(TmxReader::read, "a.tmx", good), "line 4", "encoding");
    assertThat(found.pairs).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<tu tuid=\"HUGE\">PAIR</tu>",
        "<tu srclang=\"HUGE\">PAIR</tu>",
        "<tu><prop type=\"HUGE\">x</prop>PAIR</tu>",
        "<tu><note xml:lang=\"HUGE\">x</note>PAIR</tu>",
        "<tu>PAIR<tuv xml:lang=\"HUGE\"><seg>x</seg></tuv></tu>",
        "<tu><tuv xml:lang=\"zh\" creationid=\"HUGE\"><seg>他</seg></tuv>PAIR</tu>",
        "<tu><tuv xml:lang=\"zh\"><seg>他<ph x=\"HUGE\"/></seg></tuv>PAIR</tu>"
      })
  void attributesCountAsWell(String unit) {
    String huge = unit.replace("HUGE", "x".repeat(1_100_000)).replace("PAIR", PAIR);
    FoundUnits found = FoundUnits.ofTmx(tmx(huge, tu(PAIR)));
    assertThat(found.refused).containsExactly("3: it is longer than 1000000 characters");
    assertThat(found.pairs).hasSize(1);
  }

  @Test
  void packedFilesAreUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(tmx(tu(PAIR)).getBytes(UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    assertThat(FoundUnits.ofTmx(bytes).texts()).hasSize(1);
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 20);
    assertRefused(() -> FoundUnits.ofTmx(cut), "cut off");
  }

  @Test
  void entitiesAreNeverExpanded() {
    String doctype =
        "<!DOCTYPE tmx SYSTEM 'tmx14.dtd' [<!ENTITY a SYSTEM 'file:///etc/passwd'>\n"
            + "<!ENTITY b 'bb'>]>";
    String harmless = tmx(tu(PAIR)).replace("<tmx ", doctype + "<tmx ");
    assertThat(FoundUnits.ofTmx(harmless).texts()).hasSize(1);
    for (String entity : List.of("&a;", "&b;", "&nbsp;")) {
      assertRefused(
          () -> FoundUnits.ofTmx(harmless.replace("He came.", "He " + entity + " came.")),
          "line 4",
          "entity " + entity);
    }
  }

  @Test
  void forbiddenCharactersAreReplacedAndReportedWithTheirLine() {
    FoundUnits found =
        FoundUnits.ofTmx(
            tmx(
                tu(pair("他\u000B来了。", "He&#x0B;came&#7;.&#xFFFE;")),
                tu(pair("<![CDATA[他&#x0B;来了]]>", "<!-- \u0001 -->He&#65;"))));
    assertThat(found.texts()).containsExactly("他 来了。 | He came.\uFFFD", "他&#x0B;来了 | HeA");
    assertThat(found.corrected)
        .containsExactly(
            "3: the character U+000B, which XML forbids, was replaced by a space",
            "3: the character U+000B, which XML forbids, was replaced by a space",
            "3: the character U+0007, which XML forbids, was left out",
            "3: the character U+FFFE, which XML forbids, was replaced by U+FFFD",
            "4: the character U+0001, which XML forbids, was left out");
  }

  @Test
  void aBrokenFileIsAnErrorWithLineAndColumn() {
    String tmx = tmx(tu(PAIR), tu(PAIR));
    assertRefused(() -> FoundUnits.ofTmx(tmx.substring(0, tmx.lastIndexOf("</seg>"))))
        .hasMessageMatching("cannot read \"a.tmx\": line 4, column \\d+: (?s).*");
    assertRefused(() -> FoundUnits.ofTmx(""), "line 1, column 1");
    assertRefused(() -> FoundUnits.ofTmx("压舱石"), "line 1, column 1");
    assertRefused(() -> FoundUnits.ofTmx("<html/>"), "not a TMX file: it begins with <html>");
    assertRefused(() -> FoundUnits.ofTmx(tmx + "more"));
  }

  @Test
  void aUnitThatIsTooLongIsRefusedWithoutFillingTheMemory() {
    String text = "长".repeat(InlineText.MAX_LENGTH + 1);
    FoundUnits found =
        FoundUnits.ofTmx(
            tmx(
                tu(pair(text, "Long.")),
                tu("<note>" + text + "</note>" + PAIR),
                tu(PAIR + tuv("fr", "x").repeat(3000)),
                tu(PAIR)));
    assertThat(found.refused)
        .containsExactly(
            "3: it is longer than 1000000 characters",
            "4: it is longer than 1000000 characters",
            "5: it is longer than 1000000 characters");
    assertThat(found.texts()).hasSize(1);
  }

  @Test
  void nestingWithoutEndIsAnError() {
    assertRefused(() -> FoundUnits.ofTmx(tmx(tu(tuv("zh-CN", "<hi>".repeat(100_000))))), "line 3");
  }
}
