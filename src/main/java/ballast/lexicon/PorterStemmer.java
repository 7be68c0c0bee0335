package ballast.lexicon;

/**
 * Takes the endings off an English word: M. F. Porter, "An algorithm for suffix stripping", Program
 * 14 (1980), with the paper's rules and no later ones. The result is a key, not a word.
 *
 * <p>One object stems one word; its buffer is the word so far.
 */
final class PorterStemmer {

  private static final String[][] STEP_2 = {
    {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
    {"abli", "able"}, {"alli", "al"}, {"entli", "ent"}, {"eli", "e"}, {"ousli", "ous"},
    {"ization", "ize"}, {"ation", "ate"}, {"ator", "ate"}, {"alism", "al"}, {"iveness", "ive"},
    {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"}, {"iviti", "ive"}, {"biliti", "ble"}
  };

  private static final String[][] STEP_3 = {
    {"icate", "ic"},
    {"ative", ""},
    {"alize", "al"},
    {"iciti", "ic"},
    {"ical", "ic"},
    {"ful", ""},
    {"ness", ""}
  };

  private static final String[] STEP_4 = {
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti",
    "ous", "ive", "ize", "al", "er", "ic", "ou"
  };

  private final StringBuilder word;

  private PorterStemmer(String word) {
    this.word = new StringBuilder(word);
  }

  /** The stem of a word of a to z; a word of one or two letters is its own. */
  static String stem(String word) {
    return word.length() <= 2 ? word : new PorterStemmer(word).stem();
  }

  private String stem() {
    plurals();
    pastAndParticiple();
    if (endsWith("y") && hasVowel(word.length() - 1)) {
      word.setCharAt(word.length() - 1, 'i');
    }
    replaceLongest(STEP_2);
    replaceLongest(STEP_3);
    dropSuffix();
    finalLetters();
    return word.toString();
  }

  /** Step 1a. */
  private void plurals() {
    if (endsWith("sses") || endsWith("ies")) {
      cut(2);
    } else if (endsWith("s") && !endsWith("ss")) {
      cut(1);
    }
  }

  /** Step 1b. */
  private void pastAndParticiple() {
    if (endsWith("eed")) {
      if (measure(word.length() - 3) > 0) {
        cut(1);
      }
      return;
    }
    int ending = endsWith("ed") ? 2 : endsWith("ing") ? 3 : 0;
    if (ending == 0 || !hasVowel(word.length() - ending)) {
      return;
    }
    cut(ending);
    if (endsWith("at") || endsWith("bl") || endsWith("iz")) {
      word.append('e');
    } else if (endsWithDouble() && !endsWith("l") && !endsWith("s") && !endsWith("z")) {
      cut(1);
    } else if (measure(word.length()) == 1 && endsShort(word.length())) {
      word.append('e');
    }
  }

  /** Steps 2 and 3: the longest ending that fits decides, whether or not it may be replaced. */
  private void replaceLongest(String[][] rules) {
    String[] best = null;
    for (String[] rule : rules) {
      if (endsWith(rule[0]) && (best == null || rule[0].length() > best[0].length())) {
        best = rule;
      }
    }
    if (best != null && measure(word.length() - best[0].length()) > 0) {
      cut(best[0].length());
      word.append(best[1]);
    }
  }

  /** Step 4. */
  private void dropSuffix() {
    for (String suffix : STEP_4) {
      if (endsWith(suffix)) {
        int rest = word.length() - suffix.length();
        boolean after =
            !suffix.equals("ion") || (rest > 0 && "st".indexOf(word.charAt(rest - 1)) >= 0);
        if (after && measure(rest) > 1) {
          cut(suffix.length());
        }
        return;
      }
    }
  }

  /** Step 5. */
  private void finalLetters() {
    if (endsWith("e")) {
      int rest = word.length() - 1;
      int measure = measure(rest);
      if (measure > 1 || (measure == 1 && !endsShort(rest))) {
        cut(1);
      }
    }
    if (endsWith("ll") && measure(word.length()) > 1) {
      cut(1);
    }
  }

  private boolean endsWith(String ending) {
    int from = word.length() - ending.length();
    return from >= 0 && word.indexOf(ending, from) == from;
  }

  private void cut(int letters) {
    word.setLength(word.length() - letters);
  }

  /** Whether the letter is none of a, e, i, o, u, nor a y after a consonant. */
  private boolean isConsonant(int at) {
    return switch (word.charAt(at)) {
      case 'a', 'e', 'i', 'o', 'u' -> false;
      case 'y' -> at == 0 || !isConsonant(at - 1);
      default -> true;
    };
  }

  /** The paper's m: how often a vowel run is followed by a consonant run in the first letters. */
  private int measure(int length) {
    int measure = 0;
    for (int i = 1; i < length; i++) {
      if (isConsonant(i) && !isConsonant(i - 1)) {
        measure++;
      }
    }
    return measure;
  }

  private boolean hasVowel(int length) {
    for (int i = 0; i < length; i++) {
      if (!isConsonant(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWithDouble() {
    int last = word.length() - 1;
    return last > 0 && word.charAt(last) == word.charAt(last - 1) && isConsonant(last);
  }

  /** The paper's *o: consonant, vowel, consonant other than w, x, y. */
  private boolean endsShort(int length) {
    return length >= 3
        && isConsonant(length - 1)
        && !isConsonant(length - 2)
        && isConsonant(length - 3)
        && "wxy".indexOf(word.charAt(length - 1)) < 0;
  }
}
