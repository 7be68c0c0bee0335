package ballast.check;

import ballast.check.Occurrence.Trait;
import ballast.check.PairChecker.Unchecked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies rules to pairs of texts in one process and collects their findings. For one thread. */
public final class Checker {

  private final PairChecker pairs;
  private final NamedTerms named = new NamedTerms();
  private final List<CheckedPair<Passage>> waiving = new ArrayList<>();
  private final List<LocatedFinding> found = new ArrayList<>();
  private final List<Unchecked> unchecked = new ArrayList<>();

  private final Map<CorpusRule, Map<String, Occurrence>> firsts = new HashMap<>();

  private int passages;
  private int translated;
  private int skipped;

  public Checker(TermJudge judge, List<Rule> rules) {
    this.pairs = new PairChecker(judge, rules);
  }

  /**
   * Checks a pair. A pair that is not in Chinese and English is only counted. If the source text is
   * blank, only rules that need no source are applied.
   */
  public Optional<PairReading> check(CheckedPair<Passage> place) {
    PairChecker.Result result = pairs.check(place);
    if (result.reading() == null) {
      skipped++;
      return Optional.empty();
    }
    passages++;
    translated += place.value().target().isBlank() ? 0 : 1;
    if (!place.value().waivers().isEmpty()) {
      waiving.add(place);
    }
    found.addAll(named.read(place, result));
    result.traits().forEach(trait -> add(place, trait));
    unchecked.addAll(result.unchecked());
    return Optional.of(result.reading()).filter(reading -> result.unchecked().isEmpty());
  }

  private void add(CheckedPair<Passage> place, Trait trait) {
    CorpusRule rule = Rules.comparing(trait.rule());
    Occurrence one = Occurrence.of(place, trait, translated);
    Occurrence first =
        firsts.computeIfAbsent(rule, id -> new HashMap<>()).putIfAbsent(trait.key(), one);
    if (first != null) {
      first.add(one, rule.reach() == CorpusRule.EVERYWHERE, rule.listsOthers());
    }
  }

  public int passages() {
    return passages;
  }

  public int skipped() {
    return skipped;
  }

  public List<Unchecked> unchecked() {
    return List.copyOf(unchecked);
  }

  public List<CheckedPair<Passage>> waiving() {
    return List.copyOf(waiving);
  }

  /** All findings, waived or not, in {@link LocatedFinding#ORDER}. */
  public List<LocatedFinding> findings() {
    List<LocatedFinding> all = new ArrayList<>(found);
    List<CorpusRule.Difference> differences = new ArrayList<>();
    firsts.forEach(
        (rule, byKey) ->
            byKey.values().forEach(first -> differences.addAll(rule.compare(first.all()))));
    // Pairs at one location keep their order.
    differences.sort(Comparator.comparingInt(one -> one.at().order()));
    differences.forEach(one -> all.add(one.located()));
    all.sort(LocatedFinding.ORDER);
    return all;
  }
}
