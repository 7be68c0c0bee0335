package ballast.app.documents;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.article.ReadText;
import ballast.memory.UnitFilter;
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
            "the files are of several languages: \"%s\" is %s, \"%s\" is %s"
                .formatted(
                    readings.get(0).document().name(),
                    source,
                    one.document().name(),
                    one.document().lang()),
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
    return in.units(UnitFilter.OFFERED, source, offered(target));
  }

  /** The texts of the units in which a command searches. */
  public enum SearchSide {
    SOURCE,
    TARGET,
    BOTH;

    /** Returns one side, or both if {@code side} is null. */
    public static SearchSide of(@Nullable Side side) {
      if (side == null) {
        return BOTH;
      }
      return side == Side.SOURCE ? SOURCE : TARGET;
    }

    /** Returns the sides to search, the source first. */
    public Set<Side> sides() {
      return switch (this) {
        case SOURCE -> EnumSet.of(Side.SOURCE);
        case TARGET -> EnumSet.of(Side.TARGET);
        case BOTH -> EnumSet.allOf(Side.class);
      };
    }

    /**
     * Returns units by the side that is compared with a document. Languages that the filter does
     * not name are those of the document and of its translations.
     */
    Map<Side, UnitFilter> units(UnitFilter units, Lang document, Set<Lang> translations) {
      Set<Lang> same = Set.of(new Lang(document.language()));
      Set<Lang> from = units.languages().source();
      Set<Lang> to = units.languages().target();
      Map<Side, UnitFilter> bySide = new EnumMap<>(Side.class);
      for (Side side : sides()) {
        Set<Lang> source = side == Side.SOURCE ? same : translations;
        Set<Lang> target = side == Side.SOURCE ? translations : same;
        bySide.put(
            side, units.betweenOrWider(from.isEmpty() ? source : from, to.isEmpty() ? target : to));
      }
      return bySide;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
