package ballast.check;

import ballast.glossary.EnglishText;
import ballast.glossary.TermEntry;
import ballast.glossary.TermFinder.TermHit;
import ballast.language.EnglishAffix;
import ballast.language.Renderings;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Recognises a term that the English expresses with an affix because the Chinese has one: 可继承,
 * "inheritable"; 产业化, "industrialization"; 无约束, "unconstrained". Before a noun, the English may
 * name the agent instead: 编译错误, "compiler error".
 */
record AffixedTerm(Renderings renderings) {

  /** Minimum probability of a translation; below it are accidents of the training texts. */
  private static final double MIN_PROBABILITY = 0.05;

  private static final Pattern OPPOSITE = Pattern.compile("(?:[不非无無]|未[受经經]?)\\z");
  private static final String POSSIBLE = "可";
  private static final String MAKING = "化";

  /** Suffixes that turn a term into its agent; not 方面 or 局面. */
  private static final Pattern BODY =
      Pattern.compile("部[門门]|[機机][構构關关]|[當当]?局(?!面)|[者人员員商]|方(?![面式法案])");

  boolean isSaid(TermEntry entry, TermHit hit, PairTexts texts) {
    EnglishText text = texts.englishText();
    Set<EnglishAffix> affixes = affixes(hit, texts.chinese());
    return affixes.stream()
            .anyMatch(affix -> text.hasForm(i -> true, form -> isMade(form, affix, entry)))
        || isModifyingDoer(entry, hit, text);
  }

  boolean isDoer(TermEntry entry, TermHit hit, PairTexts texts) {
    EnglishText text = texts.englishText();
    return (!hit.words().head().isEmpty()
            && text.hasForm(i -> true, form -> isMade(form, EnglishAffix.DOING, entry)))
        || (BODY.matcher(texts.chinese().substring(hit.span().end())).lookingAt()
            && entry.wordings().anyMatch(term -> isDoerOfPhrase(term, text)));
  }

  /** Whether the English has the agent of a phrase: "market regulator" for "market regulation". */
  private static boolean isDoerOfPhrase(String term, EnglishText text) {
    int last = term.lastIndexOf(' ');
    if (last < 0) {
      return false;
    }
    String before = term.substring(term.lastIndexOf(' ', last - 1) + 1, last);
    String head = term.substring(last + 1);
    return text.hasForm(
        i -> i > 0 && text.forms(i - 1).contains(before),
        form -> EnglishAffix.DOING.makes(form, head));
  }

  private boolean isModifyingDoer(TermEntry entry, TermHit hit, EnglishText text) {
    String head = hit.words().head();
    return !head.isEmpty()
        && IntStream.range(0, text.size() - 1)
            .filter(i -> renderings.probability(head, text.forms(i + 1)) >= MIN_PROBABILITY)
            .anyMatch(i -> isMade(text.word(i), EnglishAffix.DOING, entry));
  }

  private static boolean isMade(String form, EnglishAffix affix, TermEntry entry) {
    return entry.wordings().anyMatch(term -> term.indexOf(' ') < 0 && affix.makes(form, term));
  }

  private static Set<EnglishAffix> affixes(TermHit hit, String chinese) {
    Set<EnglishAffix> affixes = EnumSet.noneOf(EnglishAffix.class);
    int start = hit.span().start();
    String before = chinese.substring(Math.max(0, start - 2), start);
    if (before.endsWith(POSSIBLE)) {
      affixes.add(EnglishAffix.POSSIBLE);
    }
    if (OPPOSITE.matcher(before).find()) {
      affixes.add(EnglishAffix.OPPOSITE);
    }
    if (chinese.startsWith(MAKING, hit.span().end())) {
      affixes.add(EnglishAffix.MAKING);
    }
    return affixes;
  }
}
