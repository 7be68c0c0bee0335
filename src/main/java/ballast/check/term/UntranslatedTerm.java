package ballast.check.term;

import ballast.bitext.Span;
import ballast.glossary.EnglishText;
import ballast.glossary.PhraseFinder;
import ballast.glossary.TermEntry;
import ballast.language.ChineseWords;
import ballast.language.Han;
import java.util.List;
import java.util.Optional;

/** Finds a Chinese term that was left in the English text, in characters or in pinyin. */
final class UntranslatedTerm {

  private final ChineseWords chineseWords;
  private final EnglishText text;

  private UntranslatedTerm(ChineseWords chineseWords, EnglishText text) {
    this.chineseWords = chineseWords;
    this.text = text;
  }

  /** The place where a term is left; at most one. */
  static List<Span> of(TermEntry entry, PairTexts texts, ChineseWords chineseWords) {
    List<String> forms =
        entry.concepts().stream()
            .flatMap(concept -> concept.zhForms().stream())
            .distinct()
            .toList();
    if (hasHan(texts.english())) {
      PhraseFinder finder = new PhraseFinder(chineseWords);
      for (String form : forms) {
        Optional<Span> characters = finder.find(texts.english(), form);
        if (characters.isPresent()) {
          return List.of(characters.get());
        }
      }
    }
    UntranslatedTerm search = new UntranslatedTerm(chineseWords, texts.englishText());
    return forms.stream().flatMap(form -> search.pinyin(form).stream()).limit(1).toList();
  }

  private static boolean hasHan(String text) {
    return Han.occursIn(text);
  }

  /**
   * Whether the term's characters are part of a name here: 中立 in 罗中立 (Luo Zhongli). Only a capital
   * in the middle of a name shows this.
   *
   * @param left where the term is left in the English text
   */
  static boolean isName(List<Span> left, EnglishText text) {
    return left.stream().anyMatch(span -> isInName(span, text));
  }

  /** Whether this word and the one directly before it both have a capital. */
  private static boolean isInName(Span span, EnglishText text) {
    String raw = text.raw();
    for (int i = 1; i < text.size(); i++) {
      Span previous = text.span(i - 1, i);
      if (text.span(i, i + 1).start() == span.start()) {
        return previous.end() + 1 == span.start()
            && Character.isUpperCase(raw.charAt(previous.start()))
            && Character.isUpperCase(raw.charAt(span.start()));
      }
    }
    return false;
  }

  /**
   * The words that together read like the term in pinyin; a term of one character has too many
   * readings.
   */
  private Optional<Span> pinyin(String form) {
    int[] characters = form.codePoints().toArray();
    if (characters.length < 2) {
      return Optional.empty();
    }
    List<String> first = chineseWords.readings(characters[0]);
    for (int start = 0; start < text.size(); start++) {
      if (first.stream().noneMatch(text.word(start)::startsWith)) {
        continue;
      }
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
    for (String reading : chineseWords.readings(characters[character])) {
      if (letters.length() - at >= reading.length()
          && reading.contentEquals(letters.subSequence(at, at + reading.length()))
          && reads(characters, character + 1, letters, at + reading.length())) {
        return true;
      }
    }
    return false;
  }
}
