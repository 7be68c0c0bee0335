package ballast.app.project;

import ballast.bitext.Lang;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file name split at its language mark: {@code trade.zh.txt}, {@code trade_zh.txt}, {@code
 * trade-zh-CN.txt}, {@code zh.txt}, {@code 贺词（中文）.txt} and {@code docs/zh/trade.txt}. The three
 * parts together are the name.
 *
 * @param before with {@code /} between folders
 * @param mark as written; empty if the name has none
 * @param after the rest; begins with {@code /} after a folder's mark
 */
public record MarkedName(String before, String mark, String after) {

  private enum Kind {
    CHINESE("zh cn chi zho chs cht zh-cn zh-tw zh-hk zh-hans zh-hant chinese 中文 中文版 汉语 中 汉"),
    ENGLISH("en eng en-us en-gb english 英文 英文版 英语 英"),
    SOURCE("原文"),
    TRANSLATION("译文");

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> marks;

    Kind(String marks) {
      this.marks = Set.of(marks.split(" "));
    }
  }

  private static final Map<String, Kind> KINDS =
      Stream.of(Kind.values())
          .flatMap(kind -> kind.marks.stream().map(mark -> Map.entry(mark, kind)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** Marks that are words of ordinary names; they count only if there is a counterpart. */
  private static final Set<String> WORDS =
      Set.of("chi", "zho", "chinese", "english", "汉语", "英语", "中", "汉", "英");

  private static final Set<String> TRADITIONAL = Set.of("cht", "zh-tw", "zh-hk", "zh-hant");

  /** Marks that also count without a separator. */
  private static final List<String> JOINED =
      KINDS.keySet().stream()
          .filter(mark -> mark.charAt(0) > 0x7F && mark.length() > 1)
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();

  private static final String OPENING = "([{（［【〔「『";
  private static final String CLOSING = ")]}）］】〕」』";
  private static final String SURE = ".-_＿－";
  private static final String SEPARATORS = SURE + "— \u3000+·、";

  /** Placeholder for a folder that is a mark; does not occur in file names. */
  private static final String FOLDER = "\0";

  /**
   * Splits a name at the mark that ends the file name, or at the mark of the nearest folder.
   *
   * @param path with {@code /} or {@code \} between folders
   */
  public static MarkedName of(String path) {
    return all(path).stream()
        .filter(MarkedName::isSure)
        .findFirst()
        .orElseGet(() -> new MarkedName(path.replace('\\', '/'), "", ""));
  }

  /**
   * Returns every way to split a name, the surest first; empty for a name without a mark. Marks not
   * found by {@link #of} ({@code ZH_trade.txt}, {@code trade_中.txt}, {@code 中文版合同.txt}) may be
   * ordinary words, and count only if there is a counterpart. A file with the mark of its folder
   * ({@code 中文/贺词_中文.txt}) is also split at the folder, without its own mark.
   *
   * @param path with {@code /} or {@code \} between folders
   */
  public static List<MarkedName> all(String path) {
    String name = path.replace('\\', '/');
    int file = name.lastIndexOf('/') + 1;
    int dot = name.lastIndexOf('.');
    int end = dot > file ? dot : name.length();
    List<MarkedName> found = new ArrayList<>(separated(name, file, end));
    found.addAll(joined(name, file, end));
    List<MarkedName> inFile = List.copyOf(found);
    found.addAll(folders(name, file));
    for (MarkedName own : inFile) {
      String rest = own.key();
      folders(rest, rest.lastIndexOf('/') + 1).stream()
          .filter(folder -> folder.kind() == own.kind())
          .forEach(found::add);
    }
    found.sort(Comparator.comparingInt(one -> one.isSure() ? 0 : 1));
    return found.stream().distinct().toList();
  }

  /** The marks at the end of the name come first. */
  private static List<MarkedName> separated(String name, int file, int end) {
    List<MarkedName> found = new ArrayList<>();
    int start = file;
    while (start < end) {
      int length =
          start == file || separates(name.charAt(start - 1)) ? length(name, start, end) : 0;
      if (length > 0) {
        found.add(cut(name, start, start + length));
      }
      start += Math.max(1, length);
    }
    found.sort(
        Comparator.comparingInt(one -> one.isLast() ? 0 : one.before.length() <= file + 1 ? 1 : 2));
    return found;
  }

  /** Returns the length of the longest mark that ends before a separator; 0 if none. */
  private static int length(String name, int start, int end) {
    for (int to = end; to > start; to--) {
      if ((to == end || separates(name.charAt(to))) && isMark(name.substring(start, to))) {
        return to - start;
      }
    }
    return 0;
  }

  private static boolean separates(char c) {
    return (SEPARATORS + OPENING + CLOSING).indexOf(c) >= 0;
  }

  private static MarkedName cut(String name, int start, int end) {
    return new MarkedName(
        name.substring(0, start), name.substring(start, end), name.substring(end));
  }

  /** Returns the folders that are marks, the nearest first. */
  private static List<MarkedName> folders(String name, int file) {
    List<MarkedName> found = new ArrayList<>();
    int end = file - 1;
    while (end > 0) {
      int start = name.lastIndexOf('/', end - 1) + 1;
      if (isMark(name.substring(start, end))) {
        found.add(cut(name, start, end));
      }
      end = start - 1;
    }
    return found;
  }

  private static List<MarkedName> joined(String name, int file, int end) {
    List<MarkedName> found = new ArrayList<>();
    for (String mark : JOINED) {
      int start = end - mark.length();
      if (found.isEmpty() && start > file && name.startsWith(mark, start)) {
        found.add(cut(name, start, end));
      }
    }
    for (String mark : JOINED) {
      if (found.size() < 2 && name.startsWith(mark, file) && file + mark.length() < end) {
        found.add(cut(name, file, file + mark.length()));
      }
    }
    return found;
  }

  /** Whether the mark counts without a counterpart. */
  private boolean isSure() {
    if (WORDS.contains(normal(mark)) || !(isInFolder() || isLast())) {
      return false;
    }
    return before.isEmpty()
        || ("/" + SURE + OPENING).indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  /** Whether nothing but brackets and the extension follows. */
  private boolean isLast() {
    int at = 0;
    while (at < after.length() && CLOSING.indexOf(after.charAt(at)) >= 0) {
      at++;
    }
    return at == after.length() || (after.charAt(at) == '.' && after.indexOf('.', at + 1) < 0);
  }

  /**
   * Returns a key shared by all files whose names differ only in the mark, and by one without a
   * mark.
   */
  public String key() {
    if (isInFolder()) {
      return before + FOLDER + after;
    }
    if (!isMarked()) {
      return before;
    }
    int file = before.lastIndexOf('/') + 1;
    int head = before.length();
    while (head > file && isDropped(before.charAt(head - 1), OPENING)) {
      head--;
    }
    int tail = 0;
    while (tail < after.length() && CLOSING.indexOf(after.charAt(tail)) >= 0) {
      tail++;
    }
    while (head == file && isDropped(after, tail)) {
      tail++;
    }
    return before.substring(0, head) + after.substring(tail);
  }

  private static boolean isDropped(char c, String brackets) {
    return SEPARATORS.indexOf(c) >= 0 || brackets.indexOf(c) >= 0;
  }

  /**
   * Whether a separator after a mark at the beginning is dropped with it. The dot of the extension
   * stays.
   */
  private static boolean isDropped(String after, int at) {
    return after.indexOf('.', at + 1) > 0 && isDropped(after.charAt(at), CLOSING);
  }

  public String with(String otherMark) {
    return before + otherMark + after;
  }

  /** Returns the name that the counterpart would have. */
  public String counterpart() {
    return with(otherLanguage());
  }

  private String otherLanguage() {
    String plain = normal(mark);
    String rest = mark.substring(1);
    return switch (mark.charAt(0)) {
      case '中', '汉' -> "英" + rest;
      case '英' -> (rest.equals("语") ? "汉" : "中") + rest;
      case '原' -> "译" + rest;
      case '译' -> "原" + rest;
      default -> {
        boolean inFull = plain.equals("chinese") || plain.equals("english");
        String other = isEnglish() ? (inFull ? "chinese" : "zh") : inFull ? "english" : "en";
        yield mark.equals(mark.toUpperCase(Locale.ROOT)) ? other.toUpperCase(Locale.ROOT) : other;
      }
    };
  }

  public boolean isMarked() {
    return !mark.isEmpty();
  }

  public boolean isInFolder() {
    return after.startsWith("/");
  }

  public boolean isChinese() {
    return kind() == Kind.CHINESE;
  }

  public boolean isEnglish() {
    return kind() == Kind.ENGLISH;
  }

  /** Whether the mark belongs to a source. */
  public boolean isSource(boolean fromEnglish) {
    return kind() == Kind.SOURCE || (fromEnglish ? isEnglish() : isChinese());
  }

  public boolean isTranslation(boolean fromEnglish) {
    return isMarked() && !isSource(fromEnglish);
  }

  private @Nullable Kind kind() {
    return KINDS.get(normal(mark));
  }

  /** Whether the mark is the language alone, without a country or script. */
  public boolean isPlain() {
    return normal(mark).equals("zh") || normal(mark).equals("en");
  }

  /** Whether two names differ only in the language of the mark. */
  public boolean isCounterpartOf(MarkedName other) {
    return key().equals(other.key()) && areOpposite(other);
  }

  /** Does the same as {@link #isCounterpartOf}, ignoring extensions. */
  boolean isCounterpartInAnyFormatOf(MarkedName other) {
    return areOpposite(other) && withoutExtension(key()).equals(withoutExtension(other.key()));
  }

  private boolean areOpposite(MarkedName other) {
    return isMarked()
        && other.isMarked()
        && isSource(false) != other.isSource(false)
        && isSource(true) != other.isSource(true);
  }

  /** Returns the language of the mark; null if there is none, or it names no language. */
  public @Nullable Lang lang() {
    if (isEnglish()) {
      return Lang.EN_US;
    }
    if (!isChinese()) {
      return null;
    }
    return TRADITIONAL.contains(normal(mark)) ? Lang.ZH_TW : Lang.ZH_CN;
  }

  private static boolean isMark(String word) {
    return KINDS.containsKey(normal(word));
  }

  /** Whether a word is a language mark in any context. */
  static boolean isSureMark(String word) {
    return isMark(word) && !WORDS.contains(normal(word));
  }

  private static String normal(String mark) {
    return mark.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
  }
}
