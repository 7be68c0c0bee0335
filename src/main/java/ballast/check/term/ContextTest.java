package ballast.check.term;

import ballast.bitext.Location;
import ballast.glossary.Conditions;
import ballast.glossary.Match;
import ballast.glossary.PhraseFinder;
import ballast.glossary.Remarks;
import ballast.glossary.Term;
import ballast.glossary.TermMatcher;
import ballast.glossary.TermPattern;
import ballast.glossary.TermStatus;
import ballast.glossary.TermUse;
import ballast.language.ChineseWords;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether a pair of texts meets the conditions of a concept. Thread-safe. */
final class ContextTest {

  private final PhraseFinder chinese;
  private final TermMatcher english;
  private final Map<String, TermPattern> patterns = new ConcurrentHashMap<>();

  ContextTest(ChineseWords chineseWords, TermMatcher english) {
    this.chinese = new PhraseFinder(chineseWords);
    this.english = english;
  }

  boolean admits(Conditions conditions, PairTexts texts) {
    return (conditions.onlyIf().isEmpty() || hasOne(conditions.onlyIf(), texts))
        && !hasOne(conditions.notIf(), texts);
  }

  private boolean hasOne(List<String> phrases, PairTexts texts) {
    for (String phrase : phrases) {
      TermPattern pattern = patterns.computeIfAbsent(phrase, this::pattern);
      if (chinese.contains(texts.chinese(), phrase)
          || !english.find(pattern, texts.englishText()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private TermPattern pattern(String phrase) {
    TermUse use = new TermUse(Match.INFLECTED, false, "");
    return english.pattern(
        new Term(phrase, TermStatus.PREFERRED, use, Remarks.NONE, Location.UNKNOWN));
  }
}
