package ballast.check;

import ballast.glossary.TermMatcher.TermMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A variant of a key in a pair, and the number of pairs with it in the corpus. For one thread. */
public final class Occurrence {

  private final CheckedPair<Passage> place;
  private final String variant;
  private final @Nullable TermReading term;
  private final int order;
  private int times;
  private List<CheckedPair<Passage>> others = List.of();

  /** Other variants of the key. Most keys have none, so this usually takes no memory. */
  private Map<String, Occurrence> further = Map.of();

  /**
   * @param place the first pair with the variant; any pair with it if the rule has a limited reach
   * @param variant as in {@link Trait}
   * @param order its position among all Chinese-English pairs of the corpus, counted from any of
   *     them
   * @param times number of pairs with the variant in the corpus
   */
  public Occurrence(CheckedPair<Passage> place, String variant, int order, int times) {
    this(place, variant, null, order, times);
  }

  private Occurrence(
      CheckedPair<Passage> place,
      String variant,
      @Nullable TermReading term,
      int order,
      int times) {
    this.place = place;
    this.variant = variant;
    this.term = term;
    this.order = order;
    this.times = times;
  }

  static Occurrence of(CheckedPair<Passage> place, Trait trait, int order) {
    return new Occurrence(place, trait.variant(), trait.term(), order, 1);
  }

  Occurrence with(@Nullable TermReading newTerm) {
    return new Occurrence(place, variant, newTerm, order, times);
  }

  /**
   * Adds a later pair with the same key to the first one.
   *
   * @param merges whether to count pairs with the same variant only
   * @param lists whether to also list the counted pairs
   */
  void add(Occurrence later, boolean merges, boolean lists) {
    String name = merges ? later.variant : later.variant + later.order;
    Occurrence same = merges && variant.equals(name) ? this : further.get(name);
    if (same == null) {
      further = further.isEmpty() ? new LinkedHashMap<>() : further;
      further.put(name, later);
      return;
    }
    same.times++;
    if (lists) {
      same.others = same.others.isEmpty() ? new ArrayList<>(1) : same.others;
      same.others.add(later.place);
    }
  }

  List<Occurrence> all() {
    List<Occurrence> all = new ArrayList<>(List.of(this));
    all.addAll(further.values());
    return all;
  }

  CheckedPair<Passage> place() {
    return place;
  }

  Passage passage() {
    return place.value();
  }

  String variant() {
    return variant;
  }

  int order() {
    return order;
  }

  int times() {
    return times;
  }

  List<CheckedPair<Passage>> others() {
    return others;
  }

  TermReading term() {
    return Objects.requireNonNull(term);
  }

  TermMatch rendering() {
    return term().allowed().get(0);
  }

  /**
   * A feature of a pair of texts that a rule compares with other pairs.
   *
   * @param key the common feature of compared pairs: a source text, a concept, a rendering
   * @param variant the possible difference between them: a translation, a rendering, a concept
   * @param term the term in this pair; null if no term is concerned
   */
  public record Trait(String rule, String key, String variant, @Nullable TermReading term) {

    Trait(String rule, String key, String variant) {
      this(rule, key, variant, null);
    }
  }
}
