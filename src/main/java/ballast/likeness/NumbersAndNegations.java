package ballast.likeness;

import ballast.bitext.Span;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import ballast.language.NumberWord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of a text that can reverse or change its meaning.
 *
 * @param negations every occurrence, by the form under which equal negations count as the same
 * @param numbers in order; vague ones too, because within one language 几十 and 几百 differ as much as
 *     10 and 100
 * @param names words that may be names, as they stand in the text
 * @param latinWords all words in Latin letters, folded
 */
record NumbersAndNegations(
    Map<String, List<String>> negations,
    List<NumberValue> numbers,
    List<String> names,
    Set<String> latinWords) {

  static NumbersAndNegations of(String text, Measure measure) {
    List<NumberValue> numbers = NumberReader.read(text);
    BitSet taken = new BitSet();
    numbers.forEach(number -> taken.set(number.span().start(), number.span().end()));
    List<String> names = new ArrayList<>();
    Set<String> words = new HashSet<>();
    for (Span span : LatinWords.find(text)) {
      String word = span.of(text);
      String folded = Folding.fold(word);
      words.add(folded);
      if (isName(word, text, span.start(), measure) && !isNumber(folded, span, taken)) {
        names.add(word);
      }
    }
    return new NumbersAndNegations(Negations.find(text, measure), numbers, names, words);
  }

  /**
   * @param numbers the characters that belong to numbers
   */
  private static boolean isNumber(String word, Span span, BitSet numbers) {
    int next = numbers.nextSetBit(span.start());
    return NumberWord.isNumberWord(word) || (next >= 0 && next < span.end());
  }

  /**
   * Words in Latin letters within Chinese; in English those with a capital that do not begin a
   * sentence.
   */
  private static boolean isName(String word, String text, int start, Measure measure) {
    return measure == Measure.CHARACTERS
        || (word.length() > 1
            && Character.isUpperCase(word.codePointAt(0))
            && !beginsSentence(text, start));
  }

  private static boolean beginsSentence(String text, int start) {
    int at = start - 1;
    while (at >= 0
        && (Character.isWhitespace(text.charAt(at)) || "“\"‘'(".indexOf(text.charAt(at)) >= 0)) {
      at--;
    }
    return at < 0 || ".!?:;。！？".indexOf(text.charAt(at)) >= 0;
  }
}
