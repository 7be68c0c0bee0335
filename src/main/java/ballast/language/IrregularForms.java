package ballast.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Irregular English forms from a list: "said" of "say", "children" of "child". */
public final class IrregularForms {

  private static final IrregularForms COMMON = new IrregularForms("irregular.txt");

  private final List<List<String>> entries;
  private final Map<String, String> words = new HashMap<>();

  /**
   * @param file each line has a word, then its forms
   */
  IrregularForms(String file) {
    this.entries = WordList.load("language/" + file).rows();
    for (List<String> entry : entries) {
      entry.subList(1, entry.size()).forEach(form -> words.put(form, entry.get(0)));
    }
  }

  /** The forms that the lexicon is trained with. */
  static IrregularForms common() {
    return COMMON;
  }

  /** Returns the base word of {@code form}, in lower case; {@code form} if it is regular. */
  public static String word(String form) {
    return COMMON.wordOf(form);
  }

  String wordOf(String form) {
    return words.getOrDefault(form, form);
  }

  List<String> forms(String word) {
    return entries.stream()
        .filter(entry -> entry.get(0).equals(word))
        .findFirst()
        .map(entry -> entry.subList(1, entry.size()))
        .orElse(List.of());
  }
}
