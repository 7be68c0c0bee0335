package ballast.check;

import ballast.bitext.Span;
import ballast.glossary.EnglishText;
import ballast.glossary.HanRuns.TermWords;
import ballast.glossary.Term;
import ballast.glossary.TermEntry;
import ballast.glossary.TermFinder.TermHit;
import ballast.language.Inflection;
import ballast.language.Renderings;
import ballast.language.WordFamily;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recognises a term in a longer Chinese word that the English expresses in one word: 参数 in 超参数,
 * "hyperparameter"; 队列 in 双向队列, "deque"; 神经网络 in 循环神经网络, "RNN". The English word ends with a
 * rendering of the term or with its initials. Otherwise, by the lexicon, it is the best translation
 * in the text both of the term and of a neighbouring word.
 */
final class CompoundWord {

  /** Minimum probability of a translation; below it are accidents of the training texts. */
  private static final double MIN_PROBABILITY = 0.005;

  /** Maximum probability for one part; above it, the word translates that part alone. */
  private static final double MAX_PROBABILITY = 0.4;

  /** Minimum probability of a translation of the longer word. */
  private static final double MIN_OF_LONGER = 0.1;

  /** Probability from which a word translates a longer word or the part before the term. */
  private static final double MAX_OF_TERM = 0.05;

  /** Maximum ratio between the probabilities of the word for the two parts. */
  private static final double MAX_RATIO = 3;

  /** Minimum letters; short words end others by chance. */
  private static final int MIN_LETTERS = 4;

  /** Characters that English expresses by a prefix: 多线程, "multithreading"; 再保险人, "reinsurer". */
  private static final String PREFIXED = "多跨超泛亚亞次半微再";

  private static final Set<String> PREFIXES =
      Set.of(
          "bi", "cross", "hyper", "infra", "inter", "intra", "macro", "mega", "meta", "micro",
          "mini", "mono", "multi", "neo", "over", "pan", "poly", "post", "pre", "proto", "pseudo",
          "semi", "sub", "super", "supra", "trans", "tri", "ultra");

  private static final Set<String> PARTICLES =
      Set.of("up", "down", "in", "out", "on", "off", "over", "back", "through");

