package ballast.app.align;

import ballast.align.Aligner;
import ballast.align.Rendering;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.ArticleReader.ReadArticle;
import ballast.app.align.OpenArticle.StaleArticleException;
import ballast.app.project.Glossaries;
import ballast.app.project.Project;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Sha256;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.bitext.Version;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.PinnedBead;
import ballast.memory.Revision;
import ballast.memory.Revision.AlignedFile;
import ballast.memory.UnitFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;

/**
 * Opens an article of a memory and moves its beads.
 *
 * <pre>{@code
 * Workplace workplace = Workplace.in(folder).withAuthor("Anna");
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * BeadEditor editor = new BeadEditor(workplace, memory, Notices.NONE);
 * OpenArticle article = editor.open("article");
 * OpenArticle joined = editor.apply(article, new BeadMove.Merge(1, 2));
 * OpenArticle apart = editor.undo(joined);
 * OpenArticle confirmed = editor.apply(apart, new BeadMove.Confirm(0, 2));
 * }</pre>
 *
 * <p>Each move is a revision of the document and can be undone like every command on the memory. A
 * move fixes the beads that it makes and leaves all others unchanged. With {@link
 * BeadMove.Realign}, {@link BeadMove.Release} and {@link BeadMove.ShiftRest}, the aligner places
 * the beads between the fixed ones. Nothing is kept open between calls, so other programs may use
 * the memory. Several threads may edit different articles.
 */
public final class BeadEditor {

  private static final int MAX_SHOWN = 40;

  private final Workplace workplace;
  private final MemoryStore store;
  private final Notices notices;
  private final Glossaries glossaries;
  private final RecordedFiles files;
  private final FixedAlignment alignment;

  public BeadEditor(Workplace workplace, MemoryStore memory, Notices notices) {
    this(workplace, memory, notices, Lexicon.bundledWhenNeeded(), Glossaries.OF_PROJECT);
  }

  /**
   * @param workplace its author is recorded with the moves
   * @param memory must exist
   * @param lexicon stays open
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
   * Opens a document: reads its files with the settings of the last alignment, and aligns them
   * around the pinned beads.
   *
   * @throws InputException if there is no such document, or its files are missing or have changed
   */
  public OpenArticle open(String document) {
    try (Memory memory = store.openForReading()) {
      Revision revision = latest(memory, document);
      Article article = files.find(revision);
      ArticleReading reading = new AlignmentSettings(revision.run().settings()).reading();
      ReadArticle read =
          new ArticleReader(workplace, reading, ForkJoinPool.commonPool()).read(article);
      return alignment.opened(read, revision, memory.pins(document), memory.beads(document));
    }
  }

  /**
   * Returns the article as memory and files are now.
   *
   * @return {@code before} itself if nothing has changed
   * @throws InputException as {@link #open}
   */
  public OpenArticle reopened(OpenArticle before) {
    return isCurrent(before) && files.changed(before).isEmpty() ? before : open(before.document());
  }

  private boolean isCurrent(OpenArticle article) {
    try (Memory memory = store.openForReading()) {
      return isShown(article, memory);
    }
  }

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
   * @throws InputException if the move cannot be made, with an alternative
   * @throws OpenArticle.StaleArticleException if the memory or a file has changed since {@code
   *     before}
   */
  public OpenArticle apply(OpenArticle before, BeadMove move) {
    files.requireUnchanged(before);
    OpenArticle after = tried(before, move);
    return after == before ? before : record(before, after, move);
  }

  /** Makes a move like {@link #apply}, but records nothing. */
  public OpenArticle tried(OpenArticle before, BeadMove move) {
    Instant now = workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Rearranged beads = new Rearrangement(before, workplace.author(), now).after(move);
    OpenArticle after = alignment.moved(before, beads);
    boolean isSame =
        after.pinsInOrder().equals(before.pinsInOrder()) && after.beads().equals(before.beads());
    return isSame ? before : after;
  }

  /**
   * Undoes the last command that wrote to the memory, if it changed this document only.
   *
   * @throws InputException if it was another command, or there is none
   * @throws OpenArticle.StaleArticleException as {@link #apply}
   */
  public OpenArticle undo(OpenArticle before) {
    return reversed(before, /* isUndo= */ true);
  }

