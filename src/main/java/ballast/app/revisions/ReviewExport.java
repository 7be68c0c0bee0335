package ballast.app.revisions;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.lexicon.Lexicon;
import ballast.memory.Comments;
import ballast.memory.Comments.Comment;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.memory.UnitFilter;
import ballast.revise.Change;
import ballast.revise.Comparison;
import ballast.revise.RevisionReport;
import ballast.revise.SameFiles;
import ballast.revise.TermProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Collects the changes of a document for a reviewer, who answers sentence by sentence.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
 *   ReviewExport.Result review =
 *       new ReviewExport().export(ReviewExport.Request.of(memory, "article"));
 *   TableFile.writeCsv(System.out, ReviewSheet.of(review.lines()));
 * }
 * }</pre>
 */
public final class ReviewExport {

  /** Reason for skipping a line. */
  public static final String TOO_LONG = "it is longer than a cell can be";

  private final Lexicon words = Lexicon.bundledWhenNeeded();

  /**
   * A request for a review.
   *
   * @param memory contains the document; open
   * @param since the revision to compare with; empty for the last but one; a document with a single
   *     revision is entirely new
   * @param unchanged whether to include unchanged sentences
   */
  public record Request(Memory memory, String document, OptionalInt since, boolean unchanged) {

    /** Exports the changes of the last revision. */
    public static Request of(Memory memory, String document) {
      return new Request(memory, document, OptionalInt.empty(), false);
    }
  }

  /**
   * The changes to review.
   *
   * @param compared both versions; the old one has no name if there is none
   * @param lines the listed passages with their units; removed sentences are in the line of the
   *     next sentence, if that is listed
   * @param notCompared remark on sentences that are not in the memory; may be empty
   */
  public record Result(ComparedVersions compared, List<Line> lines, String notCompared) {
    public Result {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A sentence to review, in one row.
   *
   * @param removed removed sentences that were directly before it
   * @param unit its unit; for a removed sentence, its former unit
   * @param comments on the unit
   */
  public record Line(List<Change> removed, Change change, Unit unit, List<Comment> comments) {

    public Line {
      removed = List.copyOf(removed);
      comments = List.copyOf(comments);
    }

    /** Whether the line is only a removal, which needs no answer. */
    public boolean isRemoved() {
      return change.revised().text().isEmpty();
    }

    /** Returns its position in the document, from 1; empty if it was removed. */
    public String number() {
      return isRemoved() ? "" : Integer.toString(change.revised().position() + 1);
    }

    public List<Change> changes() {
      List<Change> changes = new ArrayList<>(removed);
      changes.add(change);
      return changes;
    }

    /** Returns the kinds of its changes, for example {@code removed, edited}. */
    public String kinds(Function<Change.Kind, String> text) {
      return changes().stream()
          .map(change -> text.apply(change.kind()))
          .distinct()
          .collect(Collectors.joining(", "));
    }
  }

  /**
   * Compares the current document with the earlier revision.
   *
   * @throws ballast.bitext.InputException if there is no such document or revision
   */
  public Result export(Request request) {
    Memory memory = request.memory();
    String document = request.document();
    List<Revision> revisions = memory.revisions(document);
    int last = VersionReader.last(revisions);
    int from = request.since().orElse(last - 1);
    if (request.since().isPresent()) {
      VersionReader.requireRevision(revisions, document, from);
    }
    List<Unit> before = from == 0 ? List.of() : memory.unitsAt(document, from);
    List<Unit> after = new ArrayList<>();
    memory.forEachUnit(UnitFilter.CURRENT.inDocuments(Set.of(document)), after::add);
    String oldName = from == 0 ? "" : document + " revision " + from;
    VersionReader.Versions versions =
        VersionReader.ordered(oldName, before, document, after, words)
            .from(sameFiles(revisions, from, memory.unitsAt(document, last), after));
    Lang source = versions.sourceLang();
    RevisionReport report =
        new Comparison(words, TermProblems.NONE).compare(versions.versions(), source);
    ChangeFilter filter = new ChangeFilter(List.of(), true, 0, request.unchanged());
    ComparedVersions compared =
        ComparedVersions.of(
            versions.old(),
            versions.revised(),
            source.tag(),
            report,
            passage -> filter.takes(passage) && hasText(passage.first()));
    String notCompared =
        from == 0
            ? ""
            : VersionReader.notCompared(
                VersionReader.info(revisions, from), VersionReader.info(revisions, last));
    return new Result(
        compared, lines(compared.shownOf(0), before, after, memory.comments()), notCompared);
  }

  /**
   * Makes one line per number. A removed sentence has the number of the sentence now in its place,
   * and is part of its line.
   */
  private static List<Line> lines(
      List<Change> changes, List<Unit> before, List<Unit> after, Comments comments) {
    Map<Integer, List<Change>> removed = new HashMap<>();
    Set<Integer> present = new HashSet<>();
    for (Change change : changes) {
      int position = change.revised().position();
      if (isRemoved(change)) {
        removed.computeIfAbsent(position, at -> new ArrayList<>()).add(change);
      } else {
        present.add(position);
      }
    }
    List<Line> lines = new ArrayList<>();
    for (Change change : changes) {
      int position = change.revised().position();
      if (!isRemoved(change)) {
        Unit unit = after.get(position);
        List<Change> gone = removed.getOrDefault(position, List.of());
        lines.add(new Line(gone, change, unit, comments.on(unit.id())));
      } else if (!present.contains(position)) {
        Unit unit = before.get(change.old().position());
        lines.add(new Line(List.of(), change, unit, comments.on(unit.id())));
      }
    }
    return lines;
  }

  private static boolean isRemoved(Change change) {
    return change.revised().text().isEmpty();
  }

  /** Returns the files in common. They do not help if units were edited since the alignment. */
  private static SameFiles sameFiles(
      List<Revision> revisions, int from, List<Unit> aligned, List<Unit> now) {
    return from == 0 || !texts(aligned).equals(texts(now))
        ? SameFiles.NONE
        : VersionReader.sameFiles(revisions, from, VersionReader.last(revisions));
  }

  private static List<List<String>> texts(List<Unit> units) {
    return units.stream().map(unit -> List.of(unit.source(), unit.target())).toList();
  }

  /** A changed source without a translation cannot be reviewed. */
  private static boolean hasText(Change change) {
    return !change.old().text().isEmpty() || !change.revised().text().isEmpty();
  }
}
