package ballast.app.documents;

import ballast.app.Workplace;
import ballast.app.documents.Direction.SearchSide;
import ballast.app.documents.MatchAnalysis.Neighbourhood;
import ballast.app.documents.MergedDocument.MergeRemark;
import ballast.app.documents.OpenTranslation.Row;
import ballast.app.documents.OpenTranslation.State;
import ballast.app.documents.PreTranslation.Matching;
import ballast.app.documents.PreTranslation.TargetCodes;
import ballast.app.documents.TranslatedFile.Piece;
import ballast.app.documents.TranslationReport.FoundTranslation;
import ballast.app.documents.TypedTexts.Origin;
import ballast.app.documents.TypedTexts.Typed;
import ballast.app.documents.TypedTexts.TypedRow;
import ballast.app.project.MarkedName;
import ballast.app.project.Project;
import ballast.bitext.BlockType;
import ballast.bitext.CodeComparison;
import ballast.bitext.CodeComparison.Problem;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Sha256;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.bitext.UnitCodes;
import ballast.bitext.Version;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.BlockWriter;
import ballast.format.document.DocumentReader;
import ballast.format.file.OutputFile;
import ballast.language.matching.PairOrder;
import ballast.lexicon.Lexicon;
import ballast.links.CodePlacer;
import ballast.memory.CommandInfo;
import ballast.memory.DocumentChange;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import ballast.memory.Revision;
import ballast.memory.Revision.AlignedFile;
import ballast.memory.UnitFilter;
import ballast.revise.Pairing;
import ballast.revise.TextVersion;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Translates a document sentence by sentence, from an empty one to the finished file.
 *
 * <p>A translation in work is a document of the memory whose translated file does not exist yet.
 * What is confirmed is a unit of the memory; what is only typed is kept on this machine ({@link
 * TypedTexts}). Sentences that the translator divided or joined are pinned beads. Nothing is kept
 * open between calls, so other programs may use the memory. Thread-safe.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * TranslationEditor editor =
 *     new TranslationEditor(Workplace.in(folder), memory, Lexicon.bundledWhenNeeded());
 * String document = editor.begin("guide.zh.md");
 * String source = editor.open(document).rows().get(0).source();
 * editor.confirm(document, 1, source, Wording.of("The bridge is mended.", ""), "");
 * }</pre>
 */
public final class TranslationEditor {

  private static final int MIN_SCORE = 60;
  private static final int MAX_MATCHES = 5;

  /** Attempts to write while another person confirms other rows of the document. */
  private static final int MAX_ATTEMPTS = 5;

  private final Workplace workplace;
  private final Path root;
  private final MemoryStore store;
  private final Lexicon lexicon;
  private final Map<String, Source> sources = new ConcurrentHashMap<>();
  private final Map<String, TypedTexts> typed = new ConcurrentHashMap<>();

  /**
   * @param workplace its author is recorded
   * @param memory need not exist yet
   * @param lexicon stays open
   */
  public TranslationEditor(Workplace workplace, MemoryStore memory, Lexicon lexicon) {
    this.workplace = workplace;
    this.root = Project.around(workplace.directory()).root();
    this.store = memory;
    this.lexicon = lexicon;
  }

  /** Another person has confirmed another translation of the same sentence. */
  public static final class OvertakenException extends InputException {

    private static final long serialVersionUID = 1L;

    private final transient Unit now;

    private OvertakenException(Unit now) {
      super(
          "%s has translated this sentence meanwhile: %s"
              .formatted(author(now.provenance().author()), now.target()),
          "confirm again to replace it");
      this.now = now;
    }

    private static String author(String name) {
      return name.isEmpty() ? "someone" : name;
    }

    public Unit now() {
      return now;
    }
  }

  /**
   * A match for a row.
   *
   * @param wording its translation with the codes of the row
   */
  public record Proposal(FoundTranslation found, Wording wording) {}

  /**
   * A written translation.
   *
   * @param source name of the source document
   * @param file name of the translated one
   * @param open sentences without a translation
   */
  public record Written(
      String source, String file, MergedDocument document, List<MergeRemark> open) {

    public boolean isComplete() {
      return open.isEmpty();
    }
  }

  /** A source document as read from its file. */
  private record Source(String sha256, ReadText text, List<Segment> sentences) {}

