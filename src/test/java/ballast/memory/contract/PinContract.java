package ballast.memory.contract;

import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import ballast.memory.Revision;
import ballast.memory.Revision.PinTally;
import ballast.memory.UnitFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The beads of documents: those that people have set, and all of the latest revisions. */
abstract class PinContract extends OpenMemoryContract {

  private static final Origin MEI = new Origin("mei", "");
  private static final String DOC = "spring";
  private static final String[] TEXTS = {
    "春天来了。", "Spring has come.", "柳树绿了。", "The willows are green.", "是。", "Yes.", "是。", "Yes."
  };
  private final PinnedBead spring = pin(TEXTS[0], TEXTS[1], false);
  private final PinnedBead willows = pin(TEXTS[2], TEXTS[3], false);
  private final PinnedBead added =
      new PinnedBead(
          PinnedText.NONE,
          new PinnedText("Ads", 2, 3),
          true,
          BlockType.FURNITURE,
          author(""),
          Instant.EPOCH);
  private static final List<Bead> APART = List.of(bead(0, 1, 0.9), bead(1, 2, 0.4));
  private static final List<Bead> TOGETHER = List.of(bead(0, 2, 1));

  PinContract(StoreUnderTest stores) {
    super(stores);
  }

  private PinnedBead pin(String source, String target, boolean confirmed) {
    return pin(new PinnedText(source, 0, 1), new PinnedText(target, 0, 1), confirmed);
  }

  private PinnedBead pin(PinnedText source, PinnedText target, boolean confirmed) {
    return new PinnedBead(source, target, confirmed, null, author("li"), Revisions.NOON);
  }

