package ballast.links;

import ballast.links.Token.Kind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The part that a token plays beside the edge of a phrase. Marked text hardly ever begins with some
 * classes of words or ends with others.
 */
enum WordClass {
  ARTICLE("a an the"),
  POSSESSIVE("my your his her its our their"),
  DEMONSTRATIVE("this these those"),
  CONJUNCTION("and or but"),
  PREPOSITION(
      "of in on to for from into as by at with after before within under over above against about "
          + "through between during without per than since until"),
  AUXILIARY("is are was were be been being am has have had"),
  MODAL("will would can could cannot shall should may might must do does did not"),
  RELATIVE("that which who whose what where when if whether because while"),
  PRONOUN("it them they we us he she i you him me"),
  CHINESE_ATTRIBUTIVE("的 之"),
  CHINESE_ASPECT("了 着 过"),
  CHINESE_CONJUNCTION("和 与 及 以及 或 或者 并 并且 而 而且 且 但 但是"),
  CHINESE_PREPOSITION("在 于 对 将 把 被 从 由 到 向 往 用 以 按 按照 根据 通过 比 跟 同 因 因为 由于 自 为 给 让 使"),
  CHINESE_LOCALIZER("里 中 内 外 间 前 后 时 上 下 之后 之前 之间 起 以来 期间"),
  CHINESE_MEASURE("个 条 棵 张 种 些 类 位 名 项 次 座 段 组 只 本 份 件 家 场 阵 口 盏"),
  CHINESE_ADVERB("也 都 还 又 就 才 只 不 已 已经 很 更 最 会 能 可 可以 要 应 应当 必须 须 是 有 所"),
  CHINESE_DEMONSTRATIVE("这 那 此 该 其 各 每 某 这个 那个 这些 那些 这种 那种"),
  /** One Chinese character that is in none of the classes above. */
  CHARACTER(""),
  /** A longer Chinese word. */
  CHINESE_WORD(""),
  /** Any other English word. */
  WORD(""),
  NUMBER(""),
  MARK(""),
  /** Before the first and after the last token. */
  NONE("");

  private static final String NOUN_ENDINGS = "家师员者度性率量器机单表书证费部处局厅站场院馆店厂室式型版址队方罪品物力法期线路区价额具权税会团所界业类";

  private static final Map<String, WordClass> LISTED = listed();

  private final String words;

  WordClass(String words) {
    this.words = words;
  }

  private static Map<String, WordClass> listed() {
    Map<String, WordClass> listed = new HashMap<>();
    for (WordClass one : values()) {
      for (String word : one.words.split(" ")) {
        listed.put(word, one);
      }
    }
    return Map.copyOf(listed);
  }

  static WordClass of(Token token) {
    return switch (token.kind()) {
      case NUMBER -> NUMBER;
      case MARK -> MARK;
      case WORD -> LISTED.getOrDefault(token.key(), WORD);
      case HAN ->
          LISTED.getOrDefault(token.key(), token.span().length() == 1 ? CHARACTER : CHINESE_WORD);
    };
  }

  /** Whether the words of the class are listed. */
  boolean isListed() {
    return !words.isEmpty();
  }

  /** Whether a token is an ending of Chinese nouns that is no word for an English reader. */
  static boolean isNounEnding(Token token) {
    return token.kind() == Kind.HAN
        && token.span().length() == 1
        && NOUN_ENDINGS.contains(token.key());
  }

  /** As features are named: "article". */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
