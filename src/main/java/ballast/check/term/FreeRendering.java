package ballast.check.term;

import ballast.bitext.Span;
import ballast.glossary.EnglishText;
import ballast.glossary.ExplainedWords;
import ballast.glossary.Term;
import ballast.glossary.TermEntry;
import ballast.glossary.TermHit;
import ballast.language.EnglishAffix;
import ballast.language.FunctionWords;
import ballast.language.Renderings;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recognises a missing term that the English probably leaves out on purpose: the head of a compound
 * (回调函数, "callback"), what a pronoun says (该参数, "it"), what a number says alone (12800 端口,
 * "12800"), the head that two phrases share (国有企业和民营企业, "state-owned and private businesses"), what
 * is named after who does it (监管部门, "regulator"), the name of a body ({@link BodyName}), an
 * abbreviation (机器学习, "ML") and the head of a long name (董事会, "board" for "board of directors").
 */
final class FreeRendering {

  /** A less probable translation is an accident of the training texts. */
  private static final double MIN_PROBABILITY = 0.05;

  private static final Pattern NUMBER_BEFORE =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)*)\\s?(?:[及或]?(?:更[高低新早旧舊]|以[上下前后後])的?\\s?)?\\z");

  /** Beside the term, or of an article that is cited: 《条例》第35条. */
  private static final Pattern NUMBER_AFTER =
      Pattern.compile("\\A(?:\\s?|[》」]?\\s?第\\s?(?=[0-9]+\\s?[条條款项項章节節]))([0-9]+(?:\\.[0-9]+)*)");

  /** What makes of a word the name of a state or a kind: 响应性, 响应式. */
  private static final String STATES = "性式";

  /** What follows a Chinese verb, and never a noun: 依赖于. */
  private static final Pattern VERB = Pattern.compile("[于於](?!是)");

  private static final Pattern NOUN = Pattern.compile(".*(?:[ae]nc[ey]|tion|sion|ment|ity|ness)");

  private static final Pattern OF_PHRASE = Pattern.compile("(\\p{L}+) of .+");

  /** How probable a translation is that a term mostly has. */
  private static final double MOSTLY = 0.4;

  /** In letters: what is left of a shortened word, and what has been cut off. */
  private static final int MIN_SHORTENED = 4;

  private static final int MIN_CUT = 4;

  /** What a sentence says of its original when a term in it has been left out on purpose. */
  private static final double WELL_TRANSLATED = 0.75;

  /** A word that says this share of a Chinese word translates it. */
  private static final double SAID = 0.5;

  /** What joins two phrases. */
  private static final String JOINING = "和与與及或、";

  private final Renderings renderings;
  private final OmittedHead heads;
  private final PronounRendering pronouns;
  private final AffixedTerm affixed;

  FreeRendering(Renderings renderings) {
    this.renderings = renderings;
    this.heads = new OmittedHead(renderings);
    this.pronouns = new PronounRendering(renderings);
    this.affixed = new AffixedTerm(renderings);
  }

  /**
   * Whether each place of a missing term allows such a rendering. A single character for which
   * nothing stands has too many senses to say more.
   *
   * @param nearest the words that may stand for the term; empty if there are none
   */
  boolean isLikely(TermReading term, List<Span> nearest, PairTexts texts) {
    ExplainedWords explained = texts.explained(term.chinese(), renderings);
    return texts.hits(term.chinese()).stream()
        .allMatch(
            hit ->
                ((nearest.isEmpty()
                            || isCopied(nearest, texts)
                            || isOfNeighbour(nearest, hit, texts))
                        && (pronouns.isLikely(hit, texts, explained)
                            || heads.isLikely(hit, texts, explained)))
                    || (!nearest.isEmpty() && isOfBoth(nearest.get(0), hit, texts))
                    || (!nearest.isEmpty() && isOtherForm(term.entry(), nearest, hit, texts))
                    || isShortened(term.entry(), texts.englishText())
                    || Acronyms.isAbbreviated(term.entry(), texts)
                    || isHeadOfPhrase(term.entry(), hit, texts.englishText())
                    || isNumbered(hit, texts)
                    || BodyName.isLikely(term.entry(), hit, nearest, texts)
                    || affixed.isDoer(term.entry(), hit, texts)
                    || isHeadShared(term.entry(), hit, texts)
                    || (nearest.isEmpty()
                        && (hit.span().length() == 1 || texts.translated() >= WELL_TRANSLATED)));
  }

  /** Whether a rendering stands without its last word at one of the places of a term. */
  boolean sharesHead(TermReading term, PairTexts texts) {
    return texts.hits(term.chinese()).stream()
        .anyMatch(hit -> isHeadShared(term.entry(), hit, texts));
  }

  /** Whether the Chinese text has the words that may stand for the term. */
  private static boolean isCopied(List<Span> nearest, PairTexts texts) {
    String words = nearest.get(0).of(texts.english());
    return words.length() > 1 && texts.chinese().contains(words);
  }

  /** Whether the word that may stand for the term rather translates what is beside it. */
  private boolean isOfNeighbour(List<Span> nearest, TermHit hit, PairTexts texts) {
    EnglishText text = texts.englishText();
    int index = wordAt(nearest.get(0), text);
    return index >= 0
        && Stream.of(hit.words().modifier(), hit.words().head())
            .mapToDouble(
                word -> word.isEmpty() ? 0 : renderings.probability(word, text.forms(index)))
            .filter(beside -> beside >= MIN_PROBABILITY)
            .anyMatch(beside -> ofTerm(hit, index, text) < beside);
  }

  /**
   * Whether the one word that may stand for the term translates what is directly before it, too:
   * 备用服务器, "standby".
   */
  private static boolean isOfBoth(Span nearest, TermHit hit, PairTexts texts) {
    int start = hit.span().start();
    int length = hit.words().modifier().length();
    return length > 0
        && length <= start
        && wordAt(nearest, texts.englishText()) >= 0
        && texts
            .translation(new Span(start - length, start))
            .filter(
                beside ->
                    beside.share() >= SAID
                        && beside.confidence() >= SAID
                        && beside.span().equals(nearest))
            .isPresent();
  }

  private static int wordAt(Span place, EnglishText text) {
    int index = text.endingAt(place.end());
    return index >= 0 && text.span(index, index + 1).equals(place) ? index : -1;
  }

  private double ofTerm(TermHit hit, int index, EnglishText text) {
    return hit.words().inside().stream()
        .mapToDouble(word -> renderings.probability(word, text.forms(index)))
        .max()
        .orElse(0);
  }

  /** Whether the English has the beginning of a long rendering as a word: sync, param. */
  private static boolean isShortened(TermEntry entry, EnglishText text) {
    return entry.allowed().stream()
        .map(term -> term.text().toLowerCase(Locale.ROOT))
        .filter(term -> term.indexOf(' ') < 0 && term.indexOf('-') < 0)
        .anyMatch(
            term ->
                IntStream.range(0, text.size())
                    .filter(text::isContent)
                    .anyMatch(
                        i ->
                            text.forms(i).stream()
                                .anyMatch(
                                    form ->
                                        form.length() >= MIN_SHORTENED
                                            && term.length() >= form.length() + MIN_CUT
                                            && term.startsWith(form))));
  }

  /**
   * Whether the word that may stand for the term probably says another sense of a single character,
   * as "figure" does for 图, a word that is made of the term: 响应性, "parallelism", or the verb of
   * another word where the renderings are nouns: 依赖于, "rely on".
   */
  private boolean isOtherForm(TermEntry entry, List<Span> nearest, TermHit hit, PairTexts texts) {
    EnglishText text = texts.englishText();
    int index = wordAt(nearest.get(0), text);
    if (index < 0) {
      return false;
    }
    String next = after(hit, texts);
    List<String> terms =
        entry.allowed().stream().map(term -> term.text().toLowerCase(Locale.ROOT)).toList();
    boolean made =
        terms.stream()
            .anyMatch(
                term ->
                    text.forms(index).stream()
                        .anyMatch(form -> EnglishAffix.STATE.makes(form, term)));
    boolean other =
        hit.span().length() == 1
            && terms.stream()
                .noneMatch(
                    term ->
                        renderings.probability(hit.words().inside().get(0), term)
                            > ofTerm(hit, index, text));
    return made
        || other
        || (!next.isEmpty() && STATES.indexOf(next.charAt(0)) >= 0)
        || (VERB.matcher(next).lookingAt() && terms.stream().allMatch(FreeRendering::isNoun));
  }

  /** Whether the text has the "B" of a rendering "B of A", and this mostly translates the term. */
  private boolean isHeadOfPhrase(TermEntry entry, TermHit hit, EnglishText text) {
    String chinese = String.join("", hit.words().inside());
    return entry.allowed().stream()
        .map(term -> OF_PHRASE.matcher(term.text().toLowerCase(Locale.ROOT)))
        .filter(Matcher::matches)
        .map(phrase -> phrase.group(1))
        .filter(head -> renderings.probability(chinese, head) >= MOSTLY)
        .anyMatch(
            head -> IntStream.range(0, text.size()).anyMatch(i -> text.forms(i).contains(head)));
  }

  private static boolean isNoun(String term) {
    return NOUN.matcher(term).matches();
  }

  private static String before(TermHit hit, PairTexts texts) {
    return texts.chinese().substring(0, hit.span().start());
  }

  private static String after(TermHit hit, PairTexts texts) {
    return texts.chinese().substring(hit.span().end());
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
    int end = hit.span().end();
    boolean joined =
        end < texts.chinese().length() && JOINING.indexOf(texts.chinese().charAt(end)) >= 0;
    for (Term term : entry.allowed()) {
      int last = term.text().lastIndexOf(' ');
      if (last > 0) {
        String rest = Pattern.quote(term.text().substring(0, last).toLowerCase(Locale.ROOT));
        Matcher next =
            Pattern.compile("(?=" + rest + ")\\b" + rest + "\\s+(\\p{L}+)")
                .matcher(texts.english().toLowerCase(Locale.ROOT));
        while (next.find()) {
          String word = next.group(1);
          boolean conjunction = word.equals("and") || word.equals("or");
          boolean modifying =
              !FunctionWords.isFunction(word)
                  && texts.scan().words().next(hit.span()).stream()
                      .anyMatch(one -> renderings.probability(one, word) >= MIN_PROBABILITY);
          if ((joined && conjunction) || modifying) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
