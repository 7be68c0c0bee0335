package ballast.mine;

import ballast.language.Renderings;
import ballast.mine.KnownTerms.Uses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what a glossary lacks for its own terms: renderings that translators use, and phrases in
 * which a term means something else. Deterministic; takes time linear in the length of the texts.
 */
public final class KnownTermMiner {

  /** How many terms are examined: those that lack a rendering most often. */
  private static final int MAX_TERMS = 2_000;

  private final MiningTexts texts;
  private final Renderings renderings;
  private final KnownTerms known;

  /**
   * The variants and guards that were found.
   *
   * @param variants variants, those with the clearest evidence first
   * @param guards guards, in the same order
   */
  public record Proposals(List<Variant> variants, List<Guard> guards) {

    public Proposals {
      variants = List.copyOf(variants);
      guards = List.copyOf(guards);
    }
  }

  public KnownTermMiner(MiningTexts texts, Renderings renderings, KnownTerms known) {
    this.texts = texts;
    this.renderings = renderings;
    this.known = known;
  }

  /**
   * Finds the proposals.
   *
   * @param limit the greatest number of variants, and of guards
   * @param minCount how many pairs must support a proposal; at least 2
   */
  public Proposals mine(int limit, int minCount) {
    if (limit < 1 || minCount < 2) {
      throw new IllegalArgumentException("limit " + limit + ", minCount " + minCount);
    }
    List<Uses> lacking = new ArrayList<>(known.uses());
    lacking.removeIf(uses -> uses.missing.size() < minCount);
    lacking.sort(
        Comparator.comparingInt((Uses uses) -> -uses.missing.size())
            .thenComparing(uses -> uses.entry.id()));
    if (lacking.isEmpty()) {
      return new Proposals(List.of(), List.of());
    }
    EnglishIndex index = new EnglishIndex(texts);
    EnglishPhrases english = new EnglishPhrases(texts, renderings, minCount, index);
    RenderingJudge judge = new RenderingJudge(texts, renderings);
    VariantFinder variantFinder = new VariantFinder(texts, minCount, english, index, judge);
    GuardFinder guardFinder = new GuardFinder(texts, minCount, english, judge);
    List<Variant> variants = new ArrayList<>();
    List<Guard> guards = new ArrayList<>();
    for (Uses uses : lacking.subList(0, Math.min(MAX_TERMS, lacking.size()))) {
      Contexts contexts = new Contexts(uses);
      Set<Integer> guarded = new HashSet<>();
      guardFinder
          .find(contexts, Set.of())
          .forEach(guard -> guarded.addAll(GuardFinder.pairs(contexts, guard)));
      Set<Integer> explained = new HashSet<>();
      variants.addAll(variantFinder.find(contexts, guarded, explained));
      guardFinder
          .find(contexts, explained)
          .forEach(guard -> guards.add(guard.withZh(contexts.written(guard.phrase().zh()))));
    }
    variants.sort(
        Comparator.comparingDouble((Variant one) -> -one.evidence())
            .thenComparing(one -> one.term().id())
            .thenComparing(Variant::en));
    guards.sort(
        Comparator.comparingDouble((Guard one) -> -one.evidence())
            .thenComparing(one -> one.term().id())
            .thenComparing(one -> one.phrase().zh()));
    return new Proposals(first(variants, limit), first(guards, limit));
  }

  private static <T> List<T> first(List<T> list, int limit) {
    return list.subList(0, Math.min(limit, list.size()));
  }
}
