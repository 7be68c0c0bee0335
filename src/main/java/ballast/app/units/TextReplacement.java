package ballast.app.units;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.EditedMemory.EditScope;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.Replacement;
import ballast.memory.Replacement.ReplacedText;
import ballast.memory.UnitEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Replaces words in the texts of a memory.
 *
 * <pre>{@code
 * EditedMemory.EditScope all = EditedMemory.EditScope.of(Memories.at(folder.resolve("tm/memory.db"))).tried();
 * Replacement how = Replacement.ofText("ballast stone", "keystone", false, Side.TARGET);
 * TextReplacement.Result result =
 *     new TextReplacement(Workplace.in(folder)).run(new TextReplacement.Request(all, how, false));
 * System.out.println(result.places() + " places in " + result.summary().changed() + " units");
 * }</pre>
 */
public final class TextReplacement {

  /**
   * A request for a replacement.
   *
   * @param keepStatus whether approved and rejected units keep their status; otherwise they become
   *     drafts
   */
  public record Request(EditScope scope, Replacement how, boolean keepStatus) {}

  /**
   * A skipped match.
   *
   * @param unit id of the unit
   * @param wouldBeEmpty whether it was skipped because its text would be empty
   * @param acrossCodes number of matches skipped because they contain an inline code
   */
  public record LeftAlone(String unit, boolean wouldBeEmpty, int acrossCodes) {}

  /**
   * The result of a replacement.
   *
   * @param places number of replacements
   * @param leftAlone units with a skipped match
   */
  public record Result(EditSummary summary, int places, List<LeftAlone> leftAlone) {

    public Result {
      leftAlone = List.copyOf(leftAlone);
    }
  }

  private final Workplace workplace;
  private final Notices notices;

  public TextReplacement(Workplace workplace) {
    this(workplace, Notices.NONE);
  }

  public TextReplacement(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  public Result run(Request request) {
    return run(request, (unit, replaced) -> {});
  }

  /**
   * Replaces the text.
   *
   * @param listener receives each unit with a match, while it is edited
   */
  public Result run(Request request, BiConsumer<UnitEdit, ReplacedText> listener) {
    EditScope scope = request.scope();
    List<LeftAlone> leftAlone = new ArrayList<>();
    int[] places = new int[1];
    EditSummary summary =
        EditedMemory.edit(
            scope,
            workplace.clock(),
            notices,
            "replacing",
            /* passes= */ 1,
            care ->
                care.replace(
                    scope.units(),
                    request.how(),
                    request.keepStatus(),
                    scope.origin(),
                    (unit, replaced) -> {
                      boolean refused = replaced.isRefused();
                      if (refused || replaced.acrossCodes() > 0) {
                        leftAlone.add(
                            new LeftAlone(unit.before().id(), refused, replaced.acrossCodes()));
                      }
                      places[0] += refused ? 0 : replaced.before().size();
                      listener.accept(unit, replaced);
                    }));
    return new Result(summary, places[0], leftAlone);
  }
}