  /**
   * Redoes the command that was undone last, if it changed this document only.
   *
   * @throws InputException if it was another command, or none was undone last
   * @throws OpenArticle.StaleArticleException as {@link #apply}
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
      requireShown(before, memory);
      Optional<CommandInfo> done = reversal.run(memory.care(), origin);
      Revision revision = latest(memory, before.document());
      boolean isWanted = done.isPresent() && done.get().number() == wanted.number();
      if (!isWanted || !revision.run().files().equals(before.revision().run().files())) {
        done.ifPresent(command -> opposite.run(memory.care(), origin));
        throw refused(wanted, doing);
      }
      return shown(before, revision, memory, isUndo);
    }
  }

  /** Returns the earlier state, or aligns the article again if that state was not seen here. */
  private OpenArticle shown(OpenArticle before, Revision revision, Memory memory, boolean isUndo) {
    if (revision.number() == before.revision().number()) {
      return before; // the command changed units, not beads
    }
    List<PinnedBead> pins = memory.pins(before.document());
    OpenArticle.Steps steps = before.steps();
    OpenArticle known = isUndo ? steps.earlier() : steps.later();
    if (known == null
        || !known.pinsInOrder().equals(pins)
        || !Revision.Counts.of(known.alignment()).equals(revision.run().counts())) {
      return alignment.opened(before.read(), revision, pins, memory.beads(before.document()));
    }
    OpenArticle.Steps shifted =
        isUndo
            ? new OpenArticle.Steps(known.steps().earlier(), before)
            : new OpenArticle.Steps(before, known.steps().later());
    return known.with(revision, shifted);
  }

  private CommandInfo wanted(OpenArticle before, Reversal reversal, String doing) {
    try (Memory memory = store.openForReading()) {
      requireShown(before, memory);
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
        "the command to %s is not a change of this article: it %s %s"
            .formatted(
                doing,
                command.kind(),
                documents.size() == 1
                    ? documents.get(0)
                    : CountedNoun.of(command.effect().units(), "unit")),
        "ballast tm undo takes back any command, and --redo does it again");
  }

  @FunctionalInterface
  private interface Reversal {
    Optional<CommandInfo> run(MemoryCare care, Origin origin);
  }

  private OpenArticle record(OpenArticle before, OpenArticle after, BeadMove move) {
    try (Memory memory = store.openExisting(WriteOptions.at(workplace.clock()))) {
      requireShown(before, memory);
      EditedTexts edited = EditedTexts.of(before, memory);
      Revision.New revision =
          MovedRevision.of(before, after, edited, workplace.author(), move.done());
      memory.addRevisions(
          List.of(revision),
          units -> {
            // Another program may have written since the check above.
            if (latest(memory, before.document()).number() != before.revision().number() + 1) {
              throw stale(before);
            }
          });
      edited.lost().forEach(this::warnLost);
      return after.with(latest(memory, before.document()), OpenArticle.Steps.after(before));
    }
  }

  private void warnLost(Unit unit) {
    notices.warn(
        "the text of unit %s had been edited in the memory; the beads that were moved have the"
            + " text of the files: \"%s\" was in the memory",
        unit.id(), Excerpt.of(unit.target(), MAX_SHOWN));
  }

  private static Revision latest(Memory memory, String document) {
    return memory
        .latestRevision(document)
        .orElseThrow(
            () ->
                new InputException(
                    "no document \"" + document + "\" in the memory",
                    "ballast tm list shows the documents"));
  }

  /**
   * Whether an article shows the latest revision. Numbers are unique because an undo makes a new
   * revision.
   */
  private static boolean isShown(OpenArticle article, Memory memory) {
    return latest(memory, article.document()).number() == article.revision().number();
  }

  private static void requireShown(OpenArticle article, Memory memory) {
    if (!isShown(article, memory)) {
      throw stale(article);
    }
  }

  private static StaleArticleException stale(OpenArticle article) {
    return new StaleArticleException(
        "\"%s\" has changed in the memory since it was opened at revision %s"
            .formatted(article.document(), article.revision().number()));
  }

  /** Finds the unchanged files of a recorded revision. */
  private static final class RecordedFiles {

    private final Workplace workplace;

    RecordedFiles(Workplace workplace) {
      this.workplace = workplace;
    }

    Article find(Revision revision) {
      AlignedFile source = revision.run().files().source();
      AlignedFile target = revision.run().files().target();
      if (source.name().isEmpty()) {
        throw new InputException(
            "the alignment of \"" + revision.document() + "\" has been taken back",
            "ballast tm undo --redo, or align the article again");
      }
      return new Article(find(source, revision), find(target, revision), revision.document());
    }

    private String find(AlignedFile file, Revision revision) {
      String again = "align \"" + revision.document() + "\" again with ballast align";
      Path root = Project.around(workplace.directory()).root();
      boolean changed = false;
      for (Path path : List.of(workplace.resolve(file.name()), root.resolve(file.name()))) {
        if (Files.isRegularFile(path)) {
          if (sha256(path).equals(file.sha256())) {
            return workplace.shown(path);
          }
          changed = true;
        }
      }
      throw new InputException(
          changed
              ? "\"" + file.name() + "\" has changed since it was aligned"
              : "\"" + file.name() + "\", which was aligned, is not there",
          changed ? again : again + ", or put the file back as it was");
    }

    void requireUnchanged(OpenArticle article) {
      changed(article)
          .ifPresent(
              file -> {
                throw new StaleArticleException(
                    "\"" + file.name() + "\" has changed since the article was opened");
              });
    }

    Optional<AlignedFile> changed(OpenArticle article) {
      Article names = article.read().article();
      Revision.Files files = article.revision().run().files();
      if (!isUnchanged(names.source(), files.source())) {
        return Optional.of(files.source());
      }
      return isUnchanged(names.target(), files.target())
          ? Optional.empty()
          : Optional.of(files.target());
    }

