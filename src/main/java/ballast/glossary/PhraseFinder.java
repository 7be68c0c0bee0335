package ballast.glossary;

import ballast.bitext.Span;
import ballast.language.ChineseWords;
import java.util.Arrays;
import java.util.Optional;

/** Looks for Chinese phrases as terms are compared: width, traditional characters apart. */
public final class PhraseFinder {

  private final ChineseWords chineseWords;

  public PhraseFinder(ChineseWords chineseWords) {
    this.chineseWords = chineseWords;
  }

  /** Whether a text has a phrase, wherever its words end; never so for a blank phrase. */
  public boolean contains(String text, String phrase) {
    return find(text, phrase).isPresent();
  }

  /** Where a phrase first stands, UTF-16 units of the raw text. */
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
