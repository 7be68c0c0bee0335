package ballast.workflow.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.workflow.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class ImportProgressTest {

  private final List<String> reports = new ArrayList<>();

  private final Notices notices =
      new Notices() {
        @Override
        public void say(String message) {}

        @Override
        public void detail(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void progress(Supplier<String> what, long done, long all) {
          reports.add(what.get() + "; " + done + " of " + all);
        }

        @Override
        public void pause() {
          reports.add("pause");
        }
      };

  private static void take(ImportProgress progress, int units) {
    for (int i = 0; i < units; i++) {
      progress.unit();
    }
  }

  @Test
  void itSaysHowMuchOfTheFileIsRead() {
    ImportProgress progress = new ImportProgress(notices, 4000);
    progress.start("a.tmx", 4000);
    progress.accept(1000);
    take(progress, 511);
    assertThat(reports).containsExactly("importing a.tmx: 256 units, 25 %; 1000 of 4000");
  }

  @Test
  void theTimeIsEstimatedFromTheBytesOfAllFiles() {
    ImportProgress progress = new ImportProgress(notices, 5000);
    progress.start("a.tmx", 1000);
    progress.end();
    progress.start("b.tmx", 4000);
    progress.accept(3000);
    take(progress, 256);
    assertThat(reports).containsExactly("pause", "importing b.tmx: 256 units, 75 %; 4000 of 5000");
  }

  @Test
  void aFileThatGrowsIsNeverMoreThanRead() {
    ImportProgress progress = new ImportProgress(notices, 100);
    progress.start("a.tmx", 100);
    progress.accept(300);
    take(progress, 256);
    assertThat(reports).containsExactly("importing a.tmx: 256 units, 100 %; 100 of 100");
  }
}
