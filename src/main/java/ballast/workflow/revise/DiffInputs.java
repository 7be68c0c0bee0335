package ballast.workflow.revise;

import ballast.align.Aligner;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Unit;
import ballast.cli.option.DiffReading;
import ballast.cli.terminal.Console;
import ballast.format.article.ReadText;
import ballast.format.article.TextReader;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.RevisionInfo;
import ballast.revise.Pairing;
import ballast.revise.UnitSieve;
import ballast.revise.UnitVersions;
import ballast.revise.Version;
import ballast.segment.Segmenter;
import ballast.workflow.Texts;
import ballast.workflow.align.WholeBlocks;
import ballast.workflow.exchange.UnitList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what {@code ballast diff} compares. */
public final class DiffInputs {

  private final Console console;
  private final DiffReading options;
  private final Lexicon words;

  /** What the user calls some of the files. */
  private final Map<String, String> names = new HashMap<>();

  public DiffInputs(Console console, DiffReading options, Lexicon words) {
    this.console = console;
    this.options = options;
    this.words = words;
  }

  /**
   * Two versions, ready to be compared.
   *
   * @param old name and language of the old one
   * @param revised name and language of the new one
   * @param versions both, and the sources
   * @param sourceLang language of the sources
   */
  public record Versions(
      RevisionView.Name old, RevisionView.Name revised, UnitVersions versions, Lang sourceLang) {

    /** The same, with another name of the old version. */
    public Versions withOldName(String name) {
      RevisionView.Name other = new RevisionView.Name(name, old.language());
      return new Versions(other, revised, versions, sourceLang);
    }
  }

  /** Takes a file for messages by another name. */
  public void call(String file, String name) {
    names.put(file, name);
  }

  private void read(UnitList list, String file, Consumer<Unit> to) {
    list.read(names.getOrDefault(file, file), file, to);
  }

  /** Two files: both of units, or both of text. */
  public Versions files(String old, String revised) {
    if (isOfUnits(old) != isOfUnits(revised)) {
      throw new InputException(
          "cannot compare \"" + old + "\" with \"" + revised + "\": one holds units, one text",
          "give two files of units (" + UnitFormat.titles() + ") or two texts");
    }
    return isOfUnits(old) ? unitFiles(old, revised) : texts(old, revised);
  }

  /** Whether a file holds units, by its name or its first bytes. */
  public boolean isOfUnits(String file) {
    return UnitFile.isOne(console.resolve(file), file);
  }

  private Versions unitFiles(String old, String revised) {
    options.refuseSource("files of units bring their source");
    List<Unit> before = new ArrayList<>();
    read(new UnitList(console, options), old, before::add);
    List<Unit> after = new ArrayList<>();
    read(new UnitList(console, options), revised, after::add);
    return ofUnits(old, before, revised, after, false);
  }

  /**
   * Two files of units, without what both have: that is only counted. For files of any size.
   *
   * @param most files of no more units than this are compared whole
   */
  public Versions changedUnits(String old, String revised, int most) {
    options.refuseSource("files of units bring their source");
    UnitSieve sieve = new UnitSieve();
    UnitList before = new UnitList(console, options);
    read(before, old, unit -> sieve.old(unit.source(), unit.target()));
    UnitList after = new UnitList(console, options);
    read(after, revised, unit -> sieve.revised(unit.source(), unit.target()));
    Optional<Unit> any = before.first().or(after::first);
    Lang from = any.map(Unit::sourceLang).orElse(Lang.ZH_CN);
    Lang to = any.map(Unit::targetLang).orElse(Lang.EN_US);
    return new Versions(
        new RevisionView.Name(old, to.tag()),
        new RevisionView.Name(revised, to.tag()),
        UnitVersions.of(sieve, from, to, most, words),
        from);
  }

  /**
   * Two lists of units.
   *
   * @param ordered whether a unit's place in the list says where it stands in its document
   */
  Versions ofUnits(
      String old, List<Unit> before, String revised, List<Unit> after, boolean ordered) {
    List<Unit> any = before.isEmpty() ? after : before;
    Lang from = any.isEmpty() ? Lang.ZH_CN : any.get(0).sourceLang();
    Lang to = any.isEmpty() ? Lang.EN_US : any.get(0).targetLang();
    return new Versions(
        new RevisionView.Name(old, to.tag()),
        new RevisionView.Name(revised, to.tag()),
        UnitVersions.of(before, after, from, to, ordered, words),
        from);
  }

