package ballast.app.align;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ballast.bitext.BlockType;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.PinnedBead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person has set in an article stays when it is aligned again. */
final class SetBeadsTest {

  private static final Origin MEI = new Origin("mei", "");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private SetBeadsScene scene;

  @BeforeEach
  void write() throws IOException {
    scene = new SetBeadsScene(folder);
  }

  @Test
  void aBeadThatWasSetStaysWhenATextElsewhereChanges() throws IOException {
    scene.set("a", false, null, "2-4:2-4");
    scene.align("a");
    assertThat(SetBeadsScene.beads(scene.last().text())).contains("[2, 3]:[2, 3]");

    scene.put("a", "今天的新闻。\n" + SetBeadsScene.ZH, "Today's news.\n" + SetBeadsScene.EN);
    AlignedText text = scene.align("a");

    assertThat(SetBeadsScene.beads(text)).contains("[3, 4]:[3, 4]").doesNotContain("[3]:[3]");
    assertThat(text.alignment().beads().get(3).reasons()).containsExactly("set by li");
    assertThat(scene.last().lost()).isEmpty();
    PinnedBead pin = scene.pins("a").get(0);
    assertThat(pin.author()).isEqualTo("li");
    assertThat(pin.time()).isEqualTo(SetBeadsScene.EARLIER);
    int revisions = scene.revisions("a").size();
    int runs = scene.heard.size();
    scene.align("a");
    assertThat(scene.heard).hasSize(runs);
    assertThat(scene.revisions("a")).hasSize(revisions);
    assertThat(scene.revisions("a").get(revisions - 1).pins().set()).isZero();
  }

  @Test
  void aBeadWhoseTextHasChangedIsNamedAndDroppedOnce() throws IOException {
    scene.set("a", true, null, "2-4:2-4", "5-6:5-6");
    scene.put("a", SetBeadsScene.ZH.replace("七天", "八天"), SetBeadsScene.EN);
    scene.align("a");

    assertThat(scene.last().lost()).hasSize(1);
    assertThat(scene.last().lost().get(0).source().text()).startsWith("商人们");
    assertThat(scene.pins("a")).hasSize(1);
    assertThat(scene.revisions("a").get(2).pins().takenAway()).isEqualTo(1);
    scene.put("a", SetBeadsScene.ZH.replace("七天", "九天"), SetBeadsScene.EN);
    scene.align("a");
    assertThat(scene.last().lost()).isEmpty();
    assertThat(scene.pins("a")).hasSize(1);
  }

  @Test
  void ofEqualSentencesTheSameOneStaysSet() throws IOException {
    scene.set("a", false, null, "4-6:4-6");
    scene.put("a", SetBeadsScene.ZH.replace("三百", "四百"), SetBeadsScene.EN.replace("300", "400"));
    assertThat(SetBeadsScene.beads(scene.align("a"))).contains("[1]:[1]", "[4, 5]:[4, 5]");
    scene.put(
        "a",
        SetBeadsScene.ZH.replace("学校在九月一日开学。\n", "是。\n"),
        SetBeadsScene.EN.replace("School starts on September 1.", "Yes."));
    assertThat(SetBeadsScene.beads(scene.align("a")))
        .contains("[1]:[1]", "[4, 5]:[4, 5]", "[6]:[6]");
  }

  @Test
  void undoAndRedoBringBeadsAndApprovalsBack() {
    scene.set("a", true, null, "2-3:2-3");
    assertThat(scene.status("a", 2)).isEqualTo(Unit.Status.APPROVED);
    try (Memory memory = scene.open()) {
      memory.care().undo(MEI);
      assertThat(memory.pins("a")).isEmpty();
    }
    assertThat(scene.status("a", 2)).isEqualTo(Unit.Status.DRAFT);
    try (Memory memory = scene.open()) {
      memory.care().redo(MEI);
      assertThat(memory.pins("a")).hasSize(1);
    }
    assertThat(scene.status("a", 2)).isEqualTo(Unit.Status.APPROVED);
  }

