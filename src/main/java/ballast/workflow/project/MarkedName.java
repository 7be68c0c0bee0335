package ballast.workflow.project;

import ballast.bitext.Lang;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file taken apart at the mark of its language: {@code trade.zh.txt}, {@code
 * trade_zh.txt}, {@code trade-zh-CN.txt}, {@code zh.txt} and {@code docs/zh/trade.txt}. The three
 * parts together are the name.
 *
 * @param before with {@code /} between folders
 * @param mark as it is written; empty if the name has none
 * @param after what follows; a folder's mark is followed by {@code /}
 */
public record MarkedName(String before, String mark, String after) {

  private static final Set<String> CHINESE =
      Set.of("zh", "cn", "chs", "cht", "zh-cn", "zh-tw", "zh-hk", "zh-hans", "zh-hant");
  private static final Set<String> ENGLISH = Set.of("en", "eng", "en-us", "en-gb");

  private static final String SEPARATORS = ".-_";

  /** Stands for a folder that is a mark; does not occur in file names. */
  private static final String FOLDER = "\0";

  /**
   * Takes a name apart. A mark in the file's own name counts, and otherwise that of the nearest
   * folder.
   *
   * @param path with {@code /} or {@code \} between folders
   */
  public static MarkedName of(String path) {
    String name = path.replace('\\', '/');
    int file = name.lastIndexOf('/') + 1;
    int dot = name.lastIndexOf('.');
    int end = dot > file ? dot : name.length();
    int start = start(name, file, end);
    return start < 0
        ? inFolder(name, file)
        : new MarkedName(name.substring(0, start), name.substring(start, end), name.substring(end));
  }

  /** Where the mark at the end of a name without its extension begins; -1 if there is none. */
  private static int start(String name, int file, int end) {
    for (int i = file; i < end; i++) {
      // From the left, so that zh-CN is found and not CN.
      boolean begins = i == file || SEPARATORS.indexOf(name.charAt(i - 1)) >= 0;
      if (begins && isMark(name.substring(i, end))) {
        return i;
      }
    }
    return -1;
  }

  private static MarkedName inFolder(String name, int file) {
    int end = file - 1;
    while (end > 0) {
      int start = name.lastIndexOf('/', end - 1) + 1;
      String folder = name.substring(start, end);
      if (isMark(folder)) {
        return new MarkedName(name.substring(0, start), folder, name.substring(end));
      }
      end = start - 1;
    }
    return new MarkedName(name, "", "");
  }

  /** The same for all files whose names differ in the mark only, and for one without a mark. */
  public String key() {
    if (after.startsWith("/")) {
      return before + FOLDER + after;
    }
    int last = before.length() - 1;
    boolean separated = isMarked() && last >= 0 && SEPARATORS.indexOf(before.charAt(last)) >= 0;
    return (separated ? before.substring(0, last) : before) + after;
  }

  /** The name with another mark in the same place. */
  public String with(String otherMark) {
    return before + otherMark + after;
  }

  /** Whether the name has a mark. */
  public boolean isMarked() {
    return !mark.isEmpty();
  }

  /** Whether the mark is that of a folder. */
  public boolean isInFolder() {
    return after.startsWith("/");
  }

  public boolean isChinese() {
    return CHINESE.contains(normal(mark));
  }

  public boolean isEnglish() {
    return ENGLISH.contains(normal(mark));
  }

  /** Whether the mark is the language alone, without a country or script. */
  public boolean isPlain() {
    return normal(mark).equals("zh") || normal(mark).equals("en");
  }

  /** Whether two names differ in the language of the mark and in nothing else. */
  public boolean isCounterpartOf(MarkedName other) {
    return key().equals(other.key())
        && ((isChinese() && other.isEnglish()) || (isEnglish() && other.isChinese()));
  }

  /** The language of the mark; null if there is none. */
  public @Nullable Lang lang() {
    if (!isMarked()) {
      return null;
    }
    if (isEnglish()) {
      return Lang.EN_US;
    }
    return Set.of("cht", "zh-tw", "zh-hk", "zh-hant").contains(normal(mark))
        ? Lang.ZH_TW
        : Lang.ZH_CN;
  }

  /** Whether a word is the mark of a language. */
  static boolean isMark(String word) {
    return CHINESE.contains(normal(word)) || ENGLISH.contains(normal(word));
  }

  private static String normal(String mark) {
    return mark.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
