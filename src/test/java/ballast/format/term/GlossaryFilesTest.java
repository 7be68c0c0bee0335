package ballast.format.term;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.format.document.Packages;
import ballast.format.table.LanguageHead.LanguageName;
import ballast.format.term.GlossaryTableWriter.LeftOutTerm;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Glossaries as other programs write them, and as nobody should. */
final class GlossaryFilesTest extends TermFolderTest {

  private static final String WORKBOOK =
      """
      <workbook xmlns:r="x"><sheets><sheet name="one" sheetId="7" r:id="rId3"/>
      <sheet name="two" sheetId="1" r:id="rId1"/></sheets></workbook>
      """;

  private static final String RELATIONS =
      """
      <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId3" Target="/xl/worksheets/sheet9.xml"/></Relationships>
      """;

  @Test
  void aTableHasAColumnForEachLanguage() throws IOException {
    GlossaryReading reading =
        read(
            "a.csv",
            """
            Forbidden,Domain,en-GB,Notes,zh-CN,zh-TW,Definition
            ,trade,ship,"a, b",船,艦,goes on water
            TRUE,trade,boat,,船,,
            ,,sail,,,帆,
            ,,oar,,,,
            """);
    assertThat(terms(reading)).containsExactly("船=ship", "船=boat!", "帆=sail");
    Concept ship = reading.concepts().get(0);
    assertThat(ship.en().get(0).remarks().note()).isEqualTo("a, b");
    assertThat(ship.remarks().note()).isEqualTo("goes on water");
    assertThat(ship.scope().domains()).containsExactly("trade");
    assertThat(ship.en().get(0).where().line()).isEqualTo(2);
    assertThat(problems(reading))
        .containsExactly("a.csv:5:1: it has no Chinese term (it has en-gb)");
    assertThat(reading.contents().terms()).isEqualTo(Map.of("en-GB", 4, "zh-CN", 2, "zh-TW", 2));
  }

  @Test
  void aTextOfOmegaTHasNoHeads() throws IOException {
    GlossaryReading omegaT =
        read("c.txt", "# remark\n船\tship\tgoes on water\n\"帆\n\n\tsail\n桨\toar\n");
    assertThat(terms(omegaT)).containsExactly("船=ship", "桨=oar");
    assertThat(omegaT.concepts().get(0).remarks().note()).isEqualTo("goes on water");
    assertThat(problems(omegaT)).hasSize(2);
    assertThat(problems(omegaT).get(1)).isEqualTo("c.txt:5:1: it has no source");
    byte[] wide = "\uFEFF船\tship\r\n".getBytes(UTF_16BE);
    assertThat(terms(read("d.tsv", wide))).containsExactly("船=ship");
  }

  @Test
  void aFileThatIsNotTbxIsRefused() {
    assertRefused(() -> read("a.tbx", "<x>"), "line 1", "not a TBX file");
    assertRefused(
        () -> read("a.tbx", "<martif><text><body><termEntry>"),
        "the file ends before its last element does");
  }

  @Test
  void tbxHasStatusesInEveryForm() throws IOException {
    String second =
        """
        <?xml version="1.0"?><!DOCTYPE martif SYSTEM "nowhere.dtd">
        <martif type="TBX" xml:lang="en"><martifHeader><fileDesc><p>x</p></fileDesc></martifHeader>
        <text><body><termEntry id="c1"><descripGrp><descrip type="subjectField">sea</descrip></descripGrp>
        <descrip type="definition">goes on water</descrip><note>n</note>
        <langSet xml:lang="zh-CN"><ntig><termGrp><term>船<hi>只</hi></term>
        <termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet>
        <langSet xml:lang="zh-TW"><tig><term>船隻</term></tig></langSet>
        <langSet xml:lang="en-US"><tig><term>boat</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
        <tig><term>
          ship</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
        <tig><term/></tig></langSet></termEntry>
        <termEntry id="c2"><langSet xml:lang="en"><tig><term>sail</term></tig></langSet></termEntry>
        </body></text></martif>
        """;
    GlossaryReading reading = read("a.tbx", second);
    assertThat(terms(reading)).containsExactly("船只=ship|boat!");
    Concept ship = reading.concepts().get(0);
    assertThat(ship.id()).isEqualTo("c1");
    assertThat(ship.scope().domains()).containsExactly("sea");
    assertThat(ship.remarks().note()).isEqualTo("goes on water\nn");
    assertThat(ship.zh().get(0).use().partOfSpeech()).isEqualTo("noun");
    assertThat(problems(reading)).containsExactly("a.tbx:12:1: it has no Chinese term (it has en)");
    String third =
        """
        <tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
          xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
        <tbxHeader><fileDesc/></tbxHeader><text><body><conceptEntry id="c1">
        <min:subjectField>sea</min:subjectField>
        <langSec xml:lang="zh"><termSec><term>船</term></termSec></langSec>
        <langSec xml:lang="en"><termSec><term>ship</term></termSec><termSec><term>boat</term>
        <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
        </conceptEntry></body></text></tbx>
        """;
    GlossaryReading elements = read("b.tbx", third);
    assertThat(terms(elements)).containsExactly("船=ship|boat!");
    assertThat(elements.concepts().get(0).scope().domains()).containsExactly("sea");
  }

