package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Progress;
import ballast.app.ReadingProgress;
import ballast.app.Texts;
import ballast.app.Workplace;
import ballast.app.align.Article;
import ballast.app.align.ArticleAligner;
import ballast.app.align.ArticleReader;
import ballast.app.align.KnownRenderings;
import ballast.app.align.PairList;
import ballast.app.project.SavedInput;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Location.Locator;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.check.CheckedPair;
import ballast.check.Finding;
import ballast.check.Passage;
import ballast.check.Waiver;
import ballast.format.article.HiddenText.LeftOutText;
import ballast.format.article.ReadText;
import ballast.format.article.WaiverNote;
import ballast.format.document.DocumentReader;
import ballast.format.unit.PairOptions;
import ballast.format.unit.RawUnit;
import ballast.format.unit.UnitEvents;
import ballast.format.unit.UnitEvents.FoundPair;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;
import ballast.glossary.Concept;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the pairs of texts to check, or to count or mine their terms. For one thread. */
public final class CheckInputs {

  private final Workplace workplace;
  private final Notices notices;
  private final PairSource source;
  private final Lexicon lexicon;
  private final List<Concept> concepts;
  private final List<Waiver> astray = new ArrayList<>();
  private final List<List<String>> together;
  private final List<PairList.Alone> leftOut;

  /**
   * Finds the files of {@code source}.
   *
   * @param notices receives the parts of the files that cannot be checked
   * @param concepts terms that help to align an article
   * @throws InputException if a name refers to nothing that can be checked
   */
  public CheckInputs(
      Workplace workplace,
      Notices notices,
      PairSource source,
      Lexicon lexicon,
      List<Concept> concepts) {
    this.workplace = workplace;
    this.notices = notices;
    this.source = source;
    this.lexicon = lexicon;
    this.concepts = List.copyOf(concepts);
    CheckedFiles files = new CheckedFiles(workplace, notices, source, lexicon);
    this.together = files.together();
    this.leftOut = files.leftOut();
  }

  private CheckInputs(CheckInputs other, List<String> files) {
    this.workplace = other.workplace;
    this.notices = Notices.NONE;
    this.source = other.source;
    this.lexicon = other.lexicon;
    this.concepts = other.concepts;
    this.together = List.of(List.copyOf(files));
    this.leftOut = List.of();
  }

  /**
   * Passes every pair to {@code action}: the pairs of the files, of an article and its translation,
   * or of the memory if no file is named.
   *
   * @param doing the activity in progress messages, such as {@code checking}
   * @throws InputException if something cannot be read
   */
  public void forEach(String doing, Consumer<CheckedPair<Passage>> action) {
    if (source.isMemory()) {
      memory(doing, action);
    }
    long all = together.stream().mapToLong(this::size).sum();
    ReadingProgress progress = new ReadingProgress(notices, doing, "pair", all);
    for (List<String> files : together) {
      progress.start(files.get(0), size(files));
      if (files.size() == 1) {
        units(files.get(0), progress, action);
      } else {
        article(new Article(files.get(0), files.get(1), ""), action);
      }
      progress.end();
    }
  }

  /** Total size of these files in bytes; 0 for standard input. */
  private long size(List<String> files) {
    return files.stream()
        .filter(file -> !file.equals("-"))
        .mapToLong(file -> workplace.resolve(file).toFile().length())
        .sum();
  }

  /** Reads other files that belong together in the same way, without messages. */
  CheckInputs of(List<String> files) {
    return new CheckInputs(this, files);
  }

  /** The files: of units, each read alone, or an article and its translation, read together. */
  List<List<String>> together() {
    return together;
  }

  List<PairList.Alone> leftOut() {
    return leftOut;
  }

  public void warnLeftOut() {
    leftOut.forEach(text -> notices.warn(text.file() + " is left out: " + text.reason()));
  }

  /** Waivers in the texts that apply to no pair. */
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

  /** Excludes rejected units unless the filter names their status. */
  private UnitFilter wanted() {
    UnitFilter wanted = source.filter();
    return wanted.statuses().isEmpty()
        ? wanted.withStatuses(UnitFilter.OFFERED.statuses())
        : wanted;
  }

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