  /** What is to be recorded: the sentences, and the units by the numbers of their rows. */
  private record Draft(List<Segment> segments, Map<Integer, Unit> units) {}

  /**
   * Begins the translation of a document, or continues it.
   *
   * @return its name in the memory
   * @throws InputException if it cannot be read or its format cannot be written, or it has been
   *     aligned with a translation
   */
  public String begin(String file) {
    Path path = workplace.resolve(file);
    byte[] bytes = ArticleBytes.of(path, file);
    ArticleFormat format = ArticleFormat.of(file, bytes);
    if (format == ArticleFormat.PDF || format.readAs().isPresent()) {
      throw BlockWriter.cannotWrite(file, format);
    }
    Project project = Project.around(workplace.directory());
    String document = project.documentName(path);
    try (Memory memory = store.openForWriting(WriteOptions.at(workplace.clock()))) {
      Optional<Revision> known = memory.latestRevision(document);
      if (known.isPresent() && !known.get().run().files().source().name().isEmpty()) {
        if (!known.get().run().files().areInWork()) {
          throw new InputException(
              "\""
                  + document
                  + "\" is translated already: "
                  + known.get().run().files().target().name(),
              "open it in the room Align; or rename the file to translate it another time");
        }
        return document;
      }
      Source source = read(bytes, file);
      Direction direction = Direction.of(List.of(source.text()), null);
      AlignedFile target =
          AlignedFile.planned(project.portable(path.resolveSibling(targetName(path, direction))));
      Revision.Files files =
          new Revision.Files(AlignedFile.of(project.portable(path), bytes), target);
      memory.addRevision(
          change(document, direction, files, new Draft(source.sentences(), Map.of()), "begun"));
    }
    return document;
  }

  /** Names a translation after its source: {@code article.zh.docx} becomes article.en.docx. */
  private static String targetName(Path source, Direction direction) {
    String name = String.valueOf(source.getFileName());
    MarkedName marked = MarkedName.of(name);
    String lang = direction.target().language();
    if (marked.isMarked()) {
      String rest = name.substring(marked.before().length());
      String from = direction.source().language();
      int at = rest.toLowerCase(Locale.ROOT).indexOf(from);
      if (at >= 0) {
        return marked.before() + rest.substring(0, at) + lang + rest.substring(at + from.length());
      }
    }
    String stem = MarkedName.withoutExtension(name);
    return stem + "." + lang + name.substring(stem.length());
  }

  private Source read(byte[] bytes, String file) {
    String sha256 = Sha256.hex(bytes);
    Source kept = sources.get(file);
    if (kept != null && kept.sha256().equals(sha256)) {
      return kept;
    }
    ReadText text = new DocumentReader(reading()).read(bytes, file);
    Source source =
        new Source(
            sha256, text, Segmenter.create(SegmenterOptions.DEFAULT).segment(text.document()));
    sources.put(file, source);
    return source;
  }

  private static ReaderOptions reading() {
    return ReaderOptions.DEFAULT.forTranslation();
  }

  /** Returns the documents that are being translated, by name. */
  public Set<String> inWork() {
    if (!store.exists()) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    try (Memory memory = store.openForReading()) {
      memory.documents().stream()
          .filter(document -> document.revisions() > 0)
          .map(document -> memory.requireRevision(document.name()))
          .filter(revision -> revision.run().files().areInWork())
          .forEach(revision -> names.add(revision.document()));
    }
    return names;
  }

  /**
   * Opens a translation. If its file has a new version, sentences that are as before keep their
   * translations; a changed one shows the translation of the old one, to be confirmed again.
   *
   * @throws InputException if there is no such translation, or its file is missing
   */
  public OpenTranslation open(String document) {
    try (Memory memory = store.openForReading()) {
      Revision revision = revision(memory, document);
      Source source = source(revision);
      if (source.sha256().equals(revision.run().files().source().sha256())) {
        return opened(memory, revision, source);
      }
    }
    return renewed(document);
  }

  private static Revision revision(Memory memory, String document) {
    Revision revision = memory.requireRevision(document);
    if (!revision.run().files().areInWork()) {
      throw new InputException(
          "\"" + document + "\" is not being translated", "open it in the room Align");
    }
    return revision;
  }

  private Source source(Revision revision) {
    String name = revision.run().files().source().name();
    Path path = path(name);
    if (!Files.isRegularFile(path)) {
      throw new InputException(
          "\"" + name + "\", which is being translated, is missing", "put the file back");
    }
    String file = workplace.shown(path);
    return read(ArticleBytes.of(path, file), file);
  }

