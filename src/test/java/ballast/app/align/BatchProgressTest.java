package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.SilentNotices;
import ballast.app.align.Batch.BatchProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class BatchProgressTest {

  private final List<String> seen = new ArrayList<>();
  private final BatchProgress progress = new BatchProgress(new Eye(), 10, 1000);

  /** Notes what it is shown. */
  private final class Eye extends SilentNotices {
    @Override
    public void progress(Supplier<String> what, long done, long all) {
      seen.add(what.get() + " " + done + " of " + all);
    }
  }

  private void aligned(long bytes) {
    progress.add(bytes, /* isAligned= */ true, /* isFailed= */ false);
  }

  @Test
  void theRemainingTimeIsEstimatedFromBytesNotPairs() {
    aligned(250);
    assertThat(seen).containsExactly("aligning 1/10 pairs 250 of 1000");
  }

  @Test
  void pairsThatCostNothingSayNothingAboutTheTimeLeft() {
    progress.add(600, /* isAligned= */ false, /* isFailed= */ false);
    progress.add(200, /* isAligned= */ false, /* isFailed= */ true);
    aligned(100);
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