  PairOptions pairOptions() {
    Lang from = source.source().lang();
    Lang to = source.target().lang();
    return new PairOptions(
            otherwise(from, Lang.ZH_CN),
            otherwise(to, Lang.EN_US),
            /* acceptVariant= */ true,
            Unit.Status.DRAFT,
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

  private void sayFurniture(List<Segment> sentences) {
    List<String> furniture =
        sentences.stream()
            .filter(sentence -> sentence.type() == BlockType.FURNITURE)
            .map(Segment::text)
            .toList();
    if (!furniture.isEmpty()) {
      notices.detail(
          "%s: %d of %s are furniture and not checked: %s",
          sentences.get(0).document().name(),
          furniture.size(),
          CountedNoun.of(sentences.size(), "sentence"),
          LeftOutText.named(furniture));
    }
  }

  DocumentReader targetReader() {
    return new DocumentReader(source.target());
  }

  /** Passes on a pair, or a source sentence without a translation; page clutter is neither. */
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

  private static final class CheckedUnits implements UnitEvents {

    private static final int MAX_SHOWN = 10;

    private final String file;
    private final Notices notices;
    private final ReadingProgress progress;
    private final Consumer<CheckedPair<Passage>> action;
    private int problems;

    CheckedUnits(
        String file,
        Notices notices,
        ReadingProgress progress,
        Consumer<CheckedPair<Passage>> action) {
      this.file = file;
      this.notices = notices;
      this.progress = progress;
      this.action = action;
    }

    @Override
    public void pair(FoundPair pair) {
      action.accept(
          CheckedPair.at(Passage.of(pair.unit()), new Location(file, pair.raw().line(), 1)));
      progress.unit();
    }

    @Override
    public void refused(RawUnit unit, boolean isPair, String reason) {
      add(unit.line(), "not checked: " + reason);
    }

    @Override
    public void corrected(int line, String what) {
      add(line, "checked as corrected: " + what);
    }

    @Override
    public void misdated(int line, String what) {
      // The texts are checked anyway.
    }

    private void add(int line, String what) {
      problems++;
      if (notices.wantsDetails() || problems <= MAX_SHOWN) {
        notices.say(file + ":" + line + ": " + what);
      }
    }

    void sayRest() {
      if (problems > MAX_SHOWN && !notices.wantsDetails()) {
        notices.say(file + ": " + (problems - MAX_SHOWN) + " more; -v names them");
      }
    }
  }

  /** Assigns the waivers in an article and its translation to beads. For one thread. */
  private static final class ArticleWaivers {

    private final List<Reach> source;
    private final List<Reach> target;

    /** A waiver and its sentences; none if no text follows it. */
    private static final class Reach {

      private final Waiver waiver;
      private final Range sentences;
      private boolean taken;

      Reach(Waiver waiver, Range sentences) {
        this.waiver = waiver;
        this.sentences = sentences;
      }
    }

    ArticleWaivers(Alignment alignment, ReadText source, ReadText target) {
      this.source = reaches(source.waivers(), alignment.source());
      this.target = reaches(target.waivers(), alignment.target());
    }

    /** A waiver applies to the next sentence that begins after it and to the rest of its block. */
    private static List<Reach> reaches(List<WaiverNote> notes, List<Segment> segments) {
      List<Reach> reaches = new ArrayList<>();
      int next = 0;
      for (WaiverNote note : notes) {
        while (next < segments.size() && !isAfter(segments.get(next), note.end())) {
          next++;
        }
        Range sentences = new Range(next, endOfBlock(segments, next));
        reaches.add(new Reach(Waiver.of(note.text(), note.where()), sentences));
      }
      return reaches;
    }

    private static int endOfBlock(List<Segment> segments, int first) {
      int end = first;
      while (end < segments.size()
          && segments.get(end).blockIndex() == segments.get(first).blockIndex()) {
        end++;
      }
      return end;
    }

    private static boolean isAfter(Segment segment, Location end) {
      Location start = segment.location();
      return segment.type().isContent()
          && (start.line() > end.line()
              || (start.line() == end.line() && start.column() >= end.column()));
    }

    List<Waiver> of(Bead bead) {
      List<Waiver> found = new ArrayList<>();
      take(source, bead.source(), found);
      take(target, bead.target(), found);
      return found;
    }

    private static void take(List<Reach> from, Range range, List<Waiver> into) {
      for (Reach reach : from) {
        if (reach.sentences.start() < range.end() && range.start() < reach.sentences.end()) {
          reach.taken = true;
          into.add(reach.waiver);
        }
      }
    }

    /** The waivers that {@link #of} returned for no bead: they apply to no checked sentence. */
    List<Waiver> astray() {
      List<Waiver> all = new ArrayList<>();
      for (List<Reach> side : List.of(source, target)) {
        side.stream().filter(reach -> !reach.taken).forEach(reach -> all.add(reach.waiver));
      }
      return all;
    }
  }

  private static final class ProgramCode {

    private final IdentityHashMap<Document, List<Span>> known = new IdentityHashMap<>();

    /** The code in a pair of texts, each joined from sentences like in an alignment. */
    Finding.Spans in(List<Segment> source, List<Segment> target) {
      return new Finding.Spans(in(source), in(target));
    }

    private List<Span> in(List<Segment> sentences) {
      List<Span> found = new ArrayList<>();
      int start = 0;
      for (Segment sentence : sentences) {
        Document document = sentence.document();
        if (document.markup().codes().isEmpty()) {
          return List.of();
        }
        for (Span code : known.computeIfAbsent(document, one -> one.markup().programs())) {
          if (sentence.span().contains(code)) {
            int shift = start - sentence.span().start();
            found.add(new Span(code.start() + shift, code.end() + shift));
          }
        }
        start += sentence.span().length() + (document.lang().isChinese() ? 0 : 1);
      }
      return found;
    }
  }

  /** Maps positions in the joined sentences of one side of a bead to locations in its document. */
  static final class BeadPlace implements Locator {

    private final List<Segment> segments;
    private final int separator;

    BeadPlace(List<Segment> segments) {
      this.segments = List.copyOf(segments);
      this.separator = segments.get(0).document().lang().isChinese() ? 0 : 1;
    }

    @Override
    public Location at(int offset) {
      return segments.get(0).document().location(inDocument(offset));
    }

    int inDocument(int offset) {
      int remaining = offset;
      for (int i = 0; i < segments.size(); i++) {
        Segment segment = segments.get(i);
        int length = segment.span().length();
        // An offset at the end of a sentence belongs to the next sentence, if there is one.
        if (remaining < length || i == segments.size() - 1) {
          return segment.span().start() + Math.min(remaining, length);
        }
        remaining = Math.max(0, remaining - length - separator);
      }
      throw new IllegalStateException("a bead side without sentences");
    }
  }
}
