package ballast.lexicon;

import ballast.language.IrregularForms;
import ballast.language.Stemmer;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes word keys of alphabetic words: in lower case, without accents, contractions split,
 * irregular forms and endings reduced. "Don't" is "do" and "not", "children's" is "child",
 * "Économies" is "economi". Not thread-safe.
 */
final class EnglishKeys {

  /** A longer run of letters is not a word. */
  static final int MAX_LETTERS = 40;

  private final Stemmer stemmer = new Stemmer();

  /**
   * Adds the keys of one run of letters.
   *
   * @param run letters, and {@code '} between letters or at the beginning (a separate "'ve")
   */
  void add(String run, List<String> keys) {
    if (run.length() > MAX_LETTERS) {
      return;
    }
    String word = plain(run);
    if (word.endsWith("n't")) {
      addWord(negated(word.substring(0, word.length() - 3)), keys);
      keys.add("not");
      return;
    }
    int mark = word.lastIndexOf('\'');
    if (mark >= 0) {
      String ending = contracted(word.substring(mark + 1));
      if (ending != null) {
        addParts(word.substring(0, mark), keys);
        addWord(ending, keys);
        return;
      }
    }
    if (word.equals("cannot")) {
      keys.add("can");
      keys.add("not");
      return;
    }
    addParts(word, keys);
  }

  private void addParts(String word, List<String> keys) {
    for (String part : word.split("'")) {
      addWord(part, keys);
    }
  }

  private void addWord(String word, List<String> keys) {
    if (!word.isEmpty()) {
      String base = IrregularForms.word(word);
      keys.add(isAscii(base) ? stemmer.stem(base) : base);
    }
  }

  /** The full word of a form before "n't". */
  private static String negated(String start) {
    return switch (start) {
      case "ca" -> "can";
      case "wo" -> "will";
      case "sha" -> "shall";
      default -> start;
    };
  }

  /**
   * The word that is contracted to these letters after an apostrophe; "" for 's, null if there is
   * none.
   */
  private static @Nullable String contracted(String ending) {
    return switch (ending) {
      case "s" -> "";
      case "re" -> "are";
      case "ve" -> "have";
      case "ll" -> "will";
      case "d" -> "would";
      case "m" -> "am";
      default -> null;
    };
  }

  /** The letters in lower case without accents; width has been folded already. */
  private static String plain(String run) {
    String lower = run.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    StringBuilder plain = new StringBuilder(lower.length());
    Normalizer.normalize(lower, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> append(c, plain));
    return plain.toString();
  }

  /** Appends a letter; replaces those that Unicode does not decompose into letter and accent. */
  private static void append(int c, StringBuilder plain) {
    switch (c) {
      case 'ß' -> plain.append("ss");
      case 'æ' -> plain.append("ae");
      case 'œ' -> plain.append("oe");
      case 'ø' -> plain.append('o');
      case 'đ', 'ð' -> plain.append('d');
      case 'ł' -> plain.append('l');
      case 'ı' -> plain.append('i');
      case 'þ' -> plain.append("th");
      default -> plain.appendCodePoint(c);
    }
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
