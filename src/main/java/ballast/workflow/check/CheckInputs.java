package ballast.workflow.check;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Locator;
import ballast.bitext.Segment;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.check.CheckedPair;
import ballast.check.Passage;
import ballast.check.Waiver;
import ballast.format.article.LeftOutText;
import ballast.format.document.DocumentReader;
import ballast.format.unit.PairOptions;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;
import ballast.glossary.Concept;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import ballast.workflow.Notices;
import ballast.workflow.Progress;
import ballast.workflow.ReadingProgress;
import ballast.workflow.Texts;
import ballast.workflow.Workplace;
import ballast.workflow.align.Article;
import ballast.workflow.align.ArticleAligner;
import ballast.workflow.align.ArticleReader;
import ballast.workflow.align.KnownRenderings;
import ballast.workflow.align.PairList;
import ballast.workflow.project.SavedInput;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pairs of texts that are checked, or whose terms are counted or mined. For one thread.
 */
public final class CheckInputs {

  private final Workplace workplace;
  private final Notices notices;
  private final PairSource source;
  private final Lexicon lexicon;
  private final List<Concept> concepts;
  private final List<Waiver> astray = new ArrayList<>();
  private final CheckedFiles files;

  /**
   * Reads what {@code source} names.
   *
   * @param notices receives the parts of the files that cannot be checked
   * @param concepts terms that help to align an article
   * @throws InputException if a name stands for nothing that can be checked
   */
  public CheckInputs(
      Workplace workplace,
      Notices notices,
      PairSource source,
      Lexicon lexicon,
      List<Concept> concepts) {
    this(
        workplace,
        notices,
        source,
        lexicon,
        concepts,
        CheckedFiles.of(workplace, notices, source, lexicon));
  }

  private CheckInputs(
      Workplace workplace,
      Notices notices,
      PairSource source,
      Lexicon lexicon,
      List<Concept> concepts,
      CheckedFiles files) {
    this.workplace = workplace;
    this.notices = notices;
    this.source = source;
    this.lexicon = lexicon;
    this.concepts = List.copyOf(concepts);
    this.files = files;
  }

  /**
   * Passes every pair to {@code action}: the pairs of the files, of an article and its translation,
   * or of the memory if no file is named.
   *
   * @param doing what is done with them, for the progress: {@code checking}
   * @throws InputException if something cannot be read
   */
  public void forEach(String doing, Consumer<CheckedPair<Passage>> action) {
    if (source.isMemory()) {
      memory(doing, action);
    }
    long all = together().stream().mapToLong(this::size).sum();
    ReadingProgress progress = new ReadingProgress(notices, doing, "pair", all);
    for (List<String> files : together()) {
      progress.start(files.get(0), size(files));
      if (files.size() == 1) {
        units(files.get(0), progress, action);
      } else {
        article(new Article(files.get(0), files.get(1), ""), action);
      }
      progress.end();
    }
  }

  /** Of these files together, in bytes; 0 for standard input. */
  private long size(List<String> files) {
    return files.stream()
        .filter(file -> !file.equals("-"))
        .mapToLong(file -> workplace.resolve(file).toFile().length())
        .sum();
  }

  /** The pairs of other files, which belong together, read in the same way without messages. */
  CheckInputs of(List<String> files) {
    return new CheckInputs(
        workplace,
        Notices.NONE,
        source,
        lexicon,
        concepts,
        new CheckedFiles(List.of(List.copyOf(files)), List.of()));
  }

  /** The files: of units, each read alone, or an article and its translation, read together. */
  List<List<String>> together() {
    return files.together();
  }

  /** The texts that are in no pair. */
  List<PairList.Alone> leftOut() {
    return files.leftOut();
  }

  /** Warns of the texts that are in no pair. */
  public void warnLeftOut() {
    leftOut().forEach(text -> notices.warn(text.file() + " is left out: " + text.reason()));
  }

  /** Waivers in the texts that apply to none of the pairs. */
  public List<Waiver> astray() {
    return List.copyOf(astray);
  }

  private void memory(String doing, Consumer<CheckedPair<Passage>> action) {
    MemoryStore store = source.requireMemory();
    String file = store.name();
    try (Memory memory = store.openForReading()) {
      Progress progress = Progress.ofUnits(notices, doing + " the units", memory, wanted(), 1);
      memory.forEachUnit(wanted(), progress.counting(unit -> action.accept(located(unit, file))));
    }
  }

