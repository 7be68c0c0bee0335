package ballast.memory.contract;

import static ballast.memory.contract.ImportedUnits.between;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.revision;
import static ballast.memory.contract.Revisions.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.Inconsistency;
import ballast.memory.Memory;
import ballast.memory.Statistics.UnitStatistics;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.OnDuplicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class StatisticsContract extends OpenMemoryContract {

  StatisticsContract(StoreUnderTest stores) {
    super(stores);
  }

  /** 甲 twice, once with another translation; one rejected; two sources of "B." */
  private static void fill(Memory memory) {
    memory.addRevision(revision("a", "甲。", "A.", "乙。", "B.", "甲。", "A.", "丙。", "B.", "丁。", "D."));
    memory.addRevision(revision("b", "甲。", "Aa.", "丁。", "Dd."));
    memory.setStatus(all(memory, UnitFilter.CURRENT).get(4).id(), Unit.Status.REJECTED, "li");
    memory.setStatus(all(memory, UnitFilter.CURRENT).get(0).id(), Unit.Status.APPROVED, "li");
  }

  @Test
  void unitsAreCountedByStatusAndText() {
    fill(memory);
    UnitStatistics all = memory.unitStatistics(UnitFilter.CURRENT);
    assertThat(all.units().byStatus())
        .isEqualTo(
            Map.of(Unit.Status.DRAFT, 5L, Unit.Status.APPROVED, 1L, Unit.Status.REJECTED, 1L));
    assertThat(all.repetitions()).isEqualTo(2);
    assertThat(all.sourcesWithSeveralTargets()).isEqualTo(1);
    assertThat(all.targetsWithSeveralSources()).isEqualTo(1);
    UnitStatistics one = memory.unitStatistics(UnitFilter.CURRENT.inDocuments(Set.of("b")));
    assertThat(one.units().total()).isEqualTo(2);
    assertThat(one.repetitions()).isZero();
  }

  @Test
  void textsInOtherLanguagesAreNeitherRepeatedNorInconsistent() {
    Lang british = new Lang("en-GB");
    memory.importUnits(
        new ImportOptions(OnDuplicate.ADD, "mei", false),
        units -> {
          units.take(between(Lang.ZH_CN, Lang.EN_US, "颜色。", "Color."));
          units.take(between(Lang.ZH_CN, british, "颜色。", "Colour."));
          units.take(between(Lang.ZH_TW, Lang.EN_US, "顏色。", "Color."));
        });
    UnitStatistics all = memory.unitStatistics(UnitFilter.CURRENT);
    assertThat(all.units().total()).isEqualTo(3);
    assertThat(all.repetitions()).isZero();
    assertThat(all.sourcesWithSeveralTargets()).isZero();
    assertThat(all.targetsWithSeveralSources()).isZero();
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
