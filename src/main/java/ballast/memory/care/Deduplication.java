package ballast.memory.care;

import ballast.bitext.Unit;
import ballast.memory.Duplicates;
import ballast.memory.UnitEdit;
import ballast.memory.UnitFilter;
import ballast.memory.care.DuplicateFinder.Candidate;
import ballast.memory.store.AbsentReader;
import ballast.memory.store.Database;
import ballast.memory.store.UnitReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Deletes all but one of the units that are duplicates of each other: see {@link
 * MemoryCare#dedupe}.
 */
final class Deduplication {

  private final UnitReader reader;
  private final DuplicateFinder finder;
  private final EditSession session;
  private final Consumer<Duplicates> listener;

  Deduplication(
      Database database,
      DuplicateFinder finder,
      EditSession session,
      Consumer<Duplicates> listener) {
    this.reader = new UnitReader(database);
    this.finder = finder;
    this.session = session;
    this.listener = listener;
  }

  void run(UnitFilter filter) throws SQLException {
    for (List<Candidate> group : finder.find(filter, unit -> session.matched())) {
      merge(group);
    }
  }

  private void merge(List<Candidate> group) throws SQLException {
    List<Candidate> sorted = new ArrayList<>(group);
    sorted.sort(DuplicateFinder.BEST_FIRST);
    Unit survivor = unit(sorted.get(0).uid());
    double confidence = group.stream().mapToDouble(Candidate::confidence).max().orElseThrow();
    if (confidence > survivor.provenance().confidence()) {
      session.write(UnitEdit.confidence(survivor, confidence));
    }
    List<Unit> deleted = new ArrayList<>();
    for (Candidate candidate : group) {
      if (!candidate.uid().equals(survivor.id())) {
        Unit unit = unit(candidate.uid());
        deleted.add(unit);
        session.write(UnitEdit.deletion(unit, AbsentReader.note(survivor.id())));
      }
    }
    listener.accept(new Duplicates(survivor, deleted));
  }

  private Unit unit(String uid) throws SQLException {
    List<Unit> units = new ArrayList<>();
    reader.forEach(UnitFilter.CURRENT.named(Set.of(uid)), units::add);
    return units.get(0);
  }
}
