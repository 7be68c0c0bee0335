package ballast.memory.contract;

import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Revision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole alignment of the latest revisions, to be shown again as it was. */
abstract class RecordedBeadsContract extends OpenMemoryContract {

  RecordedBeadsContract(StoreUnderTest stores) {
    super(stores);
  }

  private static final Origin MEI = new Origin("mei", "");
  private static final List<Bead> APART = List.of(bead(0, 1, 0.9), bead(1, 2, 0.4));
  private static final List<Bead> TOGETHER = List.of(bead(0, 2, 1));

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

  /** What is written while a memory is open is one command. */
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