  private static final Set<String> OPPOSITES =
      Set.of("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "de", "counter");

  private final Renderings renderings;
  private final AffixedTerm affixed;

  CompoundWord(Renderings renderings) {
    this.renderings = renderings;
    this.affixed = new AffixedTerm(renderings);
  }

  boolean isSaid(TermEntry entry, List<Span> places, PairTexts texts) {
    return isPhrasalVerb(entry, texts.englishText())
        || texts.hits(places).stream()
            .allMatch(
                hit ->
                    isSaid(entry, hit, texts)
                        || affixed.isSaid(entry, hit, texts)
                        || Acronyms.areSaid(entry, hit, texts));
  }

  /** Whether the text has the phrasal verb of a noun made from it: "back up". */
  private static boolean isPhrasalVerb(TermEntry entry, EnglishText text) {
    return entry
        .wordings()
        .anyMatch(
            term ->
                IntStream.range(0, text.size() - 1)
                    .filter(i -> PARTICLES.contains(text.word(i + 1)))
                    .anyMatch(
                        i ->
                            text.forms(i).stream()
                                .anyMatch(form -> term.equals(form + text.word(i + 1)))));
  }

  private boolean isSaid(TermEntry entry, TermHit hit, PairTexts texts) {
    TermWords words = hit.words();
    EnglishText text = texts.englishText();
    int start = hit.span().start();
    boolean prefixed = start > 0 && PREFIXED.indexOf(texts.chinese().charAt(start - 1)) >= 0;
    if (prefixed || !words.before().isEmpty() || !words.longer().isEmpty()) {
      for (int i = 0; i < text.size(); i++) {
        String word = text.span(i, i + 1).of(text.raw());
        if (entry.allowed().stream().anyMatch(term -> endsWith(term, word))) {
          return true;
        }
      }
    }
    return isOtherWord(entry, words, text)
        || isTranslationOfBoth(words, words.before(), text)
        || isTranslationOfBoth(words, words.after(), text);
  }

  /**
   * Whether the text translates the longer word around the term, and the lexicon does not translate
   * that word by a rendering of the term.
   */
  private boolean isOtherWord(TermEntry entry, TermWords words, EnglishText text) {
    String longer = words.longer();
    ToDoubleFunction<String> probability = english -> renderings.probability(longer, english);
    String best =
        best(text, english -> isOfRest(english, words) ? 0 : probability.applyAsDouble(english));
    return !longer.isEmpty()
        && !isOfRest(best, words)
        && probability.applyAsDouble(best) >= MIN_OF_LONGER
        && entry
            .wordings()
            .flatMap(term -> Stream.of(term.split(" ")))
            .noneMatch(word -> probability.applyAsDouble(word) >= MAX_OF_TERM);
  }

  /** Whether it translates the rest of the longer word, before or after the term. */
  private boolean isOfRest(String english, TermWords words) {
    String term = String.join("", words.inside());
    String longer = words.longer();
    String rest =
        longer.endsWith(term)
            ? longer.substring(0, longer.length() - term.length())
            : longer.startsWith(term) ? longer.substring(term.length()) : "";
    return !rest.isEmpty() && renderings.probability(rest, english) >= MAX_OF_TERM;
  }

  /** Whether a word ends with a one-word term, or with the initials of a longer term. */
  private static boolean endsWith(Term term, String word) {
    String text = term.text();
    if (text.indexOf(' ') > 0) {
      String initials = Acronyms.initials(text);
      String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
      return singular.length() > initials.length() && singular.endsWith(initials);
    }
    String rendering = text.toLowerCase(Locale.ROOT);
    return rendering.length() >= MIN_LETTERS
        && Inflection.words(word.toLowerCase(Locale.ROOT)).stream()
            .anyMatch(
                form ->
                    (form.length() >= rendering.length() + 2
                            && form.endsWith(rendering)
                            && isFirstPart(
                                form.substring(0, form.length() - rendering.length()), rendering))
                        || PREFIXES.stream().anyMatch(prefix -> isMade(prefix, form, rendering)));
  }

  /** Whether a word consists of a prefix and a relative of another word: "multicultural". */
  private static boolean isMade(String prefix, String word, String of) {
    return word.startsWith(prefix)
        && word.length() >= prefix.length() + MIN_LETTERS
        && word.startsWith(of.substring(0, 2), prefix.length()) // avoids most word families
        && WordFamily.of(Inflection.words(word.substring(prefix.length())))
            .isRelatedTo(WordFamily.of(Inflection.words(of)));
  }

  private static boolean isFirstPart(String letters, String second) {
    return !OPPOSITES.contains(letters)
        && letters.length() >= (second.length() > MIN_LETTERS ? 2 : MIN_LETTERS);
  }

  private boolean isTranslationOfBoth(TermWords words, String beside, EnglishText text) {
    if (beside.isEmpty() || shareCharacter(String.join("", words.inside()), beside)) {
      return false;
    }
    ToDoubleFunction<String> ofTerm =
        english ->
            words.inside().stream()
                .mapToDouble(word -> renderings.probability(word, english))
                .min()
                .orElse(0);
    ToDoubleFunction<String> ofBeside = english -> renderings.probability(beside, english);
    String best = best(text, ofTerm);
    double one = ofTerm.applyAsDouble(best);
    double other = ofBeside.applyAsDouble(best);
    return best.equals(best(text, ofBeside))
        && Math.min(one, other) >= MIN_PROBABILITY
        && Math.max(one, other) <= MAX_PROBABILITY
        && Math.max(one, other) <= MAX_RATIO * Math.min(one, other);
  }

  private static String best(EnglishText text, ToDoubleFunction<String> probability) {
    return IntStream.range(0, text.size())
        .filter(text::isContent)
        .mapToObj(text::word)
        .distinct()
        .max(Comparator.comparingDouble(probability))
        .orElse("");
  }

  private static boolean shareCharacter(String one, String other) {
    return one.codePoints().anyMatch(c -> other.indexOf(c) >= 0);
  }
}
