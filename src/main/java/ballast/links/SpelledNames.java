package ballast.links;

import ballast.language.ChineseWords;
import ballast.language.PinyinSpellings;
import ballast.links.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Finds Chinese names that the other sentence spells in pinyin: 建国 and Jianguo. */
final class SpelledNames {

  /** In characters; what is spelled as one word is hardly ever longer. */
  private static final int MAX_HAN = 4;

  private final ChineseWords words;

  /** For each word with a capital, in lower case, the positions of its tokens. */
  private final Map<String, List<Integer>> names = new HashMap<>();

  private final PinyinSpellings spellings;

  /**
   * @param tokens those of the sentence that spells names
   */
  SpelledNames(List<Token> tokens, ChineseWords words) {
    this.words = words;
    for (int j = 0; j < tokens.size(); j++) {
      Token token = tokens.get(j);
      if (token.kind() == Kind.WORD && token.span().length() > 1 && token.capital()) {
        names.computeIfAbsent(token.key(), key -> new ArrayList<>()).add(j);
      }
    }
    this.spellings = new PinyinSpellings(names.keySet());
  }

  /**
   * Names each Chinese token that is spelled in the other sentence, or a part of which is, with the
   * position of the token that spells it.
   */
  void find(List<Token> chinese, BiConsumer<Integer, Integer> spelled) {
    if (names.isEmpty()) {
      return;
    }
    StringBuilder han = new StringBuilder();
    List<Integer> owners = new ArrayList<>();
    for (int i = 0; i <= chinese.size(); i++) {
      boolean isHan = i < chinese.size() && chinese.get(i).kind() == Kind.HAN;
      if (!isHan) {
        read(han.toString(), owners, spelled);
        han.setLength(0);
        owners.clear();
      } else {
        han.append(chinese.get(i).key());
        while (owners.size() < han.length()) {
          owners.add(i);
        }
      }
    }
  }

  private void read(String han, List<Integer> owners, BiConsumer<Integer, Integer> spelled) {
    for (int start = 0; start < han.length(); start++) {
      List<String> readings = List.of("");
      for (int end = start + 1; end <= Math.min(han.length(), start + MAX_HAN); end++) {
        readings = spellings.extend(readings, words.readings(han.charAt(end - 1)));
        if (end == start + 1 && start > 0 && owners.get(start).equals(owners.get(start - 1))) {
          continue; // 理 of 总理 is not Li
        }
        for (String reading : readings) {
          for (int j : names.getOrDefault(reading, List.of())) {
            owners.subList(start, end).stream().distinct().forEach(i -> spelled.accept(i, j));
          }
        }
        if (readings.isEmpty()) {
          break;
        }
      }
    }
  }
}
