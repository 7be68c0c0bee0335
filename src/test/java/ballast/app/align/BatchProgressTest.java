package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.SilentNotices;
import ballast.app.align.Batch.BatchProgress;
import ballast.memory.AbsentUnits;
import ballast.memory.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class BatchProgressTest {

  private static final Outcome.Alone ALONE = new Outcome.Alone("a.zh.txt", "there is none");
  private static final Outcome.Failed FAILED = new Outcome.Failed("a", "", "", "why", "", null);

  private final List<String> seen = new ArrayList<>();
  private final BatchProgress progress = new BatchProgress(new Eye(), 10, 1000);

  /** Notes what it is shown. */
  private final class Eye extends SilentNotices {
    @Override
    public void progress(Supplier<String> what, long done, long all) {
      seen.add(what.get() + " " + done + " of " + all);
    }
  }

  private static Outcome aligned() {
    Article article = new Article("a.zh.txt", "a.en.txt", "a");
    return new Outcome.Aligned(
        article, new Outcome.Statistics(new Revision.Counts(1, 1, 1, 0), 0, 0, 1));
  }

  private static Outcome finished() {
    return new Outcome.Finished(
        new Article("a.zh.txt", "a.en.txt", "a"),
        new Revision.Counts(1, 1, 1, 0),
        1,
        1,
        AbsentUnits.NONE);
  }

  @Test
  void theRemainingTimeIsEstimatedFromBytesNotPairs() {
    progress.add(aligned(), 250);
    assertThat(seen).containsExactly("aligning 1/10 pairs 250 of 1000");
  }

  @Test
  void pairsThatCostNothingSayNothingAboutTheTimeLeft() {
    progress.add(finished(), 600);
    progress.add(FAILED, 200);
    progress.add(ALONE, 0);
    progress.add(aligned(), 100);
    assertThat(seen)
        .containsExactly(
            "aligning 1/10 pairs 0 of 400",
            "aligning 2/10 pairs, 1 failed 0 of 200",
            "aligning 3/10 pairs, 1 failed 100 of 200");
  }

  @Test
  void itCanBeShownWhileNothingHappens() {
    progress.show();
    assertThat(seen).containsExactly("aligning 0/10 pairs 0 of 1000");
  }
}
