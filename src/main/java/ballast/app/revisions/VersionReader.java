package ballast.app.revisions;

import ballast.align.Aligner;
import ballast.app.Notices;
import ballast.app.Texts;
import ballast.app.WholeBlocks;
import ballast.app.Workplace;
import ballast.app.revisions.ComparedVersions.Name;
import ballast.app.revisions.ComparedVersions.UnitAuthors;
import ballast.app.revisions.VersionReading.VersionFile;
import ballast.app.units.UnitList;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Unit;
import ballast.format.article.ReadText;
import ballast.format.document.DocumentReader;
import ballast.format.unit.UnitFormat;
import ballast.language.matching.PairOrder;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.revise.Pairing;
import ballast.revise.SameFiles;
import ballast.revise.SourceText;
import ballast.revise.TextVersion;
import ballast.revise.UnitSieve;
import ballast.revise.UnitVersions;
import ballast.segment.Segmenter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

record VersionReader(Workplace workplace, Notices notices, VersionReading reading, Lexicon words) {

  /**
   * Two versions, ready to be compared.
   *
   * @param authors authors of the changes; {@link UnitAuthors#NONE} for files
   */
  record Versions(
      Name old, Name revised, UnitVersions versions, Lang sourceLang, UnitAuthors authors) {

    Versions(Name old, Name revised, UnitVersions versions, Lang sourceLang) {
      this(old, revised, versions, sourceLang, UnitAuthors.NONE);
    }

    Versions from(SameFiles files) {
      return new Versions(old, revised, versions.from(files), sourceLang, authors);
    }

    Versions by(Revision before, Revision after, UnitAuthors newAuthors) {
      return new Versions(old.made(before), revised.made(after), versions, sourceLang, newAuthors);
    }
  }

  /**
   * Reads two files, both with units or both with text.
   *
   * @param maxWhole files with at most this many units are compared completely; in longer files
   *     common units are only counted
   */
  Versions files(VersionFile old, VersionFile revised, int maxWhole) {
    if (old.holdsUnits() != revised.holdsUnits()) {
      throw new InputException(
          "cannot compare \"%s\" with \"%s\": one holds units, the other text"
              .formatted(old.name(), revised.name()),
          "give two files of units (" + UnitFormat.titles() + ") or two texts");
    }
    return old.holdsUnits() ? units(old, revised, maxWhole) : texts(old, revised);
  }

  private Versions units(VersionFile old, VersionFile revised, int maxWhole) {
    reading.refuseSource("files of units contain their source texts");
    return units(
        old.name(), to -> read(old, to), revised.name(), to -> read(revised, to), maxWhole);
  }

  private void read(VersionFile file, Consumer<Unit> to) {
    if (!file.isAbsent()) {
      new UnitList(workplace, notices, reading.pairs()).read(file.name(), file.file(), to);
    }
  }

  /** Passes on units one at a time, because large files do not fit into memory twice. */
  private interface UnitSource {
    void forEach(Consumer<Unit> to);
  }

  /** Reads units in any order, removing those that both versions have while reading. */
  private Versions units(
      String old, UnitSource before, String revised, UnitSource after, int maxWhole) {
    UnitSieve sieve = new UnitSieve();
    List<Unit> first = new ArrayList<>(1);
    before.forEach(
        unit -> {
          first.addAll(first.isEmpty() ? List.of(unit) : List.of());
          sieve.old(unit.source(), unit.target());
        });
    after.forEach(
        unit -> {
          first.addAll(first.isEmpty() ? List.of(unit) : List.of());
          sieve.revised(unit.source(), unit.target());
        });
    Lang from = first.isEmpty() ? Lang.ZH_CN : first.get(0).sourceLang();
    Lang to = first.isEmpty() ? Lang.EN_US : first.get(0).targetLang();
    return new Versions(
        new Name(old, to.tag()),
        new Name(revised, to.tag()),
        UnitVersions.of(sieve, from, to, maxWhole, words),
        from);
  }

