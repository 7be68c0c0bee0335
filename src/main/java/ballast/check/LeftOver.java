package ballast.check;

import ballast.bitext.Span;
import ballast.glossary.EnglishText;
import ballast.glossary.PhraseFinder;
import ballast.glossary.Wording;
import java.util.List;
import java.util.Optional;

/** Finds a Chinese term that was left in the English text, in characters or in pinyin. */
final class LeftOver {

  private final Wording wording;
  private final EnglishText text;

  private LeftOver(Wording wording, EnglishText text) {
    this.wording = wording;
    this.text = text;
  }

  /** Where it is left; empty when it is not, or when it is also translated. */
  static Optional<Span> of(TermReading term, Reading reading) {
    if (!term.allowed().isEmpty()) {
      return Optional.empty();
    }
    Wording wording = reading.judge().wording();
    for (String form : forms(term)) {
      Optional<Span> characters = new PhraseFinder(wording).find(reading.english(), form);
      if (characters.isPresent()) {
        return characters;
      }
    }
    LeftOver search = new LeftOver(wording, reading.englishText());
    return forms(term).stream().flatMap(form -> search.pinyin(form).stream()).findFirst();
  }

  /**
   * Whether the characters of the term are part of a name here, whatever they mean elsewhere: 中立 in
   * 罗中立, who is Luo Zhongli. Only a capital in the middle of a name shows it.
   */
  static boolean isName(TermReading term, Reading reading) {
    if (!term.allowed().isEmpty()) {
      return false;
    }
    LeftOver search = new LeftOver(reading.judge().wording(), reading.englishText());
    return forms(term).stream()
        .flatMap(form -> search.pinyin(form).stream())
        .anyMatch(span -> search.isInName(span));
  }

  /** Whether a word with a capital stands directly before, and this one has a capital, too. */
  private boolean isInName(Span span) {
    String raw = text.raw();
    for (int i = 1; i < text.size(); i++) {
      Span before = text.span(i - 1, i);
      if (text.span(i, i + 1).start() == span.start()) {
        return before.end() + 1 == span.start()
            && Character.isUpperCase(raw.charAt(before.start()))
            && Character.isUpperCase(raw.charAt(span.start()));
      }
    }
    return false;
  }

  private static List<String> forms(TermReading term) {
    return term.entry().concepts().stream()
        .flatMap(concept -> concept.zhForms().stream())
        .distinct()
        .toList();
  }

  /** Where words together read like the term; a term of one character has too many readings. */
  private Optional<Span> pinyin(String form) {
    int[] characters = form.codePoints().toArray();
    if (characters.length < 2) {
      return Optional.empty();
    }
    for (int start = 0; start < text.size(); start++) {
      StringBuilder letters = new StringBuilder();
      for (int end = start + 1; end <= text.size() && end - start <= characters.length; end++) {
        letters.append(text.word(end - 1));
        if (reads(characters, 0, letters, 0)) {
          return Optional.of(text.span(start, end));
        }
      }
    }
    return Optional.empty();
  }

  private boolean reads(int[] characters, int character, CharSequence letters, int at) {
    if (character == characters.length) {
      return at == letters.length();
    }
    for (String reading : wording.readings(characters[character])) {
      if (letters.length() - at >= reading.length()
          && reading.contentEquals(letters.subSequence(at, at + reading.length()))
          && reads(characters, character + 1, letters, at + reading.length())) {
        return true;
      }
    }
    return false;
  }
}