  @Test
  void entitiesOfTbxAreNotFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hush", UTF_8);
    String head = "<!DOCTYPE martif [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
    String body =
        "<martif><text><body><termEntry><langSet xml:lang=\"zh\"><tig><term>&e;</term></tig>";
    assertRefused(() -> read("a.tbx", head + body), "entities are not expanded")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aWorkbookIsReadAsItsCellsAreShown() throws IOException {
    String sheet =
        """
        <worksheet><sheetData>
        <row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>en</t></is></c></row>
        <row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3" t="str"><f>CONCAT("sh","ip")</f><v>ship</v></c></row>
        <row r="4"><c r="B4" t="s"><v>2</v></c><c r="C4"><v>42</v></c></row>
        <row r="5"><c r="B5" t="e"><f>A1/0</f><v>#DIV/0!</v></c><c r="C5"><v>1</v></c></row>
        <row r="6"><c r="B6" t="s"><v>1</v></c><c r="C6" t="inlineStr"><is><t>=cmd()</t></is></c></row>
        </sheetData></worksheet>
        """;
    String shared =
        """
        <sst><si><t>zh</t></si><si><r><t>船</t></r><rPh><t>ふね</t></rPh></si>
        <si><t>四十_x4E8C_</t></si></sst>
        """;
    GlossaryReading reading =
        read(
            "a.xlsx",
            workbook(WORKBOOK)
                .part("xl/_rels/workbook.xml.rels", RELATIONS)
                .part("xl/sharedStrings.xml", shared)
                .part("xl/worksheets/sheet9.xml", sheet)
                .bytes());
    assertThat(terms(reading)).containsExactly("船=ship", "四十二=42");
    assertThat(reading.concepts().get(0).en().get(0).where().line()).isEqualTo(3);
    assertThat(problems(reading))
        .containsExactly(
            "a.xlsx:5:1: a cell shows an error (#DIV/0!)",
            "a.xlsx:6:1: its en is a formula, which a spreadsheet would run",
            "a.xlsx:1:1: only the first sheet was read, not two");
  }

  private static Packages workbook(String content) {
    return new Packages().part("xl/workbook.xml", content);
  }

  @Test
  void aWorkbookThatUnpacksToTooMuchIsRefused() {
    String sheet = "<worksheet>" + " ".repeat(64 << 20);
    byte[] bomb = workbook(WORKBOOK).part("xl/worksheets/sheet1.xml", sheet).bytes();
    assertThat(bomb).hasSizeLessThan(1 << 20);
    assertRefused(() -> read("bomb.xlsx", bomb), "unpacks to more than 150 times its size");
  }

  @Test
  void aFileThatIsNotAWorkbookIsRefused() {
    assertRefused(() -> read("a.xlsx", "zh,en\n"), "not an Excel workbook");
    assertRefused(() -> read("a.xlsx", workbook("\u001F").bytes()));
    byte[] other = new Packages().part("word/document.xml", "<x/>").bytes();
    assertRefused(() -> read("a.xlsx", other), "no part xl/workbook.xml");
    String entity = "<!DOCTYPE x [<!ENTITY e \"e\">]><workbook>&e;</workbook>";
    assertRefused(() -> read("a.xlsx", workbook(entity).bytes()), "are not expanded");
    assertRefused(
        () -> GlossaryReader.read(folder.resolve("none.xlsx"), "none.xlsx"),
        "the file does not exist");
  }

  @Test
  void longTermsFormulasAndLineBreaksAreNamed() throws IOException {
    GlossaryReading reading =
        read(
            "a.csv",
            "zh,en\n船,"
                + "x".repeat(1_000)
                + "\n帆,=1+1\n桨,\"oar\nof a boat\"\n锚,'=anchor\n舵,-er\n绳,@SUM(A1)\n");
    assertThat(terms(reading)).containsExactly("桨=oar of a boat", "舵=-er");
    assertThat(problems(reading))
        .containsExactly(
            "a.csv:2:1: its en is longer than 500 characters",
            "a.csv:3:1: its en is a formula, which a spreadsheet would run",
            "a.csv:6:1: its en is a formula, which a spreadsheet would run",
            "a.csv:8:1: its en is a formula, which a spreadsheet would run");
  }

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

  private static List<String> terms(Concept concept) {
    return concept.en().stream().map(GlossaryFilesTest::toldWithCase).toList();
  }

  private static String toldWithCase(Term term) {
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
    assertThat(GlossaryFormat.OMEGAT_TBX.write(out, concepts)).isEmpty();
    assertThat(out.toString(UTF_8))
        .contains("<term>port</term>", "not: Haven")
        .doesNotContain("<term>Haven</term>");
    List<Concept> forbidden =
        read("b.csv", "zh,en,status\n港口,haven,forbidden\n".getBytes(UTF_8)).concepts();
    assertThat(GlossaryFormat.OMEGAT_TBX.write(out, forbidden))
        .extracting(LeftOutTerm::toString)
        .containsExactly("\"港口\": its English is forbidden, and OmegaT has no status");
  }

  @Test
  void multiTermIsOnlyRead() {
    assertRefused(() -> GlossaryFormat.MULTITERM.write(new ByteArrayOutputStream(), List.of()));
    assertThat(GlossaryFormat.names()).doesNotContain("multiterm");
  }
}