  /** Reads two versions provided by git. Either may be absent. */
  Versions gitVersions(VersionFile old, VersionFile revised) {
    if (revised.holdsText()) {
      return texts(old, revised);
    }
    return units(
        old.name(),
        to -> readUnits(old, "the old version: ", to),
        revised.name(),
        to -> readUnits(revised, "the new version: ", to),
        /* maxWhole= */ 0);
  }

  private void readUnits(VersionFile file, String which, Consumer<Unit> to) {
    if (file.isAbsent()) {
      return;
    }
    try {
      new VersionUnits(workplace, notices, file, reading)
          .forEach(to, (lang, text) -> {})
          .forEach(problem -> notices.say("  %s: %s", file.name(), problem));
    } catch (InputException e) {
      String message = String.valueOf(e.getMessage()).replace(file.file(), file.name());
      throw new InputException(which + message, e.hint(), e);
    }
  }

  private Versions texts(VersionFile old, VersionFile revised) {
    Segmenter segmenter = Segmenter.create(reading.segmentation());
    Sentences before = sentences(old, reading.languages().target(), segmenter);
    Sentences after = sentences(revised, reading.languages().target(), segmenter);
    Lang lang = before.lang(after.lang(Lang.EN_US));
    Lang other = after.lang(lang);
    if (!lang.language().equals(other.language())) {
      throw new InputException(
          "\"" + old.name() + "\" is in " + lang + ", \"" + revised.name() + "\" is in " + other,
          "give two versions of one translation; if a language was detected wrongly, give --to");
    }
    Name oldName = new Name(old.name(), lang.tag());
    Name newName = new Name(revised.name(), other.tag());
    @Nullable String source = reading.source();
    if (source == null) {
      reading.refuseSource("without --source there is nothing to compare it with");
      UnitVersions versions =
          new UnitVersions(
              TextVersion.of(lang, before.segments(), List.of()),
              TextVersion.of(other, after.segments(), List.of()),
              List.of());
      return new Versions(oldName, newName, versions, Lang.ZH_CN);
    }
    Sentences now = source(source, segmenter);
    Lang from = now.lang(Lang.ZH_CN);
    if (from.language().equals(other.language())) {
      throw new InputException(
          "the source \"" + source + "\" is in " + from + ", as its translation is",
          "give the original with --source");
    }
    @Nullable String oldSource = reading.oldSource();
    SourceLinks links =
        new SourceLinks(
            new Aligner(words),
            new Pairing(words),
            oldSource == null ? now.segments() : source(oldSource, segmenter).segments(),
            now.segments(),
            from);
    return new Versions(
        oldName, newName, links.versions(lang, before.segments(), other, after.segments()), from);
  }

  /** Reads the latest revision of a document, and a text to follow it. */
  Versions latestAndText(Memory memory, String document, VersionFile file) {
    List<Revision> revisions = memory.revisions(document);
    int last = last(revisions);
    List<Unit> units = memory.unitsAt(document, last);
    Lang from = units.isEmpty() ? Lang.ZH_CN : units.get(0).sourceLang();
    Lang to = units.isEmpty() ? Lang.EN_US : units.get(0).targetLang();
    Segmenter segmenter = Segmenter.create(reading.segmentation());
    Sentences read = sentences(file, reading.languages().target(), segmenter);
    TextVersion text = TextVersion.of(read.lang(Lang.EN_US), read.segments(), List.of());
    String name = file.name();
    if (!to.language().equals(text.lang().language())) {
      throw new InputException(
          "\"" + name + "\" is in " + text.lang() + ", the translations of the document in " + to,
          "give a new version of the translation");
    }
    return new Versions(
        new Name(document + " revision " + last, to.tag()),
        new Name(name, text.lang().tag()),
        new UnitVersions(new TextVersion(to, translations(units), true), text, List.of()),
        from);
  }

  private static List<TextVersion.Sentence> translations(List<Unit> units) {
    List<TextVersion.Sentence> sentences = new ArrayList<>();
    for (Unit unit : units) {
      if (!unit.target().isEmpty()) {
        sentences.add(
            new TextVersion.Sentence(
                unit.target(), sentences.size(), BlockType.PARAGRAPH, Set.of(), /* line= */ 0));
      }
    }
    return sentences;
  }

