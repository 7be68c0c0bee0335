package ballast.format.unit;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.file.Characters;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RawUnit.Writer;
import ballast.language.Han;
import ballast.language.Han.HanForms;
import ballast.language.LangCode;
import ballast.language.LangCode.Fit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes pairs from the units of a file. It chooses texts by their language code, never by their
 * order, and checks each against the script of its language. Each text keeps its own language.
 * Every unit becomes one or more pairs or is rejected with a reason. Units that Ballast exported
 * return unchanged, unless the user chose languages.
 */
final class PairMaker {

  /** Maximum pairs of one unit; a unit with more is not one sentence and its translations. */
  private static final int MAX_PAIRS = 1_000;

  /** Maximum number of cached language codes; a hostile file can have a new one in every line. */
  private static final int MAX_CACHED_CODES = 1_000;

  private static final int NAMED_CODES = 8;

  /** The meaning of a language code, as fit to the wanted languages; null if it is not one. */
  private record Code(@Nullable Lang lang, @Nullable ScriptGuard guard, Fit from, Fit to) {

    Fit on(Side side) {
      return side == Side.SOURCE ? from : to;
    }
  }

  private final PairOptions options;
  private final UnitEvents events;
  private final UnitDetails details;
  private final Map<String, Code> known = new HashMap<>();

  PairMaker(PairOptions options, UnitEvents events) {
    this.options = options;
    this.events = events;
    this.details = new UnitDetails(options, events);
  }

  void accept(RawUnit raw) {
    if (raw.said() > InlineText.MAX_LENGTH) {
      refuseTooLong(raw);
      return;
    }
    if (isAsExported(raw)) {
      pair(raw, raw.variants().get(0), raw.variants().get(1));
      return;
    }
    List<Variant> sources = choose(raw, Side.SOURCE);
    List<Variant> targets = choose(raw, Side.TARGET);
    if (sources.isEmpty() || targets.isEmpty()) {
      String reason = reason(raw, sources.isEmpty() ? Side.SOURCE : Side.TARGET);
      events.refused(raw, hasSomething(raw, Side.SOURCE) && hasSomething(raw, Side.TARGET), reason);
      return;
    }
    if ((long) sources.size() * targets.size() > MAX_PAIRS) {
      events.refused(raw, false, "it has more than " + MAX_PAIRS + " pairs");
      return;
    }
    for (Variant source : sources) {
      for (Variant target : targets) {
        pair(raw, source, target);
      }
    }
    if (sources.size() + targets.size() != raw.variants().size()) {
      reportOthers(raw, sources, targets);
    }
  }

  private boolean isAsExported(RawUnit raw) {
    return raw.writer() == Writer.BALLAST
        && options.everyVariant().size() == Side.values().length
        && raw.variants().size() == 2
        && raw.variants().stream()
            .allMatch(v -> code(v.lang()).lang() != null && !Characters.isBlank(v.text()));
  }

  private void reportOthers(RawUnit raw, List<Variant> sources, List<Variant> targets) {
    List<Variant> others = new ArrayList<>(raw.variants());
    others.removeIf(
        v -> sources.contains(v) || targets.contains(v) || Characters.isBlank(v.text()));
    if (!others.isEmpty()) {
      events.leftOut(raw, others);
    }
  }

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
    events.pair(details.pair(raw, source, target, from, to));
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

