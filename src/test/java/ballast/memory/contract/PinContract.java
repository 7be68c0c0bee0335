package ballast.memory.contract;

import static ballast.Refusal.assertRefused;
import static ballast.bitext.Unit.Status.DRAFT;
import static ballast.bitext.Unit.Status.REJECTED;
import static ballast.memory.contract.Edits.MEI;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Pairing;
import ballast.memory.DocumentChange;
import ballast.memory.Memory;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import ballast.memory.Revision;
import ballast.memory.Revision.PinTally;
import ballast.memory.UnitFilter;
import ballast.memory.sql.SqlMemory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The beads of documents: those that people have set, and all of the latest revisions. */
abstract class PinContract extends OpenMemoryContract {

  private static final String DOC = "spring";
  private static final String[] TEXTS = {
    "春天来了。", "Spring has come.", "柳树绿了。", "The willows are green.", "是。", "Yes.", "是。", "Yes."
  };
  private static final List<Bead> APART = List.of(bead(0, 1, 0.9), bead(1, 2, 0.4));
  private static final List<Bead> TOGETHER = List.of(bead(0, 2, 1));

  private PinnedBead pin(String source, String target, boolean confirmed) {
    return pin(new PinnedText(source, 0, 1), new PinnedText(target, 0, 1), confirmed);
  }

  private PinnedBead pin(PinnedText source, PinnedText target, boolean confirmed) {
    return new PinnedBead(source, target, confirmed, null, author("li"), Revisions.NOON);
  }

  private PinnedBead spring() {
    return pin(TEXTS[0], TEXTS[1], false);
  }

  private PinnedBead willows() {
    return pin(TEXTS[2], TEXTS[3], false);
  }

  private PinnedBead advertisement() {
    PinnedText ads = new PinnedText("Ads", 2, 3);
    return new PinnedBead(
        PinnedText.NONE, ads, true, BlockType.FURNITURE, author(""), Revisions.NOON);
  }

  private static DocumentChange pinned(PinnedBead... pins) {
    return pinned(DOC, pins);
  }

  private static DocumentChange pinned(String document, PinnedBead... pins) {
    return revision(document, TEXTS).withPins(List.of(pins));
  }

  private static List<Unit.Status> statuses(Memory memory) {
    return all(memory, UnitFilter.CURRENT.withRetired()).stream()
        .map(unit -> unit.provenance().status())
        .toList();
  }

  private static List<PinTally> tallies(Memory memory) {
    return memory.revisions(DOC).stream().map(Revision::pins).toList();
  }

  @Test
  void pinsComeBackAsTheyWereGiven() {
    assertThat(memory.pins(DOC)).isEmpty();
    memory.addRevision(pinned(spring(), advertisement(), willows()));
    memory.addRevision(pinned("other", willows()));
    reopenForReading();
    assertThat(memory.pins(DOC)).containsExactly(spring(), advertisement(), willows());
    assertThat(memory.pins("other")).containsExactly(willows());
    assertThat(memory.pins("none")).isEmpty();
  }

  @Test
  void otherPinsAreHistoryOfTheirRevisionAndEqualOnesAreNot() {
    memory.addRevision(revision(DOC, TEXTS));
    Revision.Summary second = memory.addRevision(pinned(willows(), advertisement()));
    assertThat(second.isChanged()).isTrue();
    assertThat(second.units().unchanged()).isEqualTo(4);
    DocumentChange third = pinned(spring(), willows());
    assertThat(memory.addRevision(third).isChanged()).isTrue();
    assertThat(memory.addRevision(third).isChanged()).isFalse();
    assertThat(memory.addRevision(revision(DOC, TEXTS)).isChanged()).isTrue();
    assertThat(tallies(memory)).containsExactly(new PinTally(3, 3));
  }

  @Test
  void aConfirmedBeadConfirmsThePairAndNoTranslation() {
    PinnedBead confirmed = pin(TEXTS[2], TEXTS[3], true);
    memory.addRevision(pinned(willows()));
    assertThat(confirmed()).isEmpty();
    Revision.Summary summary = memory.addRevision(pinned(confirmed));
    assertThat(summary.backToDraft()).isEmpty();
    assertThat(confirmed()).containsExactly(1);
    Unit unit = current(memory).get(1);
    assertThat(unit.provenance().pairing())
        .isEqualTo(new Pairing(0.87, author("ming"), Revisions.NOON));
    assertThat(statuses(memory)).containsOnly(DRAFT);

    Edits.judge(memory, unit.id(), REJECTED, "mei");
    memory.addRevision(pinned(spring(), confirmed));
    assertThat(statuses(memory)).containsExactly(DRAFT, REJECTED, DRAFT, DRAFT);
    assertThat(confirmed()).contains(1);
    memory.addRevision(pinned(spring()));
    assertThat(confirmed()).doesNotContain(1);
  }

