package ballast.app.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.Workplace;
import ballast.app.align.TranslationFinish;
import ballast.app.documents.OpenTranslation.Row;
import ballast.app.documents.OpenTranslation.State;
import ballast.app.documents.TranslationEditor.OvertakenException;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TranslationEditorTest {

  private static final String TEXT =
      """
      桥与船

      桥很旧。船在桥下，水很浅。他数了3艘船。

      桥很旧。港口在**北边**。
      """;

  @TempDir Path folder;
  private MemoryStore store;
  private TranslationEditor lin;

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectories(folder.resolve("tm"));
    write(TEXT);
    store = Memories.at(folder.resolve("tm/memory.db"));
    lin = editor("Lin");
    assertThat(lin.begin("港.zh.md")).isEqualTo("港");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("港.zh.md"), text);
  }

  private TranslationEditor editor(String author) {
    return new TranslationEditor(
        Workplace.in(folder).withAuthor(author), store, Lexicon.bundledWhenNeeded());
  }

  private TranslationEditor.Written finish(boolean approve, boolean replace) {
    return new TranslationFinish(Workplace.in(folder).withAuthor("Lin"), store, lin)
        .finish("港", "", approve, replace);
  }

  private OpenTranslation open() {
    return editor("Lin").open("港");
  }

  private Row row(int number) {
    return open().rows().get(number - 1);
  }

  private void confirm(TranslationEditor who, int number, String text) {
    Row row = row(number);
    who.confirm("港", number, row.source(), Wording.of(text, ""), row.confirmed());
  }

  private List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = store.openForReading()) {
      memory.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    return units;
  }

  @Test
  void aTranslationIsWrittenRowByRow() {
    assertThat(open().rows())
        .extracting(Row::source)
        .containsExactly("桥与船", "桥很旧。", "船在桥下，水很浅。", "他数了3艘船。", "桥很旧。", "港口在北边。");
    assertThat(open().targetFile()).isEqualTo("港.en.md");
    confirm(lin, 1, "Bridge and boats");
    confirm(lin, 2, "The bridge is old.");
    assertThat(row(2).state()).isEqualTo(State.CONFIRMED);
    assertThat(row(5).state()).isEqualTo(State.REPEATED);
    assertThat(row(5).wording().text()).isEqualTo("The bridge is old.");
    assertThat(row(5).repeats()).isEqualTo(2);
    assertThat(units())
        .extracting(Unit::target)
        .containsExactly("Bridge and boats", "The bridge is old.");
    assertThat(open().progress().rowsDone()).isEqualTo(2);
    confirm(lin, 2, "The bridge is ancient.");
    assertThat(units()).hasSize(2);
    assertThat(row(5).wording().text()).isEqualTo("The bridge is ancient.");
    assertThat(lin.inWork()).containsExactly("港");
    assertThat(lin.begin("港.zh.md")).isEqualTo("港");
  }

  @Test
  void whatIsTypedStaysWhenTheProgramIsKilled() throws IOException {
    lin.type("港", 3, row(3).source(), Wording.of("Boats\tlie\\under", ""));
    Path file;
    try (var files = Files.list(folder.resolve("tm/.drafts"))) {
      file = files.findFirst().orElseThrow();
    }
    Files.writeString(file, "cut off \u6865", StandardOpenOption.APPEND);
    assertThat(row(3).wording().text()).isEqualTo("Boats\tlie\\under");
    assertThat(row(3).state()).isEqualTo(State.TYPED);
    editor("Lin").type("港", 4, row(4).source(), Wording.of("He", ""));
    assertThat(open().problems()).isEmpty();
    assertThat(row(4).wording().text()).isEqualTo("He");
    Files.writeString(file, "no such line\n", StandardOpenOption.APPEND);
    assertThat(open().problems()).hasSize(1);
    assertThat(row(3).wording().text()).isEqualTo("Boats\tlie\\under");
    lin.type("港", 3, row(3).source(), Wording.of("", ""));
    assertThat(row(3).state()).isEqualTo(State.OPEN);
    assertThat(Files.readString(file, UTF_8)).doesNotContain("cut off");
  }

  @Test
  void anotherPersonIsNotOverwritten() {
    confirm(editor("Zhao"), 3, "The boats are under the bridge.");
    TranslationEditor mine = editor("Lin");
    Wording other = Wording.of("Boats lie under it.", "");
    String source = row(3).source();
    assertThatThrownBy(() -> mine.confirm("港", 3, source, other, ""))
        .isInstanceOf(OvertakenException.class)
        .hasMessageContaining("Zhao");
    assertThat(row(3).wording().text()).isEqualTo("Boats lie under it.");
    mine.confirm("港", 3, source, other, "The boats are under the bridge.");
    assertThat(units()).extracting(Unit::target).containsExactly("Boats lie under it.");
  }

  @Test
  void sentencesAreDividedAndJoined() {
    confirm(lin, 4, "He counted three boats.");
    lin.split("港", 3, row(3).source(), 5, Wording.of("Boats below, shallow water.", ""), 12);
    assertThat(open().rows())
        .extracting(Row::source)
        .containsExactly("桥与船", "桥很旧。", "船在桥下，", "水很浅。", "他数了3艘船。", "桥很旧。", "港口在北边。");
    assertThat(row(3).wording().text()).isEqualTo("Boats below,");
    assertThat(row(4).wording().text()).isEqualTo("shallow water.");
    assertThat(row(5).state()).isEqualTo(State.CONFIRMED);
    lin.join("港", 4, row(4).source(), row(4).wording());
    assertThat(row(4).source()).isEqualTo("水很浅。他数了3艘船。");
    assertThat(row(4).wording().text()).isEqualTo("shallow water. He counted three boats.");
    assertThat(units()).isEmpty();
    assertThatThrownBy(() -> lin.join("港", 4, row(4).source(), row(4).wording()))
        .isInstanceOf(InputException.class);
    CommandInfo joined = lin.next("港", false).orElseThrow();
    lin.reverse("港", joined, false);
    assertThat(row(5).state()).isEqualTo(State.CONFIRMED);
  }

  @Test
  void undoKeepsWhatWasTyped() {
    confirm(lin, 2, "The bridge is old.");
    lin.reverse("港", lin.next("港", false).orElseThrow(), false);
    assertThat(row(2).state()).isEqualTo(State.TYPED);
    assertThat(row(2).wording().text()).isEqualTo("The bridge is old.");
    assertThat(lin.next("港", false)).isEmpty();
    lin.reverse("港", lin.next("港", true).orElseThrow(), true);
    assertThat(row(2).state()).isEqualTo(State.CONFIRMED);
  }

  @Test
  void aNewVersionKeepsWhatHasNotChanged() throws IOException {
    confirm(lin, 2, "The bridge is old.");
    confirm(lin, 3, "The boats are under the bridge, the water is shallow.");
    lin.type("港", 4, row(4).source(), Wording.of("He counted 3 boats.", ""));
    write(TEXT.replace("水很浅", "水很深").replace("桥与船", "新的一段。\n\n桥与船"));
    assertThat(row(3).state()).isEqualTo(State.CONFIRMED);
    assertThat(row(4).state()).isEqualTo(State.CHANGED);
    assertThat(row(4).was()).isEqualTo("船在桥下，水很浅。");
    assertThat(row(4).wording().text()).startsWith("The boats are under");
    assertThat(row(5).wording().text()).isEqualTo("He counted 3 boats.");
    assertThat(units()).hasSize(1);
    confirm(lin, 4, "The boats are under the bridge, the water is deep.");
    assertThat(row(4).state()).isEqualTo(State.CONFIRMED);
  }

  @Test
  void codesKeepTheirPlaces() {
    Row row = row(6);
    assertThat(row.chips()).extracting(Wording.Chip::label).containsExactly("1>", "<1");
    Wording wording = Wording.of("The port is in the north.", "19:0 24:1 99:1 3:7");
    lin.confirm("港", 6, row.source(), wording, "");
    assertThat(row(6).wording().codes()).isEqualTo("19:0 24:1");
    assertThat(row(6).wording().pieces(row(6).chips())).hasSize(5);
  }

  @Test
  void matchesFillOpenRows() {
    confirm(lin, 4, "He counted 3 boats.");
    assertThat(lin.matches(open(), row(4))).isEmpty();
    assertThat(lin.matches(open(), row(5))).isEmpty();
    confirm(lin, 2, "The bridge is old.");
    assertThat(lin.matches(open(), row(5)).get(0).wording().text()).isEqualTo("The bridge is old.");
    assertThat(lin.fill("港", 60)).isZero();
  }

  @Test
  void theFinishedTranslationIsAnArticle() throws IOException {
    confirm(lin, 1, "Bridge and boats");
    assertThat(finish(false, false).isComplete()).isFalse();
    assertThat(Files.readString(folder.resolve("港.en.md"))).startsWith("Bridge and boats");
    assertThat(lin.inWork()).hasSize(1);
    confirm(lin, 2, "The bridge is old.");
    confirm(lin, 3, "Boats lie under the bridge. The water is shallow.");
    lin.type("港", 4, row(4).source(), Wording.of("He counted 3 boats.", ""));
    lin.confirm("港", 6, row(6).source(), Wording.of("The port is in the north.", "19:0 24:1"), "");
    assertThatThrownBy(() -> finish(false, false)).hasMessageContaining("exists");
    TranslationEditor.Written finished = finish(true, true);
    assertThat(finished.isComplete()).isTrue();
    assertThat(finished.document().repaired()).isEmpty();
    assertThat(folder.resolve("港.en.md"))
        .content(UTF_8)
        .isEqualTo(
            """
            Bridge and boats

            The bridge is old. Boats lie under the bridge. The water is shallow. He counted 3 boats.

            The bridge is old. The port is in the **north**.
            """);
    assertThat(lin.inWork()).isEmpty();
    assertThat(units())
        .hasSize(6)
        .allMatch(unit -> unit.provenance().status() == Unit.Status.APPROVED)
        .allMatch(unit -> unit.provenance().pairing().isConfirmed());
    assertThat(units().get(2).source()).isEqualTo("船在桥下，水很浅。");
    assertThat(units().get(2).target())
        .isEqualTo("Boats lie under the bridge. The water is shallow.");
    assertThatThrownBy(() -> lin.open("港")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> lin.begin("港.zh.md")).isInstanceOf(InputException.class);
  }
}
