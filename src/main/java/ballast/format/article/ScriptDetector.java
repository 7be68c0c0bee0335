package ballast.format.article;

import ballast.bitext.Lang;
import ballast.format.file.Characters;
import ballast.language.Han;
import ballast.language.Han.HanForms;
import java.util.Locale;
import java.util.Optional;

/**
 * Detects the language of a text from its characters.
 *
 * <p>Simplified and traditional Chinese are distinguished by the two national character sets. Of
 * the characters that belong to only one of GB 2312 (1980, mainland) and Big5 (1984, Taiwan), most
 * texts have only one kind. There is no list to maintain, and characters of both scripts do not
 * count.
 */
public final class ScriptDetector {

  /** Maximum UTF-16 units examined: enough to be sure, and quick for a long text. */
  private static final int SAMPLE = 200_000;

  /**
   * Minimum share of Han in a Chinese text with many Latin names, or of Han and kana in a Japanese
   * one. An English text with many glosses has less, because a Han character is worth three or four
   * letters.
   */
  private static final double MIN_HAN = 0.25;

  /**
   * @param reason in plain words, without a full stop
   */
  public record Finding(Lang lang, String reason) {}

  /**
   * Returns the language of a text: {@code zh-CN}, {@code zh-TW}, {@code ja}, {@code ko}, or else
   * {@code en-US}.
   *
   * @param text any text; without letters it counts as English
   */
  public Finding detect(CharSequence text) {
    Counts counts = Counts.of(text);
    int letters = counts.letters();
    if (letters == 0) {
      return new Finding(Lang.EN_US, "it has neither Chinese characters nor Latin letters");
    }
    Optional<Finding> foreign = foreign(counts);
    if (foreign.isPresent()) {
      return foreign.get();
    }
    int percent = Math.round(100f * counts.han / letters);
    if (counts.han < MIN_HAN * letters) {
      return new Finding(Lang.EN_US, (100 - percent) + " % of its letters are Latin");
    }
    return chinese(text, percent);
  }

  /**
   * Returns the language of a text that is neither Chinese nor English: Japanese or Korean; others
   * count as English. A Chinese or an English text may quote either.
   */
  public Optional<Finding> foreign(CharSequence text) {
    return foreign(Counts.of(text));
  }

  private static Optional<Finding> foreign(Counts counts) {
    if (counts.hangul > counts.letters() / 4) {
      return Optional.of(new Finding(new Lang("ko"), "it is written in hangul"));
    }
    int eastern = counts.kana + counts.han;
    if (counts.kana * 5 > eastern && eastern >= MIN_HAN * counts.letters()) {
      return Optional.of(new Finding(new Lang("ja"), "it is written with kana"));
    }
    return Optional.empty();
  }

  static boolean isMostlyHan(CharSequence text) {
    Counts counts = Counts.of(text);
    return counts.han > 0 && counts.han >= MIN_HAN * (counts.han + counts.latin);
  }

  private static Finding chinese(CharSequence text, int percent) {
    HanForms.Counts counts = new HanForms("").count(text, SAMPLE);
    String reason =
        String.format(
            Locale.ROOT,
            "%d%% of its letters are Han; %d only simplified, %d only traditional",
            percent,
            counts.simplified(),
            counts.traditional());
    return new Finding(
        counts.traditional() > counts.simplified() ? Lang.ZH_TW : Lang.ZH_CN, reason);
  }

  private record Counts(int han, int kana, int hangul, int latin) {

    int letters() {
      return han + kana + hangul + latin;
    }

    static Counts of(CharSequence text) {
      int[] counts = new int[4];
      text.subSequence(0, Math.min(SAMPLE, text.length()))
          .codePoints()
          .forEach(
              c -> {
                if (c < 0x2E80) {
                  counts[3] += Characters.isLatinLetter(c) ? 1 : 0;
                } else if (Han.isHan(c)) {
                  counts[0]++;
                } else if (c >= 0x3041 && c <= 0x30FA) {
                  counts[1]++;
                } else if (c >= 0xAC00 && c <= 0xD7A3) {
                  counts[2]++;
                }
              });
      return new Counts(counts[0], counts[1], counts[2], counts[3]);
    }
  }
}
