package ballast.glossary;

import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a text that are program code or formulas, in which terms are not judged: between
 * backticks, between dollar signs as in Markdown and TeX ({@code $x$}, not "$5 and $6"), between
 * {@code <code>} tags, and words that look like code: {@code get_value}, {@code java.lang}, {@code
 * f()}, {@code a::b}, links. Immutable.
 */
final class CodeSpans {

  private static final CodeSpans NONE = new CodeSpans(List.of());

  /** The lengths are limited, so that a mark without its partner costs little. */
  private static final Pattern MARKED =
      Pattern.compile(
          "(?<!`)(`{1,3})(?!`)(?s:.{1,2000}?)(?<!`)\\1(?!`)"
              + "|(?<![$\\\\])\\$(?=[^\\s$])[^$\\n]{0,500}(?<=[^\\s\\\\])\\$(?![\\d$])"
              + "|<code>[^<]{1,2000}</code>");

  private static final Pattern WORD = Pattern.compile("[!-~]{3,200}");

  private static final Pattern CODE_WORD =
      Pattern.compile("\\w_\\w|\\w::\\w|\\w\\(\\)|[a-z]{2}\\.[a-z]{2}|://");

  private final List<Span> spans;

  private CodeSpans(List<Span> spans) {
    this.spans = List.copyOf(spans);
  }

  static CodeSpans of(String text) {
    boolean mayHave = false;
    for (int i = 0; i < text.length() && !mayHave; i++) {
      mayHave = "`$<_:.(".indexOf(text.charAt(i)) >= 0;
    }
    if (!mayHave) {
      return NONE;
    }
    List<Span> spans = new ArrayList<>();
    for (Matcher marked = MARKED.matcher(text); marked.find(); ) {
      spans.add(new Span(marked.start(), marked.end()));
    }
    for (Matcher word = WORD.matcher(text); word.find(); ) {
      if (CODE_WORD.matcher(word.group()).find()) {
        spans.add(new Span(word.start(), word.end()));
      }
    }
    return spans.isEmpty() ? NONE : new CodeSpans(spans);
  }

  /** Whether a place lies in code. */
  boolean contain(Span place) {
    return spans.stream().anyMatch(span -> span.contains(place));
  }
}
