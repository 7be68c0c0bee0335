package ballast.language;

import java.util.Set;

/**
 * English function words: words without content that link others. All methods take words in lower
 * case.
 */
public final class FunctionWords {

  private static final Set<String> DETERMINERS =
      Set.of(
          "a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "her", "its",
          "our", "their");

  private static final Set<String> OTHERS =
      Set.of(
          "of", "for", "to", "in", "on", "at", "by", "with", "from", "into", "as", "and", "or",
          "while", "but", "be", "is", "are", "was", "were", "been", "being", "am", "has", "have",
          "had", "will", "would", "can", "could", "shall", "should", "may", "must", "do", "does",
          "did", "not", "which", "who", "whose", "it", "them", "they", "we", "us", "he", "she", "i",
          "you", "also", "well");

  /** Contractions without their apostrophe, except those that are other words, too (well, were). */
  private static final Set<String> CONTRACTIONS =
      Set.of(
          ("isnt arent wasnt werent hasnt havent hadnt dont doesnt didnt wont wouldnt cant couldnt "
                  + "shouldnt mustnt im youre theyre ive youve weve theyve youll theyll itll youd "
                  + "theyd thats")
              .split(" "));

  private static final Set<String> WEIGHTY =
      Set.of("not", "will", "would", "can", "could", "shall", "should", "may", "must");

  private static final Set<String> PRONOUNS = Set.of("it", "them", "him");

  private FunctionWords() {}

  /** Returns whether the word is an article, a demonstrative or a possessive. */
  public static boolean isDeterminer(String word) {
    return DETERMINERS.contains(word);
  }

  public static boolean isFunction(String word) {
    return OTHERS.contains(word) || DETERMINERS.contains(word) || CONTRACTIONS.contains(word);
  }

  /** Returns whether the word only links others: no negation, no modal verb. */
  public static boolean isLink(String word) {
    return (OTHERS.contains(word) || DETERMINERS.contains(word)) && !WEIGHTY.contains(word);
  }

  public static boolean isPronoun(String word) {
    return PRONOUNS.contains(word);
  }

  public static boolean isConjunction(String word) {
    return word.equals("and") || word.equals("or");
  }

  /** Chinese words before a new noun: particles, pronouns, numerals, prepositions. */
  public static final class ChineseFunctionWords {

    private static final Set<String> WORDS =
        Set.of(
            ("的 地 得 之 了 着 过 是 为 即 在 于 有 无 没有 没 和 与 及 以及 或 或者 并 且 并且 而 而且 但 但是 "
                    + "也 都 还 又 就 才 只 不 从 自 由 到 向 往 对 对于 关于 将 把 被 给 让 使 使得 令 用 以 按 按照 "
                    + "根据 通过 比 跟 同 因 因为 由于 所以 因此 若 如果 则 当 虽然 要 需 需要 须 必须 应 应该 会 能 "
                    + "能够 可 可以 这 那 此 该 其 其他 其它 其中 某 某个 各 各个 每 每个 本 另 另外 同一 同一个 "
                    + "这个 那个 这些 那些 这种 那种 这样 任何 任意 所有 一切 整个 全部 什么 哪个 多少 几 几个 "
                    + "我 你 他 她 它 我们 你们 他们 她们 它们 自己 人们 "
                    + "一 二 两 三 四 五 六 七 八 九 十 百 千 万 亿 零 半 多 第一 第二 第三 一个 两个 三个 四个 五个 "
                    + "多个 一种 两种 多种 一些 一条 两条 一棵 两棵 一张 许多 很多 大量 "
                    + "个 条 棵 张 种 些 类 位 名 项 次 座 段 组 里 中 内 外 间 前 后 时")
                .split(" "));

    /** Characters that only link others, alone or combined. */
    private static final Set<String> LINKS =
        Set.of("的 得 之 了 着 过 和 与 及 于 在 而 且 也 还 就 对 把 被".split(" "));

    private ChineseFunctionWords() {}

    /**
     * Returns whether a word only links others, so that little changes without it: no number, no
     * negation, no modal verb.
     */
    public static boolean isLink(String word) {
      return word.codePoints().allMatch(c -> LINKS.contains(Character.toString(c)));
    }

    /** Returns whether a word is one of them, or ends in 的 as 中的 does. */
    public static boolean has(String word) {
      return WORDS.contains(word) || word.endsWith("的");
    }
  }
}
