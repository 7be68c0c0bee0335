package ballast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class ReadingProgressTest {

  private final List<String> reports = new ArrayList<>();

  private final Notices notices =
      new SilentNotices() {
        @Override
        public void progress(Supplier<String> what, long done, long all) {
          reports.add(what.get() + "; " + done + " of " + all);
        }
      };

  /** Only the last report is looked at. */
  private void take(ReadingProgress progress, int units) {
    reports.clear();
    for (int i = 0; i < units; i++) {
      progress.unit();
    }
  }

  @Test
  void itSaysHowMuchOfTheFileIsRead() {
    ReadingProgress progress = new ReadingProgress(notices, "importing", "unit", 4000);
    progress.start("a.tmx", 4000);
    progress.accept(1000);
    take(progress, 127);
    assertThat(reports).containsExactly("importing a.tmx: 64 units, 25 %; 1000 of 4000");
  }

  @Test
  void theTimeIsEstimatedFromTheBytesOfAllFiles() {
    ReadingProgress progress = new ReadingProgress(notices, "importing", "unit", 5000);
    progress.start("a.tmx", 1000);
    progress.end();
    progress.start("b.tmx", 4000);
    progress.accept(3000);
    take(progress, 64);
    assertThat(reports).containsExactly("importing b.tmx: 64 units, 75 %; 4000 of 5000");
  }

  @Test
  void aFileThatGrowsIsNeverMoreThanRead() {
    ReadingProgress progress = new ReadingProgress(notices, "importing", "unit", 100);
    progress.start("a.tmx", 100);
    progress.accept(300);
    take(progress, 64);
    assertThat(reports).containsExactly("importing a.tmx: 64 units, 100 %; 100 of 100");
  }

  @Test
  void theBeginningOfAFileIsReportedAtOnce() {
    ReadingProgress progress = new ReadingProgress(notices, "checking", "pair", 5000);
    progress.start("a.zh.txt", 1000);
    progress.end();
    progress.start("b.zh.txt", 4000);
    assertThat(reports)
        .containsExactly("checking a.zh.txt; 0 of 5000", "checking b.zh.txt; 1000 of 5000");
  }

  @Test
  void withoutTheWholeSizeNoTimeCanBeTold() {
    ReadingProgress progress = new ReadingProgress(notices, "reading", "unit", 0);
    progress.start("a.tmx", 400);
    progress.accept(100);
    take(progress, 64);
    assertThat(reports).containsExactly("reading a.tmx: 64 units, 25 %; 0 of 0");
  }
}
