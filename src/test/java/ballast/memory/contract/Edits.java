package ballast.memory.contract;

import static ballast.memory.contract.Revisions.current;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.Replacement;
import ballast.memory.UnitFilter;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Edits of a memory, all by one person. */
public final class Edits {

  public static final Origin MEI = new Origin("mei", "asked");

  private Edits() {}

  public static EditSummary judge(Memory memory, UnitFilter filter, Unit.Status status) {
    return memory.care().judge(filter, status, MEI, edit -> {});
  }

  public static void judge(Memory memory, String unit, Unit.Status status, String author) {
    UnitFilter one = UnitFilter.CURRENT.named(Set.of(unit));
    memory.care().judge(one, status, new Origin(author, ""), edit -> {});
  }

  public static EditSummary delete(Memory memory, UnitFilter filter) {
    return memory.care().delete(filter, MEI, edit -> {});
  }

  /** Replaces texts in targets; judged units become drafts. */
  public static EditSummary replace(Memory memory, UnitFilter filter, String text, String with) {
    return replace(memory, filter, Replacement.ofText(text, with, false, Side.TARGET));
  }

  public static EditSummary replace(Memory memory, UnitFilter filter, Replacement replacement) {
    return memory.care().replace(filter, replacement, false, MEI, (edit, replaced) -> {});
  }

  public static EditSummary dedupe(Memory memory, UnitFilter filter) {
    return memory.care().dedupe(filter, Set.of(), MEI, group -> {});
  }

  /** The current units with this target. There must be one: a filter without ids selects all. */
  public static UnitFilter withTarget(Memory memory, String target) {
    Set<String> ids =
        current(memory).stream()
            .filter(unit -> unit.target().equals(target))
            .map(Unit::id)
            .collect(Collectors.toSet());
    assertThat(ids).as(target).isNotEmpty();
    return UnitFilter.CURRENT.named(ids);
  }

  /**
   * Two documents with two revisions each, one taken back, units judged and deleted.
   *
   * @param writer opens the memory for the next command
   */
  public static void fill(Supplier<? extends Memory> writer) {
    for (int i = 1; i <= 2; i++) {
      try (Memory memory = writer.get()) {
        memory.addRevision(Revisions.large("long", 300, i));
      }
      try (Memory memory = writer.get()) {
        memory.addRevision(Revisions.revision("short", "甲乙丙。", "One, " + i + ".", "丁。", "Four."));
      }
    }
    try (Memory memory = writer.get()) {
      memory.addRevision(Revisions.revision("gone", "没有了。", "It is gone."));
    }
    try (Memory memory = writer.get()) {
      memory.care().undo(MEI);
      var ids = current(memory).stream().map(Unit::id).toList();
      delete(memory, UnitFilter.CURRENT.named(Set.of(ids.get(7), ids.get(300))));
      judge(memory, UnitFilter.CURRENT.named(Set.of(ids.get(0))), Unit.Status.APPROVED);
    }
  }
}
