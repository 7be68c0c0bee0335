package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.language.FullWidth;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds punctuation of the other language in a translation: full-width in English, half-width
 * between Han characters.
 */
final class PunctuationWidth implements UnitRule {

  private static final String HALF_WIDTH = ",;:?!";

  @Override
  public String id() {
    return "punctuation-width";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "Chinese punctuation in English, or English punctuation in Chinese";
  }

  @Override
  public boolean isCheap() {
    return true;
  }

  @Override
  public boolean needsSource() {
    return false;
  }

  @Override
  public List<Finding> check(PairReading reading) {
    String text = reading.passage().target();
    List<Finding> findings = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      int start = at;
      while (at < text.length() && isForeign(text, at, reading.isIntoEnglish())) {
        at++;
      }
      if (at > start) {
        Span span = new Span(start, at);
        String message =
            '"'
                + span.of(text)
                + (reading.isIntoEnglish()
                    ? "\" is Chinese punctuation or full-width"
                    : "\" is half-width between Chinese characters");
        findings.add(PairReading.inTarget(this, List.of(span), message));
      }
    }
    return findings;
  }

  private static boolean isForeign(String text, int at, boolean english) {
    char c = text.charAt(at);
    if (english) {
      boolean fullWidth = FullWidth.isForm(c) || c == 0x3000 || (c >= 0x3001 && c <= 0x3011);
      // Punctuation next to Han characters belongs to a Chinese quotation, which another rule
      // checks.
      return fullWidth && !isHan(text, at - 1) && !isHan(text, at + 1);
    }
    return HALF_WIDTH.indexOf(c) >= 0
        && isHan(text, at - 1)
        && (at + 1 == text.length() || isHan(text, at + 1) || text.charAt(at + 1) == ' ');
  }

  private static boolean isHan(String text, int at) {
    return at >= 0 && at < text.length() && Han.isHan(text.charAt(at));
  }
}
