package ballast.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes inflected forms of English words: the reverse of {@link Inflection}. Returns no form if
 * spelling alone does not decide it: "benefit" doubles its last letter depending on stress.
 *
 * <p>Words consist of the letters a to z in lower case; others have no forms here.
 */
public final class EnglishForms {

  private static final Pattern WORD = Pattern.compile("[a-z]{2,}");

  /** Endings of irregular plurals that no irregular past has. */
  private static final Pattern IRREGULAR_PLURAL =
      Pattern.compile(".*(?:ves|ies|es|men|ren|feet|geese|teeth|mice|xen|people|[^e]a|i)");

  /** Endings of nouns that are hardly ever countable. */
  private static final Pattern UNCOUNTED =
      Pattern.compile(".*(?:ism|ness|i[sz]ation|dom|hood|ics|ware|ledge)");

  private static final Pattern ONE_SYLLABLE = Pattern.compile("[^aeiou]*[aeiou][^aeiouwxy]");

  private static final Pattern SEVERAL_SYLLABLES =
      Pattern.compile(".*[aeiouy][^aeiouy]+[aeiou][^aeiouwxy]");

  private static final Set<String> SAME_PLURAL = Set.of("series", "species", "means", "aircraft");

  private EnglishForms() {}

  /** Returns the plural of a noun; empty if it has none or the plural is uncertain. */
  public static Optional<String> plural(String noun) {
    if (!isWord(noun) || UNCOUNTED.matcher(noun).matches() || isPlural(noun)) {
      return Optional.empty();
    }
    List<String> irregular =
        Inflection.irregularForms(noun).stream()
            .filter(form -> IRREGULAR_PLURAL.matcher(form).matches())
            .toList();
    if (!irregular.isEmpty()) {
      return irregular.size() == 1 ? Optional.of(irregular.get(0)) : Optional.empty();
    }
    return endsUnsurely(noun) ? Optional.empty() : Optional.of(withS(noun));
  }

  /** Returns whether no rule gives the plural: photos and heroes, roofs and hooves, quizzes. */
  private static boolean endsUnsurely(String noun) {
    return noun.matches(".*(?:[^aeiou]o|f|fe|[aeiou]z|[^s]s|on|um)")
        && !noun.matches(".*(?:ion|son|ton|oon|ff)");
  }

  public static Optional<String> thirdPerson(String verb) {
    return switch (verb) {
      case "be", "am", "is", "are" -> Optional.empty();
      case "have" -> Optional.of("has");
      case "do", "go" -> Optional.of(verb + "es");
      default -> isWord(verb) ? Optional.of(withS(verb)) : Optional.empty();
    };
  }

  private static String withS(String word) {
    if (word.matches(".*(?:s|x|z|ch|sh)")) {
      return word + "es";
    }
    return word.matches(".*[^aeiou]y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }

  /** Returns the common form of a verb's past tense and past participle; empty if uncertain. */
  public static Optional<String> past(String verb) {
    if (!isWord(verb)) {
      return Optional.empty();
    }
    List<String> irregular = Inflection.irregularForms(verb);
    if (!irregular.isEmpty()) {
      // A single irregular form that ends in d or t is both: led, sent. "Run" has "ran" alone.
      boolean both = irregular.size() == 1 && irregular.get(0).matches(".*[dt]");
      return both ? Optional.of(irregular.get(0)) : Optional.empty();
    }
    if (verb.matches(".*[^aeiou]y")) {
      return Optional.of(verb.substring(0, verb.length() - 1) + "ied");
    }
    return verb.endsWith("e") ? Optional.of(verb + "d") : lengthened(verb, "ed");
  }

  public static Optional<String> ing(String verb) {
    if (!isWord(verb)) {
      return Optional.empty();
    }
    if (verb.matches(".*ie")) {
      return Optional.of(verb.substring(0, verb.length() - 2) + "ying");
    }
    if (verb.matches(".*[^eoy]e") && !verb.equals("be")) {
      return Optional.of(verb.substring(0, verb.length() - 1) + "ing");
    }
    return lengthened(verb, "ing");
  }

  private static Optional<String> lengthened(String verb, String ending) {
    if (ONE_SYLLABLE.matcher(verb).matches()) {
      return Optional.of(verb + verb.charAt(verb.length() - 1) + ending);
    }
    return SEVERAL_SYLLABLES.matcher(verb).matches()
        ? Optional.empty()
        : Optional.of(verb + ending);
  }

  /** Returns whether a noun's spelling looks like a plural. */
  public static boolean isPlural(String noun) {
    String word = noun.toLowerCase(Locale.ROOT);
    boolean irregular =
        !Inflection.irregularWord(word).equals(word) && IRREGULAR_PLURAL.matcher(word).matches();
    return irregular
        || SAME_PLURAL.contains(word)
        || (word.endsWith("s") && !word.endsWith("ss") && Inflection.words(word).size() > 1);
  }

  /** Returns whether a word is certainly a verb: it has an irregular past or a verbal ending. */
  public static boolean isVerb(String word) {
    List<String> irregular = Inflection.irregularForms(word);
    boolean compared = irregular.stream().anyMatch(form -> form.matches(".*(?:est|rst)"));
    boolean inflected =
        irregular.stream()
            .anyMatch(form -> !form.endsWith("s") && !IRREGULAR_PLURAL.matcher(form).matches());
    return word.matches(".{2,}(?:i[sz]e|ify|ate)") || (inflected && !compared);
  }

  private static boolean isWord(String word) {
    return WORD.matcher(word).matches();
  }
}
