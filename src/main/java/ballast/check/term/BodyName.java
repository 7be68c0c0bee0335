package ballast.check.term;

import ballast.bitext.Span;
import ballast.glossary.EnglishText;
import ballast.glossary.Term;
import ballast.glossary.TermEntry;
import ballast.glossary.TermHit;
import ballast.language.ForeignCountries;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recognises the name of a ministry or the like that the English says in another way: that of
 * another country has a name of its own (美国商务部, "US Department of Commerce", where 商务部 is the
 * "Ministry of Commerce"), and its head a title (财政部部长, "Finance Minister").
 */
final class BodyName {

  /** With what names of ministries, courts, offices, assemblies and committees end. */
  private static final String ENDINGS = "部院会會局署厅廳委行";

  /** What makes of the name of a body that of its head: 财政部部长, 财政部长, 委员会主席. */
  private static final Pattern HEAD = Pattern.compile("\\A副?(?:[部院局署厅廳行]?[长長]|主席|主任)");

  private static final Set<String> TITLES =
      Set.of(
          ("minister secretary director president governor speaker chair chairman chairwoman "
                  + "chairperson commissioner head chief")
              .split(" "));

  /** How far from a title, in words, what it heads may stand: "Minister of the Interior". */
  private static final int NEAR = 3;

  private BodyName() {}

  /**
   * Whether a place of a missing term is probably such a name, and the English has one there.
   *
   * @param nearest the words that may stand for the term; empty if there are none
   */
  static boolean isLikely(TermEntry entry, TermHit hit, List<Span> nearest, PairTexts texts) {
    String term = hit.span().of(texts.chinese());
    return ENDINGS.indexOf(term.charAt(term.length() - 1)) >= 0
        && (isForeign(hit, nearest, texts) || isTitle(entry, hit, texts));
  }

  private static boolean isForeign(TermHit hit, List<Span> nearest, PairTexts texts) {
    return ForeignCountries.has(hit.words().before())
        && !nearest.isEmpty()
        && Character.isUpperCase(nearest.get(0).of(texts.english()).codePointAt(0));
  }

  /** Whether the term is the title of a head, and a title has words of a rendering beside it. */
  private static boolean isTitle(TermEntry entry, TermHit hit, PairTexts texts) {
    EnglishText text = texts.englishText();
    return HEAD.matcher(texts.chinese().substring(hit.span().end())).find()
        && IntStream.range(0, text.size())
            .filter(i -> text.forms(i).stream().anyMatch(TITLES::contains))
            .flatMap(i -> IntStream.rangeClosed(i - NEAR, i + NEAR))
            .filter(i -> i >= 0 && i < text.size() && text.isContent(i))
            .anyMatch(i -> words(entry).anyMatch(word -> text.forms(i).contains(word)));
  }

  private static Stream<String> words(TermEntry entry) {
    return entry.allowed().stream()
        .map(Term::text)
        .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split(" ")));
  }
}
