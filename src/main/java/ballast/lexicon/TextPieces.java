package ballast.lexicon;

import ballast.language.FullWidth;
import ballast.language.Han;
import ballast.language.IrregularForms;
import ballast.language.Stemmer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into pieces: runs of Han in simplified characters, word keys, numbers and marks. It
 * folds width and drops dashes, markup and invisible characters. Takes time linear in the length of
 * the text.
 */
public final class TextPieces {

  /** Maximum digits of a number; a longer one is treated as a code. */
  private static final int MAX_DIGITS = 40;

  private final String text;
  private final CharacterTable characters;
  private final List<String> pieces = new ArrayList<>();
  // Created at the first alphabetic word: most Chinese texts have none.
  private @Nullable EnglishKeys keys;

  private TextPieces(String text, CharacterTable characters) {
    this.text = text;
    this.characters = characters;
  }

  /** Returns the pieces of a text in order; runs of Han are not cut. */
  public static List<String> of(String text, CharacterTable characters) {
    return new TextPieces(text, characters).read();
  }

  private List<String> read() {
    int at = 0;
    while (at < text.length()) {
      int c = folded(at);
      if (Han.isHan(c)) {
        at = han(at);
      } else if (Character.isLetter(c) || startsContraction(at, c)) {
        at = word(at);
      } else if (isDigit(c)) {
        at = number(at);
      } else {
        mark(c, at);
        at += Character.charCount(c);
      }
    }
    return pieces;
  }

  private int han(int start) {
    StringBuilder run = new StringBuilder();
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!Han.isHan(c)) {
        break;
      }
      run.appendCodePoint(characters.simplified(c));
      at += Character.charCount(c);
    }
    pieces.add(run.toString());
    return at;
  }

  /** Reads a word: letters with their accents, and apostrophes between letters. */
  private int word(int start) {
    StringBuilder run = new StringBuilder();
    int at = start;
    while (at < text.length()) {
      int c = folded(at);
      boolean letter = Character.isLetter(c) && !Han.isHan(c);
      if (isApostrophe(c) && isLetterAt(at + 1)) {
        c = '\'';
      } else if (!letter && Character.getType(c) != Character.NON_SPACING_MARK) {
        break;
      }
      if (run.length() <= EnglishKeys.MAX_LETTERS) {
        run.appendCodePoint(c);
      }
      at += Character.charCount(c);
    }
    if (keys == null) {
      keys = new EnglishKeys();
    }
    keys.add(run.toString(), pieces);
    return at;
  }

  /** Reads a number: digits with points, without thousands separators. */
  private int number(int start) {
    StringBuilder run = new StringBuilder();
    int at = start;
    while (at < text.length()) {
      int c = folded(at);
      boolean inside = (c == '.' || c == ',') && at + 1 < text.length() && isDigit(folded(at + 1));
      if (!isDigit(c) && !inside) {
        break;
      }
      if (c != ',' && run.length() <= MAX_DIGITS) {
        run.appendCodePoint(c);
      }
      at += Character.charCount(c);
    }
    if (run.length() <= MAX_DIGITS) {
      pieces.add(run.toString());
    }
    return at;
  }

  private void mark(int c, int at) {
    switch (c) {
      case '、', '､' -> pieces.add(",");
      case '。', '｡' -> stop(at);
      case '.' -> stop(at);
      case '…', '⋯' -> ellipsis();
      case '“',
          '”',
          '„',
          '‟',
          '«',
          '»',
          '《',
          '》',
          '〈',
          '〉',
          '「',
          '」',
          '『',
          '』',
          '﹁',
          '﹂',
          '‘',
          '‹',
          '›' ->
          pieces.add("\"");
      case '’' -> {
        if (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at)) || isHanBefore(at)) {
          pieces.add("\"");
        }
      }
      case '[', '{', '【', '〔', '〖' -> pieces.add("(");
      case ']', '}', '】', '〕', '〗' -> pieces.add(")");
      case '-',
          '~',
          '_',
          '`',
          '*',
          '#',
          '|',
          '^',
          '\'',
          '‐',
          '‑',
          '‒',
          '–',
          '—',
          '―',
          '−',
          '〜',
          '·',
          '•' -> {
        // Skips dashes, apostrophes and markup: often only one of the two languages has them.
      }
      default -> {
        if (!isInvisible(c)) {
          pieces.add(Character.toString(c));
        }
      }
    }
  }

  /** Adds a full stop. Repeated stops become an ellipsis: "..." and "。。。" become "…". */
  private void stop(int at) {
    boolean repeated = at > 0 && text.charAt(at - 1) == text.charAt(at) && !pieces.isEmpty();
    String last = repeated ? pieces.get(pieces.size() - 1) : "";
    if (last.equals(".")) {
      pieces.set(pieces.size() - 1, "…");
    } else if (!last.equals("…")) {
      pieces.add(".");
    }
  }

  private void ellipsis() {
    if (pieces.isEmpty() || !pieces.get(pieces.size() - 1).equals("…")) {
      pieces.add("…");
    }
  }

  private int folded(int at) {
    int c = text.codePointAt(at);
    return c == 0x3000 ? ' ' : FullWidth.fold(c);
  }

  private boolean isHanBefore(int at) {
    return Han.isHan(text.codePointBefore(at));
  }

  private boolean isLetterAt(int at) {
    if (at >= text.length()) {
      return false;
    }
    int c = folded(at);
    return Character.isLetter(c) && !Han.isHan(c);
  }

  /**
   * Whether an apostrophe after a space begins a contraction, as in the "we 've" of tokenised
   * corpora.
   */
  private boolean startsContraction(int at, int c) {
    if (!isApostrophe(c) || !isLetterAt(at + 1)) {
      return false;
    }
    if (at > 0 && text.charAt(at - 1) != ' ') {
      return false;
    }
    int end = at + 1;
    while (isLetterAt(end)) {
      end++;
    }
    return end - at <= 3 && "'s 're 've 'll 'd 'm".contains("'" + text.substring(at + 1, end));
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == 'ʼ';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /**
   * Makes word keys from alphabetic words: lower case, without accents, contractions split,
   * irregular forms and endings reduced. "Don't" becomes "do" and "not", "children's" becomes
   * "child", "Économies" becomes "economi". Not thread-safe.
   */
  private static final class EnglishKeys {

    static final int MAX_LETTERS = 40;

    private final Stemmer stemmer = new Stemmer();

    /**
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

    private static String negated(String start) {
      return switch (start) {
        case "ca" -> "can";
        case "wo" -> "will";
        case "sha" -> "shall";
        default -> start;
      };
    }

    /**
     * Returns the full word of the letters after an apostrophe; "" for 's, null if there is none.
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

    /**
     * Appends a letter; replaces letters that Unicode does not decompose into letter and accent.
     */
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
}