  /** A file may have been named relative to the root of the project. */
  private Path path(String name) {
    Path here = workplace.resolve(name);
    return Files.exists(here) ? here : root.resolve(name);
  }

  private TypedTexts typed(String document) {
    return typed.computeIfAbsent(document, name -> TypedTexts.of(root, name));
  }

  private OpenTranslation opened(Memory memory, Revision revision, Source source) {
    String document = revision.document();
    List<Segment> segments =
        divided(source, memory.pins(document).stream().map(PinnedBead::source).toList());
    List<List<InlineCode>> codes = codes(source, segments);
    List<Unit> units = units(memory, document);
    TypedTexts own = typed(document);
    List<Row> rows = OpenTranslation.rows(segments, codes, byRow(segments, units), own.current());
    List<String> problems =
        own.unreadable() == 0
            ? List.of()
            : List.of(
                own.unreadable() + " lines of what was typed cannot be read and are left out");
    Direction direction =
        new Direction(source.text().document().lang(), lang(memory, document, source));
    return new OpenTranslation(revision, direction, source.text(), segments, rows, problems);
  }

  private static Lang lang(Memory memory, String document, Source source) {
    return memory.documents().stream()
        .filter(one -> one.name().equals(document))
        .map(one -> one.targetLang())
        .findFirst()
        .orElseGet(() -> Direction.of(List.of(source.text()), null).target());
  }

  private static List<List<InlineCode>> codes(Source source, List<Segment> segments) {
    return UnitCodes.bySentence(source.text().document(), segments).stream()
        .map(UnitCodes::numbered)
        .toList();
  }

  private static List<Unit> units(Memory memory, String document) {
    List<Unit> units = new ArrayList<>();
    memory.forEachUnit(UnitFilter.CURRENT.inDocuments(Set.of(document)), units::add);
    return units;
  }

  /** Finds the rows of units: at their places, otherwise the next equal sentence without a unit. */
  private static Map<Integer, Unit> byRow(List<Segment> segments, List<Unit> units) {
    List<String> rows =
        segments.stream().filter(one -> one.type().isContent()).map(Segment::text).toList();
    Map<Integer, Unit> byRow = new TreeMap<>();
    List<Unit> left = new ArrayList<>();
    for (Unit unit : units) {
      int position = unit.provenance().position();
      boolean isThere =
          position > 0
              && position <= rows.size()
              && rows.get(position - 1).equals(unit.source())
              && !byRow.containsKey(position);
      if (isThere) {
        byRow.put(position, unit);
      } else {
        left.add(unit);
      }
    }
    for (Unit unit : left) {
      for (int number = 1; number <= rows.size(); number++) {
        if (rows.get(number - 1).equals(unit.source()) && byRow.putIfAbsent(number, unit) == null) {
          break;
        }
      }
    }
    return byRow;
  }

  /** Divides the text where the segmenter does, and where the translator did. */
  private static List<Segment> divided(Source source, List<PinnedText> pins) {
    Document document = source.text().document();
    TreeMap<Integer, Segment> own = new TreeMap<>();
    for (PinnedText pin : pins) {
      List<Segment> places = places(document, pin.text());
      if (pin.occurrence() < places.size()) {
        Segment place = places.get(pin.occurrence());
        own.put(place.span().start(), place);
      }
    }
    List<Segment> segments = new ArrayList<>();
    int taken = 0;
    for (Segment natural : source.sentences()) {
      int at = Math.max(natural.span().start(), taken);
      while (at < natural.span().end()) {
        Map.Entry<Integer, Segment> next = own.ceilingEntry(at);
        boolean isNext = next != null && next.getKey() < natural.span().end();
        int to = isNext ? next.getKey() : natural.span().end();
        trimmed(document, natural.blockIndex(), at, to).ifPresent(segments::add);
        if (isNext) {
          segments.add(next.getValue());
        }
        at = isNext ? next.getValue().span().end() : to;
      }
      taken = Math.max(taken, at);
    }
    return segments;
  }

  private static Optional<Segment> trimmed(Document document, int block, int from, int to) {
    String part = document.text().substring(from, to);
    int start = from + part.length() - part.stripLeading().length();
    int end = to - part.length() + part.stripTrailing().length();
    return start < end
        ? Optional.of(new Segment(document, block, new Span(start, end)))
        : Optional.empty();
  }

