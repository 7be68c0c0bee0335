package ballast.format.term;

import static ballast.bitext.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.glossary.Concept.Conditions;
import ballast.glossary.Term;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GlossaryReaderTest {

  @TempDir Path folder;

  private GlossaryReading read(String text) throws IOException {
    return read("terms.csv", text.getBytes(UTF_8));
  }

  private GlossaryReading read(String name, byte[] bytes) throws IOException {
    return new GlossaryReader().read(Files.write(folder.resolve(name), bytes), name);
  }

  private static List<String> problems(GlossaryReading reading) {
    return reading.problems().stream().map(GlossaryReading.Problem::toString).toList();
  }

  private static List<String> ids(GlossaryReading reading) {
    return reading.concepts().stream().map(Concept::id).toList();
  }

  @Test
  void theSampleGlossaryIsReadWhole() throws IOException {
    Path file = Path.of("glossary/diplomacy.csv");
    GlossaryReading reading = new GlossaryReader().read(file, "glossary/diplomacy.csv");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.concepts())
        .hasSameSizeAs(Files.readAllLines(file).stream().skip(1).toList());
    assertThat(reading.concepts().stream().map(GlossaryReaderTest::shown))
        .contains(
            "leaning-to-one-side: 一边倒|倒向一边 = leaning to one side (preferred inflected) [2]",
            "new-quality-productive-forces-x1: 新质生产力 = new-type productivity (forbidden"
                + " inflected)|new productivity (forbidden inflected) [7]");
  }

  /** Id, Chinese forms, English terms, rows. */
  private static String shown(Concept concept) {
    return concept.id()
        + ": "
        + String.join("|", concept.zhForms())
        + concept.en().stream()
            .map(
                term ->
                    term.text()
                        + " ("
                        + term.status().label()
                        + " "
                        + term.use().match().label()
                        + ")")
            .collect(Collectors.joining("|", " = ", ""))
        + " "
        + concept.rows().stream().map(Location::line).toList();
  }

  /** Nothing that is checked has such a character; line breaks and tabs are ordinary in a note. */
  @Test
  void aRowWithAControlCharacterIsNamedAndLeftOut() throws IOException {
    GlossaryReading reading =
        read(
            "id,zh,en,note\na,潮\u0001水,tide,\nb,船,ship,\"one\ttwo\nthree\"\nc,灯,lamp,\u001b[31m\n");
    assertThat(ids(reading)).containsExactly("b");
    assertThat(problems(reading))
        .containsExactly(
            "terms.csv:2:1: its zh has a control character",
            "terms.csv:5:1: it has a control character, U+001B: delete it there");
  }

  @Test
  void columnsComeInAnyOrderAndUnknownOnesArePassedOver() throws IOException {
    GlossaryReading reading =
        read(
            "\uFEFFnote,EN , Status,zh,en_variants\r\n\r\nx,tide, Admitted ,潮水, | tides |tide\r\n");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.concepts().stream().map(GlossaryReaderTest::shown))
        .containsExactly("潮水: 潮水 = tide (admitted auto)|tides (admitted auto) [3]");
  }

  @Test
  void everyColumnIsTaken() throws IOException {
    GlossaryReading reading =
        read(
            """
            id,zh,zh_variants,en,en_variants,forbidden_en,status,match,case,pos,domain,project,not_in,only_if,not_if,note,source
            C7,主席,大会主席,president,head | chair,boss|chief,admitted,GAP,sensitive,noun,politics|law,P1,主席台|主席团,国家,主席树|rostrum,"two
            lines",Style Book
            """);
    assertThat(reading.problems()).isEmpty();
    Concept concept = reading.concepts().get(0);
    assertThat(concept.id()).isEqualTo("C7");
    assertThat(concept.zhForms()).containsExactly("主席", "大会主席");
    assertThat(concept.allowed())
        .extracting(Term::text)
        .containsExactly("president", "head", "chair");
    assertThat(concept.forbidden()).extracting(Term::text).containsExactly("boss", "chief");
    assertThat(concept.en())
        .allSatisfy(
            term -> {
              assertThat(term.use()).isEqualTo(new TermUse(Term.Match.GAP, true, "noun"));
              assertThat(term.remarks()).isEqualTo(new Remarks("two\nlines", "Style Book"));
              assertThat(term.where()).isEqualTo(new Location("terms.csv", 2, 1));
            });
    assertThat(concept.en().get(1).status()).isEqualTo(TermStatus.ADMITTED);
    assertThat(concept.scope())
        .isEqualTo(new Concept.Scope(List.of("politics", "law"), List.of("P1")));
    assertThat(concept.conditions())
        .isEqualTo(new Conditions(List.of("主席台", "主席团"), List.of("国家"), List.of("主席树", "rostrum")));
  }

  @Test
  void aForbiddenTermNeedsNoChinese() throws IOException {
    GlossaryReading reading = read("zh,en,status\n,boat people,forbidden\n,boat,\n");
    assertThat(ids(reading)).containsExactly("boat people");
    assertThat(problems(reading)).containsExactly("terms.csv:3:1: it has no zh");
  }

  @Test
  void theColumnsOfATableOfTermsAreUnderstood() throws IOException {
    GlossaryReading reading =
        read("term_id,zh,approved_en,forbidden_en\nT1,国企,SOE|state-owned enterprise,state firm\n");
    assertThat(shown(reading.concepts().get(0)))
        .isEqualTo(
            "T1: 国企 = SOE (preferred auto)|state-owned enterprise (preferred auto)|state firm"
                + " (forbidden auto) [2]");
  }

  @Test
  void quotedCellsMayHoldSeparatorsQuotationMarksAndLineBreaks() throws IOException {
    GlossaryReading reading =
        read("zh,en,note\n\"灯\n塔\",\"the \"\"lamp\"\",\r\n lit\",\"a\n\nb\"\n船,,\n");
    assertThat(reading.concepts()).hasSize(1);
    assertThat(reading.concepts().get(0).zhForms()).containsExactly("灯 塔");
    assertThat(reading.concepts().get(0).en().get(0).text()).isEqualTo("the \"lamp\", lit");
    assertThat(problems(reading)).containsExactly("terms.csv:7:1: it has no en");
  }

  @Test
  void aTsvFileHasTabs() throws IOException {
    GlossaryReading reading =
        read("terms.TSV", "zh\ten\tzh_variants\n码头\tquay, wharf\t埠头|渡头\n".getBytes(UTF_8));
    assertThat(reading.concepts().get(0).zhForms()).containsExactly("码头", "埠头", "渡头");
    assertThat(reading.concepts().get(0).en().get(0).text()).isEqualTo("quay, wharf");
  }

  @Test
  void aRowThatCannotBeUsedIsNamedAndCostsOnlyItself() throws IOException {
    GlossaryReading reading =
        read(
            """
            id,zh,en,status
            a,船,ship,
            b, ,boat,
            c,帆,sail,archived
            d,锚,anchor,preferred,more
            e,"桨"x,oar,
            f,"舵,rudder,
            g,桅,mast
            h,\u200B,none,
            i,绳,ro\u0007pe,
            j,"浪"",wave,
            k,岸,"shore",forbidden
            """);
    assertThat(ids(reading)).containsExactly("a", "g", "k");
    assertThat(problems(reading))
        .containsExactly(
            "terms.csv:3:1: it has no zh",
            "terms.csv:4:1: unknown status \"archived\": use preferred, admitted, proposed or"
                + " forbidden",
            "terms.csv:5:1: it has more cells than the first row, which has 4: put"
                + " quotation marks around a cell that contains a separator",
            "terms.csv:6:1: unbalanced quotation marks: a cell that begins with \" must end"
                + " with \", and \"\" stands for one inside",
            "terms.csv:7:1: unbalanced quotation marks: a cell that begins with \" must end"
                + " with \", and \"\" stands for one inside",
            "terms.csv:9:1: it has no zh",
            "terms.csv:10:1: its en has a control character",
            "terms.csv:11:1: unbalanced quotation marks: a cell that begins with \" must end"
                + " with \", and \"\" stands for one inside");
  }

  @Test
  void sizesAreBounded() throws IOException {
    String many = "|x".repeat(100);
    GlossaryReading reading =
        read(
            "zh,en,zh_variants\n长,\""
                + "a".repeat(20_000)
                + "\"\n长,b"
                + "b".repeat(600)
                + "\n"
                + "多,many,"
                + numbered(60)
                + "\n同,same,"
                + many
                + "\n船,ship,"
                + ",".repeat(5_000)
                + "\n帆,sail\n");
    assertThat(ids(reading)).containsExactly("同", "帆");
    assertThat(reading.concepts().get(0).zhForms()).containsExactly("同", "x");
    assertThat(reading.problems())
        .extracting(problem -> problem.where().line())
        .containsExactly(2, 3, 4, 6);
    assertThatThrownBy(() -> read("zh,en\n" + "船,ship\n".repeat(4_000_000)))
        .hasMessage("cannot read the glossary \"terms.csv\": it is larger than 32 MiB");
  }

  private static String numbered(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i).append('|');
    }
    return text.toString();
  }

  @Test
  void aFileOfNothingButBrokenRowsIsGivenUp() throws IOException {
    GlossaryReading reading = read("zh,en\n" + "\"船,ship\n".repeat(200_001));
    assertThat(reading.concepts()).isEmpty();
    assertThat(problems(reading)).hasSize(GlossaryCollector.MAX_PROBLEMS);
    assertThat(problems(reading).get(GlossaryCollector.MAX_PROBLEMS - 1)).contains("was not read");
  }

  @Tag("slow")
  @Test
  void moreConceptsThanTheMostAreLeftOutAndSaid() throws IOException {
    GlossaryReading reading =
        read("zh,en\n" + "船,ship\n".repeat(GlossaryCollector.MAX_CONCEPTS + 5));
    assertThat(reading.concepts()).hasSize(GlossaryCollector.MAX_CONCEPTS);
    assertThat(problems(reading)).hasSize(5).allMatch(why -> why.contains("it was left out"));
  }

  @Test
  void aFileThatIsNotAGlossaryIsAnError() {
    assertThatThrownBy(() -> read("")).hasMessage("the glossary \"terms.csv\" is empty");
    assertThatThrownBy(() -> read("\n ,\n")).hasMessage("the glossary \"terms.csv\" is empty");
    assertThatThrownBy(() -> read("zh:en\n船:ship\n"))
        .hasMessage("the glossary \"terms.csv\", line 1, has no column \"zh\"");
    assertThatThrownBy(() -> read("zh,zh,en\n"))
        .hasMessage("the glossary \"terms.csv\", line 1, has two columns \"zh\"");
    assertRefused(() -> read("zh,\"en\n"), "terms.csv\", line 1:");
    assertRefused(() -> read("x.csv", "zh,en\nx,é\n".getBytes(ISO_8859_1)))
        .hasMessage("cannot read the glossary \"x.csv\": byte 8 (line 2) is not UTF-8");
    assertRefused(() -> read("x.csv", "zh,en\n船,ship\n".getBytes(UTF_16LE)));
    assertRefused(() -> read("x.csv", "PK\u0003\u0004....".getBytes(UTF_8)));
    assertThatThrownBy(() -> new GlossaryReader().read(folder.resolve("none.csv"), "none.csv"))
        .hasMessage("cannot read the glossary \"none.csv\": the file does not exist");
    assertRefused(() -> new GlossaryReader().read(folder, "here"));
  }

  /** A good row is found after any other rows. */
  @Test
  void noiseDoesNotHideTheRowsAfterIt() throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder noise = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        noise.append("\",|\n\r\t 船x".charAt(random.nextInt(9)));
      }
      GlossaryReading reading = read("id,zh,en\n" + noise + "\nlast,岸,shore\n");
      // No quotation mark follows that could close a cell over it.
      assertThat(ids(reading)).as("seed " + seed).contains("last");
      assertThat(reading.problems())
          .as("seed " + seed)
          .extracting(problem -> problem.where().line())
          .isSorted();
    }
  }
}
