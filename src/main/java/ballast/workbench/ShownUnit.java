package ballast.workbench;

import ballast.bitext.Sha256;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import java.util.List;

/** A unit on a page. */
final class ShownUnit {

  private static final int DIGITS = 16;

  private ShownUnit() {}

  /** Returns a digest of the content, so that users judge only what they have seen. */
  static String name(Unit unit) {
    String status = unit.provenance().status().label();
    String shown = unit.source() + '\0' + unit.target() + '\0' + status;
    return unit.id() + ":" + Sha256.hex(shown).substring(0, DIGITS);
  }

  /** Returns the name of the action that sets a status. */
  static String action(Unit.Status status) {
    return switch (status) {
      case APPROVED -> "approve";
      case REJECTED -> "reject";
      case DRAFT -> "redraft";
    };
  }

  /**
   * The marked parts of a unit's texts.
   *
   * @param look CSS class of the marks
   */
  record Marked(List<Span> source, List<Span> target, String look) {

    static final Marked NOTHING = new Marked(List.of(), List.of(), "");

    static Marked on(Side side, List<Span> spans, String look) {
      return side == Side.SOURCE
          ? new Marked(spans, List.of(), look)
          : new Marked(List.of(), spans, look);
    }

    List<Span> on(Side side) {
      return side == Side.SOURCE ? source : target;
    }
  }

  /**
   * The place of an edit form on a page.
   *
   * @param key unique on the page; the element of the texts has the id {@code t-KEY}
   * @param save the path that the form is sent to
   * @param leave the path of the texts, for leaving the form
   * @param target selector of the element that the answer of {@code save} replaces
   */
  record EditPlace(String key, String save, String leave, String target) {}
}