  private Versions texts(String old, String revised) {
    TextReader reader = new TextReader(options.readerOptions(options.targetLang()));
    Segmenter segmenter = Segmenter.create(options.segmenting().options(console));
    ReadText before = read(reader, old);
    ReadText after = read(reader, revised);
    Lang lang = before.document().lang();
    Lang other = after.document().lang();
    if (!lang.language().equals(other.language())) {
      throw new InputException(
          "\"" + old + "\" is in " + lang + ", \"" + revised + "\" is in " + other,
          "give two versions of one translation; if a language was mistaken, say --to");
    }
    List<Segment> oldSegments = split(segmenter, before);
    List<Segment> newSegments = split(segmenter, after);
    RevisionView.Name oldName = new RevisionView.Name(old, lang.tag());
    RevisionView.Name newName = new RevisionView.Name(revised, other.tag());
    @Nullable String source = options.source();
    if (source == null) {
      options.refuseSource("without --source there is nothing to hold it against");
      UnitVersions versions =
          new UnitVersions(
              Version.of(lang, oldSegments, List.of()),
              Version.of(other, newSegments, List.of()),
              List.of());
      return new Versions(oldName, newName, versions, Lang.ZH_CN);
    }
    return withSource(oldName, newName, oldSegments, newSegments, source, segmenter);
  }

  private Versions withSource(
      RevisionView.Name old,
      RevisionView.Name revised,
      List<Segment> oldSegments,
      List<Segment> newSegments,
      String source,
      Segmenter segmenter) {
    TextReader reader = new TextReader(options.readerOptions(options.sourceLang()));
    ReadText now = read(reader, source);
    Lang from = now.document().lang();
    if (from.language().equals(new Lang(revised.language()).language())) {
      throw new InputException(
          "the source \"" + source + "\" is in " + from + ", as its translation is",
          "give the original with --source");
    }
    List<Segment> newSource = split(segmenter, now);
    @Nullable String oldName = options.oldSource();
    List<Segment> oldSource = oldName == null ? newSource : split(segmenter, read(reader, oldName));
    SourceLinks links =
        new SourceLinks(new Aligner(words), new Pairing(words), oldSource, newSource, from);
    UnitVersions versions =
        links.versions(
            new Lang(old.language()), oldSegments, new Lang(revised.language()), newSegments);
    return new Versions(old, revised, versions, from);
  }

  private ReadText read(TextReader reader, String name) {
    @Nullable String alias = names.get(name);
    ReadText reading =
        alias == null
            ? Texts.read(console.workplace(), reader, name)
            : reader.read(console.resolve(name), alias);
    options.say(console, reading, name);
    return reading;
  }

  private List<Segment> split(Segmenter segmenter, ReadText reading) {
    return options.lines()
        ? WholeBlocks.of(reading.document())
        : segmenter.segment(reading.document());
  }

  /**
   * Two revisions of a document in the memory.
   *
   * @param first number of the old one; 0: the one before the second
   * @param second number of the new one; 0: the latest
   */
  public Versions revisions(Memory memory, String document, int first, int second) {
    options.refuseSource("the memory has the source of each revision");
    List<RevisionInfo> revisions = memory.revisions(document);
    int last = revisions.get(revisions.size() - 1).number();
    int to = second == 0 ? last : second;
    int from = first == 0 ? to - 1 : first;
    if (from < 1 && first == 0) {
      throw new InputException(
          "\"" + document + "\" has one revision only",
          "align a changed translation to make the next one, or compare two files");
    }
    for (int wanted : List.of(from, to)) {
      if (revisions.stream().noneMatch(revision -> revision.number() == wanted)) {
        throw new InputException(
            "\"" + document + "\" has no revision " + wanted,
            "it has revisions 1 to " + last + "; tm history lists them");
      }
    }
    return ofUnits(
        document + " revision " + from,
        memory.unitsAt(document, from),
        document + " revision " + to,
        memory.unitsAt(document, to),
        true);
  }
}
