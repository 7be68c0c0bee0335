package ballast.revise;

import static ballast.revise.Texts.english;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.revise.RevisionReport.RepeatedEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ComparisonTest {

  private static final String FORCES = "We must develop productive forces now.";

  /** Wants "productivity" for 生产力, and has something against "productive forces". */
  private static final TermProblems GLOSSARY =
      (source, translation) -> {
        List<TermProblems.Problem> problems = new ArrayList<>();
        int at = translation.indexOf("productive forces");
        if (source.contains("生产力") && !translation.contains("productivity")) {
          Span span = at < 0 ? new Span(0, 0) : new Span(at, at + 17);
          problems.add(
              new TermProblems.Problem("c1", "生产力", List.of("productivity"), span, "wrong"));
        }
        return problems;
      };

  /** A version of units, given as texts and the positions of their sources. */
  private static TextVersion version(Object... textsAndSources) {
    List<TextVersion.Sentence> units = new ArrayList<>();
    for (int i = 0; i < textsAndSources.length; i += 2) {
      units.add(Texts.unit((String) textsAndSources[i], (Integer) textsAndSources[i + 1]));
    }
    return new TextVersion(Lang.EN_US, units, true);
  }

  private static RevisionReport compare(
      TermProblems terms, TextVersion old, TextVersion revised, SourceText... sources) {
    return new Comparison(ChineseWords.NONE, terms)
        .compare(old, revised, List.of(sources), Lang.ZH_CN);
  }

  private static RevisionReport compare(String old, String revised, SourceText source) {
    return compare(GLOSSARY, version(old, 0), version(revised, 0), source);
  }

  private static Change change(String old, String revised) {
    return compare(old, revised, SourceText.same("发展生产力。")).changes().get(0);
  }

  @Test
  void aTermMendedIsFixedAndOneSpoiltIsIntroducedByAnEditOfTheClassTerm() {
    String right = "We must develop productivity now.";
    Change mended = change(FORCES, right);
    assertThat(mended.terms()).extracting(term -> term.kind().label()).containsExactly("fixed");
    assertThat(mended.edits()).extracting(Edit::editClass).containsExactly(Edit.Kind.TERM);
    Change spoilt = change(right, FORCES);
    assertThat(spoilt.has(TermEffect.Kind.INTRODUCED)).isTrue();
    assertThat(spoilt.has(Edit.Kind.TERM)).isTrue();
  }

  /** Two sentences, which the first version has in one unit and the second in two. */
  private static RevisionReport alignedAnew(SameFiles files) {
    TextVersion old = version("He came. " + FORCES, 0);
    TextVersion revised = version("He came.", 0, FORCES, 1);
    List<SourceText> sources =
        List.of(new SourceText("他来了。发展生产力。", "他来了。"), new SourceText("", "发展生产力。"));
    UnitVersions versions = new UnitVersions(old, revised, sources).from(files);
    return new Comparison(ChineseWords.NONE, GLOSSARY).compare(versions, Lang.ZH_CN);
  }

  @Test
  void unitsOfTheSameFilesAreAlignedAnewAndNeverEdited() {
    RevisionReport report = alignedAnew(new SameFiles(true, true));
    assertThat(report.changes())
        .isNotEmpty()
        .allSatisfy(
            change -> {
              assertThat(change.kind()).isEqualTo(Change.Kind.ALIGNED_ANEW);
              assertThat(change.edits()).isEmpty();
              assertThat(change.isSourceChanged()).isFalse();
              assertThat(change.has(TermEffect.Kind.INTRODUCED)).isFalse();
              assertThat(change.has(TermEffect.Kind.FIXED)).isFalse();
            });
    assertThat(report.summary().rate().edits()).isZero();
    assertThat(report.differences()).isEmpty();
    assertThat(alignedAnew(SameFiles.NONE).differences()).isNotEmpty();
  }

  @Test
  void aSourceOfTheSameFileHasNotChanged() {
    TextVersion version = version("He came.", 0);
    List<SourceText> sources = List.of(new SourceText("他来了。", "他来了。她走了。"));
    Comparison comparison = new Comparison(ChineseWords.NONE, TermProblems.NONE);
    UnitVersions versions = new UnitVersions(version, version, sources);
    assertThat(kind(comparison, versions)).isEqualTo(Change.Kind.STALE);
    assertThat(kind(comparison, versions.from(new SameFiles(true, false))))
        .isEqualTo(Change.Kind.UNCHANGED);
    assertThat(kind(comparison, versions.from(new SameFiles(false, true))))
        .isEqualTo(Change.Kind.STALE);
    assertThat(kind(comparison, versions.from(new SameFiles(true, true))))
        .isEqualTo(Change.Kind.ALIGNED_ANEW);
  }

  private static Change.Kind kind(Comparison comparison, UnitVersions versions) {
    return comparison.compare(versions, Lang.ZH_CN).changes().get(0).kind();
  }

  @Test
  void aTermThatStaysWrongIsOpenInUnchangedSentencesToo() {
    Change change = change(FORCES, FORCES);
    assertThat(change.kind()).isEqualTo(Change.Kind.UNCHANGED);
    assertThat(change.has(TermEffect.Kind.OPEN)).isTrue();
  }

  @Test
  void aTermMayStandInAnySentenceThatTranslatesItsSource() {
    TextVersion version = version("We need productivity.", 0, "We need it now.", 0);
    RevisionReport report = compare(GLOSSARY, version, version, SourceText.same("我们现在需要生产力。"));
    assertThat(report.changes()).allMatch(change -> change.terms().isEmpty());
  }

  @Test
  void aTermThatIsWrongInEachOfSeveralUnitsIsSaidOnceOfEach() {
    List<TextVersion.Sentence> units = version(FORCES, 0, "Yes.", 0, FORCES, 0).sentences();
    TextVersion version = new TextVersion(Lang.EN_US, units, false);
    TermProblems everyTime =
        (source, translation) -> {
          List<TermProblems.Problem> problems = new ArrayList<>();
          for (int at = translation.indexOf("forces"); at >= 0; ) {
            Span span = new Span(at, at + 6);
            problems.add(new TermProblems.Problem("c1", "生产力", List.of(), span, "wrong"));
            at = translation.indexOf("forces", at + 1);
          }
          return problems;
        };
    RevisionReport report = compare(everyTime, version, version, SourceText.same("发展生产力。"));
    assertThat(report.changes())
        .extracting(change -> change.terms().size())
        .containsExactly(1, 0, 1);
    assertThat(report.changes().get(2).terms().get(0).problem().span().of(FORCES))
        .isEqualTo("forces");
  }

  @Test
  void aTranslationThatDidNotFollowItsSourceIsStale() {
    String same = "Trade grew.";
    RevisionReport report = compare(same, same, new SourceText("贸易增长。", "贸易下降。"));
    assertThat(report.changes()).extracting(Change::kind).containsExactly(Change.Kind.STALE);
    assertThat(compare(same, same, new SourceText("贸易增长.", "贸易增长。")).differences()).isEmpty();
  }

  @Test
  void aTranslationOfWhichOnlyTheFormatWasChangedDidNotFollowEither() {
    SourceText source = new SourceText("会议九点开始。", "会议十点开始。");
    Change format =
        compare("The \"Talks\" begin at nine.", "The “talks” begin at nine.", source)
            .changes()
            .get(0);
    assertThat(format.kind()).isEqualTo(Change.Kind.STALE);
    assertThat(format.edits()).isNotEmpty();
    Change edited =
        compare("The talks begin at nine.", "The talks begin at ten.", source).changes().get(0);
    assertThat(edited.kind()).isEqualTo(Change.Kind.EDITED);
  }

  @Test
  void aSourceThatWasAddedAndHasNoTranslationIsStale() {
    TextVersion same = english("Trade grew.");
    RevisionReport report = compare(TermProblems.NONE, same, same, new SourceText("", "还有一句。"));
    assertThat(report.differences()).extracting(Change::kind).containsExactly(Change.Kind.STALE);
  }

  @Test
  void theSummaryCountsKindsClassesBandsAndRepeatedEdits() {
    RevisionReport report =
        compare(
            TermProblems.NONE,
            english("The productive forces grew.", "They are productive forces.", "Up 5 percent."),
            english("Productivity grew.", "They are productivity.", "Up 6 percent."));
    RevisionReport.Summary summary = new RevisionReport(report.changes()).summary();
    assertThat(summary.kinds()).containsEntry(Change.Kind.EDITED, 3);
    assertThat(summary.classes()).containsEntry(Edit.Kind.NUMBER, 1);
    assertThat(summary.bands().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
    assertThat(summary.repeated())
        .containsExactly(new RepeatedEdit("productive forces", "productivity", 2));
  }

  @Test
  void theRateCountsWordsToReplaceInsertAndDelete() {
    Change change = change("one two three four", "one two five four six");
    assertThat(change.rate().edits()).isEqualTo(2);
    assertThat(change.rate().words()).isEqualTo(5);
    assertThat(change.rate().rate()).isEqualTo(0.4);
    assertThat(change("", "all new").rate().rate()).isEqualTo(1);
  }

  /** Sources and their translations. */
  private static List<Map.Entry<String, String>> units(SplittableRandom random) {
    List<Map.Entry<String, String>> units = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      int ferry = random.nextInt(5);
      String english = "Ferry " + ferry + " has left at " + random.nextInt(3) + ".";
      units.add(Map.entry("第" + ferry + "号渡船走了。", english));
    }
    return units;
  }

  /** Ferries at 0 are wrong each time; of ferry 1 one translation at least must say 2. */
  private static List<TermProblems.Problem> problems(String source, String translation) {
    List<TermProblems.Problem> problems = new ArrayList<>();
    if (source.contains("1") && !translation.contains("at 2")) {
      problems.add(
          new TermProblems.Problem("two", "二", List.of("at 2"), new Span(0, 0), "missing"));
    }
    for (int at = translation.indexOf("at 0"); at >= 0; at = translation.indexOf("at 0", at + 1)) {
      problems.add(new TermProblems.Problem("no", "零", List.of(), new Span(at, at + 4), "wrong"));
    }
    return problems;
  }

  private static UnitVersions versions(
      List<Map.Entry<String, String>> before,
      List<Map.Entry<String, String>> after,
      int maxCompared) {
    UnitSieve sieve = new UnitSieve();
    before.forEach(unit -> sieve.old(unit.getKey(), unit.getValue()));
    after.forEach(unit -> sieve.revised(unit.getKey(), unit.getValue()));
    return UnitVersions.of(sieve, Lang.ZH_CN, Lang.EN_US, maxCompared, ChineseWords.NONE);
  }

  @Test
  void unitsThatAreOnlyCountedDoNotChangeTheReport() {
    Comparison comparison = new Comparison(ChineseWords.NONE, ComparisonTest::problems);
    for (long seed = 1; seed <= 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Map.Entry<String, String>> before = units(random);
      List<Map.Entry<String, String>> after = units(random);
      UnitVersions all = versions(before, after, Integer.MAX_VALUE);
      UnitVersions versions = versions(before, after, 0);
      RevisionReport whole = comparison.compare(all, Lang.ZH_CN);
      RevisionReport sieved = comparison.compare(versions, Lang.ZH_CN);
      assertThat(summary(sieved)).as("seed " + seed).isEqualTo(summary(whole));
      assertThat(sieved.changes().size() + sieved.same().count())
          .as("seed " + seed)
          .isEqualTo(whole.changes().size());
      assertThat(told(sieved)).as("seed " + seed).isEqualTo(told(whole));
    }
  }

  private static List<Object> summary(RevisionReport report) {
    RevisionReport.Summary summary = report.summary();
    return List.of(summary.terms(), summary.kinds(), summary.rate(), summary.bands());
  }

  /** Each change with the places of its units; units have no order. */
  private static List<String> told(RevisionReport report) {
    return report.differences().stream()
        .map(change -> change.kind() + " " + told(change.old()) + " > " + told(change.revised()))
        .sorted()
        .toList();
  }

  private static String told(Change.Side side) {
    return side.text().isEmpty() ? "" : side.position() + " " + side.text();
  }
}
