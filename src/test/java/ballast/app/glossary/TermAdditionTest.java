package ballast.app.glossary;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Workplace;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TermAdditionTest extends FolderTest {

  private static final String TERMS = "glossary/terms.csv";
  private static final String FOG = "zh,en\n雾,fog\n";

  private TermAddition addition = new TermAddition(Workplace.here());

  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectories(folder.resolve("glossary"));
    addition = new TermAddition(Workplace.in(folder));
  }

  private TermAddition.Table table() {
    return addition.tables().get(0);
  }

  /** What a file has after a term was added to it. */
  private String added(String before, String id, String zh, String en) throws IOException {
    write(TERMS, before);
    addition.add(table(), id, zh, en);
    return read(TERMS);
  }

  @Test
  void theFileKeepsEveryByteThatItHas() throws IOException {
    String old =
        "\uFEFF\r\n Team,ZH,approved_en,status\r\nA,\"压舱石\",ballast stone,  \r\n,,,\r\nB,雾,fog,";
    assertThat(added(old, "", "货轮", "freighter, cargo ship"))
        .isEqualTo(old + "\r\n,货轮,\"freighter, cargo ship\",\r\n");
  }

  @Test
  void cellsAreSeparatedAsInTheFile() throws IOException {
    assertThat(added("zh;en\n雾;fog\n", "", "货轮", "freighter"))
        .isEqualTo("zh;en\n雾;fog\n货轮;freighter\n");
    Files.delete(folder.resolve(TERMS));
    write("glossary/a.tsv", "zh\ten\n雾\tfog\n");
    addition.add(table(), "", "货轮", "freighter");
    assertThat(read("glossary/a.tsv")).isEqualTo("zh\ten\n雾\tfog\n货轮\tfreighter\n");
  }

  @Test
  void theEncodingStays() throws IOException {
    Charset charset = Charset.forName("GB18030");
    String old = "zh,en\n压舱石,ballast stone\n改革开放,reform and opening up\n经济,economy\n";
    Path file = Files.write(folder.resolve(TERMS), old.getBytes(charset));
    addition.add(table(), "", "货轮", "freighter");
    assertThat(Files.readString(file, charset)).isEqualTo(old + "货轮,freighter\n");
  }

  @Test
  void aTermNeverBecomesAFormula() throws IOException {
    assertThat(added(FOG, "", "货轮", "+1 ship")).endsWith("货轮,'+1 ship\n");
  }

  @Test
  void aTermThatTheReaderWouldRefuseIsNotWritten() throws IOException {
    write(TERMS, FOG);
    assertRefused(() -> addition.add(table(), "", "货轮", "=cmd()"), "cannot add a term");
    assertThat(read(TERMS)).isEqualTo(FOG);
  }

  @Test
  void anotherRenderingOfAConceptIsAdmitted() throws IOException {
    assertThat(added("id,zh,en,status\nfog,雾,fog,\n", "fog", "雾", "mist"))
        .endsWith("fog,雾,mist,admitted\n");
  }

  @Test
  void theIdsOfConceptsDiffer() throws IOException {
    assertThat(added("id,zh,en\nship,船,ship\n", "", "舰", "Ship")).endsWith("ship-2,舰,Ship\n");
  }

  @Test
  void aFileThatWasChangedIsNotWritten() throws IOException {
    write(TERMS, FOG);
    TermAddition.Table seen = table();
    write(TERMS, "zh,en\n雾,mist\n");
    assertRefused(() -> addition.add(seen, "", "货轮", "freighter"), "has been changed elsewhere");
    assertThat(read(TERMS)).isEqualTo("zh,en\n雾,mist\n");
  }

  @Test
  void theAnswerHasTheStateForTheNextTerm() throws IOException {
    write(TERMS, FOG);
    TermAddition.Table next = addition.add(table(), "", "货轮", "freighter");
    addition.add(next, "", "船", "ship");
    assertThat(read(TERMS)).endsWith("货轮,freighter\n船,ship\n");
  }

  @Test
  void aTermThatAGlossaryHasIsRefused() throws IOException {
    write(TERMS, FOG);
    assertRefused(() -> addition.add(table(), "", "雾", "Fog"), "already");
  }

  @Test
  void aTableThatIsNotOursOrIsBrokenIsLeftAlone() throws IOException {
    for (String text : new String[] {"雾,fog\n船,ship\n", "zh,en\n船,ship\n雾,\"fog\n"}) {
      write(TERMS, text);
      assertRefused(() -> addition.add(table(), "", "货轮", "freighter"), "terms.csv");
      assertThat(read(TERMS)).isEqualTo(text);
    }
  }

  @Test
  void theFirstTermMakesAGlossary() throws IOException {
    Files.delete(folder.resolve("glossary"));
    assertThat(table()).isEqualTo(new TermAddition.Table("glossary/terms.csv", ""));
    addition.add(table(), "", "货轮", "freighter");
    assertThat(read(TERMS)).contains("freighter,货轮,freighter");
  }

  @Test
  void aFileThatCameInTheMeantimeIsNotReplaced() throws IOException {
    TermAddition.Table seen = table();
    write(TERMS, FOG);
    assertRefused(() -> addition.add(seen, "", "货轮", "freighter"));
    assertThat(read(TERMS)).isEqualTo(FOG);
  }
}
