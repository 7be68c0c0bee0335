package ballast.likeness;

import ballast.language.NumberComparison;
import ballast.language.NumberValue;
import ballast.likeness.Warning.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the {@link Warning}s between a text and others of its language. For one thread. */
public final class Warnings {

  private final String query;
  private final Measure measure;
  private @Nullable NumbersAndNegations querySigns;

  /**
   * @param query the text to be translated
   * @param measure of its language
   */
  public Warnings(String query, Measure measure) {
    this.query = query;
    this.measure = measure;
  }

  /**
   * The warnings for a translator who uses a unit for a text that differs from the unit's.
   *
   * @param unit the unit's text in the language of the query
   */
  public List<Warning> beside(String unit) {
    if (query.equals(unit)) {
      return List.of();
    }
    NumbersAndNegations ours = querySigns;
    if (ours == null) {
      ours = NumbersAndNegations.of(query, measure);
      querySigns = ours;
    }
    NumbersAndNegations theirs = NumbersAndNegations.of(unit, measure);
    List<Warning> warnings = new ArrayList<>();
    add(warnings, Kind.NEGATION, ours.negations(), theirs.negations());
    addNumbers(warnings, NumberComparison.of(ours.numbers(), theirs.numbers()), unit);
    addNames(warnings, ours, theirs);
    return List.copyOf(warnings);
  }

  private void addNumbers(List<Warning> warnings, NumberComparison numbers, String unit) {
    List<String> onlyQuery = texts(numbers.onlyInFirst(), query);
    List<String> onlyUnit = texts(numbers.onlyInSecond(), unit);
    if (!onlyQuery.isEmpty() || !onlyUnit.isEmpty()) {
      warnings.add(new Warning(Kind.NUMBER, onlyQuery, onlyUnit));
    }
  }

  private static List<String> texts(List<NumberValue> numbers, String text) {
    return numbers.stream().map(number -> number.span().of(text)).toList();
  }

  /** The elements of one list that are not in the other, counting repetitions. */
  private static void add(
      List<Warning> warnings, Kind kind, Map<String, List<String>> a, Map<String, List<String>> b) {
    List<String> onlyA = surplus(a, b);
    List<String> onlyB = surplus(b, a);
    if (!onlyA.isEmpty() || !onlyB.isEmpty()) {
      warnings.add(new Warning(kind, onlyA, onlyB));
    }
  }

  private static List<String> surplus(
      Map<String, List<String>> of, Map<String, List<String>> over) {
    List<String> surplus = new ArrayList<>();
    of.forEach(
        (key, texts) -> {
          int countInOver = over.getOrDefault(key, List.of()).size();
          surplus.addAll(texts.subList(Math.min(countInOver, texts.size()), texts.size()));
        });
    return surplus;
  }

  private static void addNames(
      List<Warning> warnings, NumbersAndNegations query, NumbersAndNegations unit) {
    List<String> onlyQuery = without(query.names(), unit.latinWords());
    List<String> onlyUnit = without(unit.names(), query.latinWords());
    if (!onlyQuery.isEmpty() || !onlyUnit.isEmpty()) {
      warnings.add(new Warning(Kind.NAME, onlyQuery, onlyUnit));
    }
  }

  private static List<String> without(List<String> names, Set<String> words) {
    List<String> without = new ArrayList<>();
    for (String name : names) {
      if (!words.contains(Folding.fold(name))) {
        without.add(name);
      }
    }
    return without;
  }
}