    private boolean isUnchanged(String name, AlignedFile file) {
      Path path = workplace.resolve(name);
      return Files.isRegularFile(path) && sha256(path).equals(file.sha256());
    }

    private static String sha256(Path file) {
      try {
        return Sha256.hex(Files.newInputStream(file));
      } catch (IOException e) {
        throw new InputException(
            "cannot read \"" + file + "\"", "check whether you may read it", e);
      }
    }
  }

  /**
   * Texts of units that a person has edited in the memory since their document was aligned. A move
   * elsewhere in the document keeps them, although the files have other texts.
   */
  private static final class EditedTexts {

    /** Edited units, by the position of their beads in the files. */
    private final Map<List<Integer>, Unit> edited = new HashMap<>();

    private EditedTexts() {}

    /**
     * @param article opened from this memory; if its beads differ from the memory's, a unit counts
     *     as edited only if it shares a text with its bead
     */
    static EditedTexts of(OpenArticle article, Memory memory) {
      EditedTexts texts = new EditedTexts();
      Alignment alignment = article.alignment();
      List<Unit> units = new ArrayList<>();
      memory.forEachUnit(UnitFilter.CURRENT.inDocuments(Set.of(article.document())), units::add);
      Map<Bead, Unit> others = new LinkedHashMap<>();
      boolean isSame = Revision.Counts.of(alignment).equals(article.revision().run().counts());
      for (Unit unit : units) {
        int bead = unit.provenance().position() - 1;
        if (bead >= 0 && bead < alignment.beads().size()) {
          Bead here = alignment.beads().get(bead);
          if (!isOf(unit, here, alignment) && memory.isEdited(unit.id())) {
            others.put(here, unit);
          } else {
            isSame &= isOf(unit, here, alignment);
          }
        }
      }
      for (Map.Entry<Bead, Unit> other : others.entrySet()) {
        if (isSame || sharesText(other.getValue(), other.getKey(), alignment)) {
          texts.edited.put(place(other.getKey(), alignment), other.getValue());
        }
      }
      return texts;
    }

    private static boolean sharesText(Unit unit, Bead bead, Alignment alignment) {
      return unit.source().equals(alignment.sourceText(bead))
          || unit.target().equals(alignment.targetText(bead));
    }

    private static boolean isOf(Unit unit, Bead bead, Alignment alignment) {
      return !bead.isOneSided()
          && unit.source().equals(alignment.sourceText(bead))
          && unit.target().equals(alignment.targetText(bead));
    }

    /** Returns the start and end of a bead in both documents; -1 for an empty side. */
    private static List<Integer> place(Bead bead, Alignment alignment) {
      List<Integer> place = new ArrayList<>();
      for (List<Segment> side :
          List.of(bead.source().of(alignment.source()), bead.target().of(alignment.target()))) {
        place.add(side.isEmpty() ? -1 : side.get(0).span().start());
        place.add(side.isEmpty() ? -1 : side.get(side.size() - 1).span().end());
      }
      return place;
    }

    /** Puts the edited texts into the units of a new alignment whose beads are unchanged. */
    List<Unit> keptIn(List<Unit> units, Alignment alignment) {
      return units.stream()
          .map(
              unit -> {
                int position = unit.provenance().position();
                Bead bead = alignment.beads().get(position - 1);
                Unit old = edited.remove(place(bead, alignment));
                return old == null ? unit : withTexts(unit, old);
              })
          .toList();
    }

    private static Unit withTexts(Unit unit, Unit texts) {
      Provenance provenance = unit.provenance();
      return new Unit(
          unit.id(),
          unit.sourceLang(),
          unit.targetLang(),
          texts.source(),
          texts.target(),
          provenance,
          texts.codes());
    }

    /** Returns the edited units that {@link #keptIn} has not found because their beads are gone. */
    List<Unit> lost() {
      return List.copyOf(edited.values());
    }
  }

  private static final class MovedRevision {

    private MovedRevision() {}

    /**
     * @param before the article before the move; its files and settings are kept
     * @param edited edited units of the document, kept where their beads are unchanged
     */
    static Revision.New of(
        OpenArticle before, OpenArticle after, EditedTexts edited, String author, String deed) {
      Alignment alignment = after.alignment();
      Revision.Run run = before.revision().run();
      // The memory sets the time of the units when it records them.
      List<Unit> units = alignment.units(before.document(), author, Instant.EPOCH);
      return new Revision.New(
          before.document(),
          new Lang(after.text().source().language()),
          new Lang(after.text().target().language()),
          new Revision.Run(
              author,
              run.files(),
              Revision.Counts.of(alignment),
              Version.current().toString(),
              new AlignmentSettings(run.settings()).ofThisVersion()),
          edited.keptIn(units, alignment),
          new Revision.New.Beads(after.pinsInOrder(), alignment.beads()),
          deed,
          /* restores= */ false);
    }
  }
}
