package ballast.memory.store;

import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.AbsentUnits;
import ballast.memory.RevisionSummary;
import ballast.memory.UnitTally;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The change to every unit when a revision is recorded. Pure computation.
 *
 * @param steps for each unit of the new revision, in order
 * @param retired units of the previous revision that are not in the new one, in its order
 */
public record RevisionPlan(List<Step> steps, List<StoredUnit> retired) {

  enum Fate {
    ADDED,
    CHANGED,
    UNCHANGED,
    MOVED,
    REVIVED
  }

  /**
   * The change to one unit of the new revision.
   *
   * @param old the old unit that it continues; null when it is added
   * @param unit its new texts
   * @param codes its new inline codes as {@link CodesColumn} writes them
   * @param approved whether a person has confirmed its bead with this revision
   * @param restores whether it comes back if it is deleted
   */
  record Step(
      Fate fate,
      @Nullable StoredUnit old,
      Unit unit,
      String codes,
      boolean approved,
      boolean restores) {

    /** Whether a text changes; false for an added unit. */
    boolean changesText() {
      return old != null && !old.state().texts().equals(texts(unit));
    }

    boolean changesCodes() {
      return old != null && !old.state().codes().equals(codes);
    }

    /** A judgement is void once the texts that it was about have changed. */
    Status status() {
      if (approved) {
        return Status.APPROVED;
      }
      if (old == null) {
        return unit.provenance().status();
      }
      return changesText() ? Status.DRAFT : old.state().status();
    }

    /** Whether it is deleted, and stays so; a deletion was about texts that have not changed. */
    boolean isAbsent() {
      return old != null && old.state().isDeleted() && !restores && !changesText();
    }

    boolean isBackToDraft() {
      return old != null && old.state().status() != status() && status() == Status.DRAFT;
    }
  }

  public RevisionPlan {
    steps = List.copyOf(steps);
    retired = List.copyOf(retired);
  }

  /**
   * Plans a revision.
   *
   * @param before units of the previous revision, in order; empty when there is none
   * @param after units of the new one, in order
   * @param retiredEarlier the document's retired units, the last retired first
   * @param approved the positions of new units whose beads a person has confirmed with it
   * @param restores whether units come back that are deleted
   */
  static RevisionPlan of(
      List<StoredUnit> before,
      List<Unit> after,
      List<StoredUnit> retiredEarlier,
      Set<Integer> approved,
      boolean restores) {
    RevisionMatcher matcher =
        RevisionMatcher.match(
            before.stream().map(unit -> unit.state().texts()).toList(),
            after.stream().map(RevisionPlan::texts).toList());
    List<@Nullable StoredUnit> found = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      int old = matcher.beforeOf(i);
      found.add(old < 0 ? null : before.get(old));
    }
    Set<Long> revived = new HashSet<>();
    revive(after, found, retiredEarlier, revived, Function.identity());
    revive(after, found, retiredEarlier, revived, TextPair::source);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      Fate fate = fate(after.get(i), found.get(i), matcher.isMoved(i), restores);
      String codes = CodesColumn.write(after.get(i).codes());
      boolean isApproved = approved.contains(i);
      steps.add(new Step(fate, found.get(i), after.get(i), codes, isApproved, restores));
    }
    List<StoredUnit> retired = new ArrayList<>();
    for (int j = 0; j < before.size(); j++) {
      if (!matcher.isKept(j)) {
        retired.add(before.get(j));
      }
    }
    return new RevisionPlan(steps, retired);
  }

  /** Whether the revision has the same units with the same texts in the same order. */
  boolean changesNothing() {
    return retired.isEmpty() && count(Fate.UNCHANGED) == steps.size();
  }

  int count(Fate fate) {
    return (int) steps.stream().filter(step -> step.fate() == fate).count();
  }

  /** Whether a unit of the revision is deleted. */
  boolean hasAbsent() {
    return steps.stream().anyMatch(Step::isAbsent);
  }

  /** The ids of units whose texts are in the document no longer. */
  Set<String> gone() {
    return Stream.concat(
            retired.stream(),
            steps.stream().filter(Step::changesText).map(Step::old).filter(Objects::nonNull))
        .map(StoredUnit::uid)
        .collect(Collectors.toSet());
  }

  RevisionSummary summary(
      String document,
      int revision,
      int previous,
      AbsentUnits absent,
      SortedMap<String, Integer> unrepresented) {
    return new RevisionSummary(
        document,
        revision,
        previous,
        new UnitTally(
            count(Fate.ADDED),
            count(Fate.CHANGED),
            count(Fate.UNCHANGED),
            count(Fate.MOVED),
            count(Fate.REVIVED)),
        retired.size(),
        steps.stream()
            .filter(Step::isBackToDraft)
            .map(Step::old)
            .filter(Objects::nonNull)
            .map(StoredUnit::uid)
            .toList(),
        absent,
        unrepresented);
  }

  public static TextPair texts(Unit unit) {
    return new TextPair(unit.source(), unit.target());
  }

  private static Fate fate(Unit unit, @Nullable StoredUnit old, boolean moved, boolean restores) {
    if (old == null) {
      return Fate.ADDED;
    }
    UnitState state = old.state();
    if (state.isRetired() || (state.isDeleted() && restores)) {
      return Fate.REVIVED;
    }
    if (!state.texts().equals(texts(unit))
        || !state.codes().equals(CodesColumn.write(unit.codes()))) {
      return Fate.CHANGED;
    }
    return moved ? Fate.MOVED : Fate.UNCHANGED;
  }

  /** Matches new units with retired ones; of several, with the one retired last. */
  private static <K> void revive(
      List<Unit> after,
      List<@Nullable StoredUnit> found,
      List<StoredUnit> candidates,
      Set<Long> revived,
      Function<TextPair, K> key) {
    Map<K, Deque<StoredUnit>> free = new HashMap<>();
    for (StoredUnit candidate : candidates) {
      if (!revived.contains(candidate.id())) {
        free.computeIfAbsent(key.apply(candidate.state().texts()), k -> new ArrayDeque<>())
            .add(candidate);
      }
    }
    for (int i = 0; i < after.size() && !free.isEmpty(); i++) {
      Deque<StoredUnit> units =
          found.get(i) == null ? free.get(key.apply(texts(after.get(i)))) : null;
      StoredUnit unit = units == null ? null : units.poll();
      if (unit != null) {
        revived.add(unit.id());
        found.set(i, unit);
      }
    }
  }
}
