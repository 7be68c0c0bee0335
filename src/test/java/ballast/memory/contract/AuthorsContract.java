package ballast.memory.contract;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.Edits.withTarget;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revisionBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Comments;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.Replacement;
import ballast.memory.UnitFilter;
import ballast.memory.UnitFilter.UnitConditions;
import ballast.memory.opening.Memories;
import java.time.Instant;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several authors take back their own commands. The model: a memory looks as if the commands in
 * force had been run in an empty one, and a command can be taken back or done again unless a
 * command on which it depends has been run or taken back since.
 */
abstract class AuthorsContract extends StoreContract {

  private static final List<String> AUTHORS = List.of("ann", "bob", "cao");
  private static final int STEPS = 60;

  private static Origin by(String author) {
    return new Origin(author, "");
  }

  private Memory open(String author) {
    return stores.at(folder.resolve("memory.db"), author).openForWriting(Revisions.options());
  }

  private void judge(String author, String target, Unit.Status status) {
    try (Memory memory = open(author)) {
      memory.care().judge(withTarget(memory, target), status, by(author), edit -> {});
    }
  }

  private static List<String> statuses(Memory memory) {
    return current(memory).stream()
        .map(unit -> unit.target() + " " + unit.provenance().status().label())
        .toList();
  }

  private Optional<CommandInfo> undo(String author) {
    try (Memory memory = open(author)) {
      return memory.care().reverse(false, Choice.of(author), by(author));
    }
  }

  private Optional<CommandInfo> redo(String author) {
    try (Memory memory = open(author)) {
      return memory.care().reverse(true, Choice.of(author), by(author));
    }
  }

  private void align() {
    try (Memory memory = open("cao")) {
      memory.addRevision(revisionBy("cao", "doc", "甲。", "A.", "乙。", "B.", "丙。", "C."));
    }
  }

  @Test
  void anAlignmentIsNotTakenBackWhileDuplicatesOfItsUnitsAreDeleted() {
    deduplicated();
    assertRefused(() -> undo("ann"), "deduplicated");
  }

  @Test
  void aRemovalOfDuplicatesCanBeTakenBackWhenTheUnitsThatStayedAreGone() {
    deduplicated();
    try (Memory memory = open("ann")) {
      UnitFilter ofA = UnitFilter.CURRENT.inDocuments(Set.of("a"));
      memory.care().delete(ofA, by("ann"), edit -> {});
    }
    undo("bob");
    assertRefused(() -> redo("bob"));
    try (Memory memory = open("bob")) {
      assertThat(current(memory))
          .extracting(unit -> unit.provenance().document())
          .containsExactly("b");
    }
  }

  @Test
  void anEditIsUndoneUnderALaterCommentAndACommentNotUnderAReply() {
    align();
    judge("ann", "A.", Unit.Status.APPROVED);
    long id = say("bob", 0, "Why?");
    say("cao", id, "So.");
    assertRefused(() -> undo("bob"), "undo", "cao");
    assertThat(undo("ann")).isPresent();
    try (Memory memory = open("ann")) {
      assertThat(statuses(memory)).contains("A. draft");
      assertThat(memory.comments().all().get(0).remarks())
          .extracting(Comments.Remark::author)
          .containsExactly("bob", "cao");
    }
  }

  private long say(String author, long comment, String text) {
    try (Memory memory = open(author)) {
      String unit = current(memory).get(0).id();
      List<Comments.New> said = List.of(new Comments.New(unit, comment, text, Comments.Act.SAY));
      assertThat(memory.care().comment(said, by(author))).isEqualTo(said);
      return memory.comments().all().get(0).id();
    }
  }

  /** Ann's document has a unit, and Bob's had the same. */
  private void deduplicated() {
    try (Memory memory = open("ann")) {
      memory.addRevision(revisionBy("ann", "a", "甲。", "A."));
    }
    try (Memory memory = open("bob")) {
      memory.addRevision(revisionBy("bob", "b", "甲。", "A."));
    }
    try (Memory memory = open("bob")) {
      memory.care().dedupe(UnitFilter.CURRENT, Set.of(), by("bob"), group -> {});
    }
  }

