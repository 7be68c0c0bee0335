package ballast.workflow.check;

import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.check.Passage;
import ballast.check.Waiver;
import ballast.memory.UnitFilter;
import ballast.workflow.memory.MemoryPool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the waivers that stand beside a unit of the memory, for a text that a program sends. */
final class UnitWaivers {

  private final @Nullable MemoryPool pool;

  /**
   * @param pool null for no memory
   */
  UnitWaivers(@Nullable MemoryPool pool) {
    this.pool = pool;
  }

  /**
   * The waivers beside the units with these texts.
   *
   * @param pair its texts may differ from those of the unit in white space at the ends
   */
  List<Waiver> beside(Passage pair) {
    if (pool == null || pair.source().isBlank()) {
      return List.of();
    }
    try {
      return pool
          .read(memory -> memory.exact(pair.source(), Side.SOURCE, UnitFilter.OFFERED))
          .orElse(List.of())
          .stream()
          .filter(unit -> isSame(unit, pair))
          .flatMap(unit -> Passage.of(unit).waivers().stream())
          .toList();
    } catch (InputException e) {
      return List
          .of(); // a text can be checked without a memory; searches say what is wrong with it
    }
  }

  private static boolean isSame(Unit unit, Passage pair) {
    return unit.target().strip().equals(pair.target().strip())
        && unit.sourceLang().isChinese() == pair.sourceLang().isChinese();
  }
}
