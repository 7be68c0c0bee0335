package ballast.check;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.check.CorpusRule.Trait;
import ballast.check.PairComparison.Occurrence;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.language.ChineseWords;
import ballast.language.Renderings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A corpus that is checked in parts shows what it shows as a whole. */
final class PairComparisonTest {

  private static final TermJudge JUDGE =
      new TermJudge(
          Glossary.of(
              List.of(
                  concept("港口", "port", "harbour", "haven"),
                  concept("码头", "wharf", "port"),
                  concept("口岸", "port of entry", "port"),
                  concept("船", "ship", "vessel", "boat"),
                  concept("轮船", "steamer", "ship"))),
          ChineseWords.NONE,
          Renderings.NONE);

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

  private static Concept concept(String zh, String... en) {
    return new Concept(
        zh,
        List.of(zh),
        Arrays.stream(en).map(text -> new Term(text, TermStatus.PREFERRED)).toList());
  }

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

  /** The first pair of each variant with the number of all; of a limited rule every pair. */
  private static final class Traits {

    private final Map<String, Map<String, List<Occurrence>>> byKey = new LinkedHashMap<>();

    void add(CheckedPair<Passage> place, Trait trait, long order) {
      boolean isLimited = PairComparison.reach(trait.rule()) < Integer.MAX_VALUE;
      byKey
          .computeIfAbsent(trait.rule() + '\t' + trait.key(), key -> new LinkedHashMap<>())
          .computeIfAbsent(trait.variant() + (isLimited ? order : ""), key -> new ArrayList<>())
          .add(new Occurrence(place, trait, order, 1));
    }

    List<LocatedFinding> findings() {
      List<LocatedFinding> findings = new ArrayList<>();
      for (Map<String, List<Occurrence>> variants : byKey.values()) {
        List<Occurrence> firsts = new ArrayList<>();
        variants
            .values()
            .forEach(
                all -> {
                  Occurrence first = all.get(0);
                  firsts.add(
                      new Occurrence(first.place(), first.trait(), first.order(), all.size()));
                });
        firsts(firsts).forEach(part -> findings.addAll(compare(part)));
      }
      return findings;
    }

    /** Cut where nothing is within reach. */
    private static List<List<Occurrence>> firsts(List<Occurrence> all) {
      List<List<Occurrence>> parts = new ArrayList<>();
      for (Occurrence one : all) {
        List<Occurrence> last = parts.isEmpty() ? List.of() : parts.get(parts.size() - 1);
        if (last.isEmpty()
            || one.order() - last.get(last.size() - 1).order()
                > PairComparison.reach(one.trait().rule())) {
          parts.add(new ArrayList<>());
        }
        parts.get(parts.size() - 1).add(one);
      }
      return parts;
    }

    private static List<LocatedFinding> compare(List<Occurrence> part) {
      PairComparison comparison = new PairComparison(JUDGE, part.get(0).trait().rule());
      part.forEach(comparison::see);
      return comparison.findings();
    }
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
    Traits traits = new Traits();
    List<LocatedFinding> findings = new ArrayList<>();
    long order = 0;
    for (CheckedPair<Passage> pair : corpus) {
      order += pair.value().isChineseAndEnglish() ? 1 : 0;
      PairChecker.Result result = pairs.check(pair);
      findings.addAll(result.findings());
      for (Trait trait : result.traits()) {
        traits.add(pair, trait, order);
      }
    }
    findings.addAll(traits.findings());

    assertThat(lines(findings)).isEqualTo(lines(whole.findings()));
    TreeSet<String> rules = new TreeSet<>();
    whole.findings().forEach(one -> rules.add(one.finding().rule()));
    assertThat(rules)
        .contains("inconsistent-translation", "target-collision", "term-inconsistent", "unpaired");
  }
}
