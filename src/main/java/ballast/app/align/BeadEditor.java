package ballast.app.align;

import ballast.align.Aligner;
import ballast.align.Rendering;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.ArticleReader.ReadArticle;
import ballast.app.align.OpenArticle.ChangedFileException;
import ballast.app.align.OpenArticle.StaleArticleException;
import ballast.app.align.PlainPair.BeadStretch;
import ballast.app.project.Glossaries;
import ballast.app.project.Project;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Sha256;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Pairing;
import ballast.bitext.Unit.Provenance;
import ballast.bitext.Version;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.DocumentChange;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Choice;
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
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * Opens an article of a memory and moves its beads.
 *
 * <pre>{@code
 * Workplace workplace = Workplace.in(folder).withAuthor("Anna");
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * BeadEditor editor = new BeadEditor(workplace, memory, Notices.NONE);
 * OpenArticle article = editor.open("article");
 * OpenArticle joined = editor.apply(article, BeadMove.merge(1, 2));
 * CommandInfo merge = editor.next(joined, false).orElseThrow();
 * OpenArticle apart = editor.reverse(joined, merge, false);
 * OpenArticle confirmed = editor.apply(apart, BeadMove.confirm(0, 2));
 * }</pre>
 *
 * <p>Each move is a step in the history of a revision and can be undone like every command on the
 * memory. A move fixes the beads that it makes and leaves all others unchanged. With {@link
 * BeadMove#realign}, {@link BeadMove#release} and {@link BeadMove#shiftRest}, the aligner places
 * the beads between the fixed ones. Nothing is kept open between calls, so other programs may use
 * the memory. Several threads may edit different articles.
 */
public final class BeadEditor {

  private static final int MAX_SHOWN = 40;

  /** Minimum share of text that a bead has in common with the unit that it continues. */
  private static final double RELATED = 0.5;

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
      Revision revision = memory.requireRevision(document);
      Article article = files.find(revision);
      ArticleReading reading = new AlignmentSettings(revision.run().settings()).reading();
      ReadArticle read =
          new ArticleReader(workplace, reading, ForkJoinPool.commonPool()).read(article);
      return alignment.opened(read, revision, memory.pins(document), memory.beads(document));
    }
  }

  /**
   * Returns a document as the memory has it, which takes a fraction of the time of {@link #open}.
   *
   * @return empty if only the files can show it
   * @throws InputException as {@link #open}
   */
  public Optional<StoredArticle> stored(String document) {
    try (Memory memory = store.openForReading()) {
      Revision revision = memory.requireRevision(document);
      files.find(revision);
      return StoredArticle.of(memory, revision);
    }
  }

  /** Whether neither the memory nor a file has changed since an article was opened. */
  public boolean isCurrent(OpenArticle article) {
    try (Memory memory = store.openForReading()) {
      return isShown(article, memory) && files.changed(article).isEmpty();
    }
  }

  /**
   * Returns the article as memory and files are now.
   *
   * @return {@code before} itself if nothing has changed
   * @throws InputException as {@link #open}
   */
  public OpenArticle reopened(OpenArticle before) {
    return isCurrent(before) ? before : open(before.document());
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
    return after.equals(before) ? before : record(before, after, move);
  }

  /** Makes a move like {@link #apply}, but records nothing. */
  public OpenArticle tried(OpenArticle before, BeadMove move) {
    Instant now = workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    OpenArticle after =
        alignment.moved(before, move.in(new Rearrangement(before, workplace.author(), now)));
    boolean isSame =
        after.pinsInOrder().equals(before.pinsInOrder()) && after.beads().equals(before.beads());
    return isSame ? before : after;
  }

  /**
   * Returns the command on this document to undo or redo next; empty if there is none.
   *
   * @throws InputException if another command prevents it, or it is the alignment of the files
   * @throws OpenArticle.StaleArticleException as {@link #apply}
   */
  public Optional<CommandInfo> next(OpenArticle before, boolean redo) {
    files.requireUnchanged(before);
    try (Memory memory = store.openForReading()) {
      requireShown(before, memory);
      Optional<CommandInfo> next =
          memory.care().reverse(redo, Choice.in(before.document()), origin());
      if (next.isPresent() && next.get().kind().equals(DocumentChange.ALIGNED)) {
        throw new InputException(
            "the last change of \"%s\" is its alignment".formatted(before.document()),
            "undo it in the room Revisions, or with `ballast tm undo`");
      }
      return next;
    }
  }

  /**
   * Undoes or redoes a command.
   *
   * @param command from {@link #next}
   * @throws InputException if it cannot be undone or redone any more
   * @throws OpenArticle.StaleArticleException as {@link #apply}
   */
  public OpenArticle reverse(OpenArticle before, CommandInfo command, boolean redo) {
    try (Memory memory = store.openExisting(WriteOptions.at(workplace.clock()))) {
      requireShown(before, memory);
      memory.care().reverse(redo, Choice.numbered(command.number()), origin());
      String document = before.document();
      Revision revision = memory.requireRevision(document);
      return isSameState(revision, before.revision())
          ? before // the command changed units, not beads
          : alignment.opened(
              before.read(), revision, memory.pins(document), memory.beads(document));
    }
  }

  private Origin origin() {
    return new Origin(workplace.author(), "");
  }

  private OpenArticle record(OpenArticle before, OpenArticle after, BeadMove move) {
    try (Memory memory = store.openExisting(WriteOptions.at(workplace.clock()))) {
      Map<BeadStretch, Unit> gone = units(before, memory);
      List<Unit> units = continued(gone, after);
      Alignment alignment = after.alignment();
      List<Unit> lost =
          gone.values().stream().filter(unit -> isEdited(unit, before, memory)).toList();
      Revision.Run run = before.revision().run();
      DocumentChange change =
          new DocumentChange(
              before.document(),
              new Lang(after.text().source().language()),
              new Lang(after.text().target().language()),
              new Revision.Run(
                  workplace.author(),
                  run.files(),
                  Revision.Counts.of(alignment),
                  Version.current().toString(),
                  new AlignmentSettings(run.settings()).ofThisVersion()),
              units,
              after.pinsInOrder(),
              alignment.beads(),
              after.text().looseTexts(before.read().source(), before.read().target()),
              move.verb(),
              /* restores= */ false);
      Revision revision = memory.apply(before.revision(), change).orElseThrow(() -> stale(before));
      lost.forEach(this::warnLost);
      return after.with(revision);
    }
  }

  /**
   * Returns the units of an article, by their beads. If these differ from the memory's, a unit
   * belongs to a bead only if it shares a text with it.
   */
  private static Map<BeadStretch, Unit> units(OpenArticle article, Memory memory) {
    Map<BeadStretch, Unit> units = new LinkedHashMap<>();
    Alignment alignment = article.alignment();
    boolean isSame = Revision.Counts.of(alignment).equals(article.revision().run().counts());
    UnitFilter own = UnitFilter.CURRENT.inDocuments(Set.of(article.document()));
    for (UnitFilter filter : List.of(own, own.onlyDeleted())) {
      memory.forEachUnit(
          filter,
          unit -> {
            int position = unit.provenance().position() - 1;
            if (position >= 0 && position < alignment.beads().size()) {
              Bead bead = alignment.beads().get(position);
              if (unit.source().equals(alignment.sourceText(bead))
                  || unit.target().equals(alignment.targetText(bead))
                  || (isSame && memory.isEdited(unit.id()))) {
                units.put(BeadStretch.of(bead, alignment), unit);
              }
            }
          });
    }
    return units;
  }

  /** Whether a person has given a unit other texts than its bead has. */
  private static boolean isEdited(Unit unit, OpenArticle article, Memory memory) {
    Bead bead = article.beads().get(unit.provenance().position() - 1);
    return !(unit.source().equals(article.alignment().sourceText(bead))
            && unit.target().equals(article.alignment().targetText(bead)))
        && memory.isEdited(unit.id());
  }

  /**
   * Returns the units of a moved article. A bead that stays keeps its unit, with its texts, which a
   * person may have edited in the memory. A bead that the move made continues the unit with which
   * it shares most text.
   *
   * @param before the units until now, by their beads; those of beads that stay are removed
   */
  private static List<Unit> continued(Map<BeadStretch, Unit> before, OpenArticle moved) {
    Alignment alignment = moved.alignment();
    Map<BeadStretch, Unit> units = new LinkedHashMap<>();
    // The memory sets the time of the units when it records them.
    for (Unit unit : alignment.units(moved.document(), "", Instant.EPOCH)) {
      int bead = unit.provenance().position() - 1;
      BeadStretch stretch = BeadStretch.of(moved.beads().get(bead), alignment);
      Unit kept = Objects.requireNonNullElse(before.remove(stretch), unit);
      Provenance paired = paired(unit.provenance(), moved.pin(bead));
      units.put(stretch, kept.with(kept.source(), kept.target(), kept.codes(), paired));
    }
    List<Map.Entry<BeadStretch, BeadStretch>> related = new ArrayList<>();
    units.forEach(
        (bead, unit) ->
            before.keySet().stream()
                .filter(old -> unit.id().isEmpty() && bead.likeness(old) >= RELATED)
                .forEach(old -> related.add(Map.entry(bead, old))));
    related.sort(Comparator.comparingDouble(pair -> -pair.getKey().likeness(pair.getValue())));
    Set<BeadStretch> used = new HashSet<>();
    for (Map.Entry<BeadStretch, BeadStretch> pair : related) {
      Unit made = Objects.requireNonNull(units.get(pair.getKey()));
      Unit old = Objects.requireNonNull(before.get(pair.getValue()));
      if (made.id().isEmpty() && used.add(pair.getValue())) {
        units.put(
            pair.getKey(), old.with(made.source(), made.target(), made.codes(), made.provenance()));
      }
    }
    return List.copyOf(units.values());
  }

  private static Provenance paired(Provenance unit, @Nullable PinnedBead pin) {
    return pin == null || !pin.confirmed()
        ? unit
        : unit.with(new Pairing(unit.confidence(), pin.author(), pin.time()), unit.status());
  }

  private void warnLost(Unit unit) {
    notices.warn(
        "the text of unit %s had been edited in the memory; the moved pairs have the text of the"
            + " files: \"%s\" was in the memory",
        unit.id(), Excerpt.of(unit.target(), MAX_SHOWN));
  }

  private static boolean isShown(OpenArticle article, Memory memory) {
    return isSameState(memory.requireRevision(article.document()), article.revision());
  }

  /** Whether nothing was done to the beads of a document between two states; undo is a step too. */
  private static boolean isSameState(Revision one, Revision other) {
    return one.number() == other.number() && one.step() == other.step();
  }

  /**
   * Returns the units with another translation than the files have, by the positions of their
   * beads. A move that takes such a bead apart brings back the text of the files.
   */
  public Map<Integer, Unit> edited(OpenArticle article) {
    Map<Integer, Unit> edited = new LinkedHashMap<>();
    try (Memory memory = store.openForReading()) {
      if (memory.editedDocuments().contains(article.document())) {
        memory.forEachUnit(
            UnitFilter.CURRENT.inDocuments(Set.of(article.document())),
            unit -> {
              int bead = unit.provenance().position() - 1;
              if (bead >= 0 && bead < article.beads().size() && isEdited(unit, article, memory)) {
                edited.put(bead, unit);
              }
            });
      }
    }
    return edited;
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
            "the alignment of \"" + revision.document() + "\" has been undone",
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
      if (changed) {
        throw new ChangedFileException(file.name(), again);
      }
      throw new InputException(
          "\"" + file.name() + "\", which was aligned, is missing",
          again + ", or put the file back as it was");
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
}
