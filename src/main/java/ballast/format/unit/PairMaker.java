package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.format.file.Characters;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RawUnit.Writer;
import ballast.language.LangCode;
import ballast.language.LangCode.Fit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes pairs from the units of a file: it chooses texts by their language code, never by their
 * order, and compares each with the script of its language. Each text keeps its own language. Every
 * unit becomes one or more pairs or is refused with a reason. Units that Ballast exported come back
 * as they were, unless languages were asked for.
 */
final class PairMaker {

  /** Most pairs of one unit; a unit with more is not one sentence and its translations. */
  private static final int MAX_PAIRS = 1_000;

  /**
   * At most this many language codes are cached; a hostile file can have a new one in every line.
   */
  private static final int MAX_CACHED_CODES = 1_000;

  private static final int NAMED_CODES = 8;

  /**
   * The meaning of a language code.
   *
   * @param lang null if it is not a language code
   * @param guard null with {@code lang}
   * @param from how well it fits the language of the wanted source texts
   * @param to how well it fits the language of the wanted target texts
   */
  private record Code(@Nullable Lang lang, @Nullable ScriptGuard guard, Fit from, Fit to) {

    Fit on(Side side) {
      return side == Side.SOURCE ? from : to;
    }
  }

  /**
   * The texts of one wanted language that are taken, the nearest first; none if there is a reason
   * against it.
   */
  private record Choice(List<Variant> variants, String reason) {}

  private final PairOptions options;
  private final UnitEvents events;
  private final UnitDetails details;
  private final Map<String, Code> known = new HashMap<>();

  PairMaker(PairOptions options, UnitEvents events) {
    this.options = options;
    this.events = events;
    this.details = new UnitDetails(options, events);
  }

  /** Takes a unit of the file and hands over its pairs. */
  void accept(RawUnit raw) {
    if (raw.said() > InlineText.MAX_LENGTH) {
      refuseTooLong(raw);
      return;
    }
    if (isAsExported(raw)) {
      pair(raw, raw.variants().get(0), raw.variants().get(1));
      return;
    }
    Choice sources = choose(raw, Side.SOURCE);
    Choice targets = choose(raw, Side.TARGET);
    if (sources.variants().isEmpty() || targets.variants().isEmpty()) {
      String reason = sources.variants().isEmpty() ? sources.reason() : targets.reason();
      events.refused(raw, hasSomething(raw, Side.SOURCE) && hasSomething(raw, Side.TARGET), reason);
      return;
    }
    if ((long) sources.variants().size() * targets.variants().size() > MAX_PAIRS) {
      events.refused(raw, false, "it has more than " + MAX_PAIRS + " pairs");
      return;
    }
    for (Variant source : sources.variants()) {
      for (Variant target : targets.variants()) {
        pair(raw, source, target);
      }
    }
    List<Variant> others = others(raw, sources, targets);
    if (!others.isEmpty()) {
      events.leftOut(raw, others);
    }
  }

  private boolean isAsExported(RawUnit raw) {
    return raw.writer() == Writer.BALLAST
        && options.everyVariant().size() == Side.values().length
        && raw.variants().size() == 2
        && raw.variants().stream()
            .allMatch(v -> code(v.lang()).lang() != null && !Characters.isBlank(v.text()));
  }

  private static List<Variant> others(RawUnit raw, Choice sources, Choice targets) {
    if (sources.variants().size() + targets.variants().size() == raw.variants().size()) {
      return List.of();
    }
    return raw.variants().stream()
        .filter(
            v ->
                !sources.variants().contains(v)
                    && !targets.variants().contains(v)
                    && !Characters.isBlank(v.text()))
        .toList();
  }

  /** Refuses a unit that is larger than a memory can hold. */
  void refuseTooLong(RawUnit raw) {
    events.refused(raw, false, "it is longer than " + InlineText.MAX_LENGTH + " characters");
  }

  private void pair(RawUnit raw, Variant source, Variant target) {
    Lang from = lang(source, Side.SOURCE);
    Lang to = lang(target, Side.TARGET);
    boolean trusted = options.trusting() || isAsExported(raw);
    String objection = trusted ? null : objection(raw, source, target);
    if (objection != null) {
      events.refused(raw, true, objection);
      return;
    }
    report(source, options.from());
    report(target, options.to());
    UnitDetails.Details found = details.of(raw, source, target, from);
    List<InlineCode> codes = new ArrayList<>(on(Side.SOURCE, source.codes()));
    codes.addAll(on(Side.TARGET, target.codes()));
    Unit unit =
        new Unit(
            found.id(),
            from,
            to,
            source.text(),
            target.text(),
            found.provenance(),
            codes,
            found.extras());
    events.pair(new FoundPair(unit, found.dated(), found.judged(), raw));
  }

  private @Nullable String objection(RawUnit raw, Variant source, Variant target) {
    if (source.text().equals(target.text()) && TranslationState.isUntouched(raw.properties())) {
      return "its translation is a copy of the source on which nobody has worked";
    }
    String objection = objection(source, target.text());
    return objection == null ? objection(target, source.text()) : objection;
  }

