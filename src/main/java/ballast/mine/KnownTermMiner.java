package ballast.mine;

import ballast.glossary.Concept;
import ballast.glossary.EnglishText;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.TermEntry;
import ballast.glossary.TermMatcher;
import ballast.language.Renderings;
import ballast.mine.ChinesePhrases.Phrase;
import ballast.mine.ChinesePhrases.WrittenForms;
import ballast.mine.EnglishPhrases.ContextWord;
import ballast.mine.KnownTerms.Use;
import ballast.mine.KnownTerms.Uses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds additions for the existing terms of a glossary: renderings that translators use, and
 * phrases in which a term has another meaning. Deterministic; takes time linear in the length of
 * the texts.
 */
public final class KnownTermMiner {

  /** Maximum terms that are examined, beginning with those that lack a rendering most often. */
  private static final int MAX_TERMS = 2_000;

  private final MiningTexts texts;
  private final Renderings renderings;
  private final KnownTerms known;

  /** The variants and guards found, each with the clearest evidence first. */
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
   * @param minCount minimum number of pairs that support a proposal; at least 2
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

  /**
   * @param id of its first concept with an allowed rendering
   * @param preferred its main rendering
   * @param concept the one that {@code preferred} is from
   */
  public record KnownTerm(String id, String zh, Term preferred, Concept concept) {

    public static KnownTerm of(TermEntry entry) {
      Term preferred = entry.allowed().get(0);
      Concept concept =
          entry.concepts().stream()
              .filter(known -> known.en().contains(preferred))
              .findFirst()
              .orElseThrow();
      return new KnownTerm(entry.id(), entry.zh(), preferred, concept);
    }
  }

  /**
   * @param en the most common form of the rendering, as written
   * @param evidence log-likelihood ratio of its occurrence in pairs that lack a known rendering
   *     rather than elsewhere
   * @param example index of the first pair that contains both
   */
  public record Variant(KnownTerm term, String en, Pairs pairs, double evidence, int example) {

    /**
     * @param missing with the term but none of its known renderings
     * @param together those of them with this rendering
     * @param elsewhere other pairs with this rendering
     */
    public record Pairs(int missing, int together, int elsewhere) {}
  }

  /**
   * A longer Chinese phrase in which a term of the glossary seems to have another meaning.
   *
   * @param inside the pairs with the term only in this phrase
   * @param outside the pairs with the term but never in this phrase
   * @param evidence log-likelihood ratio of the difference between {@code inside} and {@code
   *     outside}
   */
  public record Guard(
      KnownTerm term, RenderedPhrase phrase, TermUses inside, TermUses outside, double evidence) {

    /**
     * @param zh the phrase as most of these pairs write it; contains the term
     * @param en the most common form of the rendering, as written
     * @param together number of pairs with the phrase and {@code en}, but without a rendering of
     *     the term
     * @param example index of the first pair that contains the phrase and {@code en}
     */
    public record RenderedPhrase(String zh, String en, int together, int example) {}

    Guard withZh(String form) {
      RenderedPhrase shown = new RenderedPhrase(form, phrase.en, phrase.together, phrase.example);
      return new Guard(term, shown, inside, outside, evidence);
    }

    /**
     * @param missing pairs without a rendering of the term or a proposed variant
     */
    public record TermUses(int pairs, int missing) {}
  }

  /** Judges whether an English phrase that occurs together with a Chinese one is its rendering. */
  private static final class RenderingJudge {

    /** Minimum share of an unknown rendering's occurrences that are together with the phrase. */
    private static final double MOSTLY_HERE = 0.5;

    /** The same share for a rendering in the lexicon. */
    private static final double OFTEN_HERE = 0.1;

    /** Minimum likeness of a rendering in the lexicon. */
    private static final double LIKE = 0.4;

    /** The probability of a translation with this likeness; see {@link EnglishPhrases}. */
    private static final double KNOWN = LIKE / 5;

    private final MiningTexts texts;
    private final Renderings renderings;
    private final EnglishWords kinds;

    RenderingJudge(MiningTexts texts, Renderings renderings) {
      this.texts = texts;
      this.renderings = renderings;
      this.kinds = new EnglishWords(texts);
    }