  @Test
  void eachTakesBackTheirOwnLastCommand() {
    align();
    judge("ann", "A.", Unit.Status.APPROVED);
    judge("bob", "B.", Unit.Status.REJECTED);
    judge("ann", "C.", Unit.Status.APPROVED);
    assertThat(undo("bob").orElseThrow().origin().author()).isEqualTo("bob");
    assertThat(undo("bob")).isEmpty();
    assertThat(undo("ann")).isPresent();
    try (Memory memory = read()) {
      assertThat(statuses(memory)).containsExactly("A. approved", "B. draft", "C. draft");
    }
    assertThat(redo("bob")).isPresent();
    assertThat(undo("ann")).isPresent();
    assertThat(redo("ann")).isPresent();
    assertThat(redo("ann")).isPresent();
    assertThat(redo("ann")).isEmpty();
    try (Memory memory = read()) {
      assertThat(statuses(memory)).containsExactly("A. approved", "B. rejected", "C. approved");
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void aCommandOnWhichAnotherIsBuiltIsNotTakenBack() {
    align();
    judge("ann", "A.", Unit.Status.APPROVED);
    judge("bob", "A.", Unit.Status.REJECTED);
    assertThatThrownBy(() -> undo("ann"))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.hint())
                    .startsWith("undo that command first: `ballast tm undo --of bob`")
                    .doesNotContain("times"))
        .hasMessage(
            "cannot undo command 2 (approved, 2026-03-01T12:00:00Z, ann): command 3"
                + " (rejected, 2026-03-01T12:00:00Z, bob) has changed the same units since");
    judge("bob", "C.", Unit.Status.REJECTED);
    assertThatThrownBy(() -> undo("ann"))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.hint()).contains("--of bob`, 2 times: later ones come first"));
    assertThat(undo("bob")).isPresent();
    // Bob's command stands on its own: nothing that has come after it is in force.
    assertThat(undo("bob")).isPresent();
    assertThat(undo("ann")).isPresent();
    assertRefused(() -> redo("bob"), "cannot redo command 3", "has been undone since");
    assertThat(redo("ann")).isPresent();
    assertThat(redo("bob")).isPresent();
    try (Memory memory = read()) {
      assertThat(statuses(memory)).containsExactly("A. rejected", "B. draft", "C. draft");
    }
  }

  @Test
  void anAlignmentIsNotTakenBackUnderTheEditsOfOthers() {
    align();
    judge("ann", "A.", Unit.Status.APPROVED);
    assertRefused(() -> undo("cao"), "command 2 (approved");
    try (Memory memory = open("cao")) {
      memory.addRevision(revisionBy("cao", "other", "丁。", "D."));
      assertThat(memory.care().reverse(false, Choice.of("cao"), by("cao"))).isPresent();
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
    current(memory).forEach(unit -> seen.add(line(unit, "")));
    all(memory, UnitFilter.CURRENT.onlyDeleted()).forEach(unit -> seen.add(line(unit, "deleted ")));
    seen.sort(Comparator.naturalOrder());
    return seen;
  }

  private static String line(Unit unit, String mark) {
    Provenance from = unit.provenance();
    List<Object> parts = List.of(from.document(), unit.source(), unit.target(), from.status());
    return mark + parts;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theMemoryIsAsIfOnlyTheCommandsInForceHadRun(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int refused = 0;
    int done = 0;
    for (int step = 0; step < STEPS; step++) {
      String where = "seed " + seed + ", step " + step;
      String author = AUTHORS.get(random.nextInt(AUTHORS.size()));
      int what = random.nextInt(5);
      if (what > 1) {
        run(command(step, author, random));
      } else if (reverse(author, what == 0, where)) {
        done++;
      } else {
        refused++;
      }
      try (Memory memory = read()) {
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
  private boolean reverse(String author, boolean puts, String where) {
    Optional<Command> wanted = next(author, puts);
    boolean refused = wanted.isPresent() && depends(wanted.get());
    // The model lists commands only; the maintainer acts for somebody else now and then.
    String actor = where.endsWith("7") ? "cao" : author;
    try (Memory memory = open(actor)) {
      Optional<CommandInfo> found = memory.care().reverse(puts, Choice.of(author), by(actor));
      assertThat(refused).as(where + ": " + found).isFalse();
      assertThat(found.isPresent()).as(where + ": " + found).isEqualTo(wanted.isPresent());
    } catch (InputException e) {
      assertThat(refused).as(where + ": " + e.getMessage()).isTrue();
      return false;
    }
    wanted.ifPresent(command -> events.add(new Event(command, puts)));
    return wanted.isPresent();
  }

  private void run(Command command) {
    try (Memory memory = open(command.author())) {
      Map<String, String> before = states(memory);
      List<CommandInfo> last = memory.care().commands(1);
      command.work().accept(memory);
      if (!memory.care().commands(1).equals(last)) {
        Set<String> units = new HashSet<>();
        Map<String, String> after = states(memory);
        Set<String> ids = new HashSet<>(before.keySet());
        ids.addAll(after.keySet());
        String document = document(command.number());
        boolean aligns = command.number() % 10 < ALIGNING; // it touches the whole document
        for (String id : ids) {
          String old = before.getOrDefault(id, "");
          String now = after.getOrDefault(id, "");
          if (!old.equals(now) || (aligns && (old + now).contains(document))) {
            units.add(id);
          }
        }
        if (aligns) {
          units.add(document);
        }
        touched.put(command, units);
        events.add(new Event(command, true));
      }
    }
  }

  private static final int ALIGNING = 3;

  private static Map<String, String> states(Memory memory) {
    Map<String, String> states = new HashMap<>();
    all(memory, UnitFilter.CURRENT.withRetired())
        .forEach(unit -> states.put(unit.id(), line(unit, "")));
    current(memory).forEach(unit -> states.put(unit.id(), line(unit, "current ")));
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
        current(memory).stream()
            .filter(unit -> unit.source().equals(source))
            .map(Unit::id)
            .collect(Collectors.toSet());
    return ids.isEmpty()
        ? UnitFilter.CURRENT.where(new UnitConditions(0, 1, Instant.MAX, Set.of(), "", Set.of()))
        : UnitFilter.CURRENT.named(ids);
  }
}
