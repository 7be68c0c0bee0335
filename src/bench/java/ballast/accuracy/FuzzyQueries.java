package ballast.accuracy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Search texts. Of a thousand, 170 each are texts of the memory, unchanged or changed to about 95,
 * 85, 75 and 60% by clustered edits of one to six characters. The others are sentences of another
 * corpus.
 */
final class FuzzyQueries {

  private static final int[] PERCENT = {100, 95, 85, 75, 60};
  private static final int EACH = 170;
  private static final int ALL = 1_000;
  private static final int MAX_LENGTH = 200;

  private final Random random = new Random(7);
  private final List<String> texts;

  FuzzyQueries(List<String> texts) {
    this.texts = texts;
  }

  List<String> made(List<String> unknown) {
    List<String> queries = new ArrayList<>();
    for (int percent : PERCENT) {
      for (int i = 0; i < EACH; ) {
        String text = any();
        if (text.length() >= (percent == 95 ? 20 : 6)) {
          queries.add(edited(text, Math.round((100 - percent) / 100f * text.length())));
          i++;
        }
      }
    }
    List<String> others = new ArrayList<>(unknown);
    Collections.shuffle(others, random);
    others.removeIf(text -> text.length() > MAX_LENGTH);
    queries.addAll(others.subList(0, ALL - queries.size()));
    Collections.shuffle(queries, random);
    return queries;
  }

  private String any() {
    return texts.get(random.nextInt(texts.size()));
  }

  private String edited(String text, int edits) {
    StringBuilder edited = new StringBuilder(text);
    int left = edits;
    while (left > 0) {
      int length = 1 + random.nextInt(Math.min(left, 1 + random.nextInt(6)));
      String other = any();
      int at = random.nextInt(edited.length() + 1);
      int kind = random.nextInt(10);
      if (kind >= 8 && at + length <= edited.length() && edited.length() - length > 2) {
        edited.delete(at, at + length);
        left -= length;
      } else if (kind < 8 && other.length() > length) {
        int from = random.nextInt(other.length() - length);
        int end = kind < 6 ? Math.min(edited.length(), at + length) : at;
        edited.replace(at, end, other.substring(from, from + length));
        left -= length;
      }
    }
    return edited.toString();
  }
}
