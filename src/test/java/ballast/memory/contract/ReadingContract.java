package ballast.memory.contract;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.ImportedUnits.between;
import static ballast.memory.contract.ImportedUnits.take;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static ballast.memory.contract.Revisions.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.DocumentChange;
import ballast.memory.Inconsistency;
import ballast.memory.Memory;
import ballast.memory.Statistics;
import ballast.memory.Statistics.StatusCounts;
import ballast.memory.Statistics.UnitStatistics;
import ballast.memory.UnitFilter;
import ballast.memory.UnitFilter.UnitConditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class ReadingContract extends OpenMemoryContract {

  @Test
  void exportOrderIsByNameInCodePointOrderThenByPlace() {
    for (String name : List.of("b", "\uD842\uDFB7", "\uFF01", "a/2", "a/10", "B")) {
      memory.addRevision(revision(name, "二。", name + " two", "一。", name + " one"));
    }
    memory.addRevision(revision("b", "一。", "b one", "二。", "b two"));
    assertThat(current(memory))
        .extracting(Unit::target)
        .containsExactly(
            "B two",
            "B one",
            "a/10 two",
            "a/10 one",
            "a/2 two",
            "a/2 one",
            "b one",
            "b two",
            "\uFF01 two",
            "\uFF01 one",
            "\uD842\uDFB7 two",
            "\uD842\uDFB7 one");
  }

  @Test
  void pagesHaveEveryUnitOnceInExportOrder() {
    memory.addRevision(revision("b", "二。", "b two", "一。", "b one", "三。", "b three"));
    memory.addRevision(Revisions.large("a", 600, 1));
    memory.addRevision(revision("c", "四。", "c four"));
    take(memory, 300, i -> ImportedUnits.plain("第" + i + "船。", "Ship " + i + "."));
    List<Unit> whole = current(memory);
    Edits.judge(memory, whole.get(1).id(), Unit.Status.APPROVED, "li");
    Edits.judge(memory, whole.get(700).id(), Unit.Status.APPROVED, "li");
    UnitFilter some = UnitFilter.CURRENT.named(Set.of(whole.get(3).id(), whole.get(800).id()));
    Edits.delete(memory, some);
    UnitConditions seven = new UnitConditions(0, 1, Instant.MIN, Set.of(), "7", Set.of());
    for (UnitFilter filter :
        List.of(
            UnitFilter.CURRENT,
            UnitFilter.CURRENT.onlyDeleted(),
            UnitFilter.CURRENT.inDocuments(Set.of("b", "c")),
            UnitFilter.CURRENT.withStatuses(Set.of(Unit.Status.APPROVED)),
            UnitFilter.CURRENT.where(seven))) {
      for (int limit : new int[] {7, 256, 2000}) {
        assertThat(paged(memory, filter, limit))
            .as("%s, %d", filter, limit)
            .isEqualTo(all(memory, filter));
      }
    }
    assertRefused(() -> memory.units(UnitFilter.CURRENT, "zzz", 5), "no unit \"zzz\"");
  }

  private static List<Unit> paged(Memory memory, UnitFilter filter, int limit) {
    List<Unit> units = new ArrayList<>();
    List<Unit> page = memory.units(filter, "", limit);
    while (!page.isEmpty()) {
      assertThat(page.size()).isLessThanOrEqualTo(limit);
      units.addAll(page);
      page = memory.units(filter, page.get(page.size() - 1).id(), limit);
    }
    return units;
  }

  @Test
  void filtersSelect() {
    memory.addRevision(revision("a", "一。", "One.", "二。", "Two."));
    memory.addRevision(revision("b", "三。", "Three."));
    Edits.judge(memory, current(memory).get(1).id(), Unit.Status.APPROVED, "li");
    UnitFilter all = UnitFilter.CURRENT;
    assertThat(all(memory, all.inDocuments(Set.of("b", "c")))).hasSize(1);
    assertThat(texts(all(memory, all.withStatuses(Set.of(Unit.Status.APPROVED)))))
        .containsExactly("二。|Two.");
    assertThat(all(memory, languages(new Lang("zh"), new Lang("en")))).hasSize(3);
    assertThat(all(memory, languages(Lang.ZH_TW, Lang.EN_US))).isEmpty();
  }

  private static UnitFilter languages(Lang source, Lang target) {
    return UnitFilter.CURRENT.between(Set.of(source), Set.of(target));
  }

  @Test
  void exactLookupFoldsSpaceAndWidthOnly() {
    memory.addRevision(
        revision("a", "价格\u3000涨了 10%,对吗?", "Prices  rose\u00A010%, right?", "好。", "Good."));
    UnitFilter all = UnitFilter.CURRENT;
    assertThat(memory.exact(" 价格\n涨了 １０％，对吗？ ", Side.SOURCE, all)).hasSize(1);
    assertThat(memory.exact("Prices rose 10%, right?", Side.TARGET, all)).hasSize(1);
    assertThat(memory.exact("prices rose 10%, right?", Side.TARGET, all)).isEmpty();
    assertThat(memory.exact("Prices rose 10%, right?", Side.SOURCE, all)).isEmpty();
    assertThat(memory.exact("价格涨了 10%,对吗?", Side.SOURCE, all)).isEmpty();
    assertThat(memory.exact("", Side.SOURCE, all)).isEmpty();
  }

  @Test
  void exactLookupGivesApprovedUnitsFirst() {
    for (String name : List.of("a", "b", "c")) {
      memory.addRevision(revision(name, "好。", "Good, says " + name + "."));
    }
    List<Unit> units = current(memory);
    Edits.judge(memory, units.get(0).id(), Unit.Status.REJECTED, "");
    Edits.judge(memory, units.get(2).id(), Unit.Status.APPROVED, "");
    assertThat(memory.exact("好。", Side.SOURCE, UnitFilter.CURRENT))
        .extracting(unit -> unit.provenance().document())
        .containsExactly("c", "b", "a");
    assertThat(memory.exact("好。", Side.SOURCE, UnitFilter.CURRENT.inDocuments(Set.of("b"))))
        .hasSize(1);
  }

  @Test
  void changedTextsAreFoundUnderTheirNewKeyOnly() {
    memory.addRevision(revision("a", "好。", "Good."));
    memory.addRevision(revision("a", "好。", "Fine."));
    assertThat(memory.exact("Good.", Side.TARGET, UnitFilter.CURRENT.withRetired())).isEmpty();
    assertThat(memory.exact("Fine.", Side.TARGET, UnitFilter.CURRENT)).hasSize(1);
  }

  private static StatusCounts counts(long drafts, long approved, long rejected) {
    return new StatusCounts(
        Map.of(
            Unit.Status.DRAFT, drafts,
            Unit.Status.APPROVED, approved,
            Unit.Status.REJECTED, rejected));
  }

  private void assertStatistics(
      StatusCounts units, int repetitions, int withSeveralTargets, int withSeveralSources) {
    UnitStatistics all = memory.unitStatistics(UnitFilter.CURRENT);
    assertThat(all.units()).isEqualTo(units);
    assertThat(all.repetitions()).isEqualTo(repetitions);
    assertThat(all.sourcesWithSeveralTargets()).isEqualTo(withSeveralTargets);
    assertThat(all.targetsWithSeveralSources()).isEqualTo(withSeveralSources);
  }

  @Test
  void statisticsCountHanCharactersAndWords() {
    memory.addRevision(revision("a", "𠮷野家,OK。", "It's a well-known — chain, no. 1.", "去。", "Go."));
    memory.addRevision(revision("a", "𠮷野家,OK。", "It's a well-known — chain, no. 1."));
    Statistics statistics = memory.statistics();
    assertThat(statistics.documents()).isEqualTo(1);
    assertThat(statistics.revisions()).isEqualTo(2);
    assertThat(statistics.units()).isEqualTo(counts(1, 0, 0));
    assertThat(statistics.hidden().retired()).isEqualTo(1);
    assertThat(statistics.sourceCharacters()).isEqualTo(3);
    assertThat(statistics.targetWords()).isEqualTo(6);
    assertThat(statistics.fileSize()).isPositive();
  }

  @Test
  void hostileNamesAndTextsComeBackExactly() {
    String name = "it's \"q\"; DROP TABLE unit;--/\u0001\u001F\u007F/𠮷\uD83D\uDE42%_?";
    String million = "粮食,\u0007'\"".repeat(180_000);
    String[] texts = {
      "';DROP TABLE unit;--",
      "\"' OR 1=1 --",
      "\u0001\u0002\u001B[31m\r\n\t红",
      "\uFFFE\uFFFF\u202E\u200B x",
      million,
      million + "!",
      "\uF900\u2F00 兼容",
      "e\u0301 \u00E9",
      "?1 :a @b $c",
      "%s"
    };
    DocumentChange given = revision(name, "", Revisions.units(name, texts));
    memory.addRevision(given);
    reopenForReading();
    assertThat(texts(current(memory))).isEqualTo(texts(given.units()));
    assertThat(memory.documents().get(0).name()).isEqualTo(name);
    assertThat(memory.revisions(name).get(0).run().author()).isEqualTo(author(""));
    assertThat(memory.exact(million, Side.SOURCE, UnitFilter.CURRENT)).hasSize(1);
    assertThat(memory.history(name)).hasSize(5);
  }

  /** 甲 twice, once with another translation; one rejected; two sources of "B." */
  private static void fill(Memory memory) {
    memory.addRevision(revision("a", "甲。", "A.", "乙。", "B.", "甲。", "A.", "丙。", "B.", "丁。", "D."));
    memory.addRevision(revision("b", "甲。", "Aa.", "丁。", "Dd."));
    Edits.judge(memory, current(memory).get(4).id(), Unit.Status.REJECTED, "li");
    Edits.judge(memory, current(memory).get(0).id(), Unit.Status.APPROVED, "li");
  }

  @Test
  void unitsAreCountedByStatusAndText() {
    fill(memory);
    assertStatistics(counts(5, 1, 1), 2, 1, 1);
    UnitStatistics one = memory.unitStatistics(UnitFilter.CURRENT.inDocuments(Set.of("b")));
    assertThat(one.units().total()).isEqualTo(2);
    assertThat(one.repetitions()).isZero();
  }

  @Test
  void textsInOtherLanguagesAreNeitherRepeatedNorInconsistent() {
    Lang british = new Lang("en-GB");
    take(
        memory,
        between(Lang.ZH_CN, Lang.EN_US, "颜色。", "Color."),
        between(Lang.ZH_CN, british, "颜色。", "Colour."),
        between(Lang.ZH_TW, Lang.EN_US, "顏色。", "Color."));
    assertStatistics(counts(3, 0, 0), 0, 0, 0);
    assertThat(listed(memory, UnitFilter.CURRENT, Side.SOURCE)).isEmpty();
    assertThat(listed(memory, UnitFilter.CURRENT, Side.TARGET)).isEmpty();
  }

  @Test
  void textsWithSeveralCounterpartsAreListed() {
    fill(memory);
    assertThat(listed(memory, UnitFilter.CURRENT, Side.SOURCE))
        .containsExactly(List.of("甲。|A.", "甲。|A.", "甲。|Aa."));
    assertThat(listed(memory, UnitFilter.CURRENT, Side.TARGET))
        .containsExactly(List.of("乙。|B.", "丙。|B."));
    Set<Unit.Status> every = Set.of(Unit.Status.values());
    assertThat(listed(memory, UnitFilter.CURRENT.withStatuses(every), Side.SOURCE)).hasSize(2);
  }

  private static List<List<String>> listed(Memory memory, UnitFilter filter, Side side) {
    List<Inconsistency> found = new ArrayList<>();
    memory.forEachInconsistency(filter, side, found::add);
    return found.stream().map(inconsistency -> texts(inconsistency.units())).toList();
  }
}
