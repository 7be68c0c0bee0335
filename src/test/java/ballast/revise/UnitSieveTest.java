package ballast.revise;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.language.ChineseWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class UnitSieveTest {

  private static final ChineseWords WORDS = ChineseWords.NONE;

  private static Unit unit(String source, String target) {
    Provenance none = new Provenance("", 0, "", Instant.EPOCH, Instant.EPOCH, 1, Unit.Status.DRAFT);
    return new Unit("", Lang.ZH_CN, Lang.EN_US, source, target, none, List.of());
  }

  private static List<Unit> units(SplittableRandom random) {
    List<Unit> units = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      int source = random.nextInt(5);
      int ferry = random.nextInt(3);
      units.add(unit("第" + source + "号渡船走了。", "Ferry " + source + " has left at " + ferry + "."));
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

  @Test
  void unitsThatAreOnlyCountedDoNotChangeTheReport() {
    Comparison comparison = new Comparison(WORDS, UnitSieveTest::problems);
    for (long seed = 1; seed <= 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Unit> before = units(random);
      List<Unit> after = units(random);
      UnitVersions all = UnitVersions.of(before, after, Lang.ZH_CN, Lang.EN_US, false, WORDS);
      UnitSieve sieve = new UnitSieve();
      before.forEach(unit -> sieve.old(unit.source(), unit.target()));
      after.forEach(unit -> sieve.revised(unit.source(), unit.target()));
      UnitVersions versions = UnitVersions.of(sieve, Lang.ZH_CN, Lang.EN_US, 0, WORDS);
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