  @Test
  void anApprovalThatSomebodyHasTakenBackIsNotGivenAgain() throws IOException {
    scene.set("a", true, null, "2-3:2-3");
    try (Memory memory = scene.open()) {
      memory.setStatus(scene.units("a").get(2).id(), Unit.Status.DRAFT, "wang");
    }
    scene.put("a", "今天的新闻。\n" + SetBeadsScene.ZH, "Today's news.\n" + SetBeadsScene.EN);
    scene.align("a");

    assertThat(scene.pins("a")).hasSize(1);
    assertThat(scene.status("a", 3)).isEqualTo(Unit.Status.DRAFT);
  }

  @Test
  void blocksKeepTheTypeThatAPersonHasGivenThem() throws IOException {
    scene.set("a", true, BlockType.FURNITURE, "6-7:6-7");
    scene.put("a", SetBeadsScene.ZH.replace("三百", "四百"), SetBeadsScene.EN.replace("300", "400"));
    AlignedText text = scene.align("a");

    assertThat(scene.units("a")).hasSize(6);
    assertThat(text.alignment().source().get(6).type()).isEqualTo(BlockType.FURNITURE);
    assertThat(scene.pins("a").get(0).type()).isEqualTo(BlockType.FURNITURE);
  }

  @Test
  void theBeadsOfAnotherArticleDoNotCount() {
    scene.align("b");
    scene.set("a", true, null, "2-4:2-4");
    scene.align("b", "", true);

    assertThat(SetBeadsScene.beads(scene.last().text())).isNotEmpty();
    assertThat(scene.pins("b")).isEmpty();
    assertThat(scene.pins("a")).hasSize(1);
  }

  @Test
  void discardingTakesThemAwayAndUndoBringsThemBack() {
    scene.set("a", false, null, "2-4:2-4");
    scene.align("a", "", true);
    assertThat(scene.pins("a")).isEmpty();
    assertThat(SetBeadsScene.beads(scene.last().text())).contains("[2]:[2]");
    int runs = scene.heard.size();
    scene.align("a", "", true);
    assertThat(scene.heard).hasSize(runs);
    try (Memory memory = scene.open()) {
      memory.care().undo(MEI);
      assertThat(memory.pins("a")).hasSize(1);
    }
    scene.align("a");
    assertThat(SetBeadsScene.beads(scene.last().text())).contains("[2, 3]:[2, 3]");
  }

  @Test
  void onlyTheLinesOfATableThatSayMoreThanTheAlignerAreKept() throws IOException {
    scene.set("a", false, null, "3-5:3-5", "6-7:6-7");
    Files.writeString(
        folder.resolve("x.tsv"),
        """
        港口去年运出三百吨茶叶。\tThe port shipped 300 tons of tea last year.\t0.99
        是。\tYes.\tok
        商人们在码头等了七天。船长说天气不好。\tThe merchants waited at the quay for seven days. The captain said the weather was bad.
        """,
        UTF_8);
    AlignedText text = scene.align("a", "x.tsv", false);

    assertThat(SetBeadsScene.beads(text))
        .contains("[0]:[0]", "[1]:[1]", "[2, 3]:[2, 3]", "[4]:[4]", "[6]:[6]");
    assertThat(scene.pins("a"))
        .extracting(PinnedBead::author, PinnedBead::confirmed)
        .containsExactly(tuple("mei", true), tuple("mei", false), tuple("li", false));
    List<PinnedBead> before = scene.pins("a");
    int revisions = scene.revisions("a").size();
    scene.align("a", "x.tsv", false);
    assertThat(scene.revisions("a")).hasSize(revisions);
    int runs = scene.heard.size();
    scene.align("a");
    assertThat(scene.heard).hasSize(runs);
    scene.put("a", SetBeadsScene.ZH + "完。\n", SetBeadsScene.EN + "The end.\n");
    scene.align("a");
    scene.put("a", SetBeadsScene.ZH, SetBeadsScene.EN);
    scene.align("a", "x.tsv", false);
    assertThat(SetBeadsScene.beads(scene.last().text())).isEqualTo(SetBeadsScene.beads(text));
    assertThat(scene.pins("a")).isEqualTo(before);
    assertThat(scene.revisions("a")).hasSize(revisions + 2);
  }
}
