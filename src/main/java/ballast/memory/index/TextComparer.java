package ballast.memory.index;

import ballast.likeness.CharacterForms;
import ballast.likeness.Differences;
import ballast.likeness.Measure;
import ballast.likeness.Symbols;
import ballast.likeness.Warnings;
import ballast.likeness.Warnings.Warning;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares queries with texts of units. Reused between queries for its buffers; not thread-safe.
 */
final class TextComparer {

  record Comparison(Differences differences, Set<CharacterForms> forms, List<Warning> warnings) {}

  private static final Comparison EQUAL =
      new Comparison(new Differences(List.of(), List.of()), Set.of(), List.of());

  private final Symbols left = new Symbols();
  private final Symbols right = new Symbols();
  private final Map<String, Comparison> comparisons = new HashMap<>();
  private final Map<Measure, Warnings> warnings = new EnumMap<>(Measure.class);
  private String query = "";
  // The measure by which the query was read into the left buffer, or null.
  private @Nullable Measure leftMeasure;

  void begin(String text) {
    query = text;
    comparisons.clear();
    warnings.clear();
    leftMeasure = null;
  }

  Comparison compare(String text, Measure measure) {
    if (query.equals(text)) {
      return EQUAL;
    }
    Comparison known = comparisons.get(text);
    if (known == null) {
      if (leftMeasure != measure) {
        left.read(query, measure);
        leftMeasure = measure;
      }
      Differences differences = Differences.between(left, right.read(text, measure));
      known =
          new Comparison(
              differences,
              CharacterForms.differing(query, text, differences),
              warnings.computeIfAbsent(measure, of -> new Warnings(query, of)).beside(text));
      comparisons.put(text, known);
    }
    return known;
  }

  /** Returns whether two texts are the same, independently of the query. */
  boolean areSame(String one, String other, Measure measure) {
    leftMeasure = null;
    return left.read(one, measure).sameAs(right.read(other, measure));
  }
}
