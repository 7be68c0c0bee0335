package ballast.app.glossary;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Workplace;
import ballast.glossary.Term.TermStatus;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TermEditsTest extends FolderTest {

  private static final String TERMS = "glossary/terms.csv";
  private static final String FOG = "zh,en\n雾,fog\n";

  private TermEdits addition = new TermEdits(Workplace.here());

  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectories(folder.resolve("glossary"));
    addition = new TermEdits(Workplace.in(folder));
  }

  private void add(String zh, String en) {
    addition.add(
        new TermEdits.NewTerm(zh, en, null, List.of(), List.of(), null, ""), /* dryRun= */ false);
  }

  private TermEdits.Table table() {
    return addition.tables().get(0);
  }

  /** What a file has after a term was added to it. */
  private String added(String before, String zh, String en) throws IOException {
    write(TERMS, before);
    add(zh, en);
    return read(TERMS);
  }

  @Test
  void theFileKeepsEveryByteThatItHas() throws IOException {
    String old =
        "\uFEFF\r\n Team,ZH,approved_en,status\r\nA,\"压舱石\",ballast stone,  \r\n,,,\r\nB,雾,fog,";
    assertThat(added(old, "货轮", "freighter, cargo ship"))
        .isEqualTo(old + "\r\n,货轮,\"freighter, cargo ship\",\r\n");
  }

  @Test
  void cellsAreSeparatedAsInTheFile() throws IOException {
    assertThat(added("zh;en\n雾;fog\n", "货轮", "freighter"))
        .isEqualTo("zh;en\n雾;fog\n货轮;freighter\n");
    Files.delete(folder.resolve(TERMS));
    write("glossary/a.tsv", "zh\ten\n雾\tfog\n");
    add("货轮", "freighter");
    assertThat(read("glossary/a.tsv")).isEqualTo("zh\ten\n雾\tfog\n货轮\tfreighter\n");
  }

  @Test
  void theEncodingStays() throws IOException {
    Charset charset = Charset.forName("GB18030");
    String old = "zh,en\n压舱石,ballast stone\n改革开放,reform and opening up\n经济,economy\n";
    Path file = Files.write(folder.resolve(TERMS), old.getBytes(charset));
    add("货轮", "freighter");
    assertThat(Files.readString(file, charset)).isEqualTo(old + "货轮,freighter\n");
  }

  @Test
  void aTermNeverBecomesAFormula() throws IOException {
    assertThat(added(FOG, "货轮", "+1 ship")).endsWith("货轮,'+1 ship\n");
  }

  @Test
  void aTermThatTheReaderWouldRefuseIsNotWritten() throws IOException {
    write(TERMS, FOG);
    assertRefused(() -> add("货轮", "=cmd()"), "cannot change the glossary");
    assertThat(read(TERMS)).isEqualTo(FOG);
  }

  @Test
  void anotherRenderingOfAConceptIsAdmitted() throws IOException {
    assertThat(added("id,zh,en,status\nfog,雾,fog,\n", "雾", "mist"))
        .endsWith("fog,雾,mist,admitted\n");
  }

  @Test
  void theIdsOfConceptsDiffer() throws IOException {
    assertThat(added("id,zh,en\nship,船,ship\n", "舰", "Ship")).endsWith("ship-2,舰,Ship\n");
  }

  @Test
  void aFileThatWasChangedIsNotWritten() throws IOException {
    write(TERMS, FOG);
    TermEdits.Table seen = table();
    write(TERMS, "zh,en\n雾,mist\n");
    assertRefused(() -> addition.requireUnchanged(List.of(seen)), "has been changed elsewhere");
    assertThat(read(TERMS)).isEqualTo("zh,en\n雾,mist\n");
  }

  @Test
  void aTermThatAGlossaryHasIsRefused() throws IOException {
    write(TERMS, FOG);
    assertRefused(() -> add("雾", "Fog"), "already");
  }

  @Test
  void aTableThatIsNotOursOrIsBrokenIsLeftAlone() throws IOException {
    for (String text : new String[] {"雾,fog\n船,ship\n", "zh,en\n船,ship\n雾,\"fog\n"}) {
      write(TERMS, text);
      assertRefused(() -> add("货轮", "freighter"), "terms.csv");
      assertThat(read(TERMS)).isEqualTo(text);
    }
  }

  @Test
  void theFirstTermMakesAGlossary() throws IOException {
    Files.delete(folder.resolve("glossary"));
    assertThat(table()).isEqualTo(new TermEdits.Table("glossary/terms.csv", ""));
    add("货轮", "freighter");
    assertThat(read(TERMS)).contains("freighter,货轮,freighter");
  }

  @Test
  void aFileThatCameInTheMeantimeIsNotReplaced() throws IOException {
    TermEdits.Table seen = table();
    write(TERMS, FOG);
    assertRefused(() -> addition.requireUnchanged(List.of(seen)));
    assertThat(read(TERMS)).isEqualTo(FOG);
  }

  private static TermEdits.Change status(TermStatus status) {
    return new TermEdits.Change("", status, List.of(), null, null);
  }

  @Test
  void onlyTheRowOfTheTermChanges() throws IOException {
    String old = "\uFEFFzh,Team,en\r\n雾,\"A\",fog\r\n船,,\"ship\r\"\r\n霜, B ,frost";
    write(TERMS, old);
    addition.edit(new TermEdits.Chosen("船", "SHIP", ""), status(TermStatus.ADMITTED), false);
    assertThat(read(TERMS))
        .isEqualTo(
            old.replace("zh,Team,en", "zh,Team,en,status")
                .replace("船,,\"ship\r\"", "船,,\"ship\r\",admitted"));
  }

  @Test
  void aTermAmongOthersGetsARowOfItsOwn() throws IOException {
    write(TERMS, "zh;en;status;forbidden_en\n雾;fog|mist;;haze\n");
    addition.edit(new TermEdits.Chosen("雾", "mist", ""), status(TermStatus.ADMITTED), false);
    addition.edit(new TermEdits.Chosen("雾", "haze", ""), status(TermStatus.PROPOSED), false);
    assertThat(read(TERMS))
        .isEqualTo("zh;en;status;forbidden_en\n雾;fog;;\n雾;mist;admitted;\n雾;haze;proposed;\n");
  }

  @Test
  void aRowGoesWithItsLastTerm() throws IOException {
    write(TERMS, "zh,en\n雾,fog / mist\n船,ship\n");
    addition.remove(new TermEdits.Chosen("雾", "mist", ""), false);
    assertThat(read(TERMS)).isEqualTo("zh,en\n雾,fog\n船,ship\n");
    addition.remove(new TermEdits.Chosen("雾", "", ""), false);
    assertThat(read(TERMS)).isEqualTo("zh,en\n船,ship\n");
  }

  @Test
  void aForbiddenTermIsForbiddenWhateverColumnsThereAre() throws IOException {
    write(TERMS, FOG);
    TermEdits.NewTerm mist =
        new TermEdits.NewTerm("雾", "mist", TermStatus.FORBIDDEN, List.of("雾霾"), List.of(), "", "");
    assertThat(addition.add(mist, false)).isEqualTo(TERMS);
    assertThat(read(TERMS)).isEqualTo("zh,en,status,not_in\n雾,fog\n雾,mist,forbidden,雾霾\n");
  }

  @Test
  void noStatusIsLostInATableWithoutThatColumn() throws IOException {
    write(TERMS, "zh,en\n雾,fog|mist\n");
    addition.edit(new TermEdits.Chosen("雾", "mist", ""), status(TermStatus.ADMITTED), false);
    assertThat(read(TERMS)).isEqualTo("zh,en,status\n雾,fog\n雾,mist,admitted\n");
    addition.add(new TermEdits.NewTerm("雾", "haze", null, List.of(), List.of(), "rare", ""), false);
    assertThat(read(TERMS)).endsWith("雾,mist,admitted\n雾,haze,admitted,rare\n");
  }

  @Test
  void aFileOfAnotherProgramIsNotChanged() throws IOException {
    String omegat = "雾\tfog\n";
    write("glossary/omegat.tsv", omegat);
    assertRefused(() -> addition.remove(new TermEdits.Chosen("雾", "fog", ""), false), "omegat.tsv");
    assertThat(read("glossary/omegat.tsv")).isEqualTo(omegat);
  }
}