  @Test
  void oneOfSeveralEqualUnitsIsConfirmed() {
    PinnedBead second = pin(new PinnedText("是。", 1, 2), new PinnedText("Yes.", 1, 2), true);
    memory.addRevision(pinned(second));
    assertThat(confirmed()).containsExactly(3);
  }

  @Test
  void undoAndRedoBringPinsAndConfirmationsBack() {
    PinnedBead confirmed = pin(TEXTS[0], TEXTS[1], true);
    memory.addRevision(pinned(willows(), advertisement()));
    add(pinned(confirmed, willows()));
    undo();
    assertThat(memory.pins(DOC)).containsExactly(willows(), advertisement());
    assertThat(confirmed()).isEmpty();
    assertThat(tallies(memory)).containsExactly(new PinTally(4, 2));
    reopen();
    memory.care().redo(MEI);
    assertThat(memory.pins(DOC)).containsExactly(confirmed, willows());
    assertThat(confirmed()).containsExactly(0);
    for (int i = 0; i < 2; i++) {
      undo();
    }
    reopen();
    assertThat(memory.pins(DOC)).isEmpty();
    memory.care().redo(MEI);
    assertThat(memory.pins(DOC)).containsExactly(willows(), advertisement());
  }

  /** Returns the positions of the units whose pairs a user has confirmed. */
  private List<Integer> confirmed() {
    List<Unit> units = current(memory);
    return IntStream.range(0, units.size())
        .filter(i -> units.get(i).provenance().pairing().isConfirmed())
        .boxed()
        .toList();
  }

  @Test
  void compactingKeepsThePinsInForce() {
    memory.addRevision(pinned(spring(), advertisement()));
    memory.addRevision(pinned(willows(), spring()));
    memory.addRevision(pinned("gone", spring()));
    add(pinned("gone"));
    add(pinned("new", spring()));
    undo();
    memory.care().compact(MEI);
    assertThat(memory.verify()).isEmpty();
    assertThat(memory.pins(DOC)).containsExactly(willows(), spring());
    assertThat(memory.pins("new")).isEmpty();
    assertThat(memory.addRevision(pinned(willows(), spring())).isChanged()).isFalse();
    memory.addRevision(pinned(advertisement()));
    assertThat(memory.pins(DOC)).containsExactly(advertisement());
  }

  @Test
  void anyOrderOfAnyPinsIsKept() {
    SplittableRandom random = new SplittableRandom(7);
    List<List<PinnedBead>> states = new ArrayList<>(List.of(List.of()));
    for (int step = 0; step < 60; step++) {
      List<PinnedBead> pins = new ArrayList<>(states.get(states.size() - 1));
      for (int k = random.nextInt(4); k >= 0; k--) {
        int at = random.nextInt(pins.size() + 1);
        if (random.nextInt(3) == 0 && at < pins.size()) {
          pins.remove(at);
        } else {
          pins.add(random.nextInt(4) == 0 ? 0 : at, pin("句" + random.nextInt(30), "s", false));
        }
      }
      states.add(pins);
    }
    memory.addRevision(revision(DOC, TEXTS));
    for (int step = 1; step < states.size(); step++) {
      add(pinned(states.get(step).toArray(PinnedBead[]::new)));
      assertThat(memory.pins(DOC)).as("step %d", step).isEqualTo(states.get(step));
    }
    reopen();
    assertThat(memory.verify()).isEmpty();
    for (int step = states.size() - 2; step >= 0; step--) {
      reopen();
      if (!states.get(step).equals(states.get(step + 1))) {
        memory.care().undo(MEI);
        assertThat(memory.pins(DOC)).as("back to %d", step).isEqualTo(states.get(step));
      }
    }
    reopen();
  }

  private static Bead bead(int start, int end, double confidence) {
    Range range = new Range(start, end);
    return new Bead(range, range, confidence, List.of("length fits"));
  }

  private static DocumentChange with(List<Bead> beads, String... texts) {
    return Revisions.with(revision(DOC, texts), beads, 0, "");
  }

  @Test
  void theBeadsOfTheLatestRevisionAreKept() {
    assertThat(memory.beads(DOC)).isEmpty();
    memory.addRevision(with(APART, "春。", "Spring.", "柳。", "Willows."));
    assertThat(memory.beads(DOC)).isEqualTo(APART);
    memory.addRevision(with(TOGETHER, "春。柳。", "Spring. Willows."));
    assertThat(memory.beads(DOC)).isEqualTo(TOGETHER);
    memory.addRevision(with(List.of(), "春。", "Spring again."));
    assertThat(memory.beads(DOC)).as("not kept with the revision").isEmpty();
  }