  /** Returns all places of a text in the blocks of a document. */
  private static List<Segment> places(Document document, String text) {
    List<Segment> places = new ArrayList<>();
    for (int i = 0; i < document.blocks().size() && !text.isEmpty(); i++) {
      Span block = document.blocks().get(i).span();
      for (int at = document.text().indexOf(text, block.start());
          at >= 0 && at + text.length() <= block.end();
          at = document.text().indexOf(text, at + 1)) {
        places.add(new Segment(document, i, new Span(at, at + text.length())));
      }
    }
    return places;
  }

  /** Keeps what has been typed into a row. It is on the disk when this returns. */
  public OpenTranslation type(String document, int number, String source, Wording wording) {
    OpenTranslation now = open(document);
    Row row = now.row(number, source);
    Wording confirmed =
        row.unit() == null
            ? Wording.NONE
            : Wording.of(
                row.confirmed(), row.codes(), InlineCode.on(Side.TARGET, row.unit().codes()));
    Typed before = row.typed();
    String was = before == null ? "" : before.was();
    boolean isSame = wording.equals(confirmed) && was.isEmpty();
    Typed text = new Typed(wording, Origin.TYPED, number, row.confirmed(), was);
    typed(document).put(Map.of(row.key(), isSame ? Optional.empty() : Optional.of(text)));
    return open(document);
  }

  /**
   * Confirms the translation of a row: it becomes a unit of the memory.
   *
   * @param known the confirmed translation that the translator has seen; empty if none
   * @throws OvertakenException if another person has confirmed another one since
   */
  public OpenTranslation confirm(
      String document, int number, String source, Wording wording, String known) {
    if (wording.text().isBlank()) {
      throw new InputException(
          "an empty translation cannot be confirmed", "write one, or leave the row open");
    }
    type(document, number, source, wording);
    return changed(
        document,
        "translated",
        now -> {
          Row row = now.row(number, source);
          if (!row.confirmed().equals(known)
              && !row.confirmed().equals(wording.text().strip())
              && row.unit() != null) {
            throw new OvertakenException(row.unit());
          }
          Map<Integer, Unit> units = units(now);
          units.put(number, unit(now, row, wording));
          return new Draft(now.segments(), units);
        });
  }

  private static Map<Integer, Unit> units(OpenTranslation now) {
    Map<Integer, Unit> units = new TreeMap<>();
    for (Row row : now.rows()) {
      if (row.unit() != null) {
        units.put(row.number(), row.unit());
      }
    }
    return units;
  }

  private Unit unit(OpenTranslation now, Row row, Wording typed) {
    Wording wording = typed.stripped();
    List<InlineCode> codes = new ArrayList<>(row.codes());
    codes.addAll(wording.placed(row.codes()));
    Instant at = workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Unit.Provenance provenance =
        new Unit.Provenance(
            now.document(),
            row.number(),
            workplace.author(),
            at,
            at,
            new Unit.Pairing(1, workplace.author(), at),
            Unit.Status.DRAFT);
    return new Unit(
        row.unit() == null ? "" : row.unit().id(),
        now.direction().source(),
        now.direction().target(),
        row.source(),
        wording.text(),
        provenance,
        codes);
  }

