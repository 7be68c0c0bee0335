package ballast.memory.contract;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.Revisions.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.Replacement;
import ballast.memory.UnitFilter;
import ballast.memory.UnitFilter.UnitConditions;
import ballast.memory.opening.Memories;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several authors take back their own commands. The model: a memory looks as if the commands in
 * force had been run in an empty one, and a command can be taken back or done again unless a
 * command on which it depends has been run or taken back since.
 */
abstract class AuthorsContract extends StoreContract {

  AuthorsContract(StoreUnderTest stores) {
    super(stores);
  }

  private static final List<String> AUTHORS = List.of("ann", "bob", "cao");
  private static final int STEPS = 60;

  private static Origin by(String author) {
    return new Origin(author, "");
  }

  private Memory open(Path folder, String author) {
    return stores().at(folder.resolve("memory.db"), author).openForWriting(Revisions.options());
  }

  private void judge(Path folder, String author, String target, Unit.Status status) {
    try (Memory memory = open(folder, author)) {
      memory.care().judge(withTarget(memory, target), status, by(author), edit -> {});
    }
  }

  private static UnitFilter withTarget(Memory memory, String target) {
    return UnitFilter.CURRENT.named(
        all(memory, UnitFilter.CURRENT).stream()
            .filter(unit -> unit.target().equals(target))
            .map(Unit::id)
            .collect(Collectors.toSet()));
  }

  private static List<String> statuses(Memory memory) {
    return all(memory, UnitFilter.CURRENT).stream()
        .map(unit -> unit.target() + " " + unit.provenance().status().label())
        .toList();
  }

  private Optional<CommandInfo> undo(Path folder, String author) {
    try (Memory memory = open(folder, author)) {
      return memory.care().undoOf(author, by(author));
    }
  }

  private Optional<CommandInfo> redo(Path folder, String author) {
    try (Memory memory = open(folder, author)) {
      return memory.care().redoOf(author, by(author));
    }
  }

  private void align(Path folder) {
    try (Memory memory = open(folder, "cao")) {
      memory.addRevision(
          Revisions.revision(
              "doc", "cao", Revisions.units("doc", "甲。", "A.", "乙。", "B.", "丙。", "C.")));
    }
  }

  @Test
  void anAlignmentIsNotTakenBackWhileDuplicatesOfItsUnitsAreDeleted(@TempDir Path folder) {
    deduplicated(folder);
    assertRefused(() -> undo(folder, "ann"), "deduplicated");
  }

  @Test
  void aRemovalOfDuplicatesCanBeTakenBackWhenTheUnitsThatStayedAreGone(@TempDir Path folder) {
    deduplicated(folder);
    try (Memory memory = open(folder, "ann")) {
      UnitFilter ofA = UnitFilter.CURRENT.inDocuments(Set.of("a"));
      memory.care().delete(ofA, by("ann"), edit -> {});
    }
    undo(folder, "bob");
    assertRefused(() -> redo(folder, "bob"));
    try (Memory memory = open(folder, "bob")) {
      assertThat(all(memory, UnitFilter.CURRENT))
          .extracting(unit -> unit.provenance().document())
          .containsExactly("b");
    }
  }

  /** Ann's document has a unit, and Bob's had the same. */
  private void deduplicated(Path folder) {
    try (Memory memory = open(folder, "ann")) {
      memory.addRevision(Revisions.revision("a", "ann", Revisions.units("a", "甲。", "A.")));
    }
    try (Memory memory = open(folder, "bob")) {
      memory.addRevision(Revisions.revision("b", "bob", Revisions.units("b", "甲。", "A.")));
    }
    try (Memory memory = open(folder, "bob")) {
      memory.care().dedupe(UnitFilter.CURRENT, Set.of(), by("bob"), group -> {});
    }
  }

