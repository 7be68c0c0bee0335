package ballast.format.unit;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.bitext.Unit.Context;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TsvUnitReaderTest {

  @Test
  void readsALineAUnitWithAnyLineEnd() {
    FoundUnits found = read("他来了。\tHe came.\r\n\r\n她走了。\tShe left.\r我等着。\tI wait.");
    assertThat(found.texts())
        .containsExactly("他来了。 | He came.", "她走了。 | She left.", "我等着。 | I wait.");
    assertThat(found.pairs.get(1).raw().line()).isEqualTo(3);
  }

  @Test
  void escapesStandForTheirCharacters() {
    assertThat(read("他\\t来\\n了\\\\。\tHe \\came.").texts())
        .containsExactly("他\t来\n了\\。 | He \\came.");
  }

  @Test
  void namedColumnsMayStandInAnyOrder() {
    FoundUnits found =
        read(
            """
            ID\tTarget\tstatus\tSource\tdocument\tauthor\tchanged\tbefore\tnote\tclient
            0123456789ab\tHe came.\tapproved\t他来了。\tdocs/a\tli\t2020-01-02T03:04:05Z\t前。\t看\tA
            """);
    Unit unit = found.units().get(0);
    assertThat(unit.id()).isEqualTo("0123456789ab");
    assertThat(unit.source()).isEqualTo("他来了。");
    assertThat(unit.provenance().status()).isEqualTo(Unit.Status.APPROVED);
    assertThat(unit.provenance().document()).isEqualTo("docs/a");
    assertThat(unit.provenance().author()).isEqualTo("li");
    assertThat(unit.provenance().changed()).isEqualTo(Instant.parse("2020-01-02T03:04:05Z"));
    assertThat(unit.extras().context()).isEqualTo(new Context("前。", ""));
    assertThat(unit.extras().notes()).containsExactly("看");
    assertThat(unit.extras().properties()).hasSize(2);
  }

  @Test
  void languageCodesNameColumnsToo() {
    FoundUnits found = read("en-GB\tzh\nHe came.\t他来了。\n");
    assertThat(found.texts()).containsExactly("他来了。 | He came.");
    assertThat(found.mapped).containsExactly("zh as zh-CN", "en-GB as en-US");
  }

  @Test
  void columnsMayBeNamedInChineseOrByTheNamesOfLanguages() {
    for (String heads :
        List.of("原文\t译文\t状态\t备注", "中文\tEnglish\tStatus\tComment", "Source\tTranslation\t状态\t说明")) {
      FoundUnits found = read(heads + "\n他来了。\tHe came.\t批准\t看\n");
      assertThat(found.texts()).containsExactly("他来了。 | He came.");
      Unit unit = found.units().get(0);
      assertThat(unit.provenance().status()).isEqualTo(Unit.Status.APPROVED);
      assertThat(unit.extras().notes()).containsExactly("看");
      assertThat(found.corrected).isEmpty();
    }
  }

  @Test
  void aMisspeltColumnIsNamed() {
    assertThat(read("source\ttarget\tstatsu\n他来了。\tHe came.\tapproved\n").corrected.toString())
        .contains("the column \"statsu\" was kept as it is; did you mean \"status\"?");
  }

  @Test
  void aFirstPairAboutLanguagesIsNoHead() {
    assertThat(read("翻译\ttranslation\n").texts()).containsExactly("翻译 | translation");
  }

  @Test
  void lineWithoutATranslationIsRefused() {
    FoundUnits found = read("他来了。\n他来了。\t\n他来了。\tHe came.\textra\n");
    assertThat(found.refused)
        .containsExactly("1: it has no text in en-US (it has zh-CN)", "2: its en-US text is blank");
    assertThat(found.units().get(0).extras().notes()).containsExactly("extra");
  }

  @Test
  void controlCharactersAreReplacedAndReported() {
    FoundUnits found = read("他\u000B来了。\tHe\u0007 came.");
    assertThat(found.texts()).containsExactly("他 来了。 | He came.");
    assertThat(found.corrected).hasSize(2);
  }

  @Test
  void aByteOfAnotherEncodingIsAnErrorWithItsLine() {
    byte[] bytes = "他来了。\tHe came.\n她\n".getBytes(UTF_8);
    bytes[bytes.length - 3] = (byte) 0xFF;
    FoundUnits found = new FoundUnits();
    assertRefused(() -> found.read(TsvUnitReader::read, "a.tsv", bytes), "line 2");
    assertThat(found.texts()).hasSize(1);
  }

  private static FoundUnits read(String tsv) {
    return new FoundUnits().read(TsvUnitReader::read, "a.tsv", tsv.getBytes(UTF_8));
  }
}
