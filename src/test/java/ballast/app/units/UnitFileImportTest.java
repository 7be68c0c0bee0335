package ballast.app.units;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.ImportReport.Problem;
import ballast.app.units.UnitFileImport.Reading;
import ballast.app.units.UnitFileImport.Rejects;
import ballast.app.units.UnitFileImport.Request;
import ballast.app.units.UnitFileImport.Result;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport;
import ballast.memory.UnitImport.ImportFate;
import ballast.memory.UnitImport.OnDuplicate;
import ballast.memory.opening.Memories;
import ballast.memory.sql.SqlMemory;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UnitFileImportTest extends FolderTest {

  private static final String HEAD = "<tmx version=\"1.4\"><header o-tmf=\"t\"/><body>\n";
  private static final String CAME =
      "<tu><tuv xml:lang=\"zh-CN\"><seg>他来了。</seg></tuv>"
          + "<tuv xml:lang=\"en-US\"><seg>He came.</seg></tuv></tu>\n";

  private MemoryStore memory = Memories.at(Path.of(""));
  private UnitFileImport unitImport = new UnitFileImport(Workplace.here(), Notices.NONE);

  @BeforeEach
  void prepare() throws IOException {
    memory = Memories.at(folder.resolve("a.db"));
    unitImport = new UnitFileImport(Workplace.in(folder).withAuthor("mei"), Notices.NONE);
    write("good.tmx", HEAD + CAME + "</body></tmx>");
    write("other.tmx", HEAD + CAME.replace("He came", "He has come") + "</body></tmx>");
    write("broken.tmx", HEAD + CAME.replace("他", "她") + CAME + "<tu><tuv");
    write("german.tmx", HEAD + CAME.replace("en-US", "de-DE") + "</body></tmx>");
  }

  private List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    try (Memory opened = memory.openForReading()) {
      opened.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    return units;
  }

  private static Request request(MemoryStore store, Reading reading, String file) {
    return new Request(store, List.of(file), reading, OnDuplicate.ADD, /* dryRun= */ false, null);
  }

  @Test
  void eachFileHasItsReportAsSoonAsItIsDone() {
    List<String> done = new ArrayList<>();
    Result result =
        unitImport.run(
            Request.of(memory, "good.tmx", "broken.tmx", "german.tmx"),
            report -> done.add(report.file()));
    assertThat(done).containsExactly("good.tmx", "broken.tmx", "german.tmx");
    ImportReport broken = result.files().get(1);
    assertThat(broken.counts()).isEqualTo(new ImportReport.Counts(2, 0, 0, 0, 2));
    assertThat(broken.error()).contains("\"broken.tmx\": line 4");
    assertThat(broken.damage().hint()).isNotEmpty();
    assertThat(result.hasDamage()).isTrue();
    assertThat(result.files().get(2).isUseless()).isTrue();
    assertThat(result.hasUselessFile()).isTrue();
    assertThat(units()).extracting(Unit::source).containsExactly("他来了。");
    try (Memory opened = memory.openForReading()) {
      assertThat(opened.care().commands(9))
          .extracting(command -> command.origin().author())
          .containsExactly("mei");
    }
    assertThat(units().get(0).provenance().status()).isEqualTo(Unit.Status.DRAFT);
  }

  @Test
  void withPartialTheUnitsBeforeTheDamageAreTaken() {
    Reading partly = new Reading(PairChoice.DEFAULT, Unit.Status.APPROVED, /* partial= */ true);
    Result result = unitImport.run(request(memory, partly, "broken.tmx"));
    assertThat(result.files().get(0).counts().added()).isEqualTo(2);
    assertThat(result.hasDamage()).isTrue();
    assertThat(units())
        .extracting(unit -> unit.provenance().status())
        .containsOnly(Unit.Status.APPROVED);
  }

  /** The rows are written while the file is read: its reader sees the memory fail. */
  @Test
  void aFullDiskIsNotTakenForADamagedFile() throws IOException {
    assertThat(unitImport.run(Request.of(memory, "good.tmx")).hasDamage()).isFalse();
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      many.append("第").append(i).append("艘船进港。\tShip ").append(i).append(" comes in.\n");
    }
    write("many.tsv", many.toString());
    for (boolean partial : List.of(true, false)) {
      Reading reading = new Reading(PairChoice.DEFAULT, null, partial);
      Request request = request(nearlyFull(memory), reading, "many.tsv");
      assertRefused(() -> unitImport.run(request), "the disk is full");
    }
    assertThat(units()).extracting(Unit::source).containsExactly("他来了。");
  }

  @Test
  void aFailureAtTheEndIsNotHiddenByADamageBefore() {
    for (boolean partial : List.of(true, false)) {
      Request request =
          request(failingAtTheEnd(), new Reading(PairChoice.DEFAULT, null, partial), "broken.tmx");
      if (partial) {
        assertThatThrownBy(() -> unitImport.run(request)).hasMessage("the line is cut");
      } else {
        assertThat(unitImport.run(request).files().get(0).error()).contains("\"broken.tmx\": line");
      }
    }
  }

  /** A memory whose file may grow by a few pages only. */
  private static MemoryStore nearlyFull(MemoryStore store) {
    return proxy(
        MemoryStore.class,
        (method, arguments) -> {
          Object result = method.invoke(store, arguments);
          if (result instanceof SqlMemory opened) {
            long pages = opened.database().number("PRAGMA page_count");
            opened.database().list("PRAGMA max_page_count = " + (pages + 8), row -> row.getLong(1));
          }
          return result;
        });
  }

  /** A memory that takes every unit and then cannot keep it. */
  private MemoryStore failingAtTheEnd() {
    return proxy(
        MemoryStore.class,
        (method, arguments) -> {
          if (!method.getName().equals("openForWriting")) {
            return method.invoke(memory, arguments);
          }
          Memory opened = memory.openForWriting((WriteOptions) arguments[0]);
          return proxy(
              Memory.class,
              (called, given) -> {
                if (!called.getName().equals("importUnits")) {
                  return called.invoke(opened, given);
                }
                @SuppressWarnings("unchecked")
                Consumer<UnitImport> source = (Consumer<UnitImport>) given[1];
                source.accept(unit -> ImportFate.ADDED);
                throw new InputException("the line is cut", "wait");
              });
        });
  }

  @FunctionalInterface
  private interface Answer {
    Object to(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return answer.to(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  void aTrialLeavesNoMemory() {
    Request dryRun =
        new Request(memory, List.of("good.tmx"), Reading.DEFAULT, OnDuplicate.ADD, true, null);
    Result result = unitImport.run(dryRun);
    assertThat(result.files().get(0).counts().added()).isEqualTo(1);
    assertThat(folder.resolve("a.db")).doesNotExist();
  }

  @Test
  void anImportOfNothingLeavesNoMemory() {
    unitImport.run(Request.of(memory, "broken.tmx", "missing.tmx"));
    assertThat(folder.resolve("a.db")).doesNotExist();
    unitImport.run(Request.of(memory, "good.tmx"));
    unitImport.run(Request.of(memory, "broken.tmx"));
    assertThat(units()).hasSize(1);
  }

  @Test
  void refusedUnitsAreWrittenToAFileWithTheReason() throws IOException {
    unitImport.run(Request.of(memory, "good.tmx"));
    Request request =
        new Request(
            memory,
            List.of("other.tmx", "german.tmx"),
            Reading.DEFAULT,
            OnDuplicate.KEEP,
            /* dryRun= */ false,
            new Rejects("rejected.tmx", /* replace= */ false));
    Result result = unitImport.run(request);
    assertThat(result.files().get(0).counts().skipped()).isEqualTo(1);
    assertThat(read("rejected.tmx"))
        .contains("He has come.", "the memory has another translation of it", "de-DE");
    assertThat(units()).extracting(Unit::target).containsExactly("He came.");
  }

  /** Whatever becomes of the units of a file, the figures are those of all of them. */
  @Test
  void figuresAddUpAndWhatHasNoLettersIsOneProblem() throws IOException {
    write(
        "all.xlf",
        """
        <xliff version="1.2"><file source-language="zh-CN" target-language="en-US"><body>
        <trans-unit id="1"><source>他来了。</source><target>He came.</target></trans-unit>
        <trans-unit id="2"><source>他来了。</source><target>He came.</target></trans-unit>
        <trans-unit id="3"><source><x id="1"/> </source><target><x id="1"/> </target></trans-unit>
        <trans-unit id="4"><source>——</source></trans-unit>
        <trans-unit id="5"><source>她走了。</source></trans-unit>
        <trans-unit id="6"><source>12.5 %</source><target/></trans-unit>
        <trans-unit id="7"><source>3</source><target>3</target></trans-unit>
        </body></file></xliff>
        """);
    ImportReport report = unitImport.run(Request.of(memory, "all.xlf")).files().get(0);
    assertThat(report.counts()).isEqualTo(new ImportReport.Counts(4, 2, 1, 0, 4));
    assertThat(report.counts().read()).isEqualTo(7);
    assertThat(report.place()).isEqualTo("line");
    assertThat(report.problems())
        .containsExactly(
            new Problem(4, true, "3 units without letters: only tags, numbers or punctuation"),
            new Problem(6, true, "its en-US part has no text element"));
  }

  @Test
  void listsProblemsByLineWhateverTheirReason() {
    UnitProblems problems = new UnitProblems();
    problems.refused(9, "blank");
    problems.corrected(4, "a space too many");
    problems.refused(2, "blank");
    assertThat(problems.listed())
        .containsExactly(
            new Problem(2, true, "blank"),
            new Problem(4, false, "a space too many"),
            new Problem(9, true, "blank"));
    assertThat(problems.skipped()).isEqualTo(2);
    assertThat(problems.more()).isZero();
  }

  @Test
  void countsWhatItDoesNotList() {
    UnitProblems problems = new UnitProblems();
    for (int line = 1; line <= 1_003; line++) {
      problems.refused(line, "blank");
    }
    for (int reason = 1; reason <= 21; reason++) {
      problems.refused(2_000, "reason " + reason);
    }
    assertThat(problems.listed()).hasSize(1_000 + 19);
    assertThat(problems.more()).isEqualTo(3 + 2);
    assertThat(problems.skipped()).isEqualTo(1_003 + 21);
  }
}