  /**
   * Returns the texts for one language, the nearest first. Skips blank texts; includes other
   * variants if the user chose no language.
   */
  private List<Variant> choose(RawUnit raw, Side side) {
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
    if (best.compareTo(Fit.SCRIPT) < 0 && options.everyVariant().contains(side)) {
      addFarther(raw, side, best, chosen);
    }
    return chosen;
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

  /** Even if it has only codes and white space. */
  private boolean hasSomething(RawUnit raw, Side side) {
    return raw.variants().stream()
        .filter(variant -> fit(variant, side).compareTo(farthest(side)) <= 0)
        .anyMatch(variant -> !variant.text().isEmpty() || !variant.codes().isEmpty());
  }

  /** If both wanted languages are of one family, a text belongs to the nearer one. */
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
      return "its %s text is %s Chinese; --accept-variant accepts it"
          .formatted(
              otherScript.lang(), wanted.isTraditionalChinese() ? "simplified" : "traditional");
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

  /**
   * Compares texts with the language that a file gives them. It rejects only texts whose characters
   * prove the language wrong: a name in Latin letters can be the Chinese text of a unit, an English
   * sentence cannot. Not thread-safe.
   */
  private static final class ScriptGuard {

    /** Minimum number of Latin words that prove a text without any Han not to be Chinese. */
    private static final int SENTENCE_WORDS = 4;

    /** Number of UTF-16 units examined in each text. */
    private static final int SAMPLE = 20_000;

    /** Minimum share of letters of another script that proves another language. */
    private static final double FOREIGN = 0.5;

    /** Minimum share of Han in a Latin text; a Han character is worth three or four letters. */
    private static final double HAN_IN_LATIN = 0.25;

    private static final Set<String> LATIN =
        Set.of(
            "en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "no", "nb", "fi", "pl", "cs",
            "ro", "hu", "tr", "id", "ms", "vi");

    /** Characters that are traditional by the character sets, but used in names everywhere. */
    private static final String NAMES = "喆堃昇珮甯皙湧峯陞";

    private final String subject;
    private final boolean isChinese;
    private final boolean isLatin;
    private final boolean wantsTraditional;
    private final boolean anyScript;
    // Created when first needed, because Java is slow to load the character sets.
    private @Nullable HanForms forms;

    ScriptGuard(Lang lang, boolean acceptVariant) {
      this.subject = "its " + lang + " text ";
      this.isChinese = lang.isChinese();
      this.isLatin = LATIN.contains(lang.language());
      this.wantsTraditional = lang.isTraditionalChinese();
      this.anyScript = acceptVariant || lang.tag().equals("zh");
    }

    /**
     * @param other text of the other side; the same text on both sides is a name or a code
     */
    @Nullable String objection(String text, String other) {
      if (isChinese) {
        if (!isOrdinary(text, /* han= */ true)) {
          return againstChinese(text, other, Letters.of(text));
        }
        return anyScript ? null : againstScript(text);
      }
      return isLatin && !isOrdinary(text, /* han= */ false) ? againstLatin(Letters.of(text)) : null;
    }

    /**
     * A quick test that settles most texts: whether all characters are ASCII, common marks or, if
     * {@code han}, common Han. If {@code han}, at least one must be Han.
     */
    private static boolean isOrdinary(String text, boolean han) {
      boolean found = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (han && Han.isCommon(c)) {
          found = true;
        } else if (c >= 0x80 && !isMark(c)) {
          return false;
        }
      }
      return found == han;
    }

    private static boolean isMark(char c) {
      return (c >= 0x2010 && c <= 0x2027)
          || (c >= 0x3000 && c <= 0x3002)
          || (c >= 0x3008 && c <= 0x3011)
          || (c >= 0xFF01 && c <= 0xFF20);
    }

    private @Nullable String againstChinese(String text, String other, Letters letters) {
      if (letters.kana > 0 && letters.kana * 5 > letters.kana + letters.han) {
        return subject + "is Japanese: it is written with kana";
      }
      if (letters.hangul > FOREIGN * letters.all()) {
        return subject + "is Korean: it is written in hangul";
      }
      if (letters.other > FOREIGN * letters.all()) {
        return subject + "is in another script";
      }
      if (letters.han == 0 && letters.latinWords >= SENTENCE_WORDS && !text.equals(other)) {
        return subject + "has no Chinese character";
      }
      return anyScript || letters.han == 0 ? null : againstScript(text);
    }

    private @Nullable String againstLatin(Letters letters) {
      if (letters.han > 0 && letters.han >= HAN_IN_LATIN * (letters.han + letters.latin)) {
        return subject + "is in Chinese characters";
      }
      if (letters.kana + letters.hangul + letters.other > FOREIGN * letters.all()) {
        return subject + "is in another script";
      }
      return null;
    }

    private @Nullable String againstScript(String text) {
      if (forms == null) {
        forms = new HanForms(NAMES);
      }
      HanForms.Counts counts = forms.count(text, SAMPLE);
      int wrong = wantsTraditional ? counts.simplified() : counts.traditional();
      int right = wantsTraditional ? counts.traditional() : counts.simplified();
      // A single such character among many may be a name or a quotation.
      boolean proof = wrong > right && (wrong > 1 || wrong * 3 >= counts.han());
      if (!proof) {
        return null;
      }
      String found = wantsTraditional ? "simplified" : "traditional";
      return subject + "is in " + found + " characters; --accept-variant accepts it";
    }

    private record Letters(int han, int kana, int hangul, int latin, int other, int latinWords) {

      static Letters of(String text) {
        int[] counts = new int[6];
        boolean inWord = false;
        int length = Math.min(SAMPLE, text.length());
        for (int i = 0; i < length; ) {
          int c = text.codePointAt(i);
          i += Character.charCount(c);
          int kind = kind(c);
          if (kind >= 0) {
            counts[kind]++;
          }
          boolean latin = kind == 3;
          counts[5] += latin && !inWord ? 1 : 0;
          inWord = latin || (inWord && (c == '\'' || c == '’'));
        }
        return new Letters(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
      }

      private static int kind(int c) {
        if (c < 0x80) {
          return Characters.isLatinLetter(c) ? 3 : -1;
        }
        if (c < 0x2E80) {
          return Characters.isLatinLetter(c) ? 3 : Character.isLetter(c) ? 4 : -1;
        }
        if (Han.isHan(c)) {
          return 0;
        }
        if (c >= 0x3041 && c <= 0x30FA) {
          return 1;
        }
        if (c >= 0xAC00 && c <= 0xD7A3) {
          return 2;
        }
        return c < 0xFF00 && Character.isLetter(c) ? 4 : -1;
      }

      int all() {
        return han + kana + hangul + latin + other;
      }
    }
  }
}
