package ballast.language;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the possible base words of an inflected English form: "lean" for "leaned", "party" for
 * "parties", "vertex" for "vertices". Irregular forms are listed. Rules without a dictionary find
 * the others, so a form can have several possible words ("planed": "plane", and wrongly "plan").
 * Two forms belong together if they share one. Derivational endings are not removed: "productivity"
 * is not "productive", "officially" not "official".
 *
 * <p>British spellings are converted to American ones, for comparing only.
 */
public final class Inflection {

  /** British spellings that no rule below converts. */
  private static final Map<String, String> AMERICAN =
      WordList.load("language/american.txt").rows().stream()
          .collect(toUnmodifiableMap(pair -> pair.get(0), pair -> pair.get(1)));

  /** Words that are not plurals, or have another meaning without the "s". */
  private static final Set<String> NO_PLURALS =
      Set.of(
          ("news lens goods economics politics physics mathematics ethics athletics logistics series"
                  + " species")
              .split(" "));

  private static final IrregularForms MORE = new IrregularForms("irregular-more.txt");

  private Inflection() {}

  /**
   * Returns the possible base words of a form, with the form itself first.
   *
   * @param form letters in lower case, without accents
   */
  public static List<String> words(String form) {
    Set<String> words = new LinkedHashSet<>();
    words.add(spelling(form));
    for (IrregularForms forms : List.of(MORE, IrregularForms.common())) {
      String irregular = forms.wordOf(form);
      if (!irregular.equals(form)) {
        words.add(spelling(irregular));
      }
    }
    Plurals.SINGULARS.getOrDefault(form, List.of()).forEach(word -> words.add(spelling(word)));
    regular(form).forEach(word -> words.add(spelling(word)));
    return List.copyOf(words);
  }

  static String irregularWord(String form) {
    String more = MORE.wordOf(form);
    String word = more.equals(form) ? IrregularForms.word(form) : more;
    return word.equals(form) ? Plurals.SINGULARS.getOrDefault(form, List.of(form)).get(0) : word;
  }

  static List<String> irregularForms(String word) {
    List<String> forms = new ArrayList<>(IrregularForms.common().forms(word));
    forms.addAll(MORE.forms(word));
    return forms;
  }

  /** Returns the possible words after removing an inflectional ending; empty if there is none. */
  private static List<String> regular(String form) {
    int length = form.length();
    List<String> words = new ArrayList<>();
    if (NO_PLURALS.contains(form)) {
      return words;
    }
    if (length > 5 && form.endsWith("men")) {
      words.add(form.substring(0, length - 2) + "an");
    } else if (length > 6 && form.endsWith("people")) {
      words.add(form.substring(0, length - 6) + "person");
    } else if (length > 4 && form.endsWith("ies")) {
      words.add(form.substring(0, length - 3) + "y");
      words.add(form.substring(0, length - 1));
    } else if (length > 4 && form.endsWith("es")) {
      words.add(form.substring(0, length - 1));
      if (isSibilant(form, length - 2)) {
        words.add(form.substring(0, length - 2));
      }
    } else if (length > 3
        && form.endsWith("s")
        && !form.endsWith("ss")
        && !form.endsWith("us")
        && !form.endsWith("is")) {
      words.add(form.substring(0, length - 1));
    } else if (length > 4 && form.endsWith("ied")) {
      words.add(form.substring(0, length - 3) + "y");
    } else if (length > 4 && form.endsWith("ed")) {
      cut(form, length - 2, words);
    } else if (length > 5 && form.endsWith("ing")) {
      cut(form, length - 3, words);
    }
    return words;
  }

  /** Returns whether a plural or third person has "es" after this ending: boxes, wishes, heroes. */
  private static boolean isSibilant(String form, int end) {
    char last = form.charAt(end - 1);
    boolean hushed = last == 'h' && (form.charAt(end - 2) == 's' || form.charAt(end - 2) == 'c');
    return last == 's' || last == 'x' || last == 'z' || last == 'o' || hushed;
  }

  /** Adds the words before "ed" and "ing": the stem, with "e", without a doubled consonant. */
  private static void cut(String form, int end, List<String> words) {
    String stem = form.substring(0, end);
    if (stem.chars().noneMatch(Inflection::isVowel)) {
      return; // "string", "shed"
    }
    char last = form.charAt(end - 1);
    if (last == form.charAt(end - 2) && !isVowel(last)) {
      words.add(form.substring(0, end - 1));
    }
    words.add(stem);
    words.add(stem + "e");
  }

  private static boolean isVowel(int c) {
    return "aeiouy".indexOf(c) >= 0;
  }

  /** Returns the American spelling of a word such as modernise, labour, centre. */
  static String spelling(String word) {
    String american = AMERICAN.get(word);
    if (american != null) {
      return american;
    }
    int length = word.length();
    if (length > 5 && word.endsWith("ise")) {
      return word.substring(0, length - 3) + "ize";
    }
    if (length > 5 && word.endsWith("yse")) {
      return word.substring(0, length - 3) + "yze";
    }
    if (length > 7 && word.endsWith("isation")) {
      return word.substring(0, length - 7) + "ization";
    }
    if (length > 5 && word.contains("our") && !word.startsWith("our")) {
      return word.replaceFirst("our(?=$|ed$|s$|able$|ite$|er$|ful$|ism$|less$)", "or");
    }
    if (length > 4 && word.endsWith("tre")) {
      return word.substring(0, length - 2) + "er";
    }
    return word;
  }

  /** The irregular plurals in {@code plurals.txt}, one a line; loaded on first use. */
  private static final class Plurals {

    /** Singulars by plural: "axes" is the plural of "axis" and of "ax". */
    static final Map<String, List<String>> SINGULARS =
        WordList.load("language/plurals.txt").entries().stream()
            .map(line -> line.split(" ", 2))
            .collect(groupingBy(line -> line[0], mapping(line -> line[1], toList())));
  }
}
