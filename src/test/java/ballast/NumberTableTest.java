package ballast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.Aligner;
import ballast.bitext.Bead;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Segment;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.check.CheckedPair;
import ballast.check.Checker;
import ballast.check.Passage;
import ballast.check.Rules;
import ballast.check.TermJudge;
import ballast.glossary.Glossary;
import ballast.language.ChineseWords;
import ballast.language.Renderings;
import ballast.lexicon.Lexicon;
import ballast.likeness.Measure;
import ballast.likeness.Warnings;
import ballast.likeness.Warnings.Warning;
import ballast.revise.Change;
import ballast.revise.Comparison;
import ballast.revise.Edit;
import ballast.revise.SourceText;
import ballast.revise.TermProblems;
import ballast.revise.TextVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Align, check, search and diff say the same of the numbers of two texts: {@code numbers/pairs.tsv}
 * has the pairs, and for each who answers otherwise on purpose, and why.
 */
final class NumberTableTest {

  private static final int MIN_TEXTS = 120;

  private static final Aligner ALIGNER = new Aligner(Lexicon.bundled());

  /** A line of the table. */
  record Row(String first, String second, boolean same, Set<String> otherwise, String why) {

    static Row of(String line) {
      String[] fields = line.split("\t", -1);
      assertThat(fields[2]).isIn("same", "differs");
      return new Row(
          fields[0],
          fields[1],
          fields[2].equals("same"),
          fields.length > 3 && !fields[3].isEmpty() ? Set.of(fields[3].split(" ")) : Set.of(),
          fields.length > 4 ? fields[4] : "");
    }
  }

  static Stream<Row> rows() throws IOException {
    try (InputStream table = NumberTableTest.class.getResourceAsStream("/numbers/pairs.tsv")) {
      return new String(table.readAllBytes(), UTF_8)
          .lines().filter(line -> !line.startsWith("#")).map(Row::of).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void allSayTheSame(Row row) {
    Map<String, Boolean> same =
        Map.of(
            "align", align(row.first(), row.second()),
            "check", check(row.first(), row.second()),
            "search", search(row.first(), row.second()),
            "diff", diff(row.first(), row.second()));
    assertThat(same)
        .allSatisfy(
            (one, is) -> assertThat(is).isEqualTo(row.same() != row.otherwise().contains(one)));
  }

  @Test
  void theTableIsLongAndSaysWhyAnswersDiffer() throws IOException {
    List<Row> rows = rows().toList();
    assertThat(rows.stream().flatMap(row -> Stream.of(row.first(), row.second())).distinct())
        .hasSizeGreaterThan(MIN_TEXTS);
    assertThat(rows).allMatch(row -> row.otherwise().isEmpty() == row.why().isEmpty());
  }

  private static boolean align(String first, String second) {
    List<Bead> beads =
        ALIGNER
            .align(List.of(segment(first, Lang.ZH_CN)), List.of(segment(second, Lang.EN_US)))
            .beads();
    assertThat(beads).as("a bead of both").hasSize(1);
    return beads.get(0).reasons().stream()
        .noneMatch(reason -> reason.startsWith("number") && reason.contains("only in the"));
  }

  private static Segment segment(String text, Lang lang) {
    Span span = new Span(0, text.length());
    List<Block> blocks = List.of(new Block(span, BlockType.PARAGRAPH));
    return new Segment(new Document("test", lang, text, blocks, SourceMap.NONE), 0, span);
  }

  private static boolean check(String first, String second) {
    Checker checker =
        new Checker(
            new TermJudge(Glossary.of(List.of()), ChineseWords.NONE, Renderings.NONE), Rules.all());
    checker.check(
        CheckedPair.at(
            new Passage("", "", Lang.ZH_CN, Lang.EN_US, first, second), new Location("x", 1, 1)));
    return checker.findings().stream()
        .noneMatch(checked -> checked.finding().rule().equals("number-mismatch"));
  }

  private static boolean search(String first, String second) {
    return Stream.of(Measure.CHARACTERS, Measure.WORDS)
        .flatMap(measure -> new Warnings(first, measure).beside(second).stream())
        .noneMatch(warning -> warning.kind() == Warning.Kind.NUMBER);
  }

  private static boolean diff(String first, String second) {
    List<Change> changes =
        new Comparison(ChineseWords.NONE, TermProblems.NONE)
            .compare(version(first), version(second), List.of(SourceText.same("x")), Lang.ZH_CN)
            .changes();
    assertThat(changes).as("one change").hasSize(1);
    return !changes.get(0).has(Edit.Kind.NUMBER);
  }

  private static TextVersion version(String text) {
    TextVersion.Sentence sentence =
        new TextVersion.Sentence(text, 0, BlockType.PARAGRAPH, Set.of(0), 0);
    return new TextVersion(Lang.EN_US, List.of(sentence), /* ordered= */ false);
  }
}
