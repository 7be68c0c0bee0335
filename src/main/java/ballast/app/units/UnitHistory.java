package ballast.app.units;

import ballast.memory.HistoryEntry;
import ballast.memory.Memory;
import ballast.memory.Revision;
import java.util.List;

/**
 * Returns the history of a document's units, or of one unit.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
 *   String document = memory.documents().get(0).name();
 *   UnitHistory.Result history =
 *       new UnitHistory(memory).read(new UnitHistory.Request(document, true));
 *   System.out.println(history.revisions().size() + " revisions, " + history.entries());
 * }
 * }</pre>
 */
public final class UnitHistory {

  /**
   * A request for the history of a unit or document.
   *
   * @param name of a document, or a unit's id
   * @param additions whether to list first additions for a document
   */
  public record Request(String name, boolean additions) {}

  /**
   * The history, oldest first.
   *
   * @param revisions of the document; empty for a unit
   * @param hidden number of additions not among {@code entries}
   */
  public record Result(List<Revision> revisions, List<HistoryEntry> entries, long hidden) {

    public Result {
      revisions = List.copyOf(revisions);
      entries = List.copyOf(entries);
    }
  }

  private final Memory memory;

  public UnitHistory(Memory memory) {
    this.memory = memory;
  }

  /**
   * @throws ballast.bitext.InputException if there is neither such a document nor such a unit
   */
  public Result read(Request request) {
    String name = request.name();
    List<HistoryEntry> all = memory.history(name);
    boolean isUnit =
        memory.documents().stream().noneMatch(document -> document.name().equals(name));
    List<HistoryEntry> shown =
        request.additions() || isUnit
            ? all
            : all.stream().filter(entry -> entry.what() != HistoryEntry.What.ADDED).toList();
    return new Result(
        isUnit ? List.of() : memory.revisions(name), shown, (long) all.size() - shown.size());
  }
}
