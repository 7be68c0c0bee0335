package ballast.check.term;

import ballast.glossary.EnglishText;
import ballast.glossary.ExplainedWords;
import ballast.glossary.TermHit;
import ballast.language.EnglishAffix;
import ballast.language.Renderings;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recognises a term at the end of a compound that the English leaves out: 回调函数, "callback"; foo 函数,
 * "foo". The English has what precedes the term, and nothing unexplained beside it that may be
 * another rendering.
 */
final class OmittedHead {

  /** A less probable translation is an accident of the training texts. */
  private static final double MIN_PROBABILITY = 0.05;

  /** The same for a word of one character, which has more translations. */
  private static final double MIN_OF_CHARACTER = 0.15;

  /** A name in Latin letters before a term, or one of several after it. */
  private static final Pattern NAME_BEFORE =
      Pattern.compile("([A-Za-z_][\\w.]*\\w)[*`'\"”’]{0,3}[ \\u00a0]?(?:[类類]型)?(的?)[ \\u00a0]?\\z");

  private static final Pattern NAME_AFTER =
      Pattern.compile("\\A[ \\u00a0]?[(（]?([A-Za-z_][\\w.]*\\w)");

  /** How far from what precedes the term, in words, another rendering may stand. */
  private static final int NEAR = 2;

  /** What follows a Chinese noun that modifies no other. */
  private static final String PHRASE_END = "(?:(?!\\p{IsHan})|[的和与與在时時])";

  private final Renderings renderings;

  OmittedHead(Renderings renderings) {
    this.renderings = renderings;
  }

  /** Whether the English probably leaves out the term at a place. */
  boolean isLikely(TermHit hit, PairTexts texts, ExplainedWords explained) {
    Matcher before = NAME_BEFORE.matcher(texts.chinese().substring(0, hit.span().start()));
    Matcher after = NAME_AFTER.matcher(texts.chinese().substring(hit.span().end()));
    String modifier = hit.words().modifier();
    return (before.find()
            && (before.group(2).isEmpty() || hit.words().head().isEmpty())
            && isNameAlone(before.group(1), hit, texts, explained))
        || (after.find() && isNameWithoutKind(after.group(1), texts, explained))
        || (!modifier.isEmpty() && isModifierAlone(hit, texts, explained))
        || isWithoutModifier(hit, texts, explained);
  }

  /**
   * Whether each translation of the longer word that the term begins is without anything
   * unexplained that may modify it: 贸易保护主义, "protectionism".
   */
  private boolean isWithoutModifier(TermHit hit, PairTexts texts, ExplainedWords explained) {
    String longer = hit.words().longer();
    EnglishText text = texts.englishText();
    int[] said =
        IntStream.range(0, text.size()).filter(i -> isRendering(longer, text, i)).toArray();
    return said.length > 0
        && hit.words().modifier().isEmpty()
        && IntStream.of(said)
            .allMatch(
                i ->
                    !isAfterUnexplained(i, text, explained)
                        && !text.isOfUnexplained(i, explained::has));
  }

  private static boolean isAfterUnexplained(int index, EnglishText text, ExplainedWords explained) {
    return index > 0 && text.isContent(index - 1) && !explained.has(index - 1);
  }

  /** Whether each mention of a name stands alone. */
  private boolean isNameAlone(String name, TermHit hit, PairTexts texts, ExplainedWords explained) {
    EnglishText text = texts.englishText();
    List<String> after = texts.scan().words().after(hit.span());
    List<MatchResult> places = places(name, texts.english()).toList();
    return !places.isEmpty()
        && places.stream()
            .allMatch(
                place -> {
                  int first = text.beginningAt(place.start());
                  int last = text.endingAt(place.end());
                  return first >= 0
                      && last >= 0
                      && (isWithoutKind(first, last, text, explained)
                          || isAlone(last, after, text, explained));
                });
  }

  /**
   * Whether no word that may say what a name names stands beside it: "the foo option", "the option
   * foo", but not "use foo".
   */
  private static boolean isWithoutKind(
      int first, int last, EnglishText text, ExplainedWords explained) {
    return text.endsPhrase(last)
        && (!isAfterUnexplained(first, text, explained) || !text.isDetermined(first - 1));
  }

  /** Whether no mention of a name follows a word that may say what it names. */
  private static boolean isNameWithoutKind(String name, PairTexts texts, ExplainedWords explained) {
    EnglishText text = texts.englishText();
    int[] starts =
        places(name, texts.english()).mapToInt(match -> text.beginningAt(match.start())).toArray();
    return starts.length > 0
        && IntStream.of(starts).allMatch(i -> i >= 0 && !isAfterUnexplained(i, text, explained));
  }

  private static Stream<MatchResult> places(String name, String english) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
        .matcher(english)
        .results();
  }

  /**
   * Whether a rendering of what precedes the term stands alone each time, or once more than the
   * Chinese has it alone, as the end of a phrase.
   */
  private boolean isModifierAlone(TermHit hit, PairTexts texts, ExplainedWords explained) {
    String modifier = hit.words().modifier();
    String chinese = texts.chinese();
    EnglishText text = texts.englishText();
    List<String> after = texts.scan().words().after(hit.span());
    int[] said =
        IntStream.range(0, text.size())
            .filter(i -> isRendering(modifier, text, i) && !explained.hasBesides(i, modifier))
            .filter(
                i -> text.endsPhrase(i) || !isRendering(modifier, text, i + 1)) // "tax exemption"
            .toArray();
    long alone = IntStream.of(said).filter(i -> isAlone(i, after, text, explained)).count();
    long others = said.length - alone;
    return alone > 0
        && (others == 0
            || (others < count(modifier, "", chinese)
                && alone > count(modifier, PHRASE_END, chinese)));
  }

  private boolean isAlone(
      int index, List<String> after, EnglishText text, ExplainedWords explained) {
    IntPredicate follows = next -> after.stream().anyMatch(word -> isRendering(word, text, next));
    int last = index + 1 < text.size() && follows.test(index + 1) ? index + 1 : index;
    return text.standsAlone(index, explained::has, follows)
        && !text.isOfUnexplained(last, explained::has)
        && IntStream.rangeClosed(
                Math.max(0, index - NEAR),
                text.endsPhrase(last) ? last : Math.min(text.size() - 1, last + NEAR))
            .filter(i -> i != index && text.isContent(i))
            .filter(
                i ->
                    IntStream.range(Math.min(i, index), Math.max(i, index))
                        .noneMatch(text::endsClause))
            .allMatch(explained::has);
  }

  /** How often a word stands in the Chinese text before what a pattern describes. */
  private static long count(String word, String next, String chinese) {
    return Pattern.compile(Pattern.quote(word) + next).matcher(chinese).results().count();
  }

  private boolean isRendering(String chinese, EnglishText text, int index) {
    double minimum = chinese.length() > 1 ? MIN_PROBABILITY : MIN_OF_CHARACTER;
    return !chinese.isEmpty()
        && text.isContent(index)
        && text.forms(index).stream()
            .flatMap(
                form -> Stream.concat(Stream.of(form), EnglishAffix.DOING.bases(form).stream()))
            .anyMatch(form -> renderings.probability(chinese, form) >= minimum);
  }
}
