package ballast.revise;

import ballast.language.ChineseWords;
import ballast.language.matching.ItemWords;
import ballast.language.matching.Likeness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rates the similarity of sentences by their common words, with less weight on words of many
 * sentences, and by their common source sentences.
 */
final class WordOverlap implements Likeness {

  /**
   * The weight of the sources against that of the words, for two sentences that both have sources.
   */
  private static final double SOURCE_SHARE = 0.35;

  private static final float MARK = 0.1f;

  /** A text with more UTF-16 units does not occur twice in an article by chance. */
  private static final int LONG = 40;

  private final List<VersionSentence> before;
  private final List<VersionSentence> after;
  private final List<int[]> beforeCodes;
  private final List<int[]> afterCodes;
  private final float[] weights;
  private final ItemWords words = new ItemWords(this);

  WordOverlap(List<VersionSentence> before, List<VersionSentence> after, ChineseWords words) {
    this.before = before;
    this.after = after;
    Map<String, Integer> numbers = new HashMap<>();
    Set<Integer> marks = new HashSet<>();
    TextFold fold = new TextFold(words);
    this.beforeCodes = codes(before, words, fold, numbers, marks);
    this.afterCodes = codes(after, words, fold, numbers, marks);
    this.weights = weights(numbers.size(), marks);
  }

  private static List<int[]> codes(
      List<VersionSentence> sentences,
      ChineseWords words,
      TextFold fold,
      Map<String, Integer> numbers,
      Set<Integer> marks) {
    List<int[]> all = new ArrayList<>();
    for (VersionSentence sentence : sentences) {
      List<Token> tokens = Tokens.of(sentence.text(), words).list();
      int[] codes = new int[tokens.size()];
      for (int i = 0; i < codes.length; i++) {
        String key = fold.fold(tokens.get(i).text());
        codes[i] = numbers.computeIfAbsent(key, k -> numbers.size());
        if (tokens.get(i).kind() == Token.Kind.MARK) {
          marks.add(codes[i]);
        }
      }
      Arrays.sort(codes);
      all.add(codes);
    }
    return all;
  }

  private float[] weights(int size, Set<Integer> marks) {
    int[] sentences = new int[size];
    List<List<int[]>> both = List.of(beforeCodes, afterCodes);
    for (List<int[]> side : both) {
      for (int[] codes : side) {
        Arrays.stream(codes).distinct().forEach(code -> sentences[code]++);
      }
    }
    double all = Math.max(4, beforeCodes.size() + afterCodes.size());
    float[] weights = new float[size];
    for (int code = 0; code < size; code++) {
      double rarity = Math.log(all / Math.max(2, sentences[code])) / Math.log(all / 2);
      weights[code] = marks.contains(code) ? MARK : (float) Math.max(0.15, rarity);
    }
    return weights;
  }

  @Override
  public int[] oldWords(int position) {
    return beforeCodes.get(position);
  }

  @Override
  public int[] newWords(int position) {
    return afterCodes.get(position);
  }

  @Override
  public double weight(int word) {
    return weights[word];
  }

  @Override
  public double of(int oldStart, int oldEnd, int newStart, int newEnd) {
    double byWords = words.share(oldStart, oldEnd, newStart, newEnd);
    Set<Integer> left = sources(before, oldStart, oldEnd);
    Set<Integer> right = sources(after, newStart, newEnd);
    if (left.isEmpty() || right.isEmpty()) {
      return byWords;
    }
    Set<Integer> all = new HashSet<>(left);
    all.addAll(right);
    double common = left.size() + right.size() - (double) all.size();
    return (1 - SOURCE_SHARE) * byWords + SOURCE_SHARE * common / all.size();
  }

  /** Only words count, because an alignment is less reliable for moved sentences. */
  @Override
  public double elsewhere(int old, int revised) {
    double byWords = words.share(old, old + 1, revised, revised + 1);
    return Math.max(byWords, of(old, old + 1, revised, revised + 1));
  }

  @Override
  public boolean areBound(int old, int revised) {
    return !Collections.disjoint(before.get(old).sources(), after.get(revised).sources());
  }

  /** Short equal texts are different sentences if they are known to translate different sources. */
  @Override
  public boolean mayHaveMoved(int old, int revised) {
    Set<Integer> left = before.get(old).sources();
    Set<Integer> right = after.get(revised).sources();
    boolean telling = before.get(old).text().length() > LONG;
    return telling || left.isEmpty() || right.isEmpty() || areBound(old, revised);
  }

  private static Set<Integer> sources(List<VersionSentence> sentences, int start, int end) {
    if (end - start == 1) {
      return sentences.get(start).sources();
    }
    Set<Integer> sources = new HashSet<>();
    sentences.subList(start, end).forEach(sentence -> sources.addAll(sentence.sources()));
    return sources;
  }
}
