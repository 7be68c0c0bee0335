package ballast.memory.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.LooseText;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.memory.AbsentUnits;
import ballast.memory.DocumentChange;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.Revision;
import ballast.memory.Revision.AlignedFile;
import ballast.memory.UnitFilter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Makes revisions and memories for tests. */
public final class Revisions {

  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Revisions() {}

  public static WriteOptions options() {
    return WriteOptions.at(InstantSource.fixed(NOON));
  }

  public static Unit unit(String document, int bead, String source, String target) {
    return unit(0.87, document, bead, source, target);
  }

  public static Unit unit(
      double confidence, String document, int bead, String source, String target) {
    return ImportedUnits.unit(
        source, target, Provenance.aligned(document, bead, "", Instant.EPOCH, confidence));
  }

  /** Units of "source" and "target" texts in turn. */
  public static List<Unit> units(String document, String... texts) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < texts.length; i += 2) {
      units.add(unit(document, i / 2 + 1, texts[i], texts[i + 1]));
    }
    return units;
  }

  public static DocumentChange revision(String document, String... texts) {
    return revisionBy("ming", document, texts);
  }

  public static DocumentChange revisionBy(String author, String document, String... texts) {
    return revision(document, author, units(document, texts));
  }

  /** A revision without beads. */
  public static DocumentChange revision(
      String document, Lang from, Lang to, Revision.Run run, List<Unit> units) {
    return new DocumentChange(
        document,
        from,
        to,
        run,
        units,
        List.of(),
        List.of(),
        List.of(),
        DocumentChange.ALIGNED,
        false);
  }

  /** A recorded revision without further steps, pins and deleted units. */
  public static Revision recorded(
      String document, int number, Instant created, Revision.Run run, int units) {
    Revision.PinTally pins = new Revision.PinTally(0, 0);
    return new Revision(document, number, 0, number, created, run, units, pins, AbsentUnits.NONE);
  }

  /** A summary without deleted units. */
  public static Revision.Summary summary(
      String document,
      int revision,
      int previous,
      boolean isChanged,
      Revision.UnitTally units,
      int retired,
      List<String> drafts) {
    return new Revision.Summary(
        document,
        revision,
        previous,
        isChanged,
        units,
        retired,
        drafts,
        AbsentUnits.NONE,
        new TreeMap<>());
  }

  /** A revision whose files are the texts of its units. */
  public static DocumentChange revision(String document, String author, List<Unit> units) {
    byte[] source = units.stream().map(Unit::source).toList().toString().getBytes(UTF_8);
    byte[] target = units.stream().map(Unit::target).toList().toString().getBytes(UTF_8);
    return revision(
        document,
        Lang.ZH_CN,
        Lang.EN_US,
        new Revision.Run(
            author,
            new Revision.Files(
                AlignedFile.of(document + ".zh.txt", source),
                AlignedFile.of(document + ".en.txt", target)),
            new Revision.Counts(units.size(), units.size(), units.size(), 0),
            "0.1.0",
            "usual"),
        units);
  }

  /**
   * A revision with beads, and with an unmatched source sentence if it is not empty.
   *
   * @param bead number of its bead
   */
  public static DocumentChange with(
      DocumentChange plain, List<Bead> beads, int bead, String unmatched) {
    String document = plain.document();
    LooseText text =
        new LooseText(
            document,
            plain.sourceLang(),
            plain.targetLang(),
            bead,
            LooseText.SOURCE,
            unmatched,
            new Location(document, Math.max(1, bead), 1));
    return new DocumentChange(
        document,
        plain.sourceLang(),
        plain.targetLang(),
        plain.run(),
        plain.units(),
        List.of(),
        beads,
        unmatched.isEmpty() ? List.of() : List.of(text),
        plain.deed(),
        plain.restores());
  }

  /** The same revision, which brings back the deleted units. */
  public static DocumentChange restoring(DocumentChange plain) {
    return new DocumentChange(
        plain.document(),
        plain.sourceLang(),
        plain.targetLang(),
        plain.run(),
        plain.units(),
        plain.pins(),
        plain.beads(),
        plain.texts(),
        plain.deed(),
        true);
  }

  public static DocumentChange large(String document, int units, int salt) {
    List<Unit> list = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      list.add(
          unit(
              document,
              i + 1,
              "第" + i + "句说的是粮食的价格和道路，编号" + salt + "。",
              "Sentence " + i + " is about the price of grain and roads, number " + salt + "."));
    }
    return revision(document, "ming", list);
  }

  public static List<Unit> all(Memory memory, UnitFilter filter) {
    List<Unit> units = new ArrayList<>();
    memory.forEachUnit(filter, units::add);
    return units;
  }

  public static List<Unit> current(Memory memory) {
    return all(memory, UnitFilter.CURRENT);
  }

  public static List<String> texts(List<Unit> units) {
    return units.stream().map(unit -> unit.source() + "|" + unit.target()).toList();
  }
}
