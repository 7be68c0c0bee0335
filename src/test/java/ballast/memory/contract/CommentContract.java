package ballast.memory.contract;

import static ballast.Refusal.assertRefused;
import static ballast.memory.contract.Edits.dedupe;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Comments.Act;
import ballast.memory.Comments.Comment;
import ballast.memory.Comments.New;
import ballast.memory.Comments.Remark;
import ballast.memory.HistoryEntry;
import ballast.memory.UnitFilter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comments on units: said, answered, resolved, undone, and what becomes of them. */
abstract class CommentContract extends OpenMemoryContract {

  private static final Origin WANG = new Origin("wang", "");

  private String unit(int place) {
    return current(memory).get(place).id();
  }

  private void say(String unit, String text) {
    say(new New(unit, 0, text, Act.SAY));
  }

  private void say(New remark) {
    reopen();
    assertThat(memory.care().comment(List.of(remark), WANG)).containsExactly(remark);
  }

  private Comment only() {
    assertThat(memory.comments().all()).hasSize(1);
    return memory.comments().all().get(0);
  }

  @Test
  void aCommentIsAnsweredResolvedAndReopened() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B."));
    say(unit(1), "Which boat?");
    Comment comment = only();
    assertThat(comment.unit()).isEqualTo(unit(1));
    assertThat(comment.document()).isEqualTo("doc");
    assertThat(comment.remarks().get(0).at()).isEqualTo(Revisions.NOON);
    assertThat(memory.comments().openIn("doc")).containsExactly(comment);
    say(new New(unit(1), comment.id(), "The ferry.", Act.SAY));
    say(new New(unit(1), comment.id(), "", Act.RESOLVE));
    assertThat(only().isResolved()).isTrue();
    assertThat(memory.comments().openIn("doc")).isEmpty();
    say(new New(unit(1), comment.id(), "Are you sure?", Act.REOPEN));
    assertThat(only().isResolved()).isFalse();
    assertThat(only().remarks())
        .extracting(Remark::text)
        .containsExactly("Which boat?", "The ferry.", "", "Are you sure?");
    assertThat(memory.history(unit(1)))
        .filteredOn(entry -> entry.what() == HistoryEntry.What.COMMENTED)
        .extracting(HistoryEntry::note)
        .containsExactly("Which boat?", "The ferry.", "resolved", "reopened: Are you sure?");
  }

  @Test
  void whatIsSaidAlreadyIsNotDoubled() {
    memory.addRevision(revision("doc", "甲。", "A."));
    say(unit(0), "Why?");
    List<New> again =
        List.of(
            new New(unit(0), 0, "Why?", Act.SAY), new New(unit(0), only().id(), "", Act.REOPEN));
    assertThat(memory.care().comment(again, WANG)).isEmpty();
    assertThat(only().remarks()).hasSize(1);
    assertThat(memory.care().commands(9)).hasSize(2);
  }

  @Test
  void aCommentOnAnotherUnitOrWithoutTextIsRefused() {
    memory.addRevision(revision("doc", "甲。", "A.", "乙。", "B."));
    say(unit(0), "Why?");
    long id = only().id();
    assertRefused(() -> say(new New(unit(1), id, "So.", Act.SAY)), "has no comment #" + id);
    assertRefused(() -> say(unit(1), " "), "it has no text");
    assertRefused(() -> say(unit(1), "a\0b"), "U+0000");
    assertRefused(() -> say("0000000000ff", "Why?"), "no unit");
    assertThat(only().remarks()).hasSize(1);
  }

  @Test
  void aCommentIsUndoneAndRedoneWithoutTheTexts() {
    memory.addRevision(revision("doc", "甲。", "A."));
    List<Unit> before = current(memory);
    say(unit(0), "Why?");
    assertThat(memory.care().commands(1).get(0))
        .extracting(CommandInfo::kind, command -> command.effect().units())
        .containsExactly("commented", 1);
    reopen();
    assertThat(memory.care().undo(WANG).orElseThrow().effect().documents()).containsExactly("doc");
    assertThat(memory.comments().all()).isEmpty();
    run(memory -> memory.care().redo(WANG));
    run(memory -> memory.care().undo(WANG));
    run(memory -> memory.care().redo(WANG));
    assertThat(only().remarks()).hasSize(1);
    assertThat(current(memory)).isEqualTo(before);
  }

  @Test
  void aCommentGoesOnWithTheUnitThatItsOwnWasJoinedTo() {
    memory.addRevision(revision("doc", "甲乙丙丁。", "A.", "戊己庚辛。", "B.", "子。", "C."));
    String joined = unit(1);
    say(joined, "Why?");
    run(memory -> memory.addRevision(revision("doc", "甲乙丙丁。戊己庚辛。", "A. B.", "子。", "C.")));
    assertThat(only().unit()).isEqualTo(unit(0));
    assertThat(memory.history(joined)).anyMatch(entry -> entry.note().equals("Why?"));
  }

  @Test
  void aCommentOnADuplicateGoesOnWithTheUnitThatIsKept() {
    memory.addRevision(revision("one", "甲。", "A."));
    memory.addRevision(revision("two", "甲。", "A."));
    List<Unit> units = current(memory);
    units.forEach(unit -> say(unit.id(), "On " + unit.id()));
    dedupe(memory, UnitFilter.CURRENT);
    String kept = unit(0);
    assertThat(memory.comments().all())
        .allMatch(comment -> comment.unit().equals(kept))
        .extracting(Comment::document)
        .hasSize(2)
        .containsOnly(current(memory).get(0).provenance().document());
    memory.care().compact(WANG);
    assertThat(memory.comments().on(kept)).hasSize(2);
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void compactingKeepsCommentsInForceWithAuthorAndTime() {
    memory.addRevision(revision("doc", "甲。", "A."));
    say(unit(0), "Why?");
    List<Comment> before = memory.comments().all();
    say(unit(0), "Forget this.");
    run(memory -> memory.care().undo(WANG));
    run(memory -> memory.care().compact(WANG));
    assertThat(memory.comments().all()).isEqualTo(before);
    assertThat(memory.verify()).isEmpty();
  }
}
