package ballast.memory.contract;

import static ballast.memory.contract.Edits.MEI;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.current;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.memory.CommandInfo;
import ballast.memory.DocumentChange;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryCare.Duplicates;
import ballast.memory.Replacement;
import ballast.memory.UnitFilter;
import ballast.memory.UnitFilter.UnitConditions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random commands, taken back and done again at random, against a plain oracle: a stack of what the
 * memory held.
 */
abstract class UndoContract extends StoreContract {

  private static final String[] SOURCES = {"好。", "谢谢。", "粮食的价格涨了。", "道路修好了。", "他没有来。", "Ａ区关了。"};
  private static final String[] TARGETS = {
    "Good.", "Thanks.", "Grain prices rose.", "The road is mended.", "He did not come.", "good"
  };
  private static final int STEPS = 45;

  /** After every so many commands the memory is verified, which takes longer than they do. */
  private static final int VERIFIED = 4;

  private record Seen(List<Unit> current, List<Unit> deleted, List<String> documents) {
    static Seen of(Memory memory) {
      return new Seen(
          all(memory, UnitFilter.CURRENT),
          all(memory, UnitFilter.CURRENT.onlyDeleted()),
          memory.documents().stream()
              .map(d -> d.name() + " " + d.sourceLang() + " " + d.units())
              .toList());
    }
  }

  private final Deque<Seen> done = new ArrayDeque<>();
  private final Deque<Seen> undone = new ArrayDeque<>();
  private int second;

  private Memory open() {
    return writeAt(Revisions.NOON.plusSeconds(second++));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void takingBackRestoresTheEarlierState(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (Memory memory = open()) {
      done.push(Seen.of(memory));
    }
    for (int step = 0; step < STEPS; step++) {
      String where = "seed " + seed + ", step " + step;
      switch (random.nextInt(5)) {
        case 0 -> undo(where + ", undo");
        case 1 -> redo(where + ", redo");
        default -> doSomething(random);
      }
    }
    while (done.size() > 1) {
      undo("seed " + seed + ", at the end");
    }
    try (Memory memory = open()) {
      assertThat(memory.care().undo(MEI)).as("seed %d", seed).isEmpty();
      assertThat(memory.verify()).as("seed %d", seed).isEmpty();
    }
  }

  private void undo(String where) {
    try (Memory memory = open()) {
      assertMoved(memory, memory.care().undo(MEI), done.size() > 1, done, undone, where);
    }
  }

  private void redo(String where) {
    try (Memory memory = open()) {
      assertMoved(memory, memory.care().redo(MEI), !undone.isEmpty(), undone, done, where);
    }
  }

  private void assertMoved(
      Memory memory,
      Optional<CommandInfo> command,
      boolean possible,
      Deque<Seen> from,
      Deque<Seen> to,
      String where) {
    String what = where + ", " + command;
    assertThat(command.isPresent()).as(what).isEqualTo(possible);
    if (possible) {
      to.push(from.pop());
    }
    assertThat(Seen.of(memory)).as(what).isEqualTo(done.peek());
    if (second % VERIFIED == 0) {
      assertThat(memory.verify()).as(what).isEmpty();
      assertThat(inForce(memory)).as(what).isEqualTo(done.size() - 1);
    }
  }

  private static int inForce(Memory memory) {
    return (int)
        memory.care().commands(1000).stream()
            .filter(command -> command.undoes() == 0 && !command.takenBack())
            .count();
  }

  /** Runs a command; one that changes nothing is not recorded. */
  private void doSomething(SplittableRandom random) {
    List<CommandInfo> last;
    try (Memory memory = open()) {
      last = memory.care().commands(1);
      run(memory, random);
    }
    try (Memory memory = open()) {
      if (memory.care().commands(1).equals(last)) {
        // Aligning the same texts again may still find another confidence.
        done.pop();
      } else {
        undone.clear();
      }
      if (second % VERIFIED == 0) {
        assertThat(memory.verify()).isEmpty();
      }
      done.push(Seen.of(memory));
    }
  }

  private static void run(Memory memory, SplittableRandom random) {
    MemoryCare care = memory.care();
    UnitFilter filter = filter(memory, random);
    switch (random.nextInt(8)) {
      case 0, 1 -> memory.addRevision(revision(random));
      case 2 ->
          // Like a run over many documents.
          memory.addRevisions(List.of(revision(random), revision(random)), units -> {});
      case 3 ->
          care.judge(filter, List.of(Unit.Status.values()).get(random.nextInt(3)), MEI, edit -> {});
      case 4 -> care.delete(filter, MEI, edit -> {});
      case 5 -> care.restore(UnitFilter.CURRENT, MEI, edit -> {});
      case 6 ->
          care.replace(
              filter,
              random.nextBoolean()
                  ? Replacement.ofRegex("(o+)", "<$1>", false, Side.TARGET)
                  : Replacement.ofText("。", "！", false, Side.SOURCE),
              random.nextBoolean(),
              MEI,
              (edit, replaced) -> {});
      default ->
          care.dedupe(UnitFilter.CURRENT, EnumSet.allOf(Duplicates.Ignored.class), MEI, g -> {});
    }
  }

  private static UnitFilter filter(Memory memory, SplittableRandom random) {
    List<Unit> units = current(memory);
    if (units.isEmpty() || random.nextInt(4) == 0) {
      return UnitFilter.CURRENT.where(
          new UnitConditions(0.5, 1, Instant.MIN, Set.of(), "o", Set.of(Side.TARGET)));
    }
    Set<String> ids = new HashSet<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      ids.add(units.get(random.nextInt(units.size())).id());
    }
    return UnitFilter.CURRENT.named(ids);
  }

  private static DocumentChange revision(SplittableRandom random) {
    String name = "doc" + random.nextInt(3);
    List<Unit> units = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      String target = TARGETS[random.nextInt(TARGETS.length)];
      String source = SOURCES[random.nextInt(SOURCES.length)];
      Provenance from =
          Provenance.aligned(
              name, units.size() + 1, "", Instant.EPOCH, random.nextInt(101) / 100.0);
      InlineCode code = new InlineCode(Side.TARGET, 2, "ph", "x=\"1\"", "");
      List<InlineCode> codes = random.nextInt(3) == 0 ? List.of(code) : List.of();
      units.add(new Unit("", Lang.ZH_CN, Lang.EN_US, source, target, from, codes));
    }
    return Revisions.revision(name, "ming", units);
  }
}
