package ballast.report.memory;

import ballast.bitext.Side;
import ballast.memory.Duplicates;
import ballast.memory.EditSummary;
import ballast.memory.ReplacedText;
import ballast.memory.UnitEdit;
import java.io.UncheckedIOException;

/**
 * Shows what an editing command does to each unit, while it does it. Methods throw {@link
 * UncheckedIOException} when the output cannot be written.
 */
public interface EditReport {

  /** Shows nothing. */
  EditReport NONE =
      new EditReport() {
        @Override
        public void edited(UnitEdit edit) {}

        @Override
        public void replaced(UnitEdit edit, Side side, ReplacedText replaced) {}

        @Override
        public void merged(Duplicates duplicates) {}

        @Override
        public void summary(EditSummary summary) {}

        @Override
        public void finish() {}
      };

  /** A unit with another status, deleted or restored. */
  void edited(UnitEdit edit);

  /**
   * A unit in which a pattern was found.
   *
   * @param side in which of its texts
   */
  void replaced(UnitEdit edit, Side side, ReplacedText replaced);

  /** Units of which one is kept. */
  void merged(Duplicates duplicates);

  /** All of it, after the last unit. */
  void summary(EditSummary summary);

  /** Writes what is left to write. */
  void finish();
}
