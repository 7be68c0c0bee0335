package ballast.check;

import ballast.bitext.Span;
import ballast.glossary.EnglishText;
import ballast.glossary.Term;
import ballast.glossary.TermEntry;
import ballast.glossary.TermHit;
import ballast.language.Renderings;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Recognises a missing term that the English probably leaves out on purpose: the head of a compound
 * (回调函数, "callback"), what a pronoun says (该参数, "it"), what a number says alone (12800 端口,
 * "12800"), the head that two phrases share (国有企业和民营企业, "state-owned and private businesses"), what
 * is named after who does it (监管部门, "regulator").
 */
final class FreeRendering {

  /** A less probable translation is an accident of the training texts. */
  private static final double MIN_PROBABILITY = 0.05;

  private static final Pattern REFERENCE = Pattern.compile("(?:[该該此]|[这這那][个個些种種]?)[ \\u00a0]?\\z");
  private static final Set<String> PRONOUNS = Set.of("it", "its", "they", "them", "their");

  /** Pronouns only where no noun follows. */
  private static final Set<String> DEMONSTRATIVES = Set.of("this", "these", "those");

  private static final Pattern LATIN_BEFORE = Pattern.compile("([A-Za-z]{2,})[ \\u00a0]?\\z");
  private static final Pattern NUMBER_BEFORE =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)*)\\s?(?:[及或]?(?:更[高低新]|以[上下前后後])的?\\s?)?\\z");
  private static final Pattern NUMBER_AFTER = Pattern.compile("\\A\\s?([0-9]+(?:\\.[0-9]+)*)");

  /** What follows a Chinese noun that modifies no other. */
  private static final String PHRASE_END = "(?:(?!\\p{IsHan})|[的和与與在时時])";

  /** What joins two phrases. */
  private static final String JOINING = "和与與及或、";

  private final Renderings renderings;
  private final AffixedTerm affixed;

  FreeRendering(Renderings renderings) {
    this.renderings = renderings;
    this.affixed = new AffixedTerm(renderings);
  }

  /**
   * Whether each place of a missing term allows such a rendering.
   *
   * @param nearest the words that may stand for the term; empty if there are none
   */
  boolean isLikely(TermReading term, List<Span> nearest, PairTexts texts) {
    return texts.hits(term.chinese()).stream()
        .allMatch(
            hit ->
                (nearest.isEmpty() && (isPronoun(hit, texts) || isHeadLeftOut(hit, texts)))
                    || isNumbered(hit, texts)
                    || affixed.isDoer(term.entry(), hit, texts)
                    || isHeadShared(term.entry(), hit, texts));
  }

  private static String before(TermHit hit, PairTexts texts) {
    return texts.chinese().substring(0, hit.span().start());
  }

  private static String after(TermHit hit, PairTexts texts) {
    return texts.chinese().substring(hit.span().end());
  }

  private static boolean isPronoun(TermHit hit, PairTexts texts) {
    EnglishText text = texts.englishText();
    return REFERENCE.matcher(before(hit, texts)).find()
        && IntStream.range(0, text.size())
            .anyMatch(
                i ->
                    PRONOUNS.contains(text.word(i))
                        || (DEMONSTRATIVES.contains(text.word(i)) && text.endsPhrase(i)));
  }

  /**
   * Whether the English says what precedes the term at the end of a compound, each time or once
   * more than the Chinese has it alone, as the end of a phrase.
   */
  private boolean isHeadLeftOut(TermHit hit, PairTexts texts) {
    if (!hit.words().head().isEmpty()) {
      return false;
    }
    EnglishText text = texts.englishText();
    Matcher latin = LATIN_BEFORE.matcher(before(hit, texts));
    String word = latin.find() ? latin.group(1).toLowerCase(Locale.ROOT) : "";
    String modifier = hit.words().modifier();
    List<Integer> said =
        IntStream.range(0, text.size())
            .filter(i -> text.word(i).equals(word) || isRendering(modifier, text, i))
            .boxed()
            .toList();
    long alone = said.stream().filter(text::endsNounPhrase).count();
    long others = said.size() - alone;
    return alone > 0
        && (others == 0
            || (!modifier.isEmpty()
                && others < count(modifier, "", texts)
                && alone > count(modifier, PHRASE_END, texts)));
  }

  /** How often a word stands in the Chinese text before what a pattern describes. */
  private static long count(String word, String next, PairTexts texts) {
    return Pattern.compile(Pattern.quote(word) + next).matcher(texts.chinese()).results().count();
  }

  private boolean isRendering(String chinese, EnglishText text, int index) {
    return !chinese.isEmpty()
        && text.isContent(index)
        && text.forms(index).stream()
            .anyMatch(form -> renderings.probability(chinese, form) >= MIN_PROBABILITY);
  }

  /** Whether a number directly beside the term stands in the English. */
  private static boolean isNumbered(TermHit hit, PairTexts texts) {
    Matcher number = NUMBER_BEFORE.matcher(before(hit, texts));
    boolean found = number.find();
    if (!found) {
      number = NUMBER_AFTER.matcher(after(hit, texts));
      found = number.find();
    }
    return found
        && Pattern.compile("(?<![0-9.])" + Pattern.quote(number.group(1)) + "(?![0-9]|\\.[0-9])")
            .matcher(texts.english())
            .find();
  }

  /**
   * Whether a rendering of several words stands there without its last one, where another phrase is
   * joined or where the term only modifies the word that follows.
   */
  private boolean isHeadShared(TermEntry entry, TermHit hit, PairTexts texts) {
    String english = texts.english().toLowerCase(Locale.ROOT);
    String after = after(hit, texts);
    boolean joined = !after.isEmpty() && JOINING.indexOf(after.charAt(0)) >= 0;
    String head = hit.words().head();
    for (Term term : entry.allowed()) {
      int last = term.text().lastIndexOf(' ');
      if (last > 0) {
        String rest = term.text().substring(0, last).toLowerCase(Locale.ROOT);
        Matcher next =
            Pattern.compile("\\b" + Pattern.quote(rest) + "\\s+(\\p{L}+)").matcher(english);
        while (next.find()) {
          String word = next.group(1);
          boolean conjunction = word.equals("and") || word.equals("or");
          if ((joined && conjunction) || renderings.probability(head, word) >= MIN_PROBABILITY) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
