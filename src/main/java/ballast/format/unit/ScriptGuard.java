package ballast.format.unit;

import ballast.bitext.Lang;
import ballast.format.file.Characters;
import ballast.language.Han;
import ballast.language.HanForms;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares texts with the language that a file gives them. It refuses only texts whose characters
 * prove the language wrong: a name in Latin letters can be the Chinese text of a unit, an English
 * sentence cannot. Not thread-safe.
 */
final class ScriptGuard {

  /** From this many Latin words on, a text without any Han is not Chinese. */
  private static final int SENTENCE_WORDS = 4;

  /** UTF-16 units of a text that are examined. */
  private static final int SAMPLE = 20_000;

  /** A text with this share of letters of another script is in another language. */
  private static final double FOREIGN = 0.5;

  /** A Han character says as much as three or four letters. */
  private static final double HAN_IN_LATIN = 0.25;

  private static final Set<String> LATIN =
      Set.of(
          "en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "no", "nb", "fi", "pl", "cs", "ro",
          "hu", "tr", "id", "ms", "vi");

  /** Traditional by the character sets, but used in names everywhere. */
  private static final String NAMES = "喆堃昇珮甯皙湧峯陞";

  private final String subject;
  private final boolean isChinese;
  private final boolean isLatin;
  private final boolean wantsTraditional;
  private final boolean anyScript;
  // Made when first needed, because Java is slow to load the character sets.
  private @Nullable HanForms forms;

  /**
   * @param lang the language
   * @param acceptVariant whether simplified and traditional characters may stand for each other
   */
  ScriptGuard(Lang lang, boolean acceptVariant) {
    this.subject = "its " + lang + " text ";
    this.isChinese = lang.isChinese();
    this.isLatin = LATIN.contains(lang.language());
    this.wantsTraditional = lang.isTraditionalChinese();
    this.anyScript = acceptVariant || lang.tag().equals("zh");
  }

  /**
   * The reason why the text cannot be in the language, in words; null if there is none.
   *
   * @param other the text of the other side; the same text on both sides is a name or a code
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
   * {@code han}, common Han, of which there must then be one.
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

  /** Whether it is general punctuation, a common Chinese mark, or a full-width mark or digit. */
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

  /**
   * The objection on account of characters that exist only in the other form of Chinese; null if
   * there is none.
   */
  private @Nullable String againstScript(String text) {
    if (forms == null) {
      forms = new HanForms(NAMES);
    }
    HanForms.Counts counts = forms.count(text, SAMPLE);
    int wrong = wantsTraditional ? counts.simplified() : counts.traditional();
    int right = wantsTraditional ? counts.traditional() : counts.simplified();
    // One such character among many may be a name or a quotation.
    boolean proof = wrong > right && (wrong > 1 || wrong * 3 >= counts.han());
    if (!proof) {
      return null;
    }
    return subject
        + "is in "
        + (wantsTraditional ? "simplified" : "traditional")
        + " characters; --accept-variant accepts it";
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
