package ballast.format.unit;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import java.util.List;

/** Keeps units of other languages out of a file that has one pair of them. */
final class OnePair {

  private final Lang from;
  private final Lang to;
  private final String file;
  private int others;

  /**
   * @param file what such a file is, for messages: {@code an XLIFF file}
   */
  OnePair(SinkOptions options, String file) {
    this.from = options.from();
    this.to = options.to();
    this.file = file;
  }

  /** Whether a unit is of the pair; others are counted. */
  boolean takes(Unit unit) {
    boolean taken = unit.sourceLang().equals(from) && unit.targetLang().equals(to);
    others += taken ? 0 : 1;
    return taken;
  }

  /** How many were left out, if any. */
  List<String> warnings() {
    return others == 0
        ? List.of()
        : List.of(
            "left out "
                + others
                + " units that are not from "
                + from
                + " into "
                + to
                + ": "
                + file
                + " has one pair; --from and --to name another");
  }
}
