package ballast.check.term;

import ballast.glossary.EnglishText;
import ballast.glossary.ExplainedWords;
import ballast.glossary.TermHit;
import ballast.language.Renderings;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Recognises a term that the English says by a pronoun or, after a demonstrative, not at all: 该参数,
 * "it"; 任何值, "nothing"; 函数定义, "its definition"; 当前变量, "a local one".
 */
final class PronounRendering {

  /** A less probable translation is an accident of the training texts. */
  private static final double MIN_PROBABILITY = 0.05;

  private static final Pattern REFERENCE = Pattern.compile("(?:[该該此]|[这這那][个個些种種]?)[ \\u00a0]?\\z");
  private static final Pattern POSSESSIVE = Pattern.compile("(?:其|[它其][们們]?的)[ \\u00a0]?\\z");
  private static final Set<String> PRONOUNS = Set.of("it", "its", "they", "them", "their");

  /** Pronouns only where no noun follows. */
  private static final Set<String> DEMONSTRATIVES = Set.of("this", "these", "those");

  private static final Pattern INDEFINITE_REFERENCE =
      Pattern.compile("(?:任何|什[么麼]|其他|其它|某[个個些]?)\\z");
  private static final Set<String> INDEFINITE =
      Set.of("nothing", "anything", "something", "everything", "none", "others");

  private static final Set<String> SUBJECTS = Set.of("it", "they", "this", "these");

  private static final Set<String> POSSESSIVES = Set.of("its", "their", "whose");

  private final Renderings renderings;

  PronounRendering(Renderings renderings) {
    this.renderings = renderings;
  }

  /** Whether the English probably has a pronoun for the term at a place. */
  boolean isLikely(TermHit hit, PairTexts texts, ExplainedWords explained) {
    EnglishText text = texts.englishText();
    String before = texts.chinese().substring(0, hit.span().start());
    boolean reference = REFERENCE.matcher(before).find();
    boolean referring = reference || POSSESSIVE.matcher(before).find();
    return (reference && isSaid(text))
        || (referring && isNothingNamed(text, explained))
        || (INDEFINITE_REFERENCE.matcher(before).find()
            && any(text, i -> INDEFINITE.contains(text.word(i))))
        || any(text, i -> isOne(text, i))
        || isPossessive(hit.words().head(), text)
        || (before.isBlank() && text.size() > 0 && SUBJECTS.contains(text.word(0)))
        || isSubjectLeftOut(hit, texts);
  }

  /** Whether it is the subject of a remark, which English leaves out: "，值为 3", "(3)". */
  private static boolean isSubjectLeftOut(TermHit hit, PairTexts texts) {
    String before = texts.chinese().substring(0, hit.span().start());
    return hit.span().length() == 1
        && texts.chinese().substring(hit.span().end()).matches("(?s)[为為].*")
        && (before.isBlank() || !Character.isIdeographic(before.codePointBefore(before.length())));
  }

  private static boolean any(EnglishText text, IntPredicate condition) {
    return IntStream.range(0, text.size()).anyMatch(condition);
  }

  private static boolean isSaid(EnglishText text) {
    return any(
        text,
        i ->
            PRONOUNS.contains(text.word(i))
                || (DEMONSTRATIVES.contains(text.word(i)) && text.endsPhrase(i)));
  }

  /** Whether no article or the like precedes a word that may be another rendering. */
  private static boolean isNothingNamed(EnglishText text, ExplainedWords explained) {
    return !any(text, i -> text.isContent(i) && text.followsDeterminer(i) && !explained.has(i));
  }

  /** Whether it is the pronoun, not the numeral: "a local one", "new ones". */
  private static boolean isOne(EnglishText text, int index) {
    return (text.word(index).equals("ones")
            && index > 0
            && !text.endsClause(index - 1)
            && (text.isContent(index - 1) || text.followsDeterminer(index)))
        || (text.word(index).equals("one")
            && text.endsPhrase(index)
            && text.isDetermined(index)
            && !(index + 1 < text.size() && text.word(index + 1).equals("of")));
  }

  /** Whether a possessive stands in the term's place before what the term belongs to. */
  private boolean isPossessive(String head, EnglishText text) {
    return !head.isEmpty()
        && any(
            text,
            i ->
                i > 0
                    && POSSESSIVES.contains(text.word(i - 1))
                    && text.forms(i).stream()
                        .anyMatch(form -> renderings.probability(head, form) >= MIN_PROBABILITY));
  }
}
