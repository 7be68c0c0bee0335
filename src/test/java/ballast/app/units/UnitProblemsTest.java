package ballast.app.units;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.units.ImportReport.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnitProblemsTest {

  @Test
  void listsProblemsByLineWhateverTheirReason() {
    UnitProblems problems = new UnitProblems();
    problems.refused(9, "blank");
    problems.corrected(4, "a space too many");
    problems.refused(2, "blank");
    assertThat(problems.listed())
        .isEqualTo(
            List.of(
                new Problem(2, true, "blank"),
                new Problem(4, false, "a space too many"),
                new Problem(9, true, "blank")));
    assertThat(problems.skipped()).isEqualTo(2);
    assertThat(problems.more()).isZero();
  }

  @Test
  void countsWhatItDoesNotList() {
    UnitProblems problems = new UnitProblems();
    for (int line = 1; line <= 1_003; line++) {
      problems.refused(line, "blank");
    }
    for (int reason = 1; reason <= 21; reason++) {
      problems.refused(2_000, "reason " + reason);
    }
    assertThat(problems.listed()).hasSize(1_000 + 19);
    assertThat(problems.more()).isEqualTo(3 + 2);
    assertThat(problems.skipped()).isEqualTo(1_003 + 21);
  }
}
