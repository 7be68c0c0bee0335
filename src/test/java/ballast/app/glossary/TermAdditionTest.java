package ballast.app.glossary;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Workplace;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TermAdditionTest {

  @TempDir Path folder;
  private TermAddition addition = new TermAddition(Workplace.here());

  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectories(folder.resolve("glossary"));
    addition = new TermAddition(Workplace.in(folder));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve("glossary").resolve(name), text, UTF_8);
  }

  private TermAddition.Table table() {
    return addition.tables().get(0);
  }

  @Test
  void theFileKeepsEveryByteThatItHas() throws IOException {
    String old =
        "\uFEFF\r\n Team,ZH,approved_en,status\r\nA,\"压舱石\",ballast stone,  \r\n,,,\r\nB,雾,fog,";
    Path file = write("terms.csv", old);
    addition.add(table(), "", "货轮", "freighter, cargo ship");
    assertThat(Files.readString(file)).isEqualTo(old + "\r\n,货轮,\"freighter, cargo ship\",\r\n");
  }

  @Test
  void cellsAreSeparatedAsInTheFile() throws IOException {
    Path semicolons = write("a.csv", "zh;en\n雾;fog\n");
    addition.add(table(), "", "货轮", "freighter");
    assertThat(Files.readString(semicolons)).isEqualTo("zh;en\n雾;fog\n货轮;freighter\n");
    Files.delete(semicolons);
    Path tabs = write("a.tsv", "zh\ten\n雾\tfog\n");
    addition.add(table(), "", "货轮", "freighter");
    assertThat(Files.readString(tabs)).isEqualTo("zh\ten\n雾\tfog\n货轮\tfreighter\n");
  }

  @Test
  void theEncodingStays() throws IOException {
    Charset charset = Charset.forName("GB18030");
    String old = "zh,en\n压舱石,ballast stone\n改革开放,reform and opening up\n经济,economy\n";
    Path file = Files.write(folder.resolve("glossary/terms.csv"), old.getBytes(charset));
    addition.add(table(), "", "货轮", "freighter");
    assertThat(Files.readString(file, charset)).isEqualTo(old + "货轮,freighter\n");
  }

  @Test
  void aTermNeverBecomesAFormula() throws IOException {
    Path file = write("terms.csv", "zh,en\n雾,fog\n");
    addition.add(table(), "", "货轮", "+1 ship");
    assertThat(Files.readString(file)).endsWith("货轮,'+1 ship\n");
  }

  @Test
  void aTermThatTheReaderWouldRefuseIsNotWritten() throws IOException {
    Path file = write("terms.csv", "zh,en\n雾,fog\n");
    assertRefused(() -> addition.add(table(), "", "货轮", "=cmd()"), "cannot add a term");
    assertThat(Files.readString(file)).isEqualTo("zh,en\n雾,fog\n");
  }

  @Test
  void anotherRenderingOfAConceptIsAdmitted() throws IOException {
    Path file = write("terms.csv", "id,zh,en,status\nfog,雾,fog,\n");
    addition.add(table(), "fog", "雾", "mist");
    assertThat(Files.readString(file)).endsWith("fog,雾,mist,admitted\n");
  }

  @Test
  void theIdsOfConceptsDiffer() throws IOException {
    Path file = write("terms.csv", "id,zh,en\nship,船,ship\n");
    addition.add(table(), "", "舰", "Ship");
    assertThat(Files.readString(file)).endsWith("ship-2,舰,Ship\n");
  }

  @Test
  void aFileThatWasChangedIsNotWritten() throws IOException {
    write("terms.csv", "zh,en\n雾,fog\n");
    TermAddition.Table seen = table();
    Path file = write("terms.csv", "zh,en\n雾,mist\n");
    assertRefused(() -> addition.add(seen, "", "货轮", "freighter"), "has been changed elsewhere");
    assertThat(Files.readString(file)).isEqualTo("zh,en\n雾,mist\n");
  }

  @Test
  void theAnswerHasTheStateForTheNextTerm() throws IOException {
    Path file = write("terms.csv", "zh,en\n雾,fog\n");
    TermAddition.Table next = addition.add(table(), "", "货轮", "freighter");
    addition.add(next, "", "船", "ship");
    assertThat(Files.readString(file)).endsWith("货轮,freighter\n船,ship\n");
  }

  @Test
  void aTermThatAGlossaryHasIsRefused() throws IOException {
    write("terms.csv", "zh,en\n雾,fog\n");
    assertRefused(() -> addition.add(table(), "", "雾", "Fog"), "already");
  }

  @Test
  void aTableThatIsNotOursOrIsBrokenIsLeftAlone() throws IOException {
    for (String text : new String[] {"雾,fog\n船,ship\n", "zh,en\n船,ship\n雾,\"fog\n"}) {
      Path file = write("terms.csv", text);
      assertRefused(() -> addition.add(table(), "", "货轮", "freighter"), "terms.csv");
      assertThat(Files.readString(file)).isEqualTo(text);
    }
  }

  @Test
  void theFirstTermMakesAGlossary() throws IOException {
    Files.delete(folder.resolve("glossary"));
    assertThat(table()).isEqualTo(new TermAddition.Table("glossary/terms.csv", ""));
    addition.add(table(), "", "货轮", "freighter");
    assertThat(Files.readString(folder.resolve("glossary/terms.csv")))
        .contains("freighter,货轮,freighter");
  }

  @Test
  void aFileThatCameInTheMeantimeIsNotReplaced() throws IOException {
    TermAddition.Table seen = table();
    Path file = write("terms.csv", "zh,en\n雾,fog\n");
    assertRefused(() -> addition.add(seen, "", "货轮", "freighter"));
    assertThat(Files.readString(file)).isEqualTo("zh,en\n雾,fog\n");
  }
}
