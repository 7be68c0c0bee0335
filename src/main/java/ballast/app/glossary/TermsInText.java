package ballast.app.glossary;

import ballast.app.glossary.GlossaryQueries.Found;
import ballast.format.article.ScriptDetector;
import ballast.glossary.Concept;
import ballast.glossary.EnglishText;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.TermFinder;
import ballast.glossary.TermMatcher;
import ballast.glossary.TermMatcher.TermMatch;
import ballast.lexicon.Lexicon;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the terms of glossaries that occur in a text, as {@code check} recognises them: Chinese
 * terms in a Chinese text, English ones in any other. Thread-safe; reuse it.
 *
 * <pre>{@code
 * List<Concept> rows = Glossaries.OF_PROJECT.read(Workplace.in(folder), Notices.NONE);
 * TermsInText terms = new TermsInText(rows, Lexicon.bundled());
 * terms.in("压舱石就是基础。", 20).concepts().forEach(concept -> System.out.println(concept.id()));
 * }</pre>
 */
public final class TermsInText {

  private final List<Concept> rows;
  private final Glossary glossary;
  private final TermFinder chinese;
  private final TermMatcher english = new TermMatcher();

  /**
   * @param rows one concept per row, as in the glossaries
   */
  public TermsInText(List<Concept> rows, Lexicon lexicon) {
    this.rows = List.copyOf(rows);
    glossary = Glossary.of(rows);
    chinese = new TermFinder(glossary, lexicon, lexicon);
  }

  public List<Concept> rows() {
    return rows;
  }

  /**
   * Returns the concepts with a term in the text, by their first place in it.
   *
   * @param limit maximum number of concepts, at least 1
   */
  public Found in(String text, int limit) {
    boolean isChinese = new ScriptDetector().detect(text).lang().isChinese();
    List<Concept> found = List.copyOf(isChinese ? inChinese(text) : inEnglish(text));
    return new Found(found.stream().limit(Math.max(1, limit)).toList(), found.size());
  }

  private Set<Concept> inChinese(String text) {
    Set<Concept> found = new LinkedHashSet<>();
    chinese.find(text).forEach(hit -> found.addAll(hit.entry().concepts()));
    return found;
  }

  private Set<Concept> inEnglish(String text) {
    EnglishText read = english.read(text);
    Map<Concept, Integer> starts = new LinkedHashMap<>();
    for (Concept concept : glossary.concepts()) {
      for (Term term : concept.en()) {
        for (TermMatch match : english.find(english.pattern(term), read)) {
          starts.merge(concept, match.span().start(), Math::min);
        }
      }
    }
    Set<Concept> found = new LinkedHashSet<>();
    starts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .forEach(entry -> found.add(entry.getKey()));
    return found;
  }
}