  /**
   * Reads two revisions of a document in the memory.
   *
   * @param first number of the old one; 0: the one before the second
   * @param second number of the new one; 0: the latest
   */
  Versions revisions(Memory memory, String document, int first, int second) {
    reading.refuseSource("the memory has the source of each revision");
    List<Revision> revisions = memory.revisions(document);
    int last = last(revisions);
    int to = second == 0 ? last : second;
    int from = first == 0 ? to - 1 : first;
    if (from < 1 && first == 0) {
      throw new InputException(
          "\"" + document + "\" has one revision only",
          "align a changed translation to make the next one, or compare two files");
    }
    requireRevision(revisions, document, from);
    requireRevision(revisions, document, to);
    String notCompared = notCompared(info(revisions, from), info(revisions, to));
    if (!notCompared.isEmpty()) {
      notices.say(notCompared);
    }
    List<Unit> before = memory.unitsAt(document, from);
    List<Unit> after = memory.unitsAt(document, to);
    UnitAuthors.Numbers numbers = new UnitAuthors.Numbers(from, to);
    return ordered(
            document + " revision " + from, before, document + " revision " + to, after, words)
        .from(sameFiles(revisions, from, to))
        .by(
            info(revisions, from),
            info(revisions, to),
            UnitAuthors.of(memory, document, numbers, before, after));
  }

  /** Compares the files of two revisions by their SHA-256. */
  static SameFiles sameFiles(List<Revision> revisions, int from, int to) {
    Revision.Files before = files(revisions, from);
    Revision.Files after = files(revisions, to);
    return new SameFiles(
        before.source().sha256().equals(after.source().sha256()),
        before.target().sha256().equals(after.target().sha256()));
  }

  private static Revision.Files files(List<Revision> revisions, int number) {
    return info(revisions, number).run().files();
  }

  static Revision info(List<Revision> revisions, int number) {
    return revisions.stream()
        .filter(revision -> revision.number() == number)
        .findFirst()
        .orElseThrow();
  }

  static int last(List<Revision> revisions) {
    return revisions.get(revisions.size() - 1).number();
  }

  static void requireRevision(List<Revision> revisions, String document, int wanted) {
    if (revisions.stream().noneMatch(revision -> revision.number() == wanted)) {
      int last = last(revisions);
      throw new InputException(
          "\"" + document + "\" has no revision " + wanted,
          "it has revisions 1 to " + last + "; tm history lists them");
    }
  }

  static Versions ordered(
      String old, List<Unit> before, String revised, List<Unit> after, Lexicon words) {
    Optional<Unit> any = before.stream().findFirst().or(() -> after.stream().findFirst());
    Lang from = any.map(Unit::sourceLang).orElse(Lang.ZH_CN);
    Lang to = any.map(Unit::targetLang).orElse(Lang.EN_US);
    return new Versions(
        new Name(old, to.tag()),
        new Name(revised, to.tag()),
        UnitVersions.of(before, after, from, to, words),
        from);
  }

  /**
   * @param lang null for a version that does not exist
   * @param segments empty for a version that does not exist
   */
  private record Sentences(@Nullable Lang lang, List<Segment> segments) {

    Lang lang(Lang other) {
      Lang own = lang;
      return own == null ? other : own;
    }
  }

  private Sentences sentences(VersionFile file, @Nullable Lang wanted, Segmenter segmenter) {
    if (file.isAbsent()) {
      return new Sentences(wanted, List.of());
    }
    DocumentReader reader = new DocumentReader(reading.reader().withLang(wanted));
    ReadText text =
        file.name().equals(file.file())
            ? Texts.read(workplace, reader, file.file())
            : reader.read(workplace.resolve(file.file()), file.name());
    Lang lang = text.document().lang();
    notices.detail("%s: %s, %s", file.name(), lang, text.encoding().charset().name());
    text.notes().forEach(note -> notices.detail("  %s", note));
    Texts.warn(text, notices);
    return new Sentences(
        lang,
        reading.isByLine() ? WholeBlocks.of(text.document()) : segmenter.segment(text.document()));
  }

