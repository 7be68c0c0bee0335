package ballast.glossary;

import ballast.bitext.Span;
import ballast.language.ChineseWords;
import java.util.Arrays;
import java.util.Optional;

/** Searches for Chinese phrases, ignoring width and traditional characters, as for terms. */
public record PhraseFinder(ChineseWords chineseWords) {

  /** Never true of a blank phrase. */
  public boolean contains(String text, String phrase) {
    return find(text, phrase).isPresent();
  }

  /** In UTF-16 units of the raw text. */
  public Optional<Span> find(String text, String phrase) {
    int[] wanted = HanText.of(phrase, chineseWords).codePoints();
    HanText folded = HanText.of(text, chineseWords);
    int[] here = folded.codePoints();
    for (int at = 0; wanted.length > 0 && at + wanted.length <= here.length; at++) {
      if (Arrays.equals(here, at, at + wanted.length, wanted, 0, wanted.length)) {
        return Optional.of(folded.span(at, at + wanted.length));
      }
    }
    return Optional.empty();
  }
}