  private @Nullable String objection(Variant variant, String other) {
    ScriptGuard guard = code(variant.lang()).guard();
    return guard == null ? null : guard.objection(variant.text(), other);
  }

  /** The language of a text that was taken. */
  private Lang lang(Variant variant, Side side) {
    Lang lang = code(variant.lang()).lang();
    return lang == null ? options.lang(side) : lang;
  }

  private void report(Variant variant, Lang wanted) {
    String code = variant.lang();
    if (!code.equals(options.from().tag()) && !code.equals(options.to().tag())) {
      events.mapped(code, wanted);
    }
  }

  private static List<InlineCode> on(Side side, List<InlineCode> codes) {
    if (codes.isEmpty()) {
      return List.of();
    }
    return codes.stream()
        .map(c -> new InlineCode(side, c.offset(), c.element(), c.attributes(), c.content()))
        .toList();
  }

  /**
   * The texts of the nearest language code, and those of other variants where none was asked for;
   * blank ones do not count.
   */
  private Choice choose(RawUnit raw, Side side) {
    Fit most = farthest(side);
    Fit best = Fit.OTHER;
    List<Variant> chosen = new ArrayList<>();
    for (Variant variant : raw.variants()) {
      Fit fit = fit(variant, side);
      if (fit.compareTo(most) <= 0
          && fit.compareTo(best) <= 0
          && !Characters.isBlank(variant.text())) {
        if (fit != best) {
          chosen.clear();
        }
        best = fit;
        chosen.add(variant);
      }
    }
    if (chosen.isEmpty()) {
      return new Choice(List.of(), reason(raw, side));
    }
    if (best.compareTo(Fit.SCRIPT) < 0 && options.everyVariant().contains(side)) {
      addFarther(raw, side, best, chosen);
    }
    return new Choice(chosen, "");
  }

  private Fit farthest(Side side) {
    boolean either = options.acceptVariant() || options.everyVariant().contains(side);
    return either ? Fit.SCRIPT : Fit.REGION;
  }

  private void addFarther(RawUnit raw, Side side, Fit best, List<Variant> chosen) {
    raw.variants().stream()
        .filter(variant -> fit(variant, side).compareTo(best) > 0)
        .filter(variant -> fit(variant, side).compareTo(farthest(side)) <= 0)
        .filter(variant -> !Characters.isBlank(variant.text()))
        .sorted(Comparator.comparing(variant -> fit(variant, side)))
        .forEach(chosen::add);
  }

  /** Whether there is a text in the language, even one of only codes and white space. */
  private boolean hasSomething(RawUnit raw, Side side) {
    return raw.variants().stream()
        .filter(variant -> fit(variant, side).compareTo(farthest(side)) <= 0)
        .anyMatch(variant -> !variant.text().isEmpty() || !variant.codes().isEmpty());
  }

  /**
   * How well a text fits a side. The wanted languages may be of one family: a text belongs to the
   * nearer one.
   */
  private Fit fit(Variant variant, Side side) {
    Code both = code(variant.lang());
    Fit wanted = both.on(side);
    return both.on(side.other()).compareTo(wanted) < 0 ? Fit.OTHER : wanted;
  }

  private Code code(String written) {
    Code code = known.get(written);
    if (code == null) {
      Lang lang = LangCode.lang(written);
      code =
          new Code(
              lang,
              lang == null ? null : new ScriptGuard(lang, options.acceptVariant()),
              LangCode.fit(options.from(), lang),
              LangCode.fit(options.to(), lang));
      if (known.size() < MAX_CACHED_CODES) {
        known.put(written, code);
      }
    }
    return code;
  }

  private String reason(RawUnit raw, Side side) {
    Lang wanted = options.lang(side);
    @Nullable Variant otherScript = null;
    for (Variant variant : raw.variants()) {
      Fit fit = fit(variant, side);
      if (fit.compareTo(farthest(side)) <= 0) {
        return "its "
            + variant.lang()
            + (variant.hasText() ? " text is blank" : " part has no text element");
      }
      otherScript = fit == Fit.SCRIPT ? variant : otherScript;
    }
    if (otherScript != null) {
      return "its "
          + otherScript.lang()
          + " text is "
          + (wanted.isTraditionalChinese() ? "simplified" : "traditional")
          + " Chinese; --accept-variant accepts it";
    }
    return "it has no text in " + wanted + codes(raw);
  }

  private static String codes(RawUnit raw) {
    TreeSet<String> codes = new TreeSet<>();
    for (Variant variant : raw.variants()) {
      if (codes.size() < NAMED_CODES) {
        codes.add(variant.lang().isEmpty() ? "no language" : variant.lang());
      }
    }
    return codes.isEmpty() ? "" : " (it has " + String.join(", ", codes) + ")";
  }
}
