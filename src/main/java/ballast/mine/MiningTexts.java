package ballast.mine;

import ballast.glossary.EnglishText;
import ballast.glossary.TermMatcher;
import ballast.language.ChineseWords;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs of texts split into words, each stored as a number. Takes about 500 bytes per pair, a fifth
 * more in traditional characters. Not thread-safe.
 */
public final class MiningTexts {

  /** Placeholder for a mark, a digit, or a word that cannot be part of a term. */
  static final int BREAK = -1;

  private static final double UNKNOWN_SHARE = 1e-7;

  /** Words that cannot be part of a term. */
  private static final Set<String> NEVER =
      Set.of(
          ("的 了 是 在 有 和 与 及 或 也 都 就 不 而 但 对 从 到 向 把 被 让 使 将 于 以 为 这 那 此 其 该 我 你 他 "
                  + "她 它 们 着 过 地 得 之 所 等 个 一 两 每 各 某 上 中 下 里 后 前 时 内 间 很 更 最 还 又 再 已 曾 会 能 "
                  + "可 要 想 说 称 如 若 则 并 且 因 由 跟 给 我们 他们 你们 她们 它们 自己 这些 那些 这个 那个 一个 一些 没有 不是 "
                  + "就是 可以 能够 可能 已经 正在 以及 以来 之间 其中 因为 所以 但是 如果 虽然 然而 而且 并且 或者 通过 根据 关于 对于 "
                  + "由于 为了 进行 表示 认为 成为 作为 什么 怎么 如何 许多 很多 不会 还是 只是 只有 之后 之前 时候 以上 以下 目前 当时 "
                  + "今天 昨天 今年 去年 第一 吗 呢 吧 啊 名 位 次 项 种 家 月 日 年 号 多 来 去 做 用 才 只 却 同 比 至 自 至少")
              .split(" "));

  private final ChineseWords chineseWords;
  private final TermMatcher english = new TermMatcher();
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * A pair: its Chinese words, simplified, and in parallel as written; its English lemmas and, in
   * parallel, the words as written.
   */
  static final class Pair {
    final int[] zh;
    final int[] written;
    final int[] lemmas;
    final int[] surfaces;

    Pair(Chinese chinese, int[] lemmas, int[] surfaces) {
      this.zh = chinese.words;
      this.written = chinese.written;
      this.lemmas = lemmas;
      this.surfaces = surfaces;
    }
  }

  /**
   * @param words simplified, as in the lexicon
   * @param written in parallel, as in the text; the same array if nothing was simplified
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Chinese(int[] words, int[] written) {}

  public MiningTexts(ChineseWords chineseWords) {
    this.chineseWords = chineseWords;
  }

  public void add(String chinese, String translation) {
    EnglishText text = english.read(translation);
    List<Integer> lemmas = new ArrayList<>();
    List<Integer> surfaces = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      if (i > 0 && isApart(text, i)) {
        lemmas.add(BREAK);
        surfaces.add(BREAK);
      }
      List<String> forms = text.forms(i);
      lemmas.add(id(forms.get(forms.size() - 1)));
      surfaces.add(id(surface(text, i)));
    }
    pairs.add(new Pair(chinese(chinese), array(lemmas), array(surfaces)));
  }

  private static boolean isApart(EnglishText text, int i) {
    int start = text.span(i - 1, i).end();
    int end = text.span(i, i + 1).start();
    String between = start < end ? text.raw().substring(start, end) : "";
    return !between.matches("[\\s'’\\-‑&sS]*");
  }

  /** A word as written, with a following 's or hyphen that joins it to the next word. */
  private static String surface(EnglishText text, int i) {
    int end = i + 1 < text.size() ? text.span(i + 1, i + 2).start() : text.raw().length();
    String whole = text.raw().substring(text.span(i, i + 1).start(), end);
    String word = text.span(i, i + 1).of(text.raw());
    String remaining = whole.substring(word.length());
    if (remaining.matches("['’][sS]?\\s+.*|[\\-‑]")) {
      return word + remaining.strip().split("\\s")[0];
    }
    return word;
  }

  /** The numbers of the words of a Chinese term, without words that cannot be part of one. */
  List<Integer> wordsOf(String term) {
    return Arrays.stream(chinese(term).words)
        .filter(word -> word != BREAK)
        .distinct()
        .boxed()
        .toList();
  }

  /**
   * Whether a Chinese word can begin or end a term. Both forms are checked because a table of
   * characters may also simplify a character that is simplified already.
   */
  static boolean isOfTerms(String simplified, String written) {
    return !NEVER.contains(simplified) && !NEVER.contains(written);
  }

  private Chinese chinese(String text) {
    List<Integer> cut = new ArrayList<>();
    List<Integer> written = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    StringBuilder raw = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int simple = chineseWords.simplified(c);
              if (Han.isHan(simple)) {
                run.appendCodePoint(simple);
                raw.appendCodePoint(c);
              } else {
                flush(run, cut, raw, written);
              }
            });
    flush(run, cut, raw, written);
    int[] words = array(cut);
    return new Chinese(words, written.equals(cut) ? words : array(written));
  }

  private void flush(
      StringBuilder run, List<Integer> cut, StringBuilder raw, List<Integer> written) {
    if (!run.isEmpty()) {
      String characters = run.toString();
      ChineseWords.Cut edges = chineseWords.cut(characters);
      int start = 0;
      int from = 0;
      for (int at = 1; at <= characters.length(); at++) {
        if (edges.endsAt(at)) {
          String word = characters.substring(start, at);
          int to = raw.offsetByCodePoints(from, word.codePointCount(0, word.length()));
          String own = raw.substring(from, to);
          boolean ofTerms = isOfTerms(word, own);
          cut.add(ofTerms ? id(word) : BREAK);
          written.add(ofTerms ? id(own) : BREAK);
          start = at;
          from = to;
        }
      }
      run.setLength(0);
      raw.setLength(0);
    }
    cut.add(BREAK);
    written.add(BREAK);
  }

  private int id(String word) {
    return ids.computeIfAbsent(
        word,
        w -> {
          words.add(w);
          return words.size() - 1;
        });
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  int size() {
    return pairs.size();
  }

  Pair pair(int index) {
    return pairs.get(index);
  }

  String word(int id) {
    return words.get(id);
  }

  /** In (0, 1]; a small value if the word is unknown. */
  double share(int id) {
    return Math.max(UNKNOWN_SHARE, chineseWords.share(word(id)));
  }
}