    static boolean isLike(ContextWord one) {
      return one.likeness() >= LIKE;
    }

    /** Whether it clearly occurs with the phrase rather than elsewhere. */
    boolean isClear(Phrase phrase, ContextWord one) {
      double here = (double) one.together() / (one.together() + one.elsewhere());
      return here >= (isLike(one) ? OFTEN_HERE : MOSTLY_HERE)
          && evidence(phrase, one) >= Association.CLEAR;
    }

    double evidence(Phrase phrase, ContextWord one) {
      int all = phrase.pairs.size();
      return Association.of(one.together(), all, one.elsewhere(), Math.max(1, texts.size() - all));
    }

    /**
     * Whether at least half of its words translate other words of the texts better than the
     * phrase's.
     */
    boolean translatesOtherWords(String zh, Phrase phrase, ContextWord one) {
      int content = 0;
      int functionWords = 0;
      for (int lemma : one.lemmas()) {
        if (kinds.of(lemma) == 0) {
          content++;
          functionWords += translatesOtherWords(zh, phrase, one, texts.word(lemma)) ? 1 : 0;
        }
      }
      return 2 * functionWords >= content;
    }

    private boolean translatesOtherWords(String zh, Phrase phrase, ContextWord one, String word) {
      double phraseProbability = renderings.probability(zh, word);
      for (int part : phrase.words) {
        phraseProbability =
            Math.max(phraseProbability, renderings.probability(texts.word(part), word));
      }
      int explained = 0;
      for (int pair : one.pairs()) {
        double best = 0;
        for (int other : texts.pair(pair).zh) {
          if (other != MiningTexts.BREAK
              && !phrase.words.contains(other)
              && !texts.word(other).contains(zh)) {
            best = Math.max(best, renderings.probability(texts.word(other), word));
          }
        }
        explained += best > phraseProbability ? 1 : 0;
      }
      return 2 * explained > one.pairs().size();
    }

    /**
     * Whether the rendering of a longer phrase merely contains another rendering of the term inside
     * it: "national security" contains one of 国家, "cooperative" none of 合作.
     */
    boolean showsTermRendering(
        String zh, Phrase term, String whole, Phrase phrase, ContextWord name) {
      for (int lemma : name.lemmas()) {
        String word = texts.word(lemma);
        double termProbability = kinds.of(lemma) == 0 ? renderings.probability(zh, word) : 0;
        for (int part : term.words) {
          termProbability =
              Math.max(termProbability, renderings.probability(texts.word(part), word));
        }
        double phraseProbability = renderings.probability(whole, word);
        for (int part : phrase.words) {
          if (!zh.contains(texts.word(part))) {
            phraseProbability =
                Math.max(phraseProbability, renderings.probability(texts.word(part), word));
          }
        }
        if (termProbability >= KNOWN && termProbability > phraseProbability) {
          return true;
        }
      }
      return false;
    }
  }

  private static final class VariantFinder {

    private static final int MAX_FOR_A_TERM = 3;

    private final MiningTexts texts;
    private final int minCount;
    private final EnglishPhrases english;
    private final EnglishIndex index;
    private final RenderingJudge judge;
    private final TermMatcher matcher = new TermMatcher();

    VariantFinder(
        MiningTexts texts,
        int minCount,
        EnglishPhrases english,
        EnglishIndex index,
        RenderingJudge judge) {
      this.texts = texts;
      this.minCount = minCount;
      this.english = english;
      this.index = index;
      this.judge = judge;
    }

