package ballast.workflow.revise;

import ballast.align.Aligner;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.UnitFormat;
import ballast.lexicon.Lexicon;
import ballast.memory.AlignedFiles;
import ballast.memory.Memory;
import ballast.memory.RevisionInfo;
import ballast.revise.Pairing;
import ballast.revise.SameFiles;
import ballast.revise.TextVersion;
import ballast.revise.UnitSieve;
import ballast.revise.UnitVersions;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.exchange.UnitList;
import ballast.workflow.revise.ComparedVersions.Name;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads two versions, of files or of the memory. */
final class VersionReader {

  private final Workplace workplace;
  private final Notices notices;
  private final VersionReading reading;
  private final Lexicon words;

  VersionReader(Workplace workplace, Notices notices, VersionReading reading, Lexicon words) {
    this.workplace = workplace;
    this.notices = notices;
    this.reading = reading;
    this.words = words;
  }

  /**
   * Two versions, ready to be compared.
   *
   * @param old name and language of the old one
   * @param revised name and language of the new one
   * @param versions both, and the sources
   * @param sourceLang language of the sources
   * @param authors who changed what; {@link UnitAuthors#NONE} of files
   */
  record Versions(
      Name old, Name revised, UnitVersions versions, Lang sourceLang, UnitAuthors authors) {

    /** Of which it is not known who changed what. */
    Versions(Name old, Name revised, UnitVersions versions, Lang sourceLang) {
      this(old, revised, versions, sourceLang, UnitAuthors.NONE);
    }

    Versions from(SameFiles files) {
      return new Versions(old, revised, versions.from(files), sourceLang, authors);
    }

    Versions by(RevisionInfo before, RevisionInfo after, UnitAuthors newAuthors) {
      return new Versions(old.made(before), revised.made(after), versions, sourceLang, newAuthors);
    }
  }

  /**
   * Two files: both of units, or both of text.
   *
   * @param maxWhole files with at most this many units are compared completely; in longer files the
   *     units that both have are only counted
   */
  Versions files(VersionFile old, VersionFile revised, int maxWhole) {
    if (old.holdsUnits() != revised.holdsUnits()) {
      throw new InputException(
          "cannot compare \""
              + old.name()
              + "\" with \""
              + revised.name()
              + "\": one holds units, the other text",
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
  interface UnitSource {
    void forEach(Consumer<Unit> to);
  }

  /** Units in any order; units that both versions have are removed while reading. */
  Versions units(String old, UnitSource before, String revised, UnitSource after, int maxWhole) {
    UnitSieve sieve = new UnitSieve();
    FirstUnit first = new FirstUnit();
    before.forEach(
        unit -> {
          first.see(unit);
          sieve.old(unit.source(), unit.target());
        });
    after.forEach(
        unit -> {
          first.see(unit);
          sieve.revised(unit.source(), unit.target());
        });
    Lang from = first.from;
    Lang to = first.to;
    return new Versions(
        new Name(old, to.tag()),
        new Name(revised, to.tag()),
        UnitVersions.of(sieve, from, to, maxWhole, words),
        from);
  }

  /** Takes the languages from the first unit. */
  private static final class FirstUnit {
    private Lang from = Lang.ZH_CN;
    private Lang to = Lang.EN_US;
    private boolean known;

    void see(Unit unit) {
      if (!known) {
        from = unit.sourceLang();
        to = unit.targetLang();
        known = true;
      }
    }
  }

  private Versions texts(VersionFile old, VersionFile revised) {
    VersionTexts texts = new VersionTexts(workplace, notices, reading);
    VersionTexts.Sentences before = texts.translation(old);
    VersionTexts.Sentences after = texts.translation(revised);
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
    VersionTexts.Sentences now = texts.source(source);
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
            oldSource == null ? now.segments() : texts.source(oldSource).segments(),
            now.segments(),
            from);
    return new Versions(
        oldName, newName, links.versions(lang, before.segments(), other, after.segments()), from);
  }

  /** One text, without its source. */
  TextVersion text(VersionFile file) {
    VersionTexts.Sentences text = new VersionTexts(workplace, notices, reading).translation(file);
    return TextVersion.of(text.lang(Lang.EN_US), text.segments(), List.of());
  }

  /**
   * Two revisions of a document in the memory.
   *
   * @param first number of the old one; 0: the one before the second
   * @param second number of the new one; 0: the latest
   */
  Versions revisions(Memory memory, String document, int first, int second) {
    reading.refuseSource("the memory has the source of each revision");
    List<RevisionInfo> revisions = memory.revisions(document);
    int last = revisions.get(revisions.size() - 1).number();
    int to = second == 0 ? last : second;
    int from = first == 0 ? to - 1 : first;
    if (from < 1 && first == 0) {
      throw new InputException(
          "\"" + document + "\" has one revision only",
          "align a changed translation to make the next one, or compare two files");
    }
    requireRevision(revisions, document, from);
    requireRevision(revisions, document, to);
    String notCompared = NotCompared.inWords(info(revisions, from), info(revisions, to));
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

  /** Which files two of these revisions have in common. */
  static SameFiles sameFiles(List<RevisionInfo> revisions, int from, int to) {
    AlignedFiles before = files(revisions, from);
    AlignedFiles after = files(revisions, to);
    return new SameFiles(
        before.source().sha256().equals(after.source().sha256()),
        before.target().sha256().equals(after.target().sha256()));
  }

  private static AlignedFiles files(List<RevisionInfo> revisions, int number) {
    return info(revisions, number).run().files();
  }

  static RevisionInfo info(List<RevisionInfo> revisions, int number) {
    return revisions.stream()
        .filter(revision -> revision.number() == number)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Stops if a document does not have a revision.
   *
   * @param revisions those that it has, in order
   * @throws InputException if so
   */
  static void requireRevision(List<RevisionInfo> revisions, String document, int wanted) {
    if (revisions.stream().noneMatch(revision -> revision.number() == wanted)) {
      int last = revisions.get(revisions.size() - 1).number();
      throw new InputException(
          "\"" + document + "\" has no revision " + wanted,
          "it has revisions 1 to " + last + "; tm history lists them");
    }
  }

  /** Units in the order of their document. */
  static Versions ordered(
      String old, List<Unit> before, String revised, List<Unit> after, Lexicon words) {
    Optional<Unit> any = before.stream().findFirst().or(() -> after.stream().findFirst());
    Lang from = any.map(Unit::sourceLang).orElse(Lang.ZH_CN);
    Lang to = any.map(Unit::targetLang).orElse(Lang.EN_US);
    return new Versions(
        new Name(old, to.tag()),
        new Name(revised, to.tag()),
        UnitVersions.of(before, after, from, to, true, words),
        from);
  }
}
