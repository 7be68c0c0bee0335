package ballast.check;

import ballast.glossary.Term;
import ballast.language.EnglishForms;
import ballast.language.Inflection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Inflects a term like another one in a text. */
final class FixedForm {

  private static final Pattern GAP = Pattern.compile("[\\s\\u00a0\\-‐‑]+");

  private static final Set<String> BEFORE_COMPLEMENT =
      Set.of("of", "in", "for", "with", "to", "by", "from", "on", "at", "between", "against");

  private final Term wrong;
  private final Term right;
  private final List<String> wrongWords;
  private final List<String> foundWords;
  private final EnglishContext around;

  /**
   * @param wrong the term to replace, as in the glossary
   * @param right its replacement
   * @param found the term to replace, as in the text
   */
  FixedForm(Term wrong, Term right, String found, EnglishContext around) {
    this.wrong = wrong;
    this.right = right;
    this.wrongWords = words(wrong.text());
    this.foundWords = words(found);
    this.around = around;
  }

  /** Words with their head in its base form, if only one is possible. */
  static String base(String found) {
    List<String> words = words(found);
    int at = head(words);
    String head = words.get(at);
    List<String> bases =
        Inflection.words(head).stream()
            .filter(base -> !base.equals(head) && isFormOf(head, base))
            .toList();
    return bases.size() == 1 ? with(found, at, bases.get(0)).orElse(found) : found;
  }

  private static boolean isFormOf(String form, String base) {
    return Stream.of(
            EnglishForms.plural(base),
            EnglishForms.thirdPerson(base),
            EnglishForms.ing(base),
            EnglishForms.past(base))
        .anyMatch(Optional.of(form)::equals);
  }

  private static List<String> words(String text) {
    return Arrays.asList(GAP.split(text.strip().toLowerCase(Locale.ROOT)));
  }

  String text() throws UnsafeFix {
    String text = inflected();
    requireNumber(text);
    return text;
  }

  private String inflected() throws UnsafeFix {
    int at = difference();
    if (at < 0) {
      return right.text();
    }
    String base = wrongWords.get(at);
    String form = foundWords.get(at);
    if (EnglishForms.plural(base).filter(form::equals).isPresent()
        || EnglishForms.thirdPerson(base).filter(form::equals).isPresent()) {
      return isVerbal(at) ? verb("third") : plural();
    }
    if (EnglishForms.ing(base).filter(form::equals).isPresent()) {
      return verb("ing");
    }
    if (EnglishForms.past(base).filter(form::equals).isPresent()) {
      return verb("past");
    }
    throw new UnsafeFix("it is not clear which form of \"" + base + "\" \"" + form + "\" is");
  }

  /** The index of the word that differs from the glossary's; -1 if none does. */
  private int difference() throws UnsafeFix {
    if (String.join("", wrongWords).equals(String.join("", foundWords))) {
      return -1;
    }
    if (wrongWords.size() != foundWords.size()) {
      throw new UnsafeFix("its words are not those of \"" + wrong.text() + '"');
    }
    int at = -1;
    for (int i = 0; i < wrongWords.size(); i++) {
      if (!wrongWords.get(i).equals(foundWords.get(i))) {
        if (at >= 0) {
          throw new UnsafeFix("more than one of its words is inflected");
        }
        at = i;
      }
    }
    return at;
  }

  /**
   * Whether the inflected word is a verb. Without a part of speech in the glossary, it is a noun if
   * its place takes only a noun.
   */
  private boolean isVerbal(int at) throws UnsafeFix {
    if (isSaid("verb")) {
      return true;
    }
    int head = head(wrongWords);
    boolean noun = isSaid("noun") || (at == head && head > 0) || around.isNounPlace();
    boolean single = wrongWords.size() == 1 && words(right.text()).size() == 1;
    if (noun || single) {
      return false; // a single word has the same form either way
    }
    throw new UnsafeFix("it may be a noun or a verb: give the part of speech in the glossary");
  }

  private boolean isSaid(String part) {
    String partsOfSpeech = wrong.use().partOfSpeech() + " " + right.use().partOfSpeech();
    return partsOfSpeech.toLowerCase(Locale.ROOT).matches("(?s).*\\b" + part + "\\b.*");
  }

  /**
   * The index of the head of a noun phrase: the word before "of" or a similar word, otherwise the
   * last.
   */
  static int head(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      if (BEFORE_COMPLEMENT.contains(words.get(i))) {
        return i - 1;
      }
    }
    return words.size() - 1;
  }

  private String plural() throws UnsafeFix {
    return plural(right.text())
        .orElseThrow(() -> new UnsafeFix("the plural of \"" + right.text() + "\" is uncertain"));
  }

  /** The plural of a noun or noun phrase; unchanged if already plural, empty if uncertain. */
  static Optional<String> plural(String term) {
    List<String> words = words(term);
    int at = head(words);
    String head = words.get(at);
    if (EnglishForms.isPlural(head)) {
      return Optional.of(term);
    }
    boolean gerund = head.endsWith("ing") && words.size() > 1;
    return gerund
        ? Optional.empty()
        : EnglishForms.plural(head).flatMap(form -> with(term, at, form));
  }

  private String verb(String form) throws UnsafeFix {
    List<String> words = words(right.text());
    String verb = words.get(0);
    if (form.equals("ing") && verb.endsWith("ing")) {
      return right.text();
    }
    if (!isSaid("verb") && !EnglishForms.isVerb(verb)) {
      throw new UnsafeFix(
          "\"" + verb + "\" may not be a verb: give the part of speech in the glossary");
    }
    Optional<String> corrected =
        switch (form) {
          case "ing" -> EnglishForms.ing(verb);
          case "past" -> EnglishForms.past(verb);
          default -> EnglishForms.thirdPerson(verb);
        };
    return corrected
        .flatMap(word -> with(right.text(), 0, word))
        .orElseThrow(() -> new UnsafeFix("the form of \"" + verb + "\" is uncertain"));
  }

  private static Optional<String> with(String term, int at, String form) {
    int start = 0;
    Matcher gaps = GAP.matcher(term);
    for (int i = 0; i < at && gaps.find(); i++) {
      start = gaps.end();
    }
    int end = gaps.find(start) ? gaps.start() : term.length();
    String word = term.substring(start, end);
    if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
      return Optional.empty(); // an acronym
    }
    boolean capital = Character.isUpperCase(word.charAt(0));
    String corrected =
        capital ? form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1) : form;
    return Optional.of(term.substring(0, start) + corrected + term.substring(end));
  }

  /** Requires the number of the old text, because the words around it depend on it. */
  private void requireNumber(String text) throws UnsafeFix {
    if (isSaid("verb") || isSaid("adjective")) {
      return;
    }
    List<String> words = words(text);
    boolean wasPlural = EnglishForms.isPlural(foundWords.get(head(foundWords)));
    boolean isPlural = EnglishForms.isPlural(words.get(head(words)));
    if (wasPlural != isPlural && !around.isNumberFree()) {
      throw new UnsafeFix(
          "\"%s\" is %s, unlike the text that it would replace"
              .formatted(text, isPlural ? "plural" : "singular"));
    }
  }

  /** Thrown if only a person should replace a rendering. The message gives the reason. */
  static final class UnsafeFix extends Exception {

    private static final long serialVersionUID = 1L;

    UnsafeFix(String reason) {
      super(reason, null, false, false);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }
}
