package ballast.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Chooses between "a" and "an". */
public final class IndefiniteArticle {

  /** Words with a written vowel but a spoken consonant: "a university", "a one-off". */
  private static final Pattern CONSONANT =
      Pattern.compile(
          "(?:uni[cfloqstv]|unan|u[bcfkrst][aeiou]|use|usu|eu|ew|once\\b|one\\b|oui).*");

  /** Words that begin with a written consonant but a spoken vowel. */
  private static final Pattern SILENT = Pattern.compile("(?:hour|honest|hono|heir).*");

  /** Letters with names that begin with a vowel sound, for spelt-out acronyms: "an SOE". */
  private static final String VOWEL_NAMES = "AEFHILMNORSX";

  private IndefiniteArticle() {}

  /** Returns the article before these words ("an NGO"); empty if it is uncertain. */
  public static Optional<String> before(String words) {
    String word = words.split("[\\s-]", 2)[0].replaceAll("[^\\p{L}\\p{N}]", "");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    char first = word.charAt(0);
    if (Character.isDigit(first)) {
      return Optional.of(word.matches("8.*|1[18](?:\\D.*)?") ? "an" : "a");
    }
    if (word.length() > 1 && word.matches("\\p{Lu}+s?")) {
      return acronym(word, first);
    }
    String plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String lower = plain.toLowerCase(Locale.ROOT);
    if (lower.isEmpty()) {
      return Optional.empty();
    }
    boolean vowel = "aeiou".indexOf(lower.charAt(0)) >= 0;
    boolean sounded = vowel ? !CONSONANT.matcher(lower).matches() : SILENT.matcher(lower).matches();
    return Optional.of(sounded ? "an" : "a");
  }

  /** Returns the article before an acronym if the spelt-out and the spoken form agree. */
  private static Optional<String> acronym(String word, char first) {
    boolean spelt = VOWEL_NAMES.indexOf(first) >= 0;
    boolean mayBeWord = word.length() > 3 && word.matches(".*[AEIOU].*");
    boolean spoken = "AEIO".indexOf(first) >= 0;
    return mayBeWord && spelt != spoken ? Optional.empty() : Optional.of(spelt ? "an" : "a");
  }
}
