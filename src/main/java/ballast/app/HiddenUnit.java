package ballast.app;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.HistoryEntry;
import ballast.memory.HistoryEntry.What;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A unit that the memory keeps only for its history, so that it cannot be edited. */
public final class HiddenUnit {

  private static final int MAX_SUCCESSORS = 3;

  private HiddenUnit() {}

  /**
   * Returns the error for editing a retired or deleted unit: since when, which units replace it,
   * and how to restore it.
   *
   * @param id of the unit
   * @return empty if the memory has no such unit, or it is neither retired nor deleted
   */
  public static Optional<InputException> refusal(Memory memory, String id) {
    UnitFilter named = UnitFilter.CURRENT.withRetired().named(Set.of(id));
    List<Unit> found = units(memory, named.onlyDeleted());
    if (!found.isEmpty()) {
      return Optional.of(
          new InputException(
              "unit " + id + " is deleted" + since(memory, id, What.DELETED),
              "`ballast tm restore " + id + "` brings it back"));
    }
    found = units(memory, named);
    if (found.isEmpty() || !units(memory, UnitFilter.CURRENT.named(Set.of(id))).isEmpty()) {
      return Optional.empty();
    }
    Unit unit = found.get(0);
    String document = unit.provenance().document();
    List<String> successors = successors(memory, unit);
    return Optional.of(
        new InputException(
            "unit "
                + id
                + " is retired: the article \""
                + document
                + "\" is without it"
                + since(memory, id, What.RETIRED),
            (successors.isEmpty()
                    ? ""
                    : "edit what has its text now, unit "
                        + String.join(" or ", successors)
                        + "; or bring it back: ")
                + "it returns when the article is aligned as before, or `ballast tm undo` takes"
                + " back the command that retired it"));
  }

  /** The error for a unit that the memory has never had. */
  public static InputException unknown(String id) {
    return new InputException(
        "there is no unit \"" + id + "\" in the memory",
        "`ballast tm export` writes the units with their ids");
  }

  private static List<Unit> units(Memory memory, UnitFilter filter) {
    List<Unit> units = new ArrayList<>();
    memory.forEachUnit(filter, units::add);
    return units;
  }

  /** Describes the last such event, with author and note, for example which unit is the same. */
  private static String since(Memory memory, String id, What what) {
    return memory.history(id).stream()
        .filter(entry -> entry.what() == what)
        .reduce((earlier, later) -> later)
        .map(HiddenUnit::occasion)
        .orElse("");
  }

  private static String occasion(HistoryEntry entry) {
    HistoryEntry.Occasion when = entry.occasion();
    return (when.revision() == 0 ? " (" : " since revision " + when.revision() + " (")
        + when.at()
        + (when.author().isEmpty() ? "" : ", " + when.author())
        + ")"
        + (entry.note().isEmpty() ? "" : ": " + entry.note());
  }

  /** Returns the units of its article whose source contains this one's, or the reverse. */
  private static List<String> successors(Memory memory, Unit unit) {
    String source = unit.source();
    if (source.isBlank()) {
      return List.of();
    }
    UnitFilter article = UnitFilter.CURRENT.inDocuments(Set.of(unit.provenance().document()));
    return units(memory, article).stream()
        .filter(now -> !now.source().isBlank())
        .filter(now -> now.source().contains(source) || source.contains(now.source()))
        .limit(MAX_SUCCESSORS)
        .map(Unit::id)
        .collect(Collectors.toList());
  }
}
