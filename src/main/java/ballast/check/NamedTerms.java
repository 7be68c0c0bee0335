package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.glossary.Term;
import ballast.glossary.TermMatcher.TermMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terms that the English of a document has named in full so far. A short form may stand for
 * them: one introduced beside the full name ("a double-ended queue, or deque"), or soon after it
 * the end of the name ("the queue"). A missing term with such words in its place is a hint. For one
 * thread; pairs come in the order of their document.
 */
public final class NamedTerms {

  /** Maximum distance, in pairs, from a full name to its end alone. */
  private static final int NEAR = 3;

  private static final String NAMING =
      "(?:also|otherwise|sometimes|often|commonly|usually|hereinafter|abbreviated|known|called"
          + "|referred|short|for|as|to|or|the|an?)";

  /** Words that introduce another name for what stands before them. */
  private static final String INTRODUCING =
      "[\\s\"”’]{0,3}(?:[(（]\\s?(?:"
          + NAMING
          + "\\s){0,5}|,?\\s(?:which is |is |are )?(?:"
          + NAMING
          + "\\s){0,3}(?:known as|called|referred to as|short for)\\s|,\\sor\\s)(?:the\\s|an?\\s)?";

  private static final Pattern AFTER =
      Pattern.compile(INTRODUCING + "[\"“‘]?([\\p{L}\\p{N}][^()（）,;.\"”]{0,60})");

  private static final Pattern BEFORE =
      Pattern.compile("([^()（）,;.\"“]{1,60})" + INTRODUCING + "[\"“‘]?\\z");

  /** Maximum characters before a full name that introduce it. */
  private static final int MAX_BEFORE = 120;

  private final Map<String, Named> named = new HashMap<>();
  private String document = "";
  private int at;

  /**
   * @param at number of the last pair with the full name
   * @param after words that follow the full name as another name
   * @param before words that precede it as another name
   */
  private record Named(int at, List<List<String>> after, List<List<String>> before) {

    boolean introduces(List<String> words) {
      return after.stream().anyMatch(other -> Collections.indexOfSubList(other, words) == 0)
          || before.stream().anyMatch(other -> endsWith(other, words));
    }
  }

  /** The findings about a pair, with hints for short forms. */
  public List<LocatedFinding> read(CheckedPair<Passage> place, PairChecker.Result result) {
    String name = place.value().document() + '\n' + place.target().at(0).file();
    if (!name.equals(document)) {
      document = name;
      named.clear();
    }
    at++;
    PairReading reading = result.reading();
    if (reading == null || !result.unchecked().isEmpty()) {
      return result.findings();
    }
    List<LocatedFinding> findings =
        result.findings().stream()
            .map(
                one ->
                    isShortForm(one, reading) ? one.with(one.finding().with(Severity.INFO)) : one)
            .toList();
    reading.terms().stream().filter(TermReading::rendered).forEach(term -> see(term, reading));
    return findings;
  }

  private boolean isShortForm(LocatedFinding one, PairReading reading) {
    Named known = named.get(one.finding().term());
    if (known == null || !one.finding().rule().equals(TermRules.MISSING)) {
      return false;
    }
    List<String> words =
        Decision.place(one)
            .map(place -> Decision.bases(place.of(reading.english())))
            .orElse(List.of());
    return !words.isEmpty()
        && (known.introduces(words)
            || (at - known.at <= NEAR
                && reading.terms().stream()
                    .filter(term -> term.entry().id().equals(one.finding().term()))
                    .flatMap(term -> term.entry().allowed().stream())
                    .map(Term::text)
                    .anyMatch(full -> endsWith(Decision.bases(full), words))));
  }

  private void see(TermReading term, PairReading reading) {
    Named known = named.get(term.entry().id());
    List<List<String>> after = new ArrayList<>(known == null ? List.of() : known.after);
    List<List<String>> before = new ArrayList<>(known == null ? List.of() : known.before);
    String text = reading.english();
    for (TermMatch match : term.allowed()) {
      Span full = match.span();
      Matcher next = AFTER.matcher(text).region(full.end(), text.length());
      if (next.lookingAt()) {
        after.add(Decision.bases(next.group(1)));
      }
      Matcher previous =
          BEFORE.matcher(text.substring(Math.max(0, full.start() - MAX_BEFORE), full.start()));
      if (previous.find()) {
        before.add(Decision.bases(previous.group(1).strip()));
      }
    }
    named.put(term.entry().id(), new Named(at, after, before));
  }

  private static boolean endsWith(List<String> whole, List<String> words) {
    int rest = whole.size() - words.size();
    return rest >= 0 && whole.subList(rest, whole.size()).equals(words);
  }
}
