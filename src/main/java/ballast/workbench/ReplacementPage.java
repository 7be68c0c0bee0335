package ballast.workbench;

import ballast.app.units.MemoryEdits;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.memory.Replacement.ReplacedText;
import ballast.memory.UnitEdit;
import ballast.server.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of the page of replacements, for its templates.
 *
 * @param preview null if there is none
 * @param problem the reason for that; may be ""
 */
record ReplacementPage(
    Parameters given, MemoryQuery query, @Nullable Preview preview, String problem) {

  /**
   * The changes of a replacement.
   *
   * @param shown the first units that would change
   * @param digest identifies exactly these changes
   */
  record Preview(Side side, MemoryEdits.Replaced result, List<Place> shown, String digest) {

    Preview {
      shown = List.copyOf(shown);
    }
  }

  /** A unit that would change, before and after. */
  record Place(UnitEdit edit, ReplacedText text) {

    List<Part> parts(Side side) {
      String old = edit.before().text(side);
      List<Part> parts = new ArrayList<>();
      int at = 0;
      for (int i = 0; i < text.before().size(); i++) {
        Span span = text.before().get(i);
        String same = old.substring(at, span.start());
        parts.add(new Part(same, span.of(old), text.after().get(i).of(text.text())));
        at = span.end();
      }
      return parts;
    }

    /** Returns the text after the last replacement. */
    String rest(Side side) {
      List<Span> before = text.before();
      int end = before.isEmpty() ? 0 : before.get(before.size() - 1).end();
      return edit.before().text(side).substring(end);
    }
  }

  /** A replacement, and the text before it. */
  record Part(String same, String deleted, String inserted) {}
}
