package ballast.format.term;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Location;
import ballast.format.file.Characters;
import ballast.format.table.SafeCell;
import ballast.format.term.GlossaryTableWriter.LeftOutTerm;
import ballast.glossary.Concept;
import ballast.glossary.Concept.Conditions;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GlossaryWriterTest extends TermFolderTest {

  private static final String[] PIECES = {
    "a", "ship", " of ", "é", "\"", ",", ";", "'", "<b>", "&amp;", "-", "=", "+", "@", "𠮷",
    "_x000A_"
  };

  private static final List<Term.Match> MATCHES = List.of(Term.Match.values());

  @ParameterizedTest
  @EnumSource(
      value = GlossaryFormat.class,
      names = {"CSV", "TSV", "XLSX", "TBX", "TBX3"})
  void writtenUnitsCanBeReadAgain(GlossaryFormat format) throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      List<Concept> concepts = concepts(new SplittableRandom(seed));
      assertThat(said(read(write(concepts, format), format)))
          .as("seed " + seed)
          .isEqualTo(said(concepts));
    }
  }

  private static List<String> said(List<Concept> concepts) {
    return Glossary.of(concepts).concepts().stream().map(GlossaryWriterTest::said).toList();
  }

  /** Everything about a concept except its places. */
  private static String said(Concept concept) {
    StringBuilder summary = new StringBuilder(concept.id() + concept.zhForms());
    for (Term en : concept.en()) {
      summary.append('\n').append(en.text()).append(en.status()).append(en.use());
    }
    return summary.append(concept.scope()).append(concept.conditions()).toString();
  }

  private List<Concept> read(byte[] bytes, GlossaryFormat format) throws IOException {
    String name = "terms." + (format == GlossaryFormat.TBX3 ? "tbx" : format);
    GlossaryReading reading = read(name, bytes);
    assertThat(reading.problems()).isEmpty();
    return reading.concepts();
  }

  private static byte[] write(List<Concept> concepts, GlossaryFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(out, concepts);
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    format.write(again, concepts);
    assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    return out.toByteArray();
  }

  private static List<Concept> concepts(SplittableRandom random) {
    List<Concept> concepts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      TermUse use =
          new TermUse(
              MATCHES.get(random.nextInt(MATCHES.size())),
              random.nextBoolean(),
              random.nextBoolean() ? "noun" : "");
      List<Term> zh = new ArrayList<>();
      for (String text : texts(random, "船" + i, 1)) {
        TermStatus status = zh.isEmpty() ? TermStatus.PREFERRED : TermStatus.ADMITTED;
        zh.add(new Term(text, status, TermUse.DEFAULT, Remarks.NONE, Location.UNKNOWN));
      }
      List<Term> en = new ArrayList<>();
      for (String text : texts(random, "t" + i, 2)) {
        TermStatus status =
            en.isEmpty()
                ? TermStatus.PREFERRED
                : random.nextBoolean() ? TermStatus.ADMITTED : TermStatus.FORBIDDEN;
        en.add(new Term(text, status, use, Remarks.NONE, Location.UNKNOWN));
      }
      en.sort((one, other) -> one.status().compareTo(other.status()));
      concepts.add(
          new Concept(
              random.nextBoolean() ? "id-" + i : "号 " + i + "=\"<",
              zh,
              en,
              new Concept.Scope(
                  random.nextBoolean() ? List.of("trade", "sea & land") : List.of(), List.of()),
              new Conditions(
                  random.nextBoolean() ? List.of("船长") : List.of(), List.of(), List.of("x<y")),
              Remarks.NONE));
    }
    return concepts;
  }

  private static List<String> texts(SplittableRandom random, String first, int minCount) {
    Set<String> texts = new LinkedHashSet<>();
    for (int n = random.nextInt(3) + minCount; n > 0; n--) {
      StringBuilder text = new StringBuilder(texts.isEmpty() ? first : "");
      for (int pieces = random.nextInt(4) + 1; pieces > 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String clean = Characters.strip(text.toString().replaceAll("\\s+", " "));
      if (!clean.isEmpty() && !SafeCell.isFormula(clean) && !clean.startsWith("'")) {
        texts.add(clean);
      }
    }
    return List.copyOf(texts);
  }

  @Test
  void noCellIsWrittenThatASpreadsheetWouldRun() throws IOException {
    List<Concept> concepts =
        List.of(
            concept("船", "=HYPERLINK(\"http://x\",\"ship\")"),
            concept("帆", "@SUM(A1)"),
            concept("桨", "-ism"),
            concept("锚", "+86"));
    for (GlossaryFormat format : List.of(GlossaryFormat.CSV, GlossaryFormat.TSV)) {
      String text = new String(write(concepts, format), UTF_8);
      String separator = format == GlossaryFormat.CSV ? "," : "\t";
      for (String row : text.split("\n")) {
        for (String cell : row.split(separator)) {
          assertThat(cell.replaceFirst("^\"", "")).doesNotStartWith("=").doesNotMatch("^[+@-].*");
        }
      }
    }
    for (GlossaryFormat format : List.of(GlossaryFormat.OMEGAT, GlossaryFormat.DEEPL)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      List<LeftOutTerm> leftOut = format.write(out, concepts);
      assertThat(leftOut).hasSize(2).allMatch(term -> term.reason().startsWith("it is a formula"));
      assertThat(out.toString(UTF_8)).contains("-ism").contains("+86").doesNotContain("=H");
    }
  }

  /** The note of a mined row may begin like this, as may a phrase or an example. */
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+86 ist", "-ism", "@home", "'=x", "=HYPERLINK(\"x\")"})
  void aRowWhoseCellBeginsLikeAFormulaComesBackAsItWas(String cell) throws IOException {
    boolean term = !SafeCell.isFormula(cell) && !cell.startsWith("'");
    Concept row =
        new Concept(
            cell,
            List.of(new Term("码头", TermStatus.PREFERRED)),
            List.of(
                new Term(
                    term ? cell : "wharf",
                    TermStatus.PREFERRED,
                    new TermUse(Term.Match.INFLECTED, /* caseSensitive= */ true, "noun"),
                    new Remarks(cell, cell),
                    Location.UNKNOWN)),
            Concept.Scope.ALL,
            new Conditions(List.of(term ? cell + "码头" : "码头工人"), List.of(), List.of()),
            Remarks.NONE);
    for (GlossaryFormat format : List.of(GlossaryFormat.CSV, GlossaryFormat.XLSX)) {
      assertThat(read(write(List.of(row), format), format))
          .as(format.toString())
          .singleElement()
          .satisfies(
              again -> {
                assertThat(again.id()).isEqualTo(cell);
                assertThat(again.en().get(0).text()).isEqualTo(row.en().get(0).text());
                assertThat(again.en().get(0).use()).isEqualTo(row.en().get(0).use());
                assertThat(again.en().get(0).remarks()).isEqualTo(row.en().get(0).remarks());
                assertThat(again.conditions()).isEqualTo(row.conditions());
              });
    }
    assertThat(new String(write(List.of(row), GlossaryFormat.CSV), UTF_8).lines())
        .noneMatch(line -> line.matches("^\"?[=+@-].*") || line.matches(".*,\"?[=+@-].*"));
    ByteArrayOutputStream mined = new ByteArrayOutputStream();
    GlossaryTableWriter.writeCsv(mined, "proposal", Map.of("not_in", List.of(row)));
    assertThat(said(read(mined.toByteArray(), GlossaryFormat.CSV))).isEqualTo(said(List.of(row)));
  }

  private static Concept concept(String zh, String en) {
    return new Concept(zh, List.of(zh), List.of(new Term(en, TermStatus.PREFERRED)));
  }

  @Test
  void deepLGetsEveryChineseTermOnce() throws IOException {
    List<Concept> concepts =
        List.of(
            concept("船", "ship"),
            new Concept(
                "2", List.of("船", "船, 大"), List.of(new Term("vessel", TermStatus.PREFERRED))),
            new Concept("3", List.of("帆"), List.of(new Term("sheet", TermStatus.FORBIDDEN))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<LeftOutTerm> leftOut = GlossaryFormat.DEEPL.write(out, concepts);
    assertThat(out.toString(UTF_8)).isEqualTo("船,ship,ZH,EN\n\"船, 大\",vessel,ZH,EN\n");
    assertThat(leftOut)
        .extracting(LeftOutTerm::toString)
        .containsExactly(
            "\"船\" of \"2\": it is in the file already, and DeepL accepts each source only once",
            "\"帆\" of \"3\": its English is forbidden, and the format cannot express that");
  }

  @Test
  void aRowSaysFromWhichLineItCame() throws IOException {
    Term en =
        new Term(
            "ship",
            TermStatus.PREFERRED,
            TermUse.DEFAULT,
            new Remarks("", "harbour office"),
            new Location("old.tbx", 120, 1));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new GlossaryTableWriter(/* origins= */ true)
        .write(out, ',', List.of(new Concept("1", List.of("船"), List.of(en))));
    assertThat(out.toString(UTF_8)).endsWith(",harbour office; old.tbx:120\n");
  }
}
