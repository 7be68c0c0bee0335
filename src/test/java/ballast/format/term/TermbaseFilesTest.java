package ballast.format.term;

import static ballast.bitext.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.format.table.LanguageHead.LanguageName;
import ballast.format.term.GlossaryTableWriter.LeftOutTerm;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Termbases of MultiTerm and memoQ, and TBX for OmegaT. */
final class TermbaseFilesTest {

  private static final String MULTITERM =
      """
      <?xml version="1.0" encoding="UTF-16"?>
      <mtf><conceptGrp><concept>12</concept><system type="entryClass">1</system>
      <transacGrp><transac type="origination">li</transac><date>2011-01-14T17:54:08</date></transacGrp>
      <descripGrp><descrip type="Subject">shipping</descrip></descripGrp>
      <languageGrp><language type="Chinese (PRC)" lang="ZH-CN"/>
      <descripGrp><descrip type="Definition">船停的地方</descrip></descripGrp>
      <termGrp><term>港口</term><descripGrp><descrip type="Status">deprecated</descrip></descripGrp>
      </termGrp></languageGrp>
      <languageGrp><language type="English (United States)" lang="EN-US"/>
      <termGrp><term>haven</term><descripGrp><descrip type="Status">deprecated</descrip></descripGrp>
      </termGrp><termGrp><term>port</term><descripGrp><descrip type="Part of Speech">noun</descrip>
      <descripGrp><descrip type="Note">of ships</descrip></descripGrp></descripGrp>
      <descripGrp><descrip type="Colour">blue</descrip></descripGrp></termGrp></languageGrp>
      </conceptGrp>
      <conceptGrp><concept>13</concept><languageGrp><language type="Chinese"/>
      <termGrp><term>灯塔</term></termGrp></languageGrp></conceptGrp></mtf>
      """;

  private static final String MEMOQ =
      """
      Entry_ID,Entry_Subject,Entry_Domain,Entry_ClientID,Entry_ProjectID,Entry_Created,\
      Entry_Creator,Entry_LastModified,Entry_Modifier,Entry_Note,Chinese_PRC_Def,Chinese_PRC,\
      Term_Info,Term_Example,English_United_States_Def,English_United_States,Term_Info,\
      Term_Example,English_United_States,Term_Info,Term_Example
      7,shipping,sea,ACME,,2020-01-01,li,2020-01-02,li,a note,船停的地方,港口,\
      CasePermissive;HalfPrefix,,,port,CasePermissive,,Haven,CaseSense;Forbidden,an example
      8,,,,,,,,,,,灯塔,Fuzzy,,,lighthouse,CaseInsense;Forbidden:False,,,,
      """;

  @TempDir Path folder;

  private GlossaryReading read(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return new GlossaryReader().read(folder.resolve(name), name);
  }

  private static List<String> terms(Concept concept) {
    return concept.en().stream().map(TermbaseFilesTest::told).toList();
  }

  private static String told(Term term) {
    return term.text() + " " + term.status().label() + (term.use().caseSensitive() ? " case" : "");
  }

  @Test
  void multiTermIsReadByItsFirstBytes() throws IOException {
    GlossaryReading reading = read("a.xml", ("\uFEFF" + MULTITERM).getBytes(UTF_16LE));
    assertThat(reading.contents().format()).isEqualTo("MultiTerm XML");
    assertThat(reading.concepts()).hasSize(1);
    Concept port = reading.concepts().get(0);
    assertThat(port.id()).isEqualTo("12");
    assertThat(port.zhForms()).containsExactly("港口");
    assertThat(terms(port)).containsExactly("port preferred", "haven forbidden");
    assertThat(port.scope().domains()).containsExactly("shipping");
    assertThat(port.remarks().note()).isEqualTo("船停的地方");
    assertThat(port.en().get(0).use().partOfSpeech()).isEqualTo("noun");
    assertThat(port.en().get(0).remarks().note()).isEqualTo("of ships");
    assertThat(reading.problems())
        .extracting(GlossaryReading.Problem::reason)
        .containsExactly("it has no English term (it has zh)");
  }

  @Test
  void theTableOfMemoqHasItsOwnHeads() throws IOException {
    GlossaryReading reading = read("a.csv", MEMOQ.getBytes(UTF_8));
    assertThat(reading.problems()).isEmpty();
    Concept port = reading.concepts().get(0);
    assertThat(port.id()).isEqualTo("7");
    assertThat(terms(port)).containsExactly("port preferred", "Haven forbidden case");
    assertThat(port.scope().domains()).containsExactly("shipping", "sea");
    assertThat(port.scope().projects()).containsExactly("ACME");
    assertThat(port.remarks().note()).isEqualTo("a note\n船停的地方");
    assertThat(terms(reading.concepts().get(1))).containsExactly("lighthouse preferred");
  }

  @ParameterizedTest
  @CsvSource({
    "Chinese_PRC, zh-CN", "Chinese (Simplified), zh-CN", "'Chinese (Traditional, Taiwan)', zh-TW",
    "Chinese_Hong_Kong_S.A.R., zh-HK", "english, en", "English (United Kingdom), en-GB",
    "English_USA, en-US", "Portuguese_Brazil, pt-BR", "English notes, ''",
    "Klingonese, ''"
  })
  void languagesHaveNames(String name, String code) {
    assertThat(LanguageName.code(name)).isEqualTo(code);
  }

  @Test
  void tbxForOmegaTHasNoForbiddenRendering() throws IOException {
    List<Concept> concepts = read("a.csv", MEMOQ.getBytes(UTF_8)).concepts();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(GlossaryFormat.OMEGAT.in("a.tbx")).isEqualTo(GlossaryFormat.OMEGAT_TBX);
    assertThat(new GlossaryWriter().write(out, GlossaryFormat.OMEGAT_TBX, concepts)).isEmpty();
    assertThat(out.toString(UTF_8))
        .contains("<term>port</term>", "not: Haven")
        .doesNotContain("<term>Haven</term>");
    List<Concept> forbidden =
        read("b.csv", "zh,en,status\n港口,haven,forbidden\n".getBytes(UTF_8)).concepts();
    assertThat(new GlossaryWriter().write(out, GlossaryFormat.OMEGAT_TBX, forbidden))
        .extracting(LeftOutTerm::toString)
        .containsExactly("\"港口\": its English is forbidden, and OmegaT has no status");
  }

  @Test
  void multiTermIsOnlyRead() {
    assertRefused(
        () ->
            new GlossaryWriter()
                .write(new ByteArrayOutputStream(), GlossaryFormat.MULTITERM, List.of()));
    assertThat(GlossaryFormat.names()).doesNotContain("multiterm");
  }
}
