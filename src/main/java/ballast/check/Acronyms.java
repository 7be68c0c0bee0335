package ballast.check;

import java.util.Locale;

/** Recognises acronyms of full names. */
final class Acronyms {

  private Acronyms() {}

  /** Whether one text consists of the initials of the other: WTO, World Trade Organization. */
  static boolean isOneOfTheOther(String one, String other) {
    return isAcronymOf(one, other) || isAcronymOf(other, one);
  }

  private static boolean isAcronymOf(String shortForm, String full) {
    String letters = shortForm.replaceAll("[^A-Za-z]", "");
    if (letters.length() < 2 || !letters.equals(letters.toUpperCase(Locale.ROOT))) {
      return false;
    }
    StringBuilder capitals = new StringBuilder();
    for (String word : full.split("[^A-Za-z]+")) {
      capitals.append(
          !word.isEmpty() && Character.isUpperCase(word.charAt(0)) ? word.substring(0, 1) : "");
    }
    return letters.equals(initials(full)) || letters.contentEquals(capitals);
  }

  /** The first letters of all words, as capitals. */
  static String initials(String full) {
    StringBuilder initials = new StringBuilder();
    for (String word : full.split("[^A-Za-z]+")) {
      if (!word.isEmpty()) {
        initials.append(Character.toUpperCase(word.charAt(0)));
      }
    }
    return initials.toString();
  }
}
