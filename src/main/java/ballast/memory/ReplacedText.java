package ballast.memory;

import ballast.bitext.InlineCode;
import ballast.bitext.Span;
import java.util.List;

/**
 * What replacing made of a text.
 *
 * @param text the whole new text
 * @param codes the unit's inline codes, both sides, at their new places
 * @param before what was replaced, in the old text; empty when nothing was
 * @param after what took its place, in the new text; as many
 * @param acrossCodes matches that were left alone because an inline code stands inside
 */
public record ReplacedText(
    String text, List<InlineCode> codes, List<Span> before, List<Span> after, int acrossCodes) {

  public ReplacedText {
    codes = List.copyOf(codes);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Whether nothing but white space would be left: such a text is not stored. */
  public boolean isRefused() {
    return !before.isEmpty() && text.isBlank();
  }

  /** Whether there is another text to be stored. */
  public boolean isChanged() {
    return !before.isEmpty() && !text.isBlank();
  }
}
