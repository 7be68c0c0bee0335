package ballast.app.align;

import static ballast.Refusal.assertRefused;
import static ballast.app.align.MovedArticle.shown;
import static ballast.app.align.MovedArticle.splitBetween;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.OpenArticle.StaleArticleException;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.UnitAction;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.PinnedBead;
import ballast.memory.Replacement;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moves are recorded in the memory, and taken back. */
final class BeadEditorTest extends FolderTest {

  private static final List<String> ZH = List.of("桥修好了。两岸的人都来看。", "第二天，市场开了门。人们卖鱼和米。");
  private static final List<String> EN =
      List.of(
          "The bridge is mended. People from both banks came to look.",
          "The next day the market opened. People sold fish and rice.");

  private OpenArticle article;
  private BeadEditor editor;

  @BeforeEach
  void prepare() throws IOException {
    article = MovedArticle.of(folder, ZH, EN);
    editor = MovedArticle.editor(folder);
    assertThat(article.beads()).hasSize(4);
    assertThat(article.problems()).isEmpty();
  }

  private Path memory() {
    return folder.resolve("tm/memory.db");
  }

  private List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = Memories.at(memory()).openForReading()) {
      memory.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    return units;
  }

  private List<PinnedBead> pins() {
    try (Memory memory = Memories.at(memory()).openForReading()) {
      return memory.pins("a");
    }
  }

  private void replace(String old, String with) {
    new MemoryEdits(Workplace.in(folder))
        .replace(
            EditScope.of(Memories.at(memory())),
            Replacement.ofText(old, with, false, Side.TARGET),
            /* keepStatus= */ false,
            (edit, text) -> {});
  }

  @Test
  void aMoveIsNoRevisionAndHoldsWhenTheArticleIsOpenedOrAlignedAgain() {
    OpenArticle moved = editor.apply(article, BeadMove.merge(0, 1));

    assertThat(moved.revision().number()).isEqualTo(1);
    assertThat(moved.revision().step()).isEqualTo(1);
    assertThat(units()).hasSize(3);
    assertThat(pins()).singleElement().extracting(PinnedBead::author).isEqualTo("Anna");
    OpenArticle again = editor.open("a");
    assertThat(shown(again)).isEqualTo(shown(moved));
    assertThat(again.pins()).isEqualTo(moved.pins());
    MovedArticle.align(Workplace.in(folder), "a.zh.txt", "a.en.txt");
    assertThat(editor.open("a").revision().number()).isEqualTo(1);
  }

  @Test
  void whatTheMemoryStoresLooksLikeTheArticle() {
    OpenArticle moved = editor.apply(article, BeadMove.merge(0, 1));
    moved = editor.apply(moved, BeadMove.unlink(1));
    moved = editor.apply(moved, BeadMove.confirm(0, 0));
    StoredArticle stored = editor.stored("a").orElseThrow();

    Alignment beads = stored.text().alignment();
    assertThat(beads.beads()).hasSameSizeAs(moved.beads());
    for (int i = 0; i < 4; i++) {
      Bead bead = beads.beads().get(i);
      assertThat(bead.shape()).isEqualTo(moved.beads().get(i).shape());
      assertThat(stored.text().sourceSentences(bead))
          .isEqualTo(moved.text().sourceSentences(moved.beads().get(i)));
      assertThat(stored.text().targetSentences(bead))
          .isEqualTo(moved.text().targetSentences(moved.beads().get(i)));
    }
    assertThat(stored.confirmed()).containsExactly(0);
    editor.apply(moved, BeadMove.setType(3, BlockType.FURNITURE));
    AlignedText text = editor.stored("a").orElseThrow().text();
    assertThat(text.type(text.alignment().beads().get(3))).isEqualTo(BlockType.FURNITURE);
    assertThat(text.alignment().sourceText(text.alignment().beads().get(3))).isEqualTo("…");
  }

  @Test
  void anEditedTranslationIsFoundByItsBead() {
    assertThat(editor.edited(article)).isEmpty();
    replace("mended", "repaired");
    assertThat(editor.edited(article)).containsOnlyKeys(0);
    assertThat(editor.edited(article).values().stream().map(Unit::target))
        .containsExactly("The bridge is repaired.");
    assertThat(editor.isCurrent(article)).isTrue();
    assertThat(editor.edited(editor.apply(article, BeadMove.merge(0, 1)))).isEmpty();
  }

  @Test
  void theLogOfCommandsNamesTheMoves() {
    OpenArticle joined = editor.apply(article, BeadMove.merge(0, 1));
    OpenArticle confirmed = editor.apply(joined, BeadMove.confirm(1, 1));
    OpenArticle split = editor.apply(confirmed, splitBetween(0, 1, 1));
    Undo.last(editor, split);
    try (Memory memory = Memories.at(memory()).openForReading()) {
      assertThat(memory.care().commands(10))
          .extracting(CommandInfo::kind)
          .containsExactly("undone", "split", "confirmed", "joined", "aligned");
    }
  }

  @Test
  void movesAreTakenBackAndDoneAgain() {
    OpenArticle one = editor.apply(article, BeadMove.merge(0, 1));
    OpenArticle two = editor.apply(one, BeadMove.swap(1));
    OpenArticle back = Undo.last(editor, two);
    assertThat(shown(back)).isEqualTo(shown(one));
    OpenArticle first = Undo.last(editor, back);
    assertThat(first.beads()).isEqualTo(article.beads());
    assertThat(first.pins()).isEmpty();
    assertThat(pins()).isEmpty();
    assertThat(units()).hasSize(4);

    OpenArticle redone = Undo.again(editor, Undo.again(editor, first));
    assertThat(redone.beads()).isEqualTo(two.beads());
    assertThat(redone.pins()).isEqualTo(two.pins());
    assertThat(shown(editor.open("a"))).isEqualTo(shown(two));
    assertThat(editor.next(redone, true)).isEmpty();
    OpenArticle opened = editor.open("a");
    assertThat(shown(Undo.last(editor, opened))).isEqualTo(shown(one));
  }

  @Test
  void theAlignmentItselfAndCommandsOnOtherDocumentsAreNotTakenBackHere() throws IOException {
    assertRefused(() -> Undo.last(editor, article), "the last change of \"a\" is its alignment");
    OpenArticle still = editor.open("a");
    assertThat(shown(still)).isEqualTo(shown(article));
    write("b.zh.txt", "船在等。\n");
    write("b.en.txt", "The ship waits.\n");
    MovedArticle.align(Workplace.in(folder), "b.zh.txt", "b.en.txt");
    assertThatThrownBy(() -> Undo.last(editor, still))
        .hasMessageContaining("\"a\" is its alignment");
    OpenArticle moved = editor.apply(still, BeadMove.merge(0, 1));
    MovedArticle.align(Workplace.in(folder), "b.zh.txt", "b.en.txt");
    assertThat(shown(Undo.last(editor, moved))).isEqualTo(shown(still));
  }

  @Test
  void aPairIsConfirmedUntilThatIsTakenBackAndNoTranslationIsApproved() {
    OpenArticle confirmed = editor.apply(article, BeadMove.confirm(1, 1));

    assertThat(units().get(1).provenance().pairing().isConfirmed()).isTrue();
    assertThat(units().get(0).provenance().pairing().isConfirmed()).isFalse();
    assertThat(units()).allMatch(unit -> unit.provenance().status() == Unit.Status.DRAFT);
    Undo.last(editor, confirmed);
    assertThat(units()).noneMatch(unit -> unit.provenance().pairing().isConfirmed());
  }

  @Test
  void anEditOfTheSameDocumentIsTakenBackToo() {
    EditScope all = EditScope.of(Memories.at(memory())).by(new Origin("Ben", ""));
    new MemoryEdits(Workplace.in(folder)).edit(all, UnitAction.APPROVE, edit -> {});

    assertThat(Undo.last(editor, article)).isSameAs(article);
    assertThat(units()).allMatch(unit -> unit.provenance().status() == Unit.Status.DRAFT);
  }

  @Test
  void aStaleArticleIsRefused() throws IOException {
    editor.apply(article, BeadMove.merge(0, 1));
    assertThatThrownBy(() -> editor.apply(article, BeadMove.merge(1, 2)))
        .isInstanceOf(StaleArticleException.class)
        .hasMessage("\"a\" has changed in the memory since it was opened at revision 1");
    assertThatThrownBy(() -> Undo.last(editor, article)).isInstanceOf(StaleArticleException.class);
    OpenArticle now = editor.open("a");
    write("a.en.txt", String.join("\n\n", EN) + " \n");
    assertThatThrownBy(() -> editor.apply(now, BeadMove.merge(1, 2)))
        .isInstanceOf(StaleArticleException.class)
        .hasMessage("\"a.en.txt\" has changed since the article was opened");
    assertThat(units()).hasSize(3);
    assertThatThrownBy(() -> editor.open("a"))
        .hasMessage("\"a.en.txt\" has changed since it was aligned");
    Files.delete(folder.resolve("a.en.txt"));
    assertThatThrownBy(() -> editor.open("a"))
        .hasMessage("\"a.en.txt\", which was aligned, is missing");
    assertThatThrownBy(() -> editor.open("b")).hasMessageContaining("no document \"b\"");
  }

  @Test
  void anArticleIsReadAgainOnlyIfSomethingHasChanged() throws IOException {
    OpenArticle moved = editor.apply(article, BeadMove.merge(0, 1));
    replace("rice", "corn");
    assertThat(editor.reopened(moved)).isSameAs(moved);

    OpenArticle now = editor.reopened(article);
    assertThat(shown(now)).isEqualTo(shown(moved));
    write("a.en.txt", "Other words.\n");
    assertRefused(() -> editor.reopened(moved), "has changed since it was aligned");
  }

  @Test
  void filesAreFoundFromAnotherFolderOfTheProject() throws IOException {
    Path below = Files.createDirectories(folder.resolve("tm/articles"));

    OpenArticle opened =
        new BeadEditor(Workplace.in(below), Memories.at(memory()), Notices.NONE).open("a");
    assertThat(shown(opened)).isEqualTo(shown(article));
  }

  @Test
  void aMoveElsewhereKeepsATextThatWasEditedInTheMemory() {
    replace("mended", "repaired");
    OpenArticle moved = editor.apply(article, BeadMove.merge(1, 2));

    assertThat(units().get(0).target()).isEqualTo("The bridge is repaired.");
    editor.apply(moved, BeadMove.confirm(2, 2));
    assertThat(units().get(0).target()).isEqualTo("The bridge is repaired.");
    OpenArticle again = editor.open("a");
    editor.apply(again, BeadMove.unlink(2));
    assertThat(units().get(0).target()).isEqualTo("The bridge is repaired.");
  }

  @Test
  void soItDoesWhenTheHistoryOfTheEditHasBeenRemoved() {
    replace("mended", "repaired");
    try (Memory memory =
        Memories.at(memory()).openForWriting(WriteOptions.at(InstantSource.system()))) {
      memory
          .care()
          .judge(UnitFilter.CURRENT, Unit.Status.APPROVED, new Origin("Ben", ""), edit -> {});
      memory.care().compact(new Origin("Ben", ""));
    }
    editor.apply(editor.open("a"), BeadMove.merge(2, 3));
    assertThat(units().get(0).target()).isEqualTo("The bridge is repaired.");
    assertThat(units().get(0).provenance().status()).isEqualTo(Unit.Status.APPROVED);
    assertThat(units().get(1).provenance().status()).isEqualTo(Unit.Status.APPROVED);
  }

  @Test
  void aMoveThatChangesNothingIsNotRecorded() {
    assertThat(editor.apply(article, BeadMove.realign(0, 3))).isSameAs(article);
    assertThat(editor.apply(article, BeadMove.confirmSure(1.0))).isSameAs(article);
    assertThat(editor.open("a").revision().number()).isEqualTo(1);
  }
}