    /**
     * The renderings, the most common first.
     *
     * @param guarded the pairs without a rendering that have another explanation
     * @param explained receives the pairs, including guarded ones, in which one of the renderings
     *     found explains the missing one
     */
    List<Variant> find(Contexts contexts, Set<Integer> guarded, Set<Integer> explained) {
      TermEntry term = contexts.uses().entry;
      List<Integer> missing = contexts.uses().missing;
      List<Variant> found = new ArrayList<>();
      Phrase phrase = new Phrase(texts.wordsOf(term.zh()));
      missing.stream().filter(pair -> !guarded.contains(pair)).forEach(phrase.pairs::add);
      int all = phrase.pairs.size();
      while (!phrase.words.isEmpty()
          && phrase.pairs.size() >= minCount
          && found.size() < MAX_FOR_A_TERM) {
        Optional<ContextWord> best =
            english.bestRendering(term.zh(), phrase, one -> isVariant(contexts, phrase, one));
        if (best.isEmpty()) {
          break;
        }
        found.add(variant(term, all, best.get(), judge.evidence(phrase, best.get())));
        explained.addAll(index.pairs(best.get().lemmas()));
        phrase.pairs.removeAll(new HashSet<>(best.get().pairs()));
      }
      explained.retainAll(new HashSet<>(missing));
      return found;
    }

    private static Variant variant(TermEntry term, int missing, ContextWord one, double evidence) {
      return new Variant(
          KnownTerm.of(term),
          one.en(),
          new Variant.Pairs(missing, one.together(), one.elsewhere()),
          evidence,
          one.pairs().get(0));
    }

    /** Whether it is a rendering of the term itself, not of a longer phrase that contains it. */
    private boolean isVariant(Contexts contexts, Phrase phrase, ContextWord one) {
      TermEntry term = contexts.uses().entry;
      return judge.isClear(phrase, one)
          && !judge.translatesOtherWords(term.zh(), phrase, one)
          && !isKnown(term, one)
          && contexts.around(one.pairs()).stream()
              .allMatch(whole -> isRenderingOfTerm(term, whole, one));
    }

    private boolean isRenderingOfTerm(TermEntry term, String whole, ContextWord one) {
      return RenderingJudge.isLike(one)
          && judge.showsTermRendering(
              term.zh(),
              new Phrase(texts.wordsOf(term.zh())),
              whole,
              new Phrase(texts.wordsOf(whole)),
              one);
    }