  /** Records a change. If another person has changed other rows since, it is made again. */
  private OpenTranslation changed(
      String document, String deed, Function<OpenTranslation, Draft> change) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      OpenTranslation now = open(document);
      Draft draft = change.apply(now);
      try (Memory memory = store.openExisting(WriteOptions.at(workplace.clock()))) {
        DocumentChange made =
            change(document, now.direction(), now.revision().run().files(), draft, deed);
        Optional<Revision> after = memory.apply(now.revision(), made);
        if (after.isPresent()) {
          return opened(memory, after.get(), source(after.get()));
        }
      }
    }
    throw new InputException(
        "\"" + document + "\" is being changed by other people at this moment", "try again");
  }

  private DocumentChange change(
      String document, Direction direction, Revision.Files files, Draft draft, String deed) {
    List<Segment> content =
        draft.segments().stream().filter(one -> one.type().isContent()).toList();
    Instant at = workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    List<Unit> units = new ArrayList<>();
    List<PinnedBead> pins = new ArrayList<>();
    Set<List<Object>> natural = new HashSet<>();
    Segmenter.create(SegmenterOptions.DEFAULT)
        .segment(draft.segments().get(0).document())
        .forEach(one -> natural.add(List.of(one.blockIndex(), one.span())));
    Map<String, Integer> targets = new HashMap<>();
    for (int i = 0; i < content.size(); i++) {
      Segment segment = content.get(i);
      Unit unit = draft.units().get(i + 1);
      PinnedText target = PinnedText.NONE;
      if (unit != null) {
        units.add(unit.with(unit.source(), unit.target(), unit.codes(), at(unit, i + 1)));
        int occurrence = targets.merge(unit.target(), 1, Integer::sum) - 1;
        target = new PinnedText(unit.target(), occurrence);
      }
      if (unit != null || !natural.contains(List.of(segment.blockIndex(), segment.span()))) {
        List<Segment> places = places(segment.document(), segment.text());
        PinnedText source = new PinnedText(segment.text(), Math.max(0, places.indexOf(segment)));
        pins.add(new PinnedBead(source, target, unit != null, null, workplace.author(), at));
      }
    }
    int furniture =
        (int) draft.segments().stream().filter(one -> one.type() == BlockType.FURNITURE).count();
    Revision.Run run =
        new Revision.Run(
            workplace.author(),
            files,
            new Revision.Counts(draft.segments().size(), 0, content.size(), furniture),
            Version.current().toString(),
            "");
    return new DocumentChange(
        document,
        direction.source(),
        direction.target(),
        run,
        units,
        pins,
        List.of(),
        List.of(),
        deed,
        /* restores= */ false);
  }

  private static Unit.Provenance at(Unit unit, int number) {
    Unit.Provenance old = unit.provenance();
    return new Unit.Provenance(
        old.document(),
        number,
        old.author(),
        old.created(),
        old.changed(),
        old.pairing(),
        old.status());
  }

  /**
   * Divides a row in two; what it has as translation is divided, too, and is to be confirmed.
   *
   * @param at place in the sentence, in UTF-16 units, not at one of its ends
   * @param cut place in the translation, from 0 to its length
   */
  public OpenTranslation split(
      String document, int number, String source, int at, Wording wording, int cut) {
    OpenTranslation after =
        changed(
            document,
            "split",
            now -> {
              Segment whole = now.row(number, source).segment();
              Span span = whole.span();
              Optional<Segment> first =
                  trimmed(
                      whole.document(),
                      whole.blockIndex(),
                      span.start(),
                      span.start() + inside(at, span));
              Optional<Segment> second =
                  trimmed(whole.document(), whole.blockIndex(), span.start() + at, span.end());
              if (first.isEmpty() || second.isEmpty()) {
                throw noCut();
              }
              return replaced(now, number, 1, List.of(first.get(), second.get()));
            });
    Row first = after.rows().get(number - 1);
    Row second = after.rows().get(number);
    int own = first.codes().size();
    String text = wording.text();
    int place = Math.max(0, Math.min(cut, text.length()));
    List<Wording.Place> lefts = new ArrayList<>();
    List<Wording.Place> rights = new ArrayList<>();
    for (Wording.Place one : wording.places()) {
      if (one.code() < own && one.offset() <= place) {
        lefts.add(one);
      } else if (one.code() >= own && one.offset() >= place) {
        rights.add(new Wording.Place(one.offset() - place, one.code() - own));
      }
    }
    Map<TypedRow, Optional<Typed>> texts = new LinkedHashMap<>();
    keep(texts, first, new Wording(text.substring(0, place), lefts).stripped());
    keep(texts, second, new Wording(text.substring(place), rights).stripped());
    typed(document).put(texts);
    return open(document);
  }

  private static int inside(int at, Span span) {
    if (at <= 0 || at >= span.length()) {
      throw noCut();
    }
    return at;
  }

  private static InputException noCut() {
    return new InputException(
        "the sentence cannot be divided there", "choose a place between two of its characters");
  }

  private static void keep(Map<TypedRow, Optional<Typed>> texts, Row row, Wording wording) {
    Typed text = new Typed(wording, Origin.TYPED, row.number(), row.confirmed(), "");
    texts.put(row.key(), wording.text().isBlank() ? Optional.empty() : Optional.of(text));
  }

  /** Joins a row with the next one of its paragraph. */
  public OpenTranslation join(String document, int number, String source, Wording wording) {
    OpenTranslation before = open(document);
    Row first = before.row(number, source);
    if (number == before.rows().size()
        || before.rows().get(number).segment().blockIndex() != first.segment().blockIndex()) {
      throw new InputException(
          "the next sentence is in another paragraph",
          "only sentences of one paragraph are joined");
    }
    Row second = before.rows().get(number);
    OpenTranslation after =
        changed(
            document,
            "joined",
            now -> {
              Segment one = now.row(number, source).segment();
              Segment other = now.row(number + 1, second.source()).segment();
              Span span = new Span(one.span().start(), other.span().end());
              Segment whole = new Segment(one.document(), one.blockIndex(), span);
              return replaced(now, number, 2, List.of(whole));
            });
    String left = wording.text().strip();
    String right = second.wording().text();
    String space =
        left.isEmpty() || right.isEmpty() || after.direction().target().isChinese() ? "" : " ";
    List<Wording.Place> places = new ArrayList<>(wording.stripped().places());
    int shift = left.length() + space.length();
    int codes = first.codes().size();
    second
        .wording()
        .places()
        .forEach(p -> places.add(new Wording.Place(p.offset() + shift, p.code() + codes)));
    Map<TypedRow, Optional<Typed>> texts = new LinkedHashMap<>();
    keep(texts, after.rows().get(number - 1), new Wording(left + space + right, places));
    typed(document).put(texts);
    return open(document);
  }

  /** Puts other sentences in the place of some rows, and moves what was typed behind them. */
  private Draft replaced(OpenTranslation now, int number, int rows, List<Segment> segments) {
    List<Segment> all = new ArrayList<>(now.segments());
    int at = all.indexOf(now.rows().get(number - 1).segment());
    for (int i = 0; i < rows; i++) {
      all.remove(at);
    }
    all.addAll(at, segments);
    Map<Integer, Unit> units = new TreeMap<>();
    int shift = segments.size() - rows;
    units(now)
        .forEach(
            (row, unit) -> {
              if (row < number) {
                units.put(row, unit);
              } else if (row >= number + rows) {
                units.put(row + shift, unit);
              }
            });
    moveTyped(now, all);
    return new Draft(all, units);
  }

  /** Equal sentences are numbered: what was typed follows its sentence to its new number. */
  private void moveTyped(OpenTranslation now, List<Segment> after) {
    Map<Span, Row> before = new HashMap<>();
    now.rows().forEach(row -> before.put(row.segment().span(), row));
    Map<String, Integer> seen = new HashMap<>();
    Map<TypedRow, Optional<Typed>> moved = new LinkedHashMap<>();
    for (Segment segment : after) {
      if (segment.type().isContent()) {
        int occurrence = seen.merge(segment.text(), 1, Integer::sum) - 1;
        Row row = before.get(segment.span());
        if (row != null && row.occurrence() != occurrence) {
          moved.put(new TypedRow(segment.text(), occurrence), Optional.ofNullable(row.typed()));
        }
      }
    }
    typed(now.document()).put(moved);
  }

  /** Returns the best matches of a row, without its own unit, the best first. */
  public List<Proposal> matches(OpenTranslation translation, Row row) {
    try (Memory memory = store.openForReading()) {
      return matches(memory, translation, row, MIN_SCORE, MAX_MATCHES);
    }
  }

  private List<Proposal> matches(
      Memory memory, OpenTranslation translation, Row row, int minScore, int limit) {
    Direction direction = translation.direction();
    MemoryLookup lookup = new MemoryLookup(memory, direction.units(SearchSide.BOTH), minScore);
    TargetCodes codes = new TargetCodes(new CodePlacer(lexicon, lexicon), direction);
    Unit own = row.unit();
    List<Proposal> proposals = new ArrayList<>();
    for (FoundTranslation found : lookup.find(place(translation, row), limit + 1)) {
      if (own == null || !found.match().unit().id().equals(own.id())) {
        List<InlineCode> placed = codes.place(row.segment(), row.codes(), found).orElse(List.of());
        proposals.add(new Proposal(found, Wording.of(found.translation(), row.codes(), placed)));
      }
    }
    return proposals.stream().limit(limit).toList();
  }

  private static Neighbourhood place(OpenTranslation translation, Row row) {
    int i = row.number() - 1;
    List<Row> rows = translation.rows();
    return new Neighbourhood(
        i == 0 ? "" : rows.get(i - 1).source(),
        row.segment(),
        i == rows.size() - 1 ? "" : rows.get(i + 1).source());
  }

  /**
   * Gives open rows the translation of their best match.
   *
   * @param fillFrom lowest score of a match, in percent, 50 to {@link Matching#MAX_SCORE}
   * @return number of rows that were filled
   */
  public int fill(String document, int fillFrom) {
    OpenTranslation now = open(document);
    Map<TypedRow, Optional<Typed>> texts = new LinkedHashMap<>();
    try (Memory memory = store.openForReading()) {
      for (Row row : now.rows()) {
        if (row.state() == State.OPEN) {
          for (Proposal best : matches(memory, now, row, Math.min(fillFrom, 100), 1)) {
            boolean hasCodes = best.wording().places().size() == row.codes().size();
            if (best.found().match().score() >= fillFrom && hasCodes) {
              Typed text = new Typed(best.wording(), Origin.FILLED, row.number(), "", "");
              texts.put(row.key(), Optional.of(text));
            }
          }
        }
      }
    }
    typed(document).put(texts);
    return texts.size();
  }

  /** Takes a new version of the source file over. */
  private OpenTranslation renewed(String document) {
    try (Memory memory = store.openExisting(WriteOptions.at(workplace.clock()))) {
      Revision revision = revision(memory, document);
      Source source = source(revision);
      AlignedFile old = revision.run().files().source();
      if (source.sha256().equals(old.sha256())) {
        return opened(memory, revision, source);
      }
      List<Segment> segments =
          divided(source, memory.pins(document).stream().map(PinnedBead::source).toList());
      List<Unit> units = units(memory, document);
      Map<Integer, Unit> kept = byRow(segments, units);
      typed(document).put(changedTexts(document, segments, units, kept));
      Revision.Files files =
          new Revision.Files(
              new AlignedFile(old.name(), source.sha256()), revision.run().files().target());
      Direction direction =
          new Direction(source.text().document().lang(), lang(memory, document, source));
      memory.addRevision(change(document, direction, files, new Draft(segments, kept), "renewed"));
      return opened(memory, revision(memory, document), source);
    }
  }

  /** A sentence of the old version of a document, and its translation. */
  private record OldRow(int number, String source, Wording wording) {}

  /** Returns the translations of changed sentences, for the sentences that they have become. */
  private Map<TypedRow, Optional<Typed>> changedTexts(
      String document, List<Segment> segments, List<Unit> units, Map<Integer, Unit> kept) {
    Map<TypedRow, Typed> texts = typed(document).current();
    List<Row> rows =
        OpenTranslation.rows(
            segments, segments.stream().map(one -> List.<InlineCode>of()).toList(), kept, texts);
    TreeMap<Integer, OldRow> old = new TreeMap<>();
    texts.forEach(
        (key, text) -> old.put(text.row(), new OldRow(text.row(), key.source(), text.wording())));
    units.forEach(
        unit -> {
          int number = unit.provenance().position();
          Wording wording =
              Wording.of(
                  unit.target(),
                  InlineCode.on(Side.SOURCE, unit.codes()),
                  InlineCode.on(Side.TARGET, unit.codes()));
          old.put(number, new OldRow(number, unit.source(), wording));
        });
    List<OldRow> before = List.copyOf(old.values());
    List<PairOrder.Pair> pairs =
        new Pairing(lexicon)
            .pair(
                version(before.stream().map(OldRow::source).toList()),
                version(rows.stream().map(Row::source).toList()));
    Map<TypedRow, Optional<Typed>> changed = new LinkedHashMap<>();
    for (PairOrder.Pair pair : pairs) {
      if (!pair.isOneSided()) {
        Row row = rows.get(pair.revised().start());
        OldRow first = before.get(pair.old().start());
        if (row.state() == State.OPEN && !first.source().equals(row.source())) {
          Typed text = new Typed(first.wording(), Origin.CHANGED, row.number(), "", first.source());
          changed.put(row.key(), Optional.of(text));
        }
      }
    }
    return changed;
  }

  private static TextVersion version(List<String> sentences) {
    List<TextVersion.Sentence> all = new ArrayList<>();
    for (String text : sentences) {
      all.add(new TextVersion.Sentence(text, 0, BlockType.PARAGRAPH, Set.of(), 1, ""));
    }
    return new TextVersion(Lang.ZH_CN, all, true);
  }

  /**
   * Writes the translated document. Sentences without a translation stay as they are.
   *
   * @param file its name; empty for the planned one
   * @param replace whether an existing file may be replaced
   */
  public Written write(String document, String file, boolean replace) {
    OpenTranslation now = open(document);
    Path path = file.isEmpty() ? planned(now) : workplace.resolve(file);
    String source = workplace.shown(path(now.revision().run().files().source().name()));
    byte[] original = ArticleBytes.of(workplace.resolve(source), source);
    List<MergeRemark> repaired = new ArrayList<>();
    ReaderOptions reading = reading().withLang(now.direction().source());
    MergedDocument result =
        new TranslatedFile(reading, original, now.text(), now.direction().target())
            .write(pieces(now, repaired), repaired);
    result.requireName(String.valueOf(path.getFileName()));
    write(path, result.bytes(), replace);
    List<MergeRemark> open =
        now.rows().stream()
            .filter(row -> !row.hasText())
            .map(row -> new MergeRemark(row.segment().location(), row.source(), ""))
            .toList();
    return new Written(source, workplace.shown(path), result, open);
  }

  private Path planned(OpenTranslation now) {
    Path source = path(now.revision().run().files().source().name());
    return source.resolveSibling(String.valueOf(Path.of(now.targetFile()).getFileName()));
  }

  private static List<Piece> pieces(OpenTranslation now, List<MergeRemark> repaired) {
    Map<Segment, Row> rows = new HashMap<>();
    now.rows().forEach(row -> rows.put(row.segment(), row));
    Document document = now.text().document();
    List<Segment> all = DocumentMerge.withGaps(document, now.segments());
    List<List<InlineCode>> codes = UnitCodes.bySentence(document, all);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Segment segment = all.get(i);
      Row row = rows.get(segment);
      if (row == null || !row.hasText()) {
        pieces.add(Piece.kept(segment, codes.get(i)));
        continue;
      }
      Wording wording = row.wording().stripped();
      // The numbers of the codes are those of the row; the file's own are written.
      CodeComparison compared =
          CodeComparison.numbered(
              segment.text(), codes.get(i), wording.text(), wording.placed(codes.get(i)));
      List<InlineCode> placed = compared.placed(wording.text().length());
      pieces.add(new Piece(segment, wording.text(), placed, true));
      compared.problems().stream()
          .filter(Problem::isBroken)
          .map(problem -> new MergeRemark(segment.location(), segment.text(), problem.what()))
          .forEach(repaired::add);
    }
    return pieces;
  }

  private static void write(Path path, byte[] bytes, boolean replace) {
    try {
      // The same document may have been written before the program was stopped.
      if (!Files.isRegularFile(path)
          || !Sha256.hex(Files.readAllBytes(path)).equals(Sha256.hex(bytes))) {
        try (OutputFile out = OutputFile.createPage(path, replace)) {
          out.stream().write(bytes);
          out.finish();
          out.publish();
        }
      }
    } catch (IOException e) {
      throw OutputFile.cannotWrite(path, e);
    }
  }

  /** Confirms the text of each row that has one. */
  public OpenTranslation confirmAll(String document) {
    return changed(
        document,
        "finished",
        now -> {
          Map<Integer, Unit> units = units(now);
          now.rows().stream()
              .filter(row -> row.unit() == null || row.state() == State.TYPED)
              .filter(Row::hasText)
              .forEach(row -> units.put(row.number(), unit(now, row, row.wording())));
          return new Draft(now.segments(), units);
        });
  }

  /** Returns the command on this document to undo or redo next; empty if there is none. */
  public Optional<CommandInfo> next(String document, boolean redo) {
    try (Memory memory = store.openForReading()) {
      return memory
          .care()
          .reverse(redo, Choice.in(document), origin())
          .filter(command -> !command.kind().equals("begun") && !command.kind().equals("renewed"));
    }
  }

  /** Undoes or redoes a command. */
  public OpenTranslation reverse(String document, CommandInfo command, boolean redo) {
    try (Memory memory = store.openExisting(WriteOptions.at(workplace.clock()))) {
      memory.care().reverse(redo, Choice.numbered(command.number()), origin());
    }
    return open(document);
  }

  private CommandInfo.Origin origin() {
    return new CommandInfo.Origin(workplace.author(), "");
  }
}
