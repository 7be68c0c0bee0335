package ballast.app.documents;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.article.ReadText;
import ballast.memory.UnitFilter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public record Direction(Lang source, Lang target) {

  /**
   * Determines the direction for documents.
   *
   * @param readings at least one
   * @param target the language that the user gave; null: Chinese for English, English for Chinese
   * @throws InputException if the documents are in several languages, or the target is unclear
   */
  static Direction of(List<ReadText> readings, @Nullable Lang target) {
    Lang source = readings.get(0).document().lang();
    for (ReadText one : readings) {
      if (!one.document().lang().equals(source)) {
        throw new InputException(
            "the files are of several languages: \""
                + readings.get(0).document().name()
                + "\" is "
                + source
                + ", \""
                + one.document().name()
                + "\" is "
                + one.document().lang(),
            "translate them one by one; if a language was detected wrongly, give --from");
      }
    }
    return new Direction(source, target != null ? target : other(source));
  }

  public Direction {
    if (target.language().equals(source.language())) {
      throw new InputException(
          "the text is " + source + ", and it is to be translated into " + target,
          "give another language with --to; if the first was detected wrongly, give --from");
    }
  }

  private static Lang other(Lang source) {
    return usual(source)
        .orElseThrow(
            () ->
                new InputException(
                    "cannot tell into which language to translate from " + source,
                    "give --to TAG"));
  }

  private static Optional<Lang> usual(Lang source) {
    if (source.isChinese()) {
      return Optional.of(Lang.EN_US);
    }
    return source.isEnglish() ? Optional.of(Lang.ZH_CN) : Optional.empty();
  }

  /**
   * Returns the default target languages for a text; empty, which means all, unless it is Chinese
   * or English.
   */
  static Set<Lang> usualTargets(Lang source) {
    return usual(source).map(Direction::offered).orElse(Set.of());
  }

  private static Set<Lang> offered(Lang target) {
    Lang script = new Lang(target.isTraditionalChinese() ? "zh-Hant" : "zh-Hans");
    return Set.of(target.isChinese() ? script : new Lang(target.language()));
  }

  /**
   * Returns the units that may be offered, by the side that is compared with the document.
   *
   * <p>Variants of the source language are not distinguished. A Chinese translation must be in the
   * wanted script, or in {@code zh} without a script.
   */
  Map<Side, UnitFilter> units(SearchSide in) {
    Set<Lang> sources = Set.of(new Lang(source.language()));
    Set<Lang> targets = offered(target);
    Map<Side, UnitFilter> units = new EnumMap<>(Side.class);
    for (Side side : in.sides()) {
      units.put(
          side,
          side == Side.SOURCE
              ? UnitFilter.OFFERED.betweenOrWider(sources, targets)
              : UnitFilter.OFFERED.betweenOrWider(targets, sources));
    }
    return units;
  }

  /** The texts of the units in which a command searches. */
  @SuppressWarnings("ImmutableEnumChecker") // the sets are unmodifiable
  public enum SearchSide {
    SOURCE(EnumSet.of(Side.SOURCE)),
    TARGET(EnumSet.of(Side.TARGET)),
    BOTH(EnumSet.allOf(Side.class));

    private final Set<Side> sides;

    SearchSide(Set<Side> sides) {
      this.sides = Collections.unmodifiableSet(sides);
    }

    /** Returns one side, or both if {@code side} is null. */
    public static SearchSide of(@Nullable Side side) {
      if (side == null) {
        return BOTH;
      }
      return side == Side.SOURCE ? SOURCE : TARGET;
    }

    /** Returns the sides to search, the source first. */
    public Set<Side> sides() {
      return sides;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
