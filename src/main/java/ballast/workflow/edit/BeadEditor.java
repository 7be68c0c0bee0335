package ballast.workflow.edit;

import ballast.align.Aligner;
import ballast.align.Rendering;
import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryStore;
import ballast.memory.NewRevision;
import ballast.memory.Origin;
import ballast.memory.PinnedBead;
import ballast.memory.RevisionCounts;
import ballast.memory.RevisionInfo;
import ballast.memory.WriteOptions;
import ballast.segment.SegmenterOptions;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.align.Article;
import ballast.workflow.align.ArticleReader;
import ballast.workflow.align.ArticleReading;
import ballast.workflow.align.KnownRenderings;
import ballast.workflow.align.ReadArticle;
import ballast.workflow.align.RecordedReading;
import ballast.workflow.project.Glossaries;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

/**
 * Opens an article of a memory and moves its beads.
 *
 * <pre>{@code
 * Workplace workplace = Workplace.in(folder).withAuthor("Anna");
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * BeadEditor editor = new BeadEditor(workplace, memory, Notices.NONE);
 * OpenArticle article = editor.open("article");
 * OpenArticle joined = editor.apply(article, BeadMove.mergeWithNext(1));
 * OpenArticle apart = editor.undo(joined);
 * OpenArticle confirmed = editor.apply(apart, new BeadMove.Confirm(0, 2));
 * }</pre>
 *
 * <p>Each move is a revision of the document and can be taken back like every command on the
 * memory. A move fixes the beads that it makes and leaves all others as they are; {@link
 * BeadMove.Realign}, {@link BeadMove.Release} and {@link BeadMove.ShiftRest} have the aligner place
 * those between the fixed ones. Between calls nothing is kept open, and other programs may use the
 * memory. Safe for several threads, each of which moves other articles.
 */
public final class BeadEditor {

  private static final int MAX_SHOWN = 40;

  private final Workplace workplace;
  private final MemoryStore store;
  private final Notices notices;
  private final Glossaries glossaries;
  private final RecordedFiles files;
  private final FixedAlignment alignment;

  /** With the lexicon that comes with Ballast and the glossaries of the project. */
  public BeadEditor(Workplace workplace, MemoryStore memory, Notices notices) {
    this(workplace, memory, notices, Lexicon.bundledWhenNeeded(), Glossaries.OF_PROJECT);
  }

  /**
   * @param workplace its author is recorded with the moves
   * @param memory must exist
   * @param notices receives warnings
   * @param lexicon stays open
   * @param glossaries known terms
   */
  public BeadEditor(
      Workplace workplace,
      MemoryStore memory,
      Notices notices,
      Lexicon lexicon,
      Glossaries glossaries) {
    this.workplace = workplace;
    this.store = memory;
    this.notices = notices;
    this.glossaries = glossaries;
    this.files = new RecordedFiles(workplace);
    this.alignment = new FixedAlignment(new Aligner(lexicon), this::evidence);
  }

  /**
   * Opens a document: reads its files as they were read when it was aligned last, and aligns them
   * around the beads that persons have set.
   *
   * @throws InputException if there is no such document, or its files are not there or not as they
   *     were
   */
  public OpenArticle open(String document) {
    try (Memory memory = store.openForReading()) {
      RevisionInfo revision = LatestRevision.of(memory, document);
      Article article = files.find(revision);
      ArticleReading reading =
          new RecordedReading(revision.run().settings()).with(workplace, SegmenterOptions.DEFAULT);
      ReadArticle read =
          new ArticleReader(workplace, reading, ForkJoinPool.commonPool()).read(article);
      return alignment.opened(read, revision, memory.pins(document), memory.beads(document));
    }
  }

  /**
   * The article as memory and files are now.
   *
   * @return {@code before} itself if nothing has changed
   * @throws InputException as {@link #open}
   */
  public OpenArticle reopened(OpenArticle before) {
    return isCurrent(before) && files.areUnchanged(before) ? before : open(before.document());
  }

  private boolean isCurrent(OpenArticle article) {
    try (Memory memory = store.openForReading()) {
      return LatestRevision.isShown(article, memory);
    }
  }

  /** What the aligner can learn from glossaries and memory. */
  private List<Rendering> evidence(ReadArticle read) {
    try (Memory memory = store.openForReading()) {
      return KnownRenderings.of(glossaries.read(workplace, notices.aside()), memory)
          .forArticle(read);
    }
  }

  /**
   * Makes a move and records it.
   *
   * @return the article after the move; {@code before} itself if the move changes nothing
   * @throws InputException if the move cannot be made, with what could be done instead
   * @throws StaleArticleException if the memory or a file has changed since {@code before}
   */
  public OpenArticle apply(OpenArticle before, BeadMove move) {
    files.requireUnchanged(before);
    OpenArticle after = tried(before, move);
    return after == before ? before : record(before, after, move);
  }

  /** As {@link #apply}, but records nothing. */
  public OpenArticle tried(OpenArticle before, BeadMove move) {
    Instant now = workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Rearranged beads = new Rearrangement(before, workplace.author(), now).after(move);
    OpenArticle after = alignment.moved(before, beads);
    boolean isSame =
        after.pinsInOrder().equals(before.pinsInOrder()) && after.beads().equals(before.beads());
    return isSame ? before : after;
  }

