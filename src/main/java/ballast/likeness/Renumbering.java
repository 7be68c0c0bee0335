package ballast.likeness;

import ballast.bitext.Span;
import ballast.language.NumberComparison;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A translation with other numbers. Numbers are replaced only if this cannot go wrong: in digits on
 * both sides, one for one, none of them part of a code (B-52, 2019-nCoV).
 */
public final class Renumbering {

  /** Marks that join a number to the letters of a code. */
  private static final String JOINTS = "-\u2010\u2011\u2013\u2212_/.+#";

  private final Symbols query;
  private final Symbols text;
  private final Symbols translation;
  private final Map<String, String> replaced = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private Renumbering(Symbols query, Symbols text, Symbols translation) {
    this.query = query;
    this.text = text;
    this.translation = translation;
  }

  /**
   * Returns the translation of a unit with the numbers of a query.
   *
   * @param text the unit's text, which {@link Symbols#differsInNumbers differs} from the query in
   *     numbers only
   * @param measure how the query and the text are divided
   * @param by how the translation is divided
   * @return empty if a number cannot be found in the translation without doubt
   */
  public static Optional<String> of(
      String query, String text, Measure measure, String translation, Measure by) {
    Renumbering renumbering =
        new Renumbering(
            new Symbols().read(query, measure),
            new Symbols().read(text, measure),
            new Symbols().read(translation, by));
    return renumbering.pairs()
        ? renumbering.written(translation).filter(made -> isSound(query, text, made, translation))
        : Optional.empty();
  }

  /** Finds the new number for each old one; false if there are several or one is in a code. */
  private boolean pairs() {
    for (int i = 0; i < text.size(); i++) {
      if (text.isNumber(i)) {
        String old = text.normal(i);
        String other = query.normal(i);
        String known = replaced.putIfAbsent(old, other);
        if ((known != null && !known.equals(other))
            || (!old.equals(other) && (isInCode(text, i) || isInCode(query, i)))) {
          return false;
        }
        counts.merge(old, 1, Integer::sum);
      }
    }
    replaced.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    return !replaced.isEmpty();
  }

  /** Empty unless the translation has each number as often as the text. */
  private Optional<String> written(String raw) {
    StringBuilder written = new StringBuilder();
    int end = 0;
    for (int i = 0; i < translation.size(); i++) {
      String old = translation.isNumber(i) ? translation.normal(i) : "";
      String other = replaced.get(old);
      if (other != null) {
        if (isInCode(translation, i) || mayTurnPlural(i, old, other)) {
          return Optional.empty();
        }
        counts.merge(old, -1, Integer::sum);
        Span span = translation.span(i, i);
        written.append(raw, end, span.start()).append(other);
        end = span.end();
      }
    }
    return replaced.keySet().stream().allMatch(old -> counts.getOrDefault(old, 0) == 0)
        ? Optional.of(written.append(raw, end, raw.length()).toString())
        : Optional.empty();
  }

  /** Returns whether the word after a number may have another form: 1 day, 3 days. */
  private boolean mayTurnPlural(int index, String old, String other) {
    return translation.measure() == Measure.WORDS
        && (old.equals("1") || other.equals("1"))
        && index + 1 < translation.size()
        && translation.isWord(index + 1);
  }

  /** Returns whether a number is joined to letters by marks and other numbers. */
  private static boolean isInCode(Symbols symbols, int index) {
    return meetsLetters(symbols, index, -1) || meetsLetters(symbols, index, 1);
  }

  private static boolean meetsLetters(Symbols symbols, int from, int step) {
    for (int i = from + step; i >= 0 && i < symbols.size(); i += step) {
      boolean isWord = symbols.isWord(i);
      if (!symbols.adjoins(Math.min(i, i - step), Math.max(i, i - step))
          || (!isWord && JOINTS.indexOf(symbols.code(i, 0)) < 0)) {
        return false;
      }
      if (isWord && !symbols.isNumber(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether text and translation agree in their numbers as they did before: 3万 is 30,000.
   */
  private static boolean isSound(String query, String text, String made, String translation) {
    NumberComparison before = compared(text, translation);
    NumberComparison after = compared(query, made);
    return keys(before.onlyInFirst()).equals(keys(after.onlyInFirst()))
        && keys(before.onlyInSecond()).equals(keys(after.onlyInSecond()));
  }

  private static NumberComparison compared(String text, String translation) {
    return NumberComparison.of(NumberReader.read(text), NumberReader.read(translation));
  }

  private static List<String> keys(List<NumberValue> numbers) {
    return numbers.stream().map(NumberValue::key).sorted().toList();
  }
}