  private void add(DocumentChange revision) {
    run(memory -> memory.addRevision(revision));
  }

  private void undo() {
    run(memory -> memory.care().undo(MEI));
  }

  @Test
  void undoAndCompactLeaveThem() {
    add(with(APART, "春。", "Spring.", "柳。", "Willows."));
    add(with(TOGETHER, "春。柳。", "Spring. Willows."));
    undo();
    assertThat(memory.beads(DOC)).isEqualTo(APART);
    memory.care().redo(MEI);
    assertThat(memory.beads(DOC)).isEqualTo(TOGETHER);
    memory.care().compact(MEI);
    assertThat(memory.beads(DOC)).isEqualTo(TOGETHER);
  }

  private static DocumentChange beside(int bead, String loose, String... texts) {
    return Revisions.with(revision(DOC, texts), APART, bead, loose);
  }

  private List<String> loose() {
    return memory.looseTexts(Set.of(DOC)).stream()
        .map(text -> text.bead() + " " + text.text())
        .toList();
  }

  @Test
  void textsOutsideOfUnitsAreOfTheirRevision() {
    add(beside(3, "甲：\n“一”𠮷", "春0。", "Spring 0.", "柳。", "Willows."));
    assertThat(loose()).containsExactly("3 甲：\n“一”𠮷");
    assertThat(memory.looseTexts(Set.of())).isEqualTo(memory.looseTexts(Set.of(DOC)));
    assertThat(memory.looseTexts(Set.of("another"))).isEmpty();
    for (int i = 1; i < 30; i++) {
      add(beside(i, "乙" + i, "春" + i + "。", "Spring " + i + ".", "柳。", "Willows."));
    }
    add(beside(7, "乙29", "春29。", "Spring 29.", "柳。", "Willows."));
    assertThat(loose()).as("aligned again in the same way, for the rest").containsExactly("7 乙29");
    for (int i = 0; i < 30; i++) {
      undo();
    }
    assertThat(loose()).containsExactly("3 甲：\n“一”𠮷");
    memory.care().redo(MEI);
    assertThat(loose()).containsExactly("1 乙1");
    memory.care().compact(MEI);
    reopen();
    assertThat(loose()).containsExactly("1 乙1");
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void aChangeOfAPairWritesItsPlaceOnly() throws SQLException {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      texts.addAll(List.of("春" + i + "。", "Spring " + i + "."));
    }
    add(revision(DOC, texts.toArray(String[]::new)));
    assertThat(places()).isEqualTo(60);
    texts.set(60, "春31。春32。");
    texts.set(61, "Spring 31. Spring 32.");
    texts.subList(62, 64).clear();
    add(revision(DOC, texts.toArray(String[]::new)));
    assertThat(places()).as("one is taken").isEqualTo(60);
    assertThat(lastBead()).isEqualTo(59);
    undo();
    assertThat(places()).as("and given back").isEqualTo(61);
    assertThat(lastBead()).isEqualTo(60);
    assertThat(memory.unitsAt(DOC, 2)).hasSize(59);
    assertThat(memory.verify()).isEmpty();
    memory.care().compact(MEI);
    assertThat(places()).isEqualTo(60);
    assertThat(lastBead()).isEqualTo(60);
  }

  private long places() throws SQLException {
    return ((SqlMemory) memory).database().number("SELECT count(*) FROM placement");
  }

  private int lastBead() {
    return memory.exact("春60。", Side.SOURCE, UnitFilter.CURRENT).get(0).provenance().position();
  }

  @Test
  void aTextOutsideOfUnitsThatCannotBeStoredIsRefused() {
    assertRefused(
        () -> memory.addRevision(beside(3, "甲\0", "春。", "Spring.")),
        "cannot store bead 3 of \"" + DOC + "\": its text holds the character U+0000");
    assertThat(memory.isBlank()).isTrue();
  }

  @Test
  void thoseOfOldRevisionsAreForgotten() {
    for (int i = 0; i < 30; i++) {
      add(with(APART, "春" + i + "。", "Spring " + i + ".", "柳。", "Willows."));
    }
    for (int i = 0; i < 5; i++) {
      undo();
      assertThat(memory.beads(DOC)).isEqualTo(APART);
    }
    for (int i = 0; i < 20; i++) {
      undo();
    }
    reopen();
    assertThat(memory.beads(DOC)).as("taken back far").isEmpty();
  }
}
