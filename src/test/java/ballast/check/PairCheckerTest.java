package ballast.check;

import static ballast.check.Checks.concept;
import static ballast.check.Checks.judge;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.check.Occurrence.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A corpus that is checked in parts shows what it shows as a whole. */
final class PairCheckerTest {

  private static final TermJudge JUDGE =
      judge(
          concept("港口", "port", "harbour", "haven"),
          concept("码头", "wharf", "port"),
          concept("口岸", "port of entry", "port"),
          concept("船", "ship", "vessel", "boat"),
          concept("轮船", "steamer", "ship"));

  private static final List<String> SOURCES =
      List.of(
          "船在港口。",
          "轮船在码头。",
          "口岸和港口都有船。",
          "是。",
          "码头很长，码头很旧。",
          "他说了一句话。",
          "轮船到了口岸。",
          "船到了港口。",
          "码头在哪里？");
  private static final List<String> TARGETS =
      List.of(
          "The ship is in the port.",
          "The vessel lies in the harbour",
          "The boat is at the wharf!",
          "The steamer is in the haven.",
          "The ship is at the port of entry.",
          "\u201cHe said",
          "so.\u201d",
          "(He said",
          "that) it was so.",
          "the ship is in the port",
          "He said a word.");

  private static List<CheckedPair<Passage>> corpus(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<CheckedPair<Passage>> corpus = new ArrayList<>();
    for (int i = 1; i <= 150; i++) {
      Lang target = random.nextInt(12) == 0 ? new Lang("fr") : Lang.EN_US;
      String source = SOURCES.get(random.nextInt(SOURCES.size()));
      // Lone signs are rare, so that some have no partner close by.
      int range = random.nextInt(3) == 0 ? TARGETS.size() : 5;
      String text = TARGETS.get(random.nextInt(range));
      corpus.add(
          CheckedPair.at(
              new Passage("", "", Lang.ZH_CN, target, source, text), new Location("x", i, 1)));
    }
    return corpus;
  }

  /** A trait of a pair; what compares them gets its texts only. */
  private record Row(CheckedPair<Passage> place, Trait trait, int order) {}

  /** Brings traits together as a query does: see {@code ballast.spark.check.Comparisons}. */
  private static List<LocatedFinding> compared(PairChecker pairs, List<Row> rows) {
    Map<String, List<Row>> byKey = new LinkedHashMap<>();
    for (Row row : rows) {
      byKey
          .computeIfAbsent(row.trait().rule() + '\t' + row.trait().key(), key -> new ArrayList<>())
          .add(row);
    }
    List<LocatedFinding> found = new ArrayList<>();
    for (List<Row> same : byKey.values()) {
      Trait trait = same.get(0).trait();
      int reach = Rules.reach(trait.rule());
      (reach < Integer.MAX_VALUE ? stretches(same, reach) : List.of(firsts(same)))
          .forEach(part -> found.addAll(pairs.compare(trait.rule(), trait.key(), part)));
    }
    return found;
  }

  /** The first pair of each variant with the number of all. */
  private static List<Occurrence> firsts(List<Row> same) {
    Map<String, List<Row>> variants = new LinkedHashMap<>();
    same.forEach(
        row ->
            variants.computeIfAbsent(row.trait().variant(), variant -> new ArrayList<>()).add(row));
    return variants.values().stream().map(all -> occurrence(all.get(0), all.size())).toList();
  }

  /** Cut where nothing is within reach. */
  private static List<List<Occurrence>> stretches(List<Row> same, int reach) {
    List<List<Occurrence>> parts = new ArrayList<>();
    int last = -reach;
    for (Row row : same) {
      if (row.order() - last > reach) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(occurrence(row, 1));
      last = row.order();
    }
    return parts;
  }

  private static Occurrence occurrence(Row row, int times) {
    return new Occurrence(row.place(), row.trait().variant(), row.order(), times);
  }

  private static List<String> lines(List<LocatedFinding> findings) {
    return findings.stream()
        .sorted(LocatedFinding.ORDER)
        .map(one -> one.location() + " " + one.finding())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void partsShowWhatTheWholeShows(long seed) {
    List<CheckedPair<Passage>> corpus = corpus(seed);
    Checker whole = new Checker(JUDGE, Rules.all());
    corpus.forEach(whole::check);

    PairChecker pairs = new PairChecker(JUDGE, Rules.all());
    List<Row> rows = new ArrayList<>();
    List<LocatedFinding> findings = new ArrayList<>();
    int order = 0;
    for (CheckedPair<Passage> pair : corpus) {
      order += pair.value().isChineseAndEnglish() ? 1 : 0;
      PairChecker.Result result = pairs.check(pair);
      findings.addAll(result.findings());
      for (Trait trait : result.traits()) {
        rows.add(new Row(pair, trait, order));
      }
    }
    findings.addAll(compared(pairs, rows));

    assertThat(lines(findings)).isEqualTo(lines(whole.findings()));
    TreeSet<String> rules = new TreeSet<>();
    whole.findings().forEach(one -> rules.add(one.finding().rule()));
    assertThat(rules)
        .contains("inconsistent-translation", "target-collision", "term-inconsistent", "unpaired");
  }
}
