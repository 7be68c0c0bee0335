package ballast.memory.contract;

import static ballast.memory.contract.ImportedUnits.between;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.revision;
import static ballast.memory.contract.Revisions.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.Duplicates;
import ballast.memory.HistoryEntry;
import ballast.memory.ImportOptions;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryStore;
import ballast.memory.OnDuplicate;
import ballast.memory.Origin;
import ballast.memory.UnitFilter;
import ballast.memory.WriteOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class DuplicatesContract extends StoreContract {

  DuplicatesContract(StoreUnderTest stores) {
    super(stores);
  }

  private static final Origin MEI = new Origin("mei", "asked");

  @Test
  void aDuplicateOfAnApprovedUnitGoesAndTheConfidenceIsTheHighest(@TempDir Path folder) {
    try (Memory memory = open(folder)) {
      memory.addRevision(revision("a", "甲，。", "A."));
      memory.addRevision(revision("b", "甲，。", "A."));
      memory.addRevision(revision("c", "甲,。", " A. ", "甲，。", "B."));
      Unit first = all(memory, UnitFilter.CURRENT).get(0);
      memory.setStatus(first.id(), Status.APPROVED, "li");
      List<Duplicates> groups = new ArrayList<>();
      memory.care().dedupe(UnitFilter.CURRENT, Set.of(), MEI, groups::add);
      assertThat(groups).hasSize(1);
      assertThat(groups.get(0).kept().id()).isEqualTo(first.id());
      assertThat(texts(all(memory, UnitFilter.CURRENT))).containsExactly("甲，。|A.", "甲，。|B.");
      assertThat(memory.history(groups.get(0).deleted().get(0).id()))
          .extracting(HistoryEntry::note)
          .contains("same as unit " + first.id());
    }
  }

  @Test
  void aRejectedUnitIsNotADuplicate(@TempDir Path folder) {
    try (Memory memory = open(folder)) {
      memory.addRevision(revision("a", "甲。", "A.", "甲。", "A."));
      memory.setStatus(all(memory, UnitFilter.CURRENT).get(0).id(), Status.REJECTED, "li");
      assertThat(memory.care().dedupe(UnitFilter.CURRENT, Set.of(), MEI, group -> {}).changed())
          .isZero();
    }
  }

  @Test
  void textsInOtherLanguagesAreNoDuplicates(@TempDir Path folder) {
    try (Memory memory = open(folder)) {
      memory.importUnits(
          new ImportOptions(OnDuplicate.ADD, "mei", false),
          units -> {
            units.take(between(Lang.ZH_CN, Lang.EN_US, "甲。", "A."));
            units.take(between(Lang.ZH_CN, new Lang("en-GB"), "甲。", "A."));
            units.take(between(Lang.ZH_TW, Lang.EN_US, "甲。", "A."));
          });
      assertThat(memory.care().dedupe(UnitFilter.CURRENT, Set.of(), MEI, group -> {}).changed())
          .isZero();
      assertThat(all(memory, UnitFilter.CURRENT)).hasSize(3);
    }
  }

  @Test
  void ofDraftsTheOneThatChangedLastStays(@TempDir Path folder) {
    MemoryStore store = store(folder.resolve("memory.db"));
    for (int hour = 0; hour < 3; hour++) {
      Instant now = Revisions.NOON.plusSeconds(3600L * hour);
      try (Memory memory = store.openForWriting(WriteOptions.at(() -> now))) {
        memory.addRevision(revision(List.of("b", "a", "c").get(hour), "甲。", "A."));
      }
    }
    try (Memory memory = open(folder)) {
      memory.care().dedupe(UnitFilter.CURRENT, Set.of(), MEI, group -> {});
      assertThat(all(memory, UnitFilter.CURRENT))
          .extracting(unit -> unit.provenance().document())
          .containsExactly("c");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void afterDedupingNoDuplicatesAreLeft(long seed, @TempDir Path folder) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] sources = {"好。", "好", "好！", "谢谢。"};
    String[] targets = {"Good.", "good.", "Good", "Ｇood."};
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      texts.add(sources[random.nextInt(sources.length)]);
      texts.add(targets[random.nextInt(targets.length)]);
    }
    try (Memory memory = open(folder)) {
      memory.addRevision(revision("doc", texts.toArray(String[]::new)));
      MemoryCare care = memory.care();
      for (Set<Duplicates.Ignored> ignored :
          List.of(Set.<Duplicates.Ignored>of(), EnumSet.allOf(Duplicates.Ignored.class))) {
        care.dedupe(UnitFilter.CURRENT, ignored, MEI, group -> {});
        List<Unit> once = all(memory, UnitFilter.CURRENT);
        assertThat(care.dedupe(UnitFilter.CURRENT, ignored, MEI, group -> {}).changed())
            .as("seed %d", seed)
            .isZero();
        assertThat(all(memory, UnitFilter.CURRENT)).as("seed %d", seed).isEqualTo(once);
      }
      assertThat(all(memory, UnitFilter.CURRENT)).as("seed %d", seed).hasSizeLessThan(3);
    }
  }
}