    /**
     * Whether it is a form of, or a single word of, a rendering in the glossary, allowed or not.
     */
    private boolean isKnown(TermEntry term, ContextWord one) {
      EnglishText text = matcher.read(one.en());
      Term proposed = new Term(one.en(), TermStatus.PROPOSED);
      for (Concept concept : term.concepts()) {
        for (Term known : concept.en()) {
          boolean part =
              (known.isForbidden() || matcher.pattern(proposed).contentWords() == 1)
                  && !matcher
                      .findPlain(matcher.pattern(proposed), matcher.read(known.text()))
                      .isEmpty();
          if (part || !matcher.find(matcher.pattern(known), text).isEmpty()) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /** Finds phrases in which a term's renderings are missing although they are present elsewhere. */
  private static final class GuardFinder {

    /** Minimum share of the pairs with the phrase that lack a rendering. */
    private static final double INSIDE = 0.75;

    /** Maximum share of the pairs with the term elsewhere that lack one. */
    private static final double OUTSIDE = 0.5;

    /** Minimum share of the lacking pairs that contain the phrase's own rendering. */
    private static final double NAMED = 0.5;

    /** Maximum phrases of a term that are looked up in the English texts. */
    private static final int MAX_NAMED = 30;

    private final MiningTexts texts;
    private final int minCount;
    private final EnglishPhrases english;
    private final RenderingJudge judge;

    /**
     * A phrase with its counts, before its own rendering is known.
     *
     * @param missing the pairs with the term only in the phrase and without a rendering
     * @param mixed the pairs without a rendering that contain the term elsewhere too
     */
    private record Lack(
        String phrase,
        int inside,
        List<Integer> missing,
        List<Integer> mixed,
        Guard.TermUses outside) {

      double evidence() {
        return Association.of(missing.size(), inside, outside.missing(), outside.pairs());
      }
    }

    GuardFinder(MiningTexts texts, int minCount, EnglishPhrases english, RenderingJudge judge) {
      this.texts = texts;
      this.minCount = minCount;
      this.english = english;
      this.judge = judge;
    }

    /**
     * The phrases, in simplified characters, the clearest first; no two are supported by the same
     * pair.
     *
     * @param explained the pairs whose missing rendering has another explanation
     */
    List<Guard> find(Contexts contexts, Set<Integer> explained) {
      Set<Integer> missing = new HashSet<>(contexts.uses().missing);
      missing.removeAll(explained);
      List<Lack> clear = new ArrayList<>();
      if (missing.size() >= minCount) {
        contexts
            .phrases()
            .forEach(
                (phrase, context) -> {
                  if (context.inside.size() >= minCount && context.isWhole()) {
                    Lack lack = lack(contexts.uses(), phrase, context, missing);
                    if (isClear(lack)) {
                      clear.add(lack);
                    }
                  }
                });
      }
      clear.sort(
          Comparator.comparingDouble((Lack one) -> -one.evidence())
              .thenComparing(one -> one.phrase().length())
              .thenComparing(Lack::phrase));
      return distinct(contexts.uses().entry, clear, missing);
    }

    private static Lack lack(
        Uses uses, String phrase, Contexts.Context context, Set<Integer> missing) {
      List<Integer> lacking = context.inside.stream().filter(missing::contains).toList();
      int inside = context.inside.size();
      List<Integer> mixed = context.mixed.stream().filter(missing::contains).toList();
      return new Lack(
          phrase,
          inside,
          lacking,
          mixed,
          new Guard.TermUses(
              uses.all.size() - inside - context.mixed.size(),
              missing.size() - lacking.size() - mixed.size()));
    }

    private boolean isClear(Lack lack) {
      return lack.missing().size() >= minCount
          && lack.missing().size() >= INSIDE * lack.inside()
          && lack.outside().missing() <= OUTSIDE * lack.outside().pairs()
          && lack.evidence() >= Association.CLEAR;
    }

    /** Keeps, of nested phrases, the best one with a rendering of its own. */
    private List<Guard> distinct(TermEntry term, List<Lack> clear, Set<Integer> missing) {
      List<Guard> kept = new ArrayList<>();
      Set<Integer> left = new HashSet<>(missing);
      for (Lack lack : clear.subList(0, Math.min(MAX_NAMED, clear.size()))) {
        if (Contexts.count(lack.missing(), left) >= minCount) {
          Optional<Guard> guard = named(term, lack);
          guard.ifPresent(kept::add);
          if (guard.isPresent()) {
            lack.missing().forEach(left::remove);
          }
        }
      }
      return kept;
    }

    /**
     * The guard for a phrase; empty without a rendering that is not just another one of the term.
     */
    private Optional<Guard> named(TermEntry term, Lack lack) {
      Phrase inside = new Phrase(texts.wordsOf(term.zh()));
      Phrase phrase = new Phrase(texts.wordsOf(lack.phrase()));
      phrase.pairs.addAll(lack.missing());
      phrase.pairs.addAll(lack.mixed());
      if (phrase.words.isEmpty()) {
        return Optional.empty();
      }
      return english
          .bestRendering(
              lack.phrase(),
              phrase,
              one ->
                  one.together() >= NAMED * phrase.pairs.size()
                      && judge.isClear(phrase, one)
                      && !judge.translatesOtherWords(lack.phrase(), phrase, one))
          .filter(name -> !judge.showsTermRendering(term.zh(), inside, lack.phrase(), phrase, name))
          .map(name -> guard(term, lack, name));
    }

    private static Guard guard(TermEntry term, Lack lack, ContextWord name) {
      return new Guard(
          KnownTerm.of(term),
          new Guard.RenderedPhrase(lack.phrase(), name.en(), name.together(), name.pairs().get(0)),
          new Guard.TermUses(lack.inside(), lack.missing().size()),
          lack.outside(),
          lack.evidence());
    }

    static List<Integer> pairs(Contexts contexts, Guard guard) {
      Contexts.Context context = contexts.phrases().get(guard.phrase().zh());
      return context == null ? List.of() : context.inside;
    }
  }

  /** The longer phrases in which a term occurs. */
  private static final class Contexts {

    /**
     * Minimum share of places with the same next character at which a phrase is part of a longer
     * one.
     */
    private static final double PART = 0.75;

    private final Uses uses;
    private final Map<String, Context> phrases = new HashMap<>();

    static final class Context {

      /** The pairs with the term only in this phrase, ascending. */
      final List<Integer> inside = new ArrayList<>(1);

      /** The pairs with the term elsewhere too: unknown which occurrence lacks its rendering. */
      final List<Integer> mixed = new ArrayList<>(0);

      private final Map<Integer, Integer> left = new HashMap<>(2);
      private final Map<Integer, Integer> right = new HashMap<>(2);
      private int places;

      /** Whether its neighbours vary, so that it is not just part of a longer phrase or word. */
      boolean isWhole() {
        return isFree(left) && isFree(right);
      }

      private boolean isFree(Map<Integer, Integer> neighbours) {
        return neighbours.entrySet().stream()
            .noneMatch(one -> one.getKey() != 0 && one.getValue() >= PART * places);
      }
    }

    Contexts(Uses uses) {
      this.uses = uses;
      uses.all.forEach(this::see);
    }

    private void see(Use use) {
      Set<String> some = new HashSet<>();
      Set<String> all = new HashSet<>();
      for (int i = 0; i < use.contexts().size(); i++) {
        Set<String> contextPhrases = new HashSet<>();
        for (TermContext.Phrase phrase : use.contexts().get(i).phrases()) {
          Context context = phrases.computeIfAbsent(phrase.text(), text -> new Context());
          context.places++;
          context.left.merge(phrase.left(), 1, Integer::sum);
          context.right.merge(phrase.right(), 1, Integer::sum);
          contextPhrases.add(phrase.text());
        }
        some.addAll(contextPhrases);
        if (i == 0) {
          all.addAll(contextPhrases);
        } else {
          all.retainAll(contextPhrases);
        }
      }
      for (String phrase : some) {
        Context context = phrases.get(phrase);
        if (context != null) {
          (all.contains(phrase) ? context.inside : context.mixed).add(use.pair());
        }
      }
    }

    Uses uses() {
      return uses;
    }

    /** Keyed by phrase, in simplified characters. */
    Map<String, Context> phrases() {
      return phrases;
    }

    List<String> around(List<Integer> pairs) {
      Set<Integer> wanted = new HashSet<>(pairs);
      double minPairs = PART * wanted.size();
      List<String> around = new ArrayList<>();
      phrases.forEach(
          (phrase, one) -> {
            if (one.inside.size() + one.mixed.size() >= minPairs
                && count(one.inside, wanted) + count(one.mixed, wanted) >= minPairs) {
              around.add(phrase);
            }
          });
      return around;
    }

    /** The commonest spelling of a phrase in the pairs with the term only in this phrase. */
    String written(String phrase) {
      Context context = phrases.get(phrase);
      Set<Integer> inside = context == null ? Set.of() : Set.copyOf(context.inside);
      WrittenForms forms = new WrittenForms();
      for (Use use : uses.all) {
        if (inside.contains(use.pair())) {
          use.contexts().stream()
              .flatMap(one -> one.phrases().stream())
              .filter(one -> one.text().equals(phrase))
              .forEach(one -> forms.add(one.written()));
        }
      }
      return forms.commonest().orElse(phrase);
    }

    static int count(List<Integer> pairs, Set<Integer> wanted) {
      return (int) pairs.stream().filter(wanted::contains).count();
    }
  }

  private static final class Association {

    /** A ratio this high arises by chance in one of a thousand cases (chi-squared, 1 d.f.). */
    static final double CLEAR = 10.83;

    private Association() {}

    /**
     * The log-likelihood ratio of Dunning (1993).
     *
     * @param with number of {@code all} cases that have the property
     * @param otherWith number of {@code otherAll} other cases that have it
     * @return 0 or more; 0 also if the property is no more common in the first cases than in the
     *     others
     */
    static double of(int with, int all, int otherWith, int otherAll) {
      if (all == 0 || otherAll == 0 || (long) with * otherAll <= (long) otherWith * all) {
        return 0;
      }
      double share = ((double) with + otherWith) / ((double) all + otherAll);
      return 2
          * (part(with, all * share)
              + part(all - with, all * (1 - share))
              + part(otherWith, otherAll * share)
              + part(otherAll - otherWith, otherAll * (1 - share)));
    }

    private static double part(int observed, double expected) {
      return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }
  }
}
