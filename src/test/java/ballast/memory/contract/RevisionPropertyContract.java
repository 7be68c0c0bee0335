package ballast.memory.contract;

import static ballast.memory.contract.Revisions.all;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.memory.DocumentChange;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.memory.Revision.UnitTally;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random revisions against a plain oracle: the lists of texts that were handed in. */
abstract class RevisionPropertyContract extends StoreContract {

  private static final String[] SOURCES = {
    "好。", "谢谢。", "粮食的价格涨了。", "道路修好了,车多了。", "他没有来。", "𠮷野家开门了。", "粮食的价格又涨了。", "学校放假。"
  };
  private static final String[] TARGETS = {
    "Good.",
    "Thanks.",
    "Grain prices rose.",
    "The road is mended.",
    "He did not come.",
    "Yoshinoya is open. \uD83C\uDF5A",
    "Grain prices rose again.",
    "School is out."
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyRevisionComesBackExactly(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, List<List<String>>> oracle = new HashMap<>();
    Map<String, List<Unit>> latest = new HashMap<>();
    Set<String> everGiven = new HashSet<>();
    for (int step = 0; step < 30; step++) {
      String name = "doc" + random.nextInt(2);
      String where = "seed " + seed + ", step " + step + ", " + name;
      try (Memory memory = write(Revisions.options())) {
        List<Unit> old = latest.getOrDefault(name, List.of());
        judgeSome(memory, old, random);
        Map<String, Unit.Status> statuses = statuses(memory);
        DocumentChange revision = Revisions.revision(name, "a" + step, mutate(name, old, random));
        Revision.Summary summary = memory.addRevision(revision);
        List<List<String>> lists = oracle.computeIfAbsent(name, n -> new ArrayList<>());
        if (summary.isChanged()) {
          lists.add(Revisions.texts(revision.units()));
        } else {
          assertThat(Revisions.texts(revision.units()))
              .as(where)
              .isEqualTo(lists.get(lists.size() - 1));
        }
        assertThat(summary.revision()).as(where).isEqualTo(lists.size());
        assertThat(summary.units().total()).as(where).isEqualTo(revision.units().size());
        List<Unit> now = all(memory, UnitFilter.CURRENT.inDocuments(Set.of(name)));
        checkKept(where, old, now, statuses, summary);
        everGiven.addAll(now.stream().map(Unit::id).toList());
        assertThat(all(memory, UnitFilter.CURRENT.withRetired()).stream().map(Unit::id))
            .as(where)
            .containsExactlyInAnyOrderElementsOf(everGiven);
        latest.put(name, now);
      }
    }
    checkEverything(seed, oracle);
  }

  private void checkEverything(long seed, Map<String, List<List<String>>> oracle) {
    try (Memory memory = read()) {
      oracle.forEach(
          (name, lists) -> {
            for (int number = 1; number <= lists.size(); number++) {
              assertThat(Revisions.texts(memory.unitsAt(name, number)))
                  .as("seed %d, %s, revision %d", seed, name, number)
                  .isEqualTo(lists.get(number - 1));
            }
            assertThat(memory.history(name)).as("seed %d", seed).isNotEmpty();
          });
      assertThat(memory.verify()).as("seed %d", seed).isEmpty();
    }
  }

  /** Units with the same texts keep id and status; the counts are those of an oracle. */
  private static void checkKept(
      String where,
      List<Unit> old,
      List<Unit> now,
      Map<String, Unit.Status> statuses,
      Revision.Summary summary) {
    Map<String, Unit> byId = new HashMap<>();
    old.forEach(unit -> byId.put(unit.id(), unit));
    int kept = 0;
    int changed = 0;
    int fresh = 0;
    for (Unit unit : now) {
      Unit before = byId.remove(unit.id());
      if (before == null) {
        fresh++;
      } else if (Revisions.texts(List.of(before)).equals(Revisions.texts(List.of(unit)))) {
        kept++;
        assertThat(unit.provenance().status()).as(where).isEqualTo(statuses.get(unit.id()));
      } else {
        changed++;
        assertThat(unit.provenance().status()).as(where).isEqualTo(Unit.Status.DRAFT);
      }
    }
    UnitTally tally = summary.units();
    assertThat(tally.unchanged() + tally.moved()).as(where).isEqualTo(kept);
    assertThat(tally.changed()).as(where).isEqualTo(changed);
    assertThat(tally.added() + tally.revived()).as(where).isEqualTo(fresh);
    assertThat(summary.retired()).as(where).isEqualTo(byId.size());
    assertThat(kept).as(where).isEqualTo(inCommon(old, now));
  }

  /** How many equal texts two lists share, order apart: all of them must be recognised. */
  private static int inCommon(List<Unit> old, List<Unit> now) {
    List<String> remaining = new ArrayList<>(Revisions.texts(old));
    return (int) Revisions.texts(now).stream().filter(remaining::remove).count();
  }

  private static Map<String, Unit.Status> statuses(Memory memory) {
    return all(memory, UnitFilter.CURRENT.withRetired()).stream()
        .collect(Collectors.toMap(Unit::id, unit -> unit.provenance().status()));
  }

  private static void judgeSome(Memory memory, List<Unit> units, SplittableRandom random) {
    for (Unit unit : units) {
      if (random.nextInt(4) == 0) {
        Edits.judge(
            memory, unit.id(), List.of(Unit.Status.values()).get(random.nextInt(3)), "judge");
      }
    }
  }

  private static List<Unit> mutate(String name, List<Unit> old, SplittableRandom random) {
    List<String[]> texts = new ArrayList<>();
    old.forEach(unit -> texts.add(new String[] {unit.source(), unit.target()}));
    for (int edits = random.nextInt(6); edits > 0; edits--) {
      int at = texts.isEmpty() ? 0 : random.nextInt(texts.size());
      int what = texts.isEmpty() ? 0 : random.nextInt(6);
      switch (what) {
        case 0, 1 ->
            texts.add(
                at,
                new String[] {
                  SOURCES[random.nextInt(SOURCES.length)], TARGETS[random.nextInt(TARGETS.length)]
                });
        case 2 -> texts.remove(at);
        case 3 -> texts.get(at)[1] = TARGETS[random.nextInt(TARGETS.length)];
        case 4 -> texts.get(at)[0] = SOURCES[random.nextInt(SOURCES.length)];
        default -> texts.add(random.nextInt(texts.size()), texts.remove(at));
      }
    }
    return Revisions.units(name, texts.stream().flatMap(Stream::of).toArray(String[]::new));
  }
}
