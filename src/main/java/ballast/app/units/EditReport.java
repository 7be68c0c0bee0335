package ballast.app.units;

import ballast.bitext.Side;
import ballast.memory.MemoryCare.Duplicates;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.Replacement.ReplacedText;
import ballast.memory.UnitEdit;
import java.io.UncheckedIOException;

/**
 * Reports what an editing command does to each unit, while it runs. Methods throw {@link
 * UncheckedIOException} when the output cannot be written.
 */
public interface EditReport {

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

  /** Reports a unit that got another status, was deleted or was restored. */
  void edited(UnitEdit edit);

  /**
   * Reports a unit in which a pattern was found.
   *
   * @param side the text in which it was found
   */
  void replaced(UnitEdit edit, Side side, ReplacedText replaced);

  /** Reports duplicate units, of which one is kept. */
  void merged(Duplicates duplicates);

  /** Reports the totals, after the last unit. */
  void summary(EditSummary summary);

  /** Writes everything that is still pending. */
  void finish();
}
