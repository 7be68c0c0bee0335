package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.UnitAction;
import ballast.bitext.InputException;
import ballast.bitext.Severity;
import ballast.bitext.Unit;
import ballast.check.CheckedPair;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.UnitEdit;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Approves units. Of many at once, it leaves out those with errors under the settings of the
 * project, unless they are wanted. One unit named by its id is approved in any case, because a
 * person has judged it. Rejected units stay rejected unless the scope names units or statuses.
 *
 * <pre>{@code
 * MemoryEdits.EditScope all =
 *     MemoryEdits.EditScope.of(Memories.at(folder.resolve("tm/memory.db")));
 * Workplace workplace = Workplace.in(folder);
 * Approval approval = new Approval(all, workplace, Notices.NONE, Lexicon.bundledWhenNeeded());
 * approval.errors().forEach((unit, errors) -> System.out.println(unit.id() + ": " + errors));
 * approval.run(false, (edit, errors) -> {});
 * }</pre>
 */
public final class Approval {

  private final EditScope scope;
  private final MemoryEdits edits;
  private final MemoryCheck check;
  private final Map<String, Unit> units = new HashMap<>();
  private final Map<Unit, List<String>> errors = new LinkedHashMap<>();

  /**
   * Checks the units of a scope that are not approved yet, and changes nothing.
   *
   * @throws InputException if the memory, a glossary, the settings or the baseline cannot be read,
   *     or the scope names a unit or document that does not exist
   */
  public Approval(EditScope scope, Workplace workplace, Notices notices, Lexicon lexicon) {
    UnitFilter asked = scope.units();
    boolean isNamed = !asked.uids().isEmpty() || !asked.statuses().isEmpty();
    this.scope =
        isNamed
            ? scope
            : scope.of(asked.withStatuses(Set.of(Unit.Status.DRAFT, Unit.Status.APPROVED)));
    this.edits = new MemoryEdits(workplace, notices);
    this.check = new MemoryCheck(workplace, scope.memory(), lexicon, notices);
    new MemoryEdits(workplace)
        .edit(
            this.scope.tried(),
            UnitAction.APPROVE,
            edit -> units.put(edit.before().id(), edit.before()));
    if (!units.isEmpty()) {
      findErrors();
    }
  }

  /** The units to approve that have errors, each with its place, message and rule. */
  public Map<Unit, List<String>> errors() {
    return Collections.unmodifiableMap(errors);
  }

  /** Number of units to approve. */
  public int count(boolean withErrors) {
    return units.size() - (leavesOut(withErrors) ? errors.size() : 0);
  }

  public boolean leavesOut(boolean withErrors) {
    return isOfMany() && !withErrors && !errors.isEmpty();
  }

  private boolean isOfMany() {
    return scope.units().uids().size() != 1;
  }

  /**
   * Approves the units.
   *
   * @param listener receives each unit with its errors; one that is left out does not change
   * @return counts without the units left out
   * @throws InputException if a unit was added or changed since the check; then nothing is written
   */
  public EditSummary run(boolean withErrors, BiConsumer<UnitEdit, List<String>> listener) {
    EditScope wanted = scope;
    if (leavesOut(withErrors)) {
      wanted = scope.of(scope.units().without(wrong()));
      errors.forEach((unit, found) -> listener.accept(UnitEdit.none(unit), found));
    }
    return edits.edit(
        wanted,
        UnitAction.APPROVE,
        edit -> {
          Unit unit = edit.before();
          if (!unit.equals(units.get(unit.id()))) {
            throw new InputException(
                "unit " + unit.id() + " was changed while the units were checked",
                "nothing was approved; try again");
          }
          listener.accept(edit, errors.getOrDefault(unit, List.of()));
        });
  }

  private Set<String> wrong() {
    return errors.keySet().stream().map(Unit::id).collect(Collectors.toSet());
  }

  /**
   * If findings that compare units may be errors, looks at the whole memory, and then at what would
   * be approved, until nothing more is found: without the units left out, others differ.
   */
  private void findErrors() {
    UnitFilter any = UnitFilter.CURRENT.withStatuses(Set.of(Unit.Status.values()));
    if (!isOfMany() || !check.comparesForErrors()) {
      UnitFilter asked = scope.units();
      find(asked.statuses().isEmpty() ? asked.withStatuses(any.statuses()) : asked, Set.of());
      return;
    }
    Set<String> approved = new HashSet<>();
    try (Memory memory = scope.memory().openForReading()) {
      UnitFilter already = UnitFilter.CURRENT.withStatuses(Set.of(Unit.Status.APPROVED));
      memory.forEachUnit(already, unit -> approved.add(unit.id()));
    }
    find(UnitFilter.CURRENT, Set.of());
    Set<String> afterwards = new HashSet<>(units.keySet());
    afterwards.addAll(approved);
    do {
      afterwards.removeAll(wrong());
    } while (afterwards.size() > approved.size() && find(any.named(afterwards), approved));
  }

  /** Adds the errors at units to approve, and at approved ones that differ from them. */
  private boolean find(UnitFilter looked, Set<String> approved) {
    int known = errors.size();
    for (LocatedFinding one : check.check(looked).report().all()) {
      boolean atApproved = approved.contains(one.place().value().id());
      for (CheckedPair<Passage> pair : atApproved ? one.others() : List.of(one.place())) {
        Unit unit = units.get(pair.value().id());
        if (unit != null && one.finding().severity() == Severity.ERROR) {
          errors.computeIfAbsent(unit, key -> new ArrayList<>()).add(one.line());
        }
      }
    }
    return errors.size() > known;
  }
}
