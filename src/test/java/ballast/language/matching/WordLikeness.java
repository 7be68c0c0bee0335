package ballast.language.matching;

import ballast.bitext.BlockType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For tests: texts of words separated by spaces, all of the same weight; counts comparisons. */
final class WordLikeness implements Likeness {

  private final List<int[]> olds;
  private final List<int[]> news;
  private final ItemWords words = new ItemWords(this);
  private long comparisons;
  private long unlike;

  WordLikeness(List<String> before, List<String> after) {
    Map<String, Integer> numbers = new HashMap<>();
    this.olds = numbered(before, numbers);
    this.news = numbered(after, numbers);
  }

  private static List<int[]> numbered(List<String> texts, Map<String, Integer> numbers) {
    return texts.stream()
        .map(
            text ->
                Arrays.stream(text.split(" "))
                    .mapToInt(word -> numbers.computeIfAbsent(word, w -> numbers.size()))
                    .sorted()
                    .toArray())
        .toList();
  }

  /** Sentences of one paragraph; a text before "=" is the key. */
  static List<Likeness.Item> items(List<String> texts, Map<String, Integer> numbers) {
    List<Likeness.Item> items = new ArrayList<>();
    for (String text : texts) {
      int number = numbers.computeIfAbsent(text, t -> numbers.size());
      int equals = text.indexOf('=');
      int key =
          equals < 0
              ? Likeness.Item.NO_KEY
              : numbers.computeIfAbsent(text.substring(0, equals), t -> numbers.size());
      items.add(new Likeness.Item(number, 0, BlockType.PARAGRAPH, key));
    }
    return items;
  }

  @Override
  public int[] oldWords(int position) {
    return olds.get(position);
  }

  @Override
  public int[] newWords(int position) {
    return news.get(position);
  }

  @Override
  public double weight(int word) {
    return 1;
  }

  @Override
  public double of(int oldStart, int oldEnd, int newStart, int newEnd) {
    comparisons++;
    return words.share(oldStart, oldEnd, newStart, newEnd);
  }

  @Override
  public boolean areBound(int old, int revised) {
    unlike++;
    return false;
  }

  @Override
  public boolean mayHaveMoved(int old, int revised) {
    return true;
  }

  long comparisons() {
    return comparisons;
  }

  /** How many pairs of different sentences were examined, compared or not. */
  long looks() {
    return comparisons + unlike;
  }
}
