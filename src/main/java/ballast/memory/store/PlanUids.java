package ballast.memory.store;

import ballast.memory.NewRevision;
import ballast.memory.store.RevisionPlan.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives the new units of a revision their ids. A distant engine is asked for many at once. */
final class PlanUids {

  private static final int AT_ONCE = 500;

  private final Database database;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> present = new HashSet<>();

  PlanUids(Database database) {
    this.database = database;
  }

  /** The ids of a plan's units; new units get theirs here. */
  List<String> of(NewRevision revision, RevisionPlan plan) throws SQLException {
    if (database.engine().isDistant()) {
      ask(likely(revision, plan));
    }
    Set<String> given = new HashSet<>();
    UnitId ids = ids(revision, given);
    List<String> uids = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (step.old() != null) {
        uids.add(step.old().uid());
        continue;
      }
      String uid = ids.next(step.unit().source());
      while (isPresent(uid)) {
        uid = ids.next(step.unit().source());
      }
      given.add(uid);
      uids.add(uid);
    }
    return uids;
  }

  private static UnitId ids(NewRevision revision, Set<String> given) {
    return new UnitId(revision.document(), revision.sourceLang(), revision.targetLang(), given);
  }

  /** The ids that new units get if the memory has none of them yet. */
  private static List<String> likely(NewRevision revision, RevisionPlan plan) {
    Set<String> given = new HashSet<>();
    UnitId ids = ids(revision, given);
    for (Step step : plan.steps()) {
      if (step.old() == null) {
        given.add(ids.next(step.unit().source()));
      }
    }
    return List.copyOf(given);
  }

  private void ask(List<String> uids) throws SQLException {
    for (int from = 0; from < uids.size(); from += AT_ONCE) {
      List<String> some = uids.subList(from, Math.min(uids.size(), from + AT_ONCE));
      database.forEachKept(
          "SELECT u.uid FROM %s wanted CROSS JOIN unit u WHERE u.uid = wanted.value"
              .formatted(database.engine().numbers()),
          row -> present.add(UnitId.text(row.getLong(1))),
          UnitId.array(some));
      asked.addAll(some);
    }
  }

  private boolean isPresent(String uid) throws SQLException {
    return asked.contains(uid)
        ? present.contains(uid)
        : database.number("SELECT count(*) FROM unit WHERE uid = ?", UnitId.number(uid)) > 0;
  }
}
