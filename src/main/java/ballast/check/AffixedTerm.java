package ballast.check;

import ballast.glossary.EnglishText;
import ballast.glossary.TermEntry;
import ballast.glossary.TermFinder.TermHit;
import ballast.language.EnglishAffix;
import ballast.language.Renderings;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
            .anyMatch(
                affix ->
                    IntStream.range(0, text.size())
                        .anyMatch(i -> isMade(text.forms(i), affix, entry)))
        || isModifyingDoer(entry, hit, text);
  }

  boolean isDoer(TermEntry entry, TermHit hit, PairTexts texts) {
    EnglishText text = texts.englishText();
    return (!hit.words().head().isEmpty()
            && IntStream.range(0, text.size())
                .anyMatch(i -> isMade(text.forms(i), EnglishAffix.DOING, entry)))
        || (BODY.matcher(texts.chinese().substring(hit.span().end())).lookingAt()
            && entry.allowed().stream()
                .map(term -> term.text().toLowerCase(Locale.ROOT))
                .anyMatch(term -> isDoerOfPhrase(term, text)));
  }

  /** Whether the English has the agent of a phrase: "market regulator" for "market regulation". */
  private static boolean isDoerOfPhrase(String term, EnglishText text) {
    int last = term.lastIndexOf(' ');
    if (last < 0) {
      return false;
    }
    String before = term.substring(term.lastIndexOf(' ', last - 1) + 1, last);
    String head = term.substring(last + 1);
    return IntStream.range(1, text.size())
        .filter(i -> text.forms(i - 1).contains(before))
        .anyMatch(
            i -> text.forms(i).stream().anyMatch(form -> EnglishAffix.DOING.makes(form, head)));
  }

  private boolean isModifyingDoer(TermEntry entry, TermHit hit, EnglishText text) {
    String head = hit.words().head();
    return !head.isEmpty()
        && IntStream.range(0, text.size() - 1)
            .filter(
                i ->
                    text.forms(i + 1).stream()
                        .anyMatch(form -> renderings.probability(head, form) >= MIN_PROBABILITY))
            .anyMatch(i -> isMade(List.of(text.word(i)), EnglishAffix.DOING, entry));
  }

  private static boolean isMade(List<String> forms, EnglishAffix affix, TermEntry entry) {
    return entry.allowed().stream()
        .map(term -> term.text().toLowerCase(Locale.ROOT))
        .filter(term -> term.indexOf(' ') < 0)
        .anyMatch(term -> forms.stream().anyMatch(form -> affix.makes(form, term)));
  }

  private static Set<EnglishAffix> affixes(TermHit hit, String chinese) {
    Set<EnglishAffix> affixes = EnumSet.noneOf(EnglishAffix.class);
    int start = hit.span().start();
    int end = hit.span().end();
    String before = chinese.substring(Math.max(0, start - 2), start);
    String after = end < chinese.length() ? chinese.substring(end, end + 1) : " ";
    if (before.endsWith(POSSIBLE)) {
      affixes.add(EnglishAffix.POSSIBLE);
    }
    if (OPPOSITE.matcher(before).find()) {
      affixes.add(EnglishAffix.OPPOSITE);
    }
    if (after.equals(MAKING)) {
      affixes.add(EnglishAffix.MAKING);
    }
    return affixes;
  }
}