  @Test
  void eachTakesBackTheirOwnLastCommand(@TempDir Path folder) {
    align(folder);
    judge(folder, "ann", "A.", Unit.Status.APPROVED);
    judge(folder, "bob", "B.", Unit.Status.REJECTED);
    judge(folder, "ann", "C.", Unit.Status.APPROVED);
    assertThat(undo(folder, "bob").orElseThrow().origin().author()).isEqualTo("bob");
    assertThat(undo(folder, "bob")).isEmpty();
    assertThat(undo(folder, "ann")).isPresent();
    try (Memory memory = read(folder)) {
      assertThat(statuses(memory)).containsExactly("A. approved", "B. draft", "C. draft");
    }
    assertThat(redo(folder, "bob")).isPresent();
    assertThat(undo(folder, "ann")).isPresent();
    assertThat(redo(folder, "ann")).isPresent();
    assertThat(redo(folder, "ann")).isPresent();
    assertThat(redo(folder, "ann")).isEmpty();
    try (Memory memory = read(folder)) {
      assertThat(statuses(memory)).containsExactly("A. approved", "B. rejected", "C. approved");
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void aCommandOnWhichAnotherIsBuiltIsNotTakenBack(@TempDir Path folder) {
    align(folder);
    judge(folder, "ann", "A.", Unit.Status.APPROVED);
    judge(folder, "bob", "A.", Unit.Status.REJECTED);
    assertThatThrownBy(() -> undo(folder, "ann"))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.hint())
                    .startsWith("take back that command first: `ballast tm undo --of bob`")
                    .doesNotContain("times"))
        .hasMessage(
            "cannot take back command 2 (approved, 2026-03-01T12:00:00Z, ann): command 3"
                + " (rejected, 2026-03-01T12:00:00Z, bob) has changed the same units since");
    judge(folder, "bob", "C.", Unit.Status.REJECTED);
    assertThatThrownBy(() -> undo(folder, "ann"))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.hint()).contains("--of bob`, 2 times: later ones come first"));
    assertThat(undo(folder, "bob")).isPresent();
    // Bob's command stands on its own: nothing that has come after it is in force.
    assertThat(undo(folder, "bob")).isPresent();
    assertThat(undo(folder, "ann")).isPresent();
    assertRefused(
        () -> redo(folder, "bob"), "cannot do again command 3", "has been taken back since");
    assertThat(redo(folder, "ann")).isPresent();
    assertThat(redo(folder, "bob")).isPresent();
    try (Memory memory = read(folder)) {
      assertThat(statuses(memory)).containsExactly("A. rejected", "B. draft", "C. draft");
    }
  }

  @Test
  void anAlignmentIsNotTakenBackUnderTheEditsOfOthers(@TempDir Path folder) {
    align(folder);
    judge(folder, "ann", "A.", Unit.Status.APPROVED);
    assertRefused(() -> undo(folder, "cao"), "command 2 (approved");
    try (Memory memory = open(folder, "cao")) {
      memory.addRevision(Revisions.revision("other", "cao", Revisions.units("other", "丁。", "D.")));
      assertThat(memory.care().undoOf("cao", by("cao"))).isPresent();
    }
  }

  // ---- random commands

  private record Command(int number, String author, Consumer<Memory> work) {}

  private record Event(Command command, boolean puts) {}

  private final List<Event> events = new ArrayList<>();
  private final Map<Command, Set<String>> touched = new HashMap<>();

  private boolean inForce(Command command, int end) {
    boolean inForce = false;
    for (Event event : events.subList(0, end)) {
      inForce = event.command().equals(command) ? event.puts() : inForce;
    }
    return inForce;
  }

  private int latest(Command command) {
    int latest = -1;
    for (int i = 0; i < events.size(); i++) {
      latest = events.get(i).command().equals(command) ? i : latest;
    }
    return latest;
  }

  /** The command of an author that was put or taken last, if it can be taken back or done again. */
  private Optional<Command> next(String author, boolean puts) {
    Optional<Command> found =
        touched.keySet().stream()
            .filter(command -> command.author().equals(author))
            .filter(command -> inForce(command, events.size()) != puts)
            .max(Comparator.comparingInt(this::latest));
    return found.filter(command -> !puts || latestRun(author) < latest(command));
  }

  private int latestRun(String author) {
    return touched.keySet().stream()
        .filter(command -> command.author().equals(author))
        .mapToInt(command -> events.indexOf(new Event(command, true)))
        .max()
        .orElse(-1);
  }

  private boolean depends(Command command) {
    int since = latest(command) + 1;
    Set<String> own = touched.getOrDefault(command, Set.of());
    return touched.entrySet().stream()
        .filter(other -> !other.getKey().equals(command))
        .filter(other -> inForce(other.getKey(), since) != inForce(other.getKey(), events.size()))
        .anyMatch(other -> other.getValue().stream().anyMatch(own::contains));
  }

  /** The texts of each document, deleted ones marked, as the model has them. */
  private List<String> expected() {
    try (Memory memory = Memories.inNoFile(Revisions.options())) {
      List<Command> commands = new ArrayList<>(touched.keySet());
      commands.sort(Comparator.comparingInt(this::latest));
      for (Command command : commands) {
        if (inForce(command, events.size())) {
          command.work().accept(memory);
        }
      }
      return seen(memory);
    }
  }

  private static List<String> seen(Memory memory) {
    List<String> seen = new ArrayList<>();
    for (Unit unit : all(memory, UnitFilter.CURRENT)) {
      seen.add(line(unit, ""));
    }
    for (Unit unit : all(memory, UnitFilter.CURRENT.onlyDeleted())) {
      seen.add(line(unit, "deleted "));
    }
    seen.sort(Comparator.naturalOrder());
    return seen;
  }

  private static String line(Unit unit, String mark) {
    return mark
        + unit.provenance().document()
        + " "
        + unit.source()
        + " "
        + unit.target()
        + " "
        + unit.provenance().status();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theMemoryIsAsIfOnlyTheCommandsInForceHadRun(long seed, @TempDir Path folder) {
    SplittableRandom random = new SplittableRandom(seed);
    int refused = 0;
    int done = 0;
    for (int step = 0; step < STEPS; step++) {
      String where = "seed " + seed + ", step " + step;
      String author = AUTHORS.get(random.nextInt(AUTHORS.size()));
      int what = random.nextInt(5);
      if (what > 1) {
        run(folder, command(step, author, random));
      } else if (reverse(folder, author, what == 0, where)) {
        done++;
      } else {
        refused++;
      }
      try (Memory memory = read(folder)) {
        assertThat(seen(memory)).as(where).isEqualTo(expected());
        if (step % 6 == 5) {
          assertThat(memory.verify()).as(where).isEmpty();
        }
      }
    }
    assertThat(done).as("seed %d", seed).isPositive();
    assertThat(refused).as("seed %d", seed).isPositive();
  }

  /** Takes back or does again; returns whether that was possible. */
  private boolean reverse(Path folder, String author, boolean puts, String where) {
    Optional<Command> wanted = next(author, puts);
    boolean refused = wanted.isPresent() && depends(wanted.get());
    // The model lists commands only; the maintainer acts for somebody else now and then.
    String actor = where.endsWith("7") ? "cao" : author;
    try (Memory memory = open(folder, actor)) {
      Optional<CommandInfo> found =
          puts ? memory.care().redoOf(author, by(actor)) : memory.care().undoOf(author, by(actor));
      assertThat(refused).as(where + ": " + found).isFalse();
      assertThat(found.isPresent()).as(where + ": " + found).isEqualTo(wanted.isPresent());
    } catch (InputException e) {
      assertThat(refused).as(where + ": " + e.getMessage()).isTrue();
      return false;
    }
    wanted.ifPresent(command -> events.add(new Event(command, puts)));
    return wanted.isPresent();
  }

  private void run(Path folder, Command command) {
    try (Memory memory = open(folder, command.author())) {
      Map<String, String> before = states(memory);
      List<CommandInfo> last = memory.care().commands(1);
      command.work().accept(memory);
      if (!memory.care().commands(1).equals(last)) {
        Set<String> units = new HashSet<>();
        Map<String, String> after = states(memory);
        Set<String> ids = new HashSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
          String old = before.getOrDefault(id, "");
          String now = after.getOrDefault(id, "");
          if (!old.equals(now)) {
            units.add(id);
          }
        }
        if (command.number() % 10 < ALIGNING) {
          // Aligning touches the whole document.
          units.addAll(documentOf(command, ids, before, after));
        }
        touched.put(command, units);
        events.add(new Event(command, true));
      }
    }
  }

  private static final int ALIGNING = 3;

  private static Set<String> documentOf(
      Command command, Set<String> ids, Map<String, String> before, Map<String, String> after) {
    String document = document(command.number());
    Set<String> units = new HashSet<>();
    for (String id : ids) {
      if (before.getOrDefault(id, "").contains(document)
          || after.getOrDefault(id, "").contains(document)) {
        units.add(id);
      }
    }
    units.add(document);
    return units;
  }

  private static Map<String, String> states(Memory memory) {
    Map<String, String> states = new HashMap<>();
    all(memory, UnitFilter.CURRENT.withRetired())
        .forEach(unit -> states.put(unit.id(), line(unit, "")));
    all(memory, UnitFilter.CURRENT).forEach(unit -> states.put(unit.id(), line(unit, "current ")));
    all(memory, UnitFilter.CURRENT.onlyDeleted())
        .forEach(unit -> states.put(unit.id(), line(unit, "deleted ")));
    return states;
  }

  private static String document(int number) {
    return "doc" + number % 2;
  }

  /** Steps whose last digit is below {@link #ALIGNING} align; their texts name units uniquely. */
  private static Command command(int step, String author, SplittableRandom random) {
    String document = document(step);
    int salt = random.nextInt(3);
    int first = random.nextInt(4);
    String source = document + "第" + first + "句。";
    Unit.Status status = List.of(Unit.Status.values()).get(random.nextInt(3));
    Consumer<Memory> align =
        memory -> {
          List<Unit> units = new ArrayList<>();
          for (int i = 0; i < 4; i++) {
            int target = i == first ? salt : 0;
            units.add(Revisions.unit(document, i + 1, document + "第" + i + "句。", "No. " + target));
          }
          memory.addRevision(Revisions.revision(document, author, units));
        };
    Consumer<Memory> edit =
        switch (step % 10) {
          case 3, 4, 5 ->
              memory -> memory.care().judge(with(memory, source), status, by(author), e -> {});
          case 6, 7 ->
              memory ->
                  memory
                      .care()
                      .replace(
                          with(memory, source),
                          Replacement.ofText("No.", "Nr. " + salt, false, Side.TARGET),
                          false,
                          by(author),
                          (e, replaced) -> {});
          case 8 -> memory -> memory.care().delete(with(memory, source), by(author), e -> {});
          default -> memory -> memory.care().restore(UnitFilter.CURRENT, by(author), e -> {});
        };
    return new Command(step, author, step % 10 < ALIGNING ? align : edit);
  }

  /** The unit with a source text; no unit if there is none. */
  private static UnitFilter with(Memory memory, String source) {
    Set<String> ids =
        all(memory, UnitFilter.CURRENT).stream()
            .filter(unit -> unit.source().equals(source))
            .map(Unit::id)
            .collect(Collectors.toSet());
    return ids.isEmpty()
        ? UnitFilter.CURRENT
            .withStatuses(Set.of(Unit.Status.DRAFT))
            .inDocuments(Set.of())
            .where(new UnitConditions(0, 1, java.time.Instant.MAX, Set.of("nobody"), "", Set.of()))
        : UnitFilter.CURRENT.named(ids);
  }
}
