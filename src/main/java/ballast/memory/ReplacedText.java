package ballast.memory;

import ballast.bitext.InlineCode;
import ballast.bitext.Span;
import java.util.List;

/**
 * The result of replacing in a text.
 *
 * @param text the whole new text
 * @param codes the unit's inline codes, both sides, at their new places
 * @param before the stretches of the old text that were replaced; may be empty
 * @param after their replacements in the new text, as many as in {@code before}
 * @param acrossCodes matches that were left alone because an inline code stands inside
 */
public record ReplacedText(
    String text, List<InlineCode> codes, List<Span> before, List<Span> after, int acrossCodes) {

  public ReplacedText {
    codes = List.copyOf(codes);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Whether only white space would be left: a blank text is not stored. */
  public boolean isRefused() {
    return !before.isEmpty() && text.isBlank();
  }

  /** Whether there is a new text to store. */
  public boolean isChanged() {
    return !before.isEmpty() && !text.isBlank();
  }
}
