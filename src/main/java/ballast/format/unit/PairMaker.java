package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.format.file.Characters;
import ballast.format.unit.RawUnit.Variant;
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
 * order, and compares each with the script of its language. Every unit becomes one or more pairs or
 * is refused with a reason.
 */
final class PairMaker {

  /** Most pairs of one unit; a unit with more is not one sentence and its translations. */
  private static final int MAX_PAIRS = 1_000;

  /**
   * At most this many language codes are cached; a hostile file can have a new one in every line.
   */
  private static final int MAX_CACHED_CODES = 1_000;

  private static final int NAMED_CODES = 8;

  /** How well a code fits each of the wanted languages. */
  private record Fits(Fit from, Fit to) {

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
  private final ScriptGuard sourceGuard;
  private final ScriptGuard targetGuard;
  private final UnitDetails details;
  private final Map<String, Fits> fits = new HashMap<>();

  PairMaker(PairOptions options, UnitEvents events) {
    this.options = options;
    this.events = events;
    this.sourceGuard = new ScriptGuard(options.from(), options.acceptVariant());
    this.targetGuard = new ScriptGuard(options.to(), options.acceptVariant());
    this.details = new UnitDetails(options, events);
  }

  /** Takes a unit of the file and hands over its pairs. */
  void accept(RawUnit raw) {
    if (raw.said() > InlineText.MAX_LENGTH) {
      refuseTooLong(raw);
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
    String objection = options.trusting() ? null : objection(raw, source, target);
    if (objection != null) {
      events.refused(raw, true, objection);
      return;
    }
    report(source, options.from());
    report(target, options.to());
    UnitDetails.Details found = details.of(raw, source, target);
    List<InlineCode> codes = new ArrayList<>(on(Side.SOURCE, source.codes()));
    codes.addAll(on(Side.TARGET, target.codes()));
    Unit unit =
        new Unit(
            found.id(),
            options.from(),
            options.to(),
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
    String objection = sourceGuard.objection(source.text(), target.text());
    return objection == null ? targetGuard.objection(target.text(), source.text()) : objection;
  }

  private void report(Variant variant, Lang wanted) {
    if (!variant.lang().equals(wanted.tag())) {
      events.mapped(variant.lang(), wanted);
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
   * The texts of the nearest language code, and those of other regions where none was asked for;
   * blank ones do not count.
   */
  private Choice choose(RawUnit raw, Side side) {
    Fit most = options.acceptVariant() ? Fit.SCRIPT : Fit.REGION;
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
    if (best.compareTo(Fit.REGION) < 0 && options.everyRegion().contains(side)) {
      addFarther(raw, side, best, chosen);
    }
    return new Choice(chosen, "");
  }

  private void addFarther(RawUnit raw, Side side, Fit best, List<Variant> chosen) {
    raw.variants().stream()
        .filter(variant -> fit(variant, side).compareTo(best) > 0)
        .filter(variant -> fit(variant, side).compareTo(Fit.REGION) <= 0)
        .filter(variant -> !Characters.isBlank(variant.text()))
        .sorted(Comparator.comparing(variant -> fit(variant, side)))
        .forEach(chosen::add);
  }

  /** Whether there is a text in the language, even one of only codes and white space. */
  private boolean hasSomething(RawUnit raw, Side side) {
    return raw.variants().stream()
        .filter(variant -> fit(variant, side).compareTo(Fit.REGION) <= 0)
        .anyMatch(variant -> !variant.text().isEmpty() || !variant.codes().isEmpty());
  }

  /**
   * How well a text fits a side. The wanted languages may be of one family: a text belongs to the
   * nearer one.
   */
  private Fit fit(Variant variant, Side side) {
    Fits both = fits(variant.lang());
    Fit wanted = both.on(side);
    return both.on(side.other()).compareTo(wanted) < 0 ? Fit.OTHER : wanted;
  }

  private Fits fits(String code) {
    Fits known = fits.get(code);
    if (known == null) {
      Lang lang = LangCode.lang(code);
      known = new Fits(LangCode.fit(options.from(), lang), LangCode.fit(options.to(), lang));
      if (fits.size() < MAX_CACHED_CODES) {
        fits.put(code, known);
      }
    }
    return known;
  }

  private String reason(RawUnit raw, Side side) {
    Lang wanted = options.lang(side);
    @Nullable Variant otherScript = null;
    for (Variant variant : raw.variants()) {
      Fit fit = fit(variant, side);
      if (fit.compareTo(Fit.REGION) <= 0) {
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
          + " Chinese; --accept-variant accepts it as "
          + wanted;
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
