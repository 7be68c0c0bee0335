package ballast.workbench.memory;

import ballast.bitext.Sha256;
import ballast.bitext.Unit;

/** Names a unit with what a page shows of it, so that nobody judges what he has not seen. */
final class ShownUnit {

  private static final int DIGITS = 16;

  private ShownUnit() {}

  /** Another text for each other text or status of the unit. */
  static String name(Unit unit) {
    String status = unit.provenance().status().label();
    String shown = unit.source() + '\0' + unit.target() + '\0' + status;
    return unit.id() + ":" + Sha256.hex(shown).substring(0, DIGITS);
  }
}
