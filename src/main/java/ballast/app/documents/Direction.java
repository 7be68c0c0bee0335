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

/**
 * The languages from and into which a document is translated.
 *
 * @param source the document's language
 * @param target another one
 */
public record Direction(Lang source, Lang target) {

  /**
   * The direction for documents.
   *
   * @param readings at least one
   * @param target the language that the user gave; null: Chinese for English, English for Chinese
   * @throws InputException if the documents are of several languages, or the target is not clear
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
   * The languages of translations that are offered for a text unless another target is wanted;
   * empty, which means all, for languages other than Chinese and English.
   */
  static Set<Lang> usualTargets(Lang source) {
    return usual(source).map(Direction::offered).orElse(Set.of());
  }

  private static Set<Lang> offered(Lang target) {
    Lang script = new Lang(target.isTraditionalChinese() ? "zh-Hant" : "zh-Hans");
    return Set.of(target.isChinese() ? script : new Lang(target.language()));
  }

  /**
   * The units that may be offered, by the side that is compared with the document.
   *
   * <p>The variants of the source language are not distinguished; a Chinese translation must be in
   * the wanted script, or in {@code zh}, which names none.
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

  /** In which texts of the units a command looks. */
  @SuppressWarnings("ImmutableEnumChecker") // the sets are unmodifiable
  public enum SearchSide {
    SOURCE(EnumSet.of(Side.SOURCE)),
    TARGET(EnumSet.of(Side.TARGET)),
    BOTH(EnumSet.allOf(Side.class));

    private final Set<Side> sides;

    SearchSide(Set<Side> sides) {
      this.sides = Collections.unmodifiableSet(sides);
    }

    /** One side, or both where {@code side} is null. */
    public static SearchSide of(@Nullable Side side) {
      if (side == null) {
        return BOTH;
      }
      return side == Side.SOURCE ? SOURCE : TARGET;
    }

    /** The sides to search, the source first. */
    public Set<Side> sides() {
      return sides;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