  private Sentences source(String file, Segmenter segmenter) {
    return sentences(VersionFile.of(file), reading.languages().source(), segmenter);
  }

  /**
   * Links the sentences of two versions of a translation to their source sentences. Each version is
   * aligned with its source, and two different sources are paired with each other.
   */
  private static final class SourceLinks {

    private final Aligner aligner;
    private final Lang lang;
    private final List<SourceText> texts = new ArrayList<>();
    private final List<Segment> oldSource;
    private final List<Segment> newSource;
    private final List<Set<Integer>> oldNumbers;
    private final List<Set<Integer>> newNumbers;

    /**
     * @param oldSource sentences of the source of the old version; the same list as {@code
     *     newSource} if there is one source
     */
    SourceLinks(
        Aligner aligner,
        Pairing pairing,
        List<Segment> oldSource,
        List<Segment> newSource,
        Lang lang) {
      this.aligner = aligner;
      this.lang = lang;
      this.oldSource = content(oldSource);
      this.newSource = content(newSource);
      this.oldNumbers = empty(this.oldSource.size());
      this.newNumbers = empty(this.newSource.size());
      number(pairing);
    }

    private static List<Segment> content(List<Segment> segments) {
      return segments.stream().filter(segment -> segment.type().isContent()).toList();
    }

    private static List<Set<Integer>> empty(int size) {
      List<Set<Integer>> empty = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        empty.add(new HashSet<>());
      }
      return empty;
    }

    private void number(Pairing pairing) {
      TextVersion left = TextVersion.of(lang, oldSource, List.of());
      TextVersion right = TextVersion.of(lang, newSource, List.of());
      for (PairOrder.Pair pair : pairing.pair(left, right)) {
        pair.old().of(oldNumbers).forEach(numbers -> numbers.add(texts.size()));
        pair.revised().of(newNumbers).forEach(numbers -> numbers.add(texts.size()));
        texts.add(new SourceText(left.text(pair.old()), right.text(pair.revised())));
      }
    }

    UnitVersions versions(Lang oldLang, List<Segment> old, Lang newLang, List<Segment> revised) {
      List<Supplier<TextVersion>> works =
          List.of(
              () -> linked(oldLang, content(old), oldSource, oldNumbers),
              () -> linked(newLang, content(revised), newSource, newNumbers));
      List<TextVersion> versions = works.parallelStream().map(Supplier::get).toList();
      return new UnitVersions(versions.get(0), versions.get(1), List.copyOf(texts));
    }

    private TextVersion linked(
        Lang target, List<Segment> segments, List<Segment> source, List<Set<Integer>> numbers) {
      Alignment alignment = aligner.align(source, segments);
      List<Set<Integer>> links = empty(segments.size());
      for (Bead bead : alignment.beads()) {
        Set<Integer> pairSources = new HashSet<>();
        bead.source().of(numbers).forEach(pairSources::addAll);
        bead.target().of(links).forEach(link -> link.addAll(pairSources));
      }
      return TextVersion.of(target, segments, links);
    }
  }

  /**
   * Returns a message if the files of two revisions differ and one certainly has such sentences;
   * otherwise empty.
   */
  static String notCompared(Revision old, Revision revised) {
    Revision.Files before = old.run().files();
    Revision.Files after = revised.run().files();
    boolean same = before.haveHashes(after.source().sha256(), after.target().sha256());
    if (same || (alone(old) == 0 && alone(revised) == 0)) {
      return "";
    }
    return ("sentences without a counterpart were not compared (%s, %s);"
            + " ballast diff OLD NEW compares the files")
        .formatted(inWords(old), inWords(revised));
  }

  private static String inWords(Revision revision) {
    int alone = alone(revision);
    return "revision " + revision.number() + ": " + (alone == 0 ? "none" : alone);
  }

  /** Minimum number of one-sided beads, not counting page clutter, which may be paired. */
  private static int alone(Revision revision) {
    return Math.max(
        0,
        revision.run().counts().beads() - revision.units() - revision.run().counts().furniture());
  }
}
