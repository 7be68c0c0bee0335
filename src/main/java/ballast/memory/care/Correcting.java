package ballast.memory.care;

import ballast.bitext.Correction;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.ReplacedText;
import ballast.memory.Replacement;
import ballast.memory.UnitEdit;
import ballast.memory.UnitFilter;
import ballast.memory.store.Database;
import ballast.memory.store.UnitReader;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Corrects translations at given places. */
final class Correcting {

  private final Database database;
  private final EditSession session;
  private final BiConsumer<UnitEdit, ReplacedText> listener;

  Correcting(Database database, EditSession session, BiConsumer<UnitEdit, ReplacedText> listener) {
    this.database = database;
    this.session = session;
    this.listener = listener;
  }

  /** See {@link MemoryCare#correct}. */
  void run(Map<String, Correction> corrections) throws SQLException {
    Set<String> missing = new TreeSet<>(corrections.keySet());
    new UnitReader(database)
        .visit(
            UnitFilter.CURRENT,
            unit -> {
              Correction correction = corrections.get(unit.id());
              if (correction != null) {
                missing.remove(unit.id());
                correct(unit, correction);
              }
            });
    if (!missing.isEmpty()) {
      throw changedMeanwhile(missing.iterator().next());
    }
  }

  private void correct(Unit unit, Correction correction) throws SQLException {
    if (!unit.target().equals(correction.before())) {
      throw changedMeanwhile(unit.id());
    }
    session.matched();
    ReplacedText replaced = Replacement.apply(unit, correction.edits());
    UnitEdit edit = UnitEdit.replaced(unit, replaced, Side.TARGET, Status.DRAFT);
    listener.accept(edit, replaced);
    if (replaced.isChanged()) {
      session.write(edit);
    }
  }

  private static InputException changedMeanwhile(String unit) {
    return new InputException(
        "cannot correct unit " + unit + ": somebody else has changed it meanwhile",
        "nothing was written; try again");
  }
}
