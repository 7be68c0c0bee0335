package ballast.app.units;

import ballast.memory.CommandInfo;
import ballast.memory.HistoryEntry;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was done to a document, by revision.
 *
 * @param revisions the newest first; the commands of one that was undone are with the one before
 */
public record DocumentHistory(String document, List<RevisionHistory> revisions) {

  /** Kinds of commands that move sentences between pairs. */
  private static final Set<String> MOVES =
      Set.of("joined", "linked", "realigned", "shifted", "split", "swapped", "unlinked");

  private static final Set<String> PAIRINGS = Set.of("confirmed", "released");

  /** The kind of a line with different moves. */
  private static final String MOVED = "moved";

  /**
   * @param entries the newest first; without those that a compaction has forgotten
   */
  public record RevisionHistory(Revision revision, List<Entry> entries) {

    /** Joins consecutive commands of one author and kind, if all or none of them are undone. */
    public List<Line> lines() {
      List<Line> lines = new ArrayList<>();
      for (Entry entry : entries) {
        Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        if (last != null && last.goesOnWith(entry)) {
          last.entries().add(entry);
        } else {
          lines.add(new Line(new ArrayList<>(List.of(entry))));
        }
      }
      return lines;
    }
  }

  /**
   * A command.
   *
   * @param units events of the document's units, by id
   */
  public record Entry(CommandInfo command, List<HistoryEntry> units) {}

  /**
   * Joined commands.
   *
   * @param entries the newest first; at least one
   */
  public record Line(List<Entry> entries) {

    private boolean goesOnWith(Entry entry) {
      return group(last()).equals(group(entry.command()))
          && last().takenBack() == entry.command().takenBack()
          && last().origin().author().equals(entry.command().origin().author());
    }

    private static String group(CommandInfo command) {
      return MOVES.contains(command.kind()) ? MOVED : command.kind();
    }

    public CommandInfo last() {
      return entries.get(0).command();
    }

    public CommandInfo first() {
      return entries.get(entries.size() - 1).command();
    }

    /** Returns the kind of the commands; {@code moved} for different moves. */
    public String kind() {
      boolean isOne = entries.stream().allMatch(one -> one.command().kind().equals(last().kind()));
      return isOne ? last().kind() : MOVED;
    }

    /** Whether the commands were on pairs, and not on texts. */
    public boolean isOnPairs() {
      return group(last()).equals(MOVED) || PAIRINGS.contains(last().kind());
    }

    /** Returns the number of the document's units that the commands changed. */
    public int units() {
      return (int)
          entries.stream()
              .flatMap(one -> one.units().stream())
              .map(HistoryEntry::uid)
              .distinct()
              .count();
    }
  }

  /**
   * Reads the history of a document.
   *
   * @throws ballast.bitext.InputException if there is no such document
   */
  public static DocumentHistory of(Memory memory, String document) {
    List<Revision> revisions = memory.revisions(document);
    Map<Long, List<HistoryEntry>> units =
        memory.history(document).stream()
            .collect(Collectors.groupingBy(event -> event.occasion().command()));
    List<CommandInfo> commands = memory.care().commands(document, MemoryCare.ALL);
    List<RevisionHistory> histories = new ArrayList<>();
    long next = Long.MAX_VALUE;
    for (int i = revisions.size() - 1; i >= 0; i--) {
      long first = i == 0 ? 0 : revisions.get(i).command();
      long end = next;
      histories.add(
          new RevisionHistory(
              revisions.get(i),
              commands.stream()
                  .filter(one -> one.number() >= first && one.number() < end)
                  .map(one -> new Entry(one, units.getOrDefault(one.number(), List.of())))
                  .toList()));
      next = first;
    }
    return new DocumentHistory(document, histories);
  }
}
