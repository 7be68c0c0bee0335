package ballast.app.units;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.EditedMemory.EditScope;
import ballast.bitext.Unit;
import ballast.memory.MemoryCare.Duplicates;
import ballast.memory.MemoryCare.Duplicates.Ignored;
import ballast.memory.MemoryCare.EditSummary;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Deletes all but one of the units with the same source and translation.
 *
 * <pre>{@code
 * EditedMemory.EditScope all = EditedMemory.EditScope.of(Memories.at(folder.resolve("tm/memory.db")));
 * DuplicateRemoval.Result result =
 *     new DuplicateRemoval(Workplace.in(folder))
 *         .run(new DuplicateRemoval.Request(all, Set.of(MemoryCare.Duplicates.Ignored.CASE)));
 * System.out.println(result.summary().deleted() + " duplicates of " + result.kept() + " units");
 * }</pre>
 */
public final class DuplicateRemoval {

  /**
   * A request to remove duplicates.
   *
   * @param ignored differences ignored in addition to white space and width
   */
  public record Request(EditScope scope, Set<Ignored> ignored) {

    public Request {
      ignored = Set.copyOf(ignored);
    }
  }

  /**
   * The result of a removal.
   *
   * @param kept number of units that had duplicates
   * @param losses deleted units by document; the empty name is for units without one
   */
  public record Result(EditSummary summary, int kept, SortedMap<String, Integer> losses) {

    public Result {
      losses = Collections.unmodifiableSortedMap(new TreeMap<>(losses));
    }
  }

  private final Workplace workplace;
  private final Notices notices;

  public DuplicateRemoval(Workplace workplace) {
    this(workplace, Notices.NONE);
  }

  public DuplicateRemoval(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  public Result run(Request request) {
    return run(request, group -> {});
  }

  /**
   * Deletes the duplicates.
   *
   * @param listener receives each kept unit with its duplicates
   */
  public Result run(Request request, Consumer<Duplicates> listener) {
    EditScope scope = request.scope();
    int[] kept = new int[1];
    SortedMap<String, Integer> losses = new TreeMap<>();
    EditSummary summary =
        EditedMemory.edit(
            scope,
            workplace.clock(),
            notices,
            "looking for duplicates",
            /* passes= */ 2,
            care ->
                care.dedupe(
                    scope.units(),
                    request.ignored(),
                    scope.origin(),
                    group -> {
                      kept[0]++;
                      for (Unit unit : group.deleted()) {
                        losses.merge(unit.provenance().document(), 1, Integer::sum);
                      }
                      listener.accept(group);
                    }));
    return new Result(summary, kept[0], losses);
  }
}
