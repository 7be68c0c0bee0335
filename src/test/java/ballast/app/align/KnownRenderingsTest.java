package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.Rendering;
import ballast.app.align.KnownRenderings.Evidence;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Pairing;
import ballast.bitext.Unit.Provenance;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.DocumentChange;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.Revision;
import ballast.memory.Revision.AlignedFile;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Edits;
import ballast.memory.contract.Revisions;
import ballast.memory.opening.Memories;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnownRenderingsTest {

  private static final Instant MORNING = Instant.parse("2026-02-14T08:00:00Z");
  private static final Lang ZH = Lang.ZH_CN;
  private static final Lang EN = Lang.EN_US;

  private static final List<Concept> CONCEPTS =
      List.of(
          new Concept(
              "stone",
              List.of("压舱石", "定盘星"),
              List.of(
                  new Term("ballast stone", TermStatus.PREFERRED),
                  new Term("ballast", TermStatus.ADMITTED),
                  new Term("cornerstone", TermStatus.FORBIDDEN))));

  @TempDir Path folder;

  /** The time of the next writing, in minutes after {@link #MORNING}. */
  private int minute;

  private Memory memory() {
    return Memories.at(folder.resolve("memory.db"))
        .openForWriting(WriteOptions.at(() -> MORNING.plusSeconds(60L * minute)));
  }

  /** Records a document of units {@code source, target, confidence}. */
  private static void add(Memory memory, String document, Lang from, Lang to, Object... cells) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < cells.length; i += 3) {
      Provenance provenance =
          Provenance.aligned(document, i / 3 + 1, "mei", MORNING, (double) cells[i + 2]);
      units.add(
          new Unit("", from, to, (String) cells[i], (String) cells[i + 1], provenance, List.of()));
    }
    AlignedFile file = AlignedFile.of(document, new byte[0]);
    memory.addRevision(
        Revisions.revision(
            document,
            from,
            to,
            new Revision.Run(
                "mei",
                new Revision.Files(file, file),
                new Revision.Counts(units.size(), units.size(), units.size(), 0),
                "test",
                ""),
            units));
  }

  private static void judge(Memory memory, String source, Unit.Status status) {
    Unit unit = memory.exact(source, Side.SOURCE, UnitFilter.CURRENT).get(0);
    Edits.judge(memory, unit.id(), status, "li");
  }

  private static void approveAll(Memory memory) {
    memory.care().judge(UnitFilter.CURRENT, Unit.Status.APPROVED, new Origin("li", ""), edit -> {});
  }

  private static List<String> texts(Evidence evidence) {
    return evidence.renderings().stream()
        .map(one -> one.source() + "|" + one.target() + "|" + one.weight())
        .toList();
  }

  @Test
  void everyChineseFormIsRenderedByEveryAllowedEnglishOne() {
    KnownRenderings known = KnownRenderings.of(CONCEPTS, null);
    Evidence evidence = known.forDocument("any", ZH, EN);
    assertThat(texts(evidence))
        .containsExactly(
            "压舱石|ballast stone|4.0", "压舱石|ballast|2.0", "定盘星|ballast stone|4.0", "定盘星|ballast|2.0");
    assertThat(evidence).hasToString("4 terms, 0 known pairs");
    assertThat(known.forDocument("any", EN, Lang.ZH_TW).renderings())
        .contains(new Rendering("ballast stone", "压舱石", 4))
        .hasSize(4);
    assertThat(known.forDocument("any", new Lang("ja"), EN).renderings()).isEmpty();
  }

  @Test
  void approvedUnitsCountTheLastChangedFirstAndDraftsNever() {
    try (Memory memory = memory()) {
      add(memory, "a", ZH, EN, "一。", "One.", 0.5, "二。", "Two.", 0.9, "三。", "Three.", 0.89);
      minute = 1;
      add(memory, "b", ZH, EN, "四。", "Four.", 1.0, "五。", "Five.", 1.0);
      minute = 2;
      judge(memory, "四。", Unit.Status.APPROVED);
      judge(memory, "五。", Unit.Status.REJECTED);
      minute = 3;
      judge(memory, "一。", Unit.Status.APPROVED);
      add(memory, "c", ZH, EN, "六。", "Six.", 0.95);
      judge(memory, "六。", Unit.Status.APPROVED);
      minute = 4;
      add(memory, "c", ZH, EN, "七。", "Seven.", 1.0); // the sixth is retired
      KnownRenderings known = KnownRenderings.of(List.of(), memory);
      Evidence evidence = known.forDocument("d", ZH, EN);
      assertThat(texts(evidence)).containsExactly("一。|One.|2.0", "四。|Four.|2.0");
      assertThat(evidence).hasToString("0 terms, 2 known pairs");
    }
  }

  @Test
  void confirmedPairsCountUnlessTheirTranslationsAreRejected() {
    try (Memory memory = memory()) {
      add(memory, "a", ZH, EN, "一。", "One.", 0.5, "二。", "Two.", 0.9, "三。", "Three.", 0.9);
      minute = 1;
      Revision before = memory.latestRevision("a").orElseThrow();
      List<Unit> units = new ArrayList<>();
      memory.forEachUnit(UnitFilter.CURRENT, unit -> units.add(confirmed(unit)));
      DocumentChange after = Revisions.revision("a", ZH, EN, before.run(), units);
      assertThat(memory.apply(before, after)).isPresent();
      judge(memory, "三。", Unit.Status.REJECTED);
      assertThat(texts(KnownRenderings.of(List.of(), memory).forDocument("d", ZH, EN)))
          .containsExactlyInAnyOrder("一。|One.|2.0", "二。|Two.|2.0");
    }
  }

  private static Unit confirmed(Unit unit) {
    Provenance from = unit.provenance();
    Pairing pairing = new Pairing(from.confidence(), "mei", MORNING);
    Provenance provenance =
        new Provenance("a", from.position(), "", MORNING, MORNING, pairing, from.status());
    return new Unit(unit.id(), ZH, EN, unit.source(), unit.target(), provenance, unit.codes());
  }

  @Test
  void anArticleDoesNotProveItself() {
    try (Memory memory = memory()) {
      add(memory, "a", ZH, EN, "一。", "One.", 1.0);
      add(memory, "b", ZH, EN, "二。", "Two.", 1.0);
      approveAll(memory);
      KnownRenderings known = KnownRenderings.of(CONCEPTS, memory);
      assertThat(texts(known.forDocument("a", ZH, EN))).hasSize(5).contains("二。|Two.|2.0");
      assertThat(texts(known.forDocument("b", ZH, EN))).hasSize(5).contains("一。|One.|2.0");
      assertThat(texts(known.forDocument("", ZH, EN))).hasSize(6);
    }
  }

  @Test
  void unitsRecordedLaterAreNotInTheSnapshot() {
    try (Memory memory = memory()) {
      add(memory, "a", ZH, EN, "一。", "One.", 1.0);
      approveAll(memory);
      KnownRenderings known = KnownRenderings.of(List.of(), memory);
      List<String> before = texts(known.forDocument("c", ZH, EN));
      add(memory, "b", ZH, EN, "二。", "Two.", 1.0);
      judge(memory, "二。", Unit.Status.APPROVED);
      judge(memory, "一。", Unit.Status.REJECTED);
      assertThat(texts(known.forDocument("c", ZH, EN))).isEqualTo(before).hasSize(1);
    }
  }

  @Test
  void unitsOfTheOtherDirectionAreTurnedRoundAndOtherLanguagesLeftOut() {
    try (Memory memory = memory()) {
      add(memory, "a", ZH, EN, "一。", "One.", 1.0);
      add(memory, "b", EN, Lang.ZH_TW, "Two.", "二。", 1.0);
      add(memory, "c", new Lang("ja"), EN, "三。", "Three.", 1.0);
      approveAll(memory);
      KnownRenderings known = KnownRenderings.of(List.of(), memory);
      assertThat(texts(known.forDocument("x", ZH, EN)))
          .containsExactlyInAnyOrder("一。|One.|2.0", "二。|Two.|2.0");
      assertThat(texts(known.forDocument("x", EN, ZH)))
          .containsExactlyInAnyOrder("One.|一。|2.0", "Two.|二。|2.0");
    }
  }

  @Test
  void noMoreThanTheMostAreTakenAndAlwaysTheSame() {
    int maxUnits = KnownRenderings.MAX_UNITS;
    try (Memory memory = memory()) {
      add(memory, "old", ZH, EN, numbered("旧", maxUnits));
      approveAll(memory);
      minute = 1;
      add(memory, "new", ZH, EN, numbered("新", 100));
      approveAll(memory);
      KnownRenderings known = KnownRenderings.of(CONCEPTS, memory);
      Evidence other = known.forDocument("x", ZH, EN);
      assertThat(other.units()).isEqualTo(maxUnits);
      assertThat(other.renderings().subList(4, 104))
          .allMatch(rendering -> rendering.source().startsWith("新"));
      // Without its own hundred there are still as many.
      assertThat(known.forDocument("new", ZH, EN).units()).isEqualTo(maxUnits);
      assertThat(KnownRenderings.of(CONCEPTS, memory).forDocument("x", ZH, EN)).isEqualTo(other);
    }
  }

  @Test
  void aUnitAsLongAsAChapterIsLeftOut() {
    String chapter = "长".repeat(KnownRenderings.MAX_UNIT_LENGTH + 1);
    try (Memory memory = memory()) {
      add(memory, "a", ZH, EN, chapter, "Long.", 1.0, "短。", "Short.", 1.0);
      approveAll(memory);
      assertThat(texts(KnownRenderings.of(List.of(), memory).forDocument("x", ZH, EN)))
          .containsExactly("短。|Short.|2.0");
    }
  }

  private static Object[] numbered(String mark, int count) {
    Object[] cells = new Object[3 * count];
    for (int i = 0; i < count; i++) {
      cells[3 * i] = mark + i + "。";
      cells[3 * i + 1] = "Number " + i + ".";
      cells[3 * i + 2] = 1.0;
    }
    return cells;
  }
}