  private static Revision.New pinned(Revision.New revision, PinnedBead... pins) {
    return new Revision.New(
        revision.document(),
        revision.sourceLang(),
        revision.targetLang(),
        revision.run(),
        revision.units(),
        new Revision.New.Beads(List.of(pins), List.of()));
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
    memory.addRevision(pinned(revision(DOC, TEXTS), spring, added, willows));
    memory.addRevision(pinned(revision("other", TEXTS), willows));
    reopenForReading();
    assertThat(memory.pins(DOC)).containsExactly(spring, added, willows);
    assertThat(memory.pins("other")).containsExactly(willows);
    assertThat(memory.pins("none")).isEmpty();
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void otherPinsMakeARevisionAndEqualOnesMakeNone() {
    memory.addRevision(revision(DOC, TEXTS));
    Revision.Summary second = memory.addRevision(pinned(revision(DOC, TEXTS), willows, added));
    assertThat(second.isNewRevision()).isTrue();
    assertThat(second.units().unchanged()).isEqualTo(4);
    Revision.New third = pinned(revision(DOC, TEXTS), spring, willows);
    assertThat(memory.addRevision(third).isNewRevision()).isTrue();
    assertThat(memory.addRevision(third).isNewRevision()).isFalse();
    assertThat(memory.addRevision(revision(DOC, TEXTS)).isNewRevision()).isTrue();
    assertThat(tallies(memory))
        .containsExactly(PinTally.NONE, new PinTally(2, 0), new PinTally(1, 1), new PinTally(0, 2));
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void aConfirmedBeadApprovesItsUnitOnce() {
    PinnedBead confirmed = pin(TEXTS[2], TEXTS[3], true);
    memory.addRevision(pinned(revision(DOC, TEXTS), willows));
    assertThat(statuses(memory)).containsOnly(Unit.Status.DRAFT);
    Revision.Summary summary = memory.addRevision(pinned(revision(DOC, TEXTS), confirmed));
    assertThat(summary.backToDraft()).isEmpty();
    assertThat(statuses(memory))
        .containsExactly(
            Unit.Status.DRAFT, Unit.Status.APPROVED, Unit.Status.DRAFT, Unit.Status.DRAFT);
    Unit unit = all(memory, UnitFilter.CURRENT).get(1);
    assertThat(unit.provenance().changed()).isEqualTo(Revisions.NOON);

    memory.setStatus(unit.id(), Unit.Status.DRAFT, "mei");
    memory.addRevision(pinned(revision(DOC, TEXTS), spring, confirmed));
    assertThat(statuses(memory)).containsOnly(Unit.Status.DRAFT);
    // The same bead at another place is not set anew.
    PinnedBead moved = pin(new PinnedText(TEXTS[2], 1, 2), new PinnedText(TEXTS[3], 0, 1), true);
    memory.addRevision(pinned(revision(DOC, TEXTS), moved, spring));
    assertThat(statuses(memory)).containsOnly(Unit.Status.DRAFT);
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void oneOfSeveralEqualUnitsIsApproved() {
    PinnedBead second = pin(new PinnedText("是。", 1, 2), new PinnedText("Yes.", 1, 2), true);
    memory.addRevision(pinned(revision(DOC, TEXTS), second));
    assertThat(statuses(memory))
        .containsExactly(
            Unit.Status.DRAFT, Unit.Status.DRAFT, Unit.Status.DRAFT, Unit.Status.APPROVED);
  }

  @Test
  void undoAndRedoBringPinsAndApprovalsBack() {
    PinnedBead confirmed = pin(TEXTS[0], TEXTS[1], true);
    memory.addRevision(pinned(revision(DOC, TEXTS), willows, added));
    reopen();
    memory.addRevision(pinned(revision(DOC, TEXTS), confirmed, willows));
    reopen();
    memory.care().undo(MEI);
    assertThat(memory.pins(DOC)).containsExactly(willows, added);
    assertThat(statuses(memory)).containsOnly(Unit.Status.DRAFT);
    assertThat(tallies(memory).get(2)).isEqualTo(new PinTally(1, 1));
    reopen();
    memory.care().redo(MEI);
    assertThat(memory.pins(DOC)).containsExactly(confirmed, willows);
    assertThat(statuses(memory)).startsWith(Unit.Status.APPROVED, Unit.Status.DRAFT);
    for (int i = 0; i < 2; i++) {
      reopen();
      memory.care().undo(MEI);
    }
    reopen();
    assertThat(memory.pins(DOC)).isEmpty();
    memory.care().redo(MEI);
    assertThat(memory.pins(DOC)).containsExactly(willows, added);
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void compactingKeepsThePinsInForce() {
    memory.addRevision(pinned(revision(DOC, TEXTS), spring, added));
    memory.addRevision(pinned(revision(DOC, TEXTS), willows, spring));
    memory.addRevision(pinned(revision("gone", TEXTS), spring));
    reopen();
    memory.addRevision(pinned(revision("gone", TEXTS)));
    reopen();
    memory.addRevision(pinned(revision("new", TEXTS), spring));
    reopen();
    memory.care().undo(MEI);
    memory.care().compact(MEI);
    assertThat(memory.verify()).isEmpty();
    assertThat(memory.pins(DOC)).containsExactly(willows, spring);
    assertThat(memory.pins("new")).isEmpty();
    assertThat(memory.addRevision(pinned(revision(DOC, TEXTS), willows, spring)).isNewRevision())
        .isFalse();
    memory.addRevision(pinned(revision(DOC, TEXTS), added));
    assertThat(memory.pins(DOC)).containsExactly(added);
    assertThat(memory.verify()).isEmpty();
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
      reopen();
      memory.addRevision(pinned(revision(DOC, TEXTS), states.get(step).toArray(PinnedBead[]::new)));
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
    assertThat(memory.verify()).isEmpty();
  }

  private static Bead bead(int start, int end, double confidence) {
    Range range = new Range(start, end);
    return new Bead(range, range, confidence, List.of("length fits"));
  }

  private static Revision.New with(List<Bead> beads, String... texts) {
    Revision.New plain = revision("spring", texts);
    return new Revision.New(
        plain.document(),
        plain.sourceLang(),
        plain.targetLang(),
        plain.run(),
        plain.units(),
        new Revision.New.Beads(List.of(), beads));
  }

  @Test
  void theBeadsOfTheLatestRevisionAreKept() {
    assertThat(memory.beads("spring")).isEmpty();
    memory.addRevision(with(APART, "春。", "Spring.", "柳。", "Willows."));
    assertThat(memory.beads("spring")).isEqualTo(APART);
    memory.addRevision(with(TOGETHER, "春。柳。", "Spring. Willows."));
    assertThat(memory.beads("spring")).isEqualTo(TOGETHER);
    memory.addRevision(with(List.of(), "春。", "Spring again."));
    assertThat(memory.beads("spring")).as("not kept with the revision").isEmpty();
  }

  private void add(Revision.New revision) {
    reopen();
    memory.addRevision(revision);
  }

  @Test
  void undoAndCompactLeaveThem() {
    add(with(APART, "春。", "Spring.", "柳。", "Willows."));
    add(with(TOGETHER, "春。柳。", "Spring. Willows."));
    reopen();
    memory.care().undo(MEI);
    assertThat(memory.beads("spring")).isEqualTo(APART);
    memory.care().redo(MEI);
    assertThat(memory.beads("spring")).isEqualTo(TOGETHER);
    memory.care().compact(MEI);
    assertThat(memory.beads("spring")).isEqualTo(TOGETHER);
    assertThat(memory.verify()).isEmpty();
  }

  @Test
  void thoseOfOldRevisionsAreForgotten() {
    for (int i = 0; i < 30; i++) {
      add(with(APART, "春" + i + "。", "Spring " + i + ".", "柳。", "Willows."));
    }
    for (int i = 0; i < 5; i++) {
      reopen();
      memory.care().undo(MEI);
      assertThat(memory.beads("spring")).isEqualTo(APART);
    }
    for (int i = 0; i < 20; i++) {
      reopen();
      memory.care().undo(MEI);
    }
    reopen();
    assertThat(memory.beads("spring")).as("taken back far").isEmpty();
    assertThat(memory.verify()).isEmpty();
  }
}