  /**
   * Takes back the last command that wrote to the memory, if it was on this document alone.
   *
   * @throws InputException if it was another command, or there is none
   * @throws StaleArticleException as {@link #apply}
   */
  public OpenArticle undo(OpenArticle before) {
    return reversed(before, /* isUndo= */ true);
  }

  /**
   * Does the command again that was taken back last, if it was on this document alone.
   *
   * @throws InputException if it was another command, or none was taken back last
   * @throws StaleArticleException as {@link #apply}
   */
  public OpenArticle redo(OpenArticle before) {
    return reversed(before, /* isUndo= */ false);
  }

  private OpenArticle reversed(OpenArticle before, boolean isUndo) {
    Reversal reversal = isUndo ? MemoryCare::undo : MemoryCare::redo;
    Reversal opposite = isUndo ? MemoryCare::redo : MemoryCare::undo;
    String doing = isUndo ? "take back" : "do again";
    files.requireUnchanged(before);
    Origin origin = new Origin(workplace.author(), "");
    CommandInfo wanted = wanted(before, reversal, doing);
    try (Memory memory = store.openExisting(WriteOptions.at(workplace.clock()))) {
      LatestRevision.require(before, memory);
      Optional<CommandInfo> done = reversal.run(memory.care(), origin);
      RevisionInfo revision = LatestRevision.of(memory, before.document());
      boolean isWanted = done.isPresent() && done.get().number() == wanted.number();
      if (!isWanted || !revision.run().files().equals(before.revision().run().files())) {
        done.ifPresent(command -> opposite.run(memory.care(), origin));
        throw refused(wanted, doing);
      }
      return shown(before, revision, memory, isUndo);
    }
  }

  /** The state that was there before, or the article aligned anew if it was not seen here. */
  private OpenArticle shown(
      OpenArticle before, RevisionInfo revision, Memory memory, boolean isUndo) {
    if (revision.number() == before.revision().number()) {
      return before; // the command changed units, not beads
    }
    List<PinnedBead> pins = memory.pins(before.document());
    OpenArticle.Steps steps = before.steps();
    OpenArticle known = isUndo ? steps.earlier() : steps.later();
    if (known == null
        || !known.pinsInOrder().equals(pins)
        || !RevisionCounts.of(known.alignment()).equals(revision.run().counts())) {
      return alignment.opened(before.read(), revision, pins, memory.beads(before.document()));
    }
    OpenArticle.Steps shifted =
        isUndo
            ? new OpenArticle.Steps(known.steps().earlier(), before)
            : new OpenArticle.Steps(before, known.steps().later());
    return known.with(revision, shifted);
  }

  /** The command that would be taken back or done again. */
  private CommandInfo wanted(OpenArticle before, Reversal reversal, String doing) {
    try (Memory memory = store.openForReading()) {
      LatestRevision.require(before, memory);
      CommandInfo command =
          reversal
              .run(memory.care(), new Origin("", ""))
              .orElseThrow(
                  () ->
                      new InputException(
                          "there is nothing to " + doing, "ballast tm history shows all commands"));
      if (!command.effect().documents().equals(List.of(before.document()))) {
        throw refused(command, doing);
      }
      return command;
    }
  }

  private static InputException refused(CommandInfo command, String doing) {
    List<String> documents = command.effect().documents();
    return new InputException(
        "the command to "
            + doing
            + " is not a change of this article: it "
            + command.kind()
            + " "
            + (documents.size() == 1
                ? documents.get(0)
                : CountedNoun.of(command.effect().units(), "unit")),
        "ballast tm undo takes back any command, and --redo does it again");
  }

  /** {@link MemoryCare#undo} or {@link MemoryCare#redo}. */
  @FunctionalInterface
  private interface Reversal {
    Optional<CommandInfo> run(MemoryCare care, Origin origin);
  }

  private OpenArticle record(OpenArticle before, OpenArticle after, BeadMove move) {
    try (Memory memory = store.openExisting(WriteOptions.at(workplace.clock()))) {
      LatestRevision.require(before, memory);
      EditedTexts edited = EditedTexts.of(before, memory);
      NewRevision revision =
          MovedRevision.of(before, after, edited, workplace.author(), move.done());
      memory.addRevisions(
          List.of(revision),
          units -> {
            // Another program may have written since the check above.
            if (LatestRevision.of(memory, before.document()).number()
                != before.revision().number() + 1) {
              throw LatestRevision.stale(before);
            }
          });
      edited.lost().forEach(unit -> notices.warn(lostEdit(unit)));
      return after.with(
          LatestRevision.of(memory, before.document()), OpenArticle.Steps.after(before));
    }
  }

  private static String lostEdit(Unit unit) {
    return "the text of unit "
        + unit.id()
        + " had been edited in the memory; the beads that were moved have the text of the files: \""
        + Excerpt.of(unit.target(), MAX_SHOWN)
        + "\" was in the memory";
  }
}