  /** Leaves out rejected units unless the filter names their status. */
  private UnitFilter wanted() {
    UnitFilter wanted = source.filter();
    return wanted.statuses().isEmpty()
        ? wanted.withStatuses(UnitFilter.OFFERED.statuses())
        : wanted;
  }

  /** The location of a unit of a memory: its document and its bead. */
  private static CheckedPair<Passage> located(Unit unit, String file) {
    String document = unit.provenance().document();
    Location where =
        new Location(
            document.isEmpty() ? file : document, Math.max(1, unit.provenance().position()), 1);
    return CheckedPair.at(Passage.of(unit), where);
  }

  private void units(String file, ReadingProgress progress, Consumer<CheckedPair<Passage>> action) {
    @Nullable UnitFormat format = source.named().standardInput();
    if (file.equals("-") && format != null) {
      try (SavedInput saved = SavedInput.of(workplace, format)) {
        units(saved.file(), saved.name(), progress, action);
      }
    } else {
      units(workplace.resolve(file), file, progress, action);
    }
  }

  private void units(
      Path path, String file, ReadingProgress progress, Consumer<CheckedPair<Passage>> action) {
    CheckedUnits units = new CheckedUnits(file, notices, progress, action);
    UnitFile.read(path, file, pairOptions(), units, progress);
    units.sayRest();
  }

  /** How pairs are taken out of files. */
  PairOptions pairOptions() {
    Lang from = source.source().lang();
    Lang to = source.target().lang();
    return new PairOptions(
            otherwise(from, Lang.ZH_CN),
            otherwise(to, Lang.EN_US),
            /* acceptVariant= */ true,
            Status.DRAFT,
            workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS))
        .trusted()
        .asked(from != null, to != null);
  }

  private static Lang otherwise(@Nullable Lang lang, Lang otherwise) {
    return lang == null ? otherwise : lang;
  }

  private void article(Article article, Consumer<CheckedPair<Passage>> action) {
    ArticleAligner aligner =
        new ArticleAligner(
            new ArticleReader(workplace, source.reading()),
            lexicon,
            KnownRenderings.of(concepts, null));
    ArticleAligner.Aligned aligned = aligner.align(article);
    Texts.warn(aligned.source(), notices);
    Texts.warn(aligned.target(), notices);
    Alignment alignment = aligned.text().alignment();
    sayFurniture(alignment.source());
    sayFurniture(alignment.target());
    ArticleWaivers waivers = new ArticleWaivers(alignment, aligned.source(), aligned.target());
    ProgramCode code = new ProgramCode();
    for (Bead bead : alignment.beads()) {
      bead(alignment, bead, waivers, code, action);
    }
    astray.addAll(waivers.astray());
  }

  /** Says what was taken for furniture and so is not checked. */
  private void sayFurniture(List<Segment> sentences) {
    List<String> furniture =
        sentences.stream()
            .filter(sentence -> sentence.type() == BlockType.FURNITURE)
            .map(Segment::text)
            .toList();
    if (!furniture.isEmpty()) {
      notices.detail(
          "%s: %d of %s are furniture and not checked: %s"
              .formatted(
                  sentences.get(0).document().name(),
                  furniture.size(),
                  CountedNoun.of(sentences.size(), "sentence"),
                  LeftOutText.named(furniture)));
    }
  }

  /** The reader for the translation of an article. */
  DocumentReader targetReader() {
    return new DocumentReader(source.target());
  }

  /**
   * Passes on a pair, or a source sentence without a translation; furniture of a page is neither.
   */
  private void bead(
      Alignment alignment,
      Bead bead,
      ArticleWaivers waivers,
      ProgramCode code,
      Consumer<CheckedPair<Passage>> action) {
    List<Segment> source = bead.source().of(alignment.source());
    List<Segment> target = bead.target().of(alignment.target());
    boolean omitted =
        target.isEmpty() && source.stream().allMatch(segment -> segment.type().isContent());
    if (!omitted && !alignment.isUnit(bead)) {
      return;
    }
    Lang from = source.get(0).document().lang();
    Lang to =
        alignment.target().isEmpty() ? Lang.EN_US : alignment.target().get(0).document().lang();
    Passage passage =
        new Passage(
            "",
            "",
            from,
            to,
            alignment.sourceText(bead),
            alignment.targetText(bead),
            waivers.of(bead),
            code.in(source, target));
    Locator place = new BeadPlace(source);
    action.accept(
        new CheckedPair<>(passage, place, target.isEmpty() ? place : new BeadPlace(target)));
  }
}
