package ballast.app.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChangeLimitsTest extends FolderTest {

  private static final ChangeLimits NONE = new ChangeLimits(List.of(), OptionalDouble.empty());

  @BeforeEach
  void writeVersions() throws IOException {
    write("a.en.txt", "The bridge is mended. The market opened.\n");
    write("b.en.txt", "The bridge is repaired. The market opened.\n");
    write("c.en.txt", "The bridge is repaired. The market closed.\n");
    write("old.zh.txt", "桥修好了。市场开了门。\n");
    write("new.zh.txt", "桥修好了。市场关了门。\n");
  }

  private ComparedVersions compared(RevisionComparison.Request request) {
    return new RevisionComparison(Workplace.in(folder), Notices.NONE).compare(request);
  }

  private static ChangeLimits rate(double most) {
    return new ChangeLimits(List.of(), OptionalDouble.of(most));
  }

  @Test
  void withoutALimitAnyChangeCounts() {
    RevisionComparison.Request same = RevisionComparison.Request.files("a.en.txt", "a.en.txt");
    assertThat(NONE.areExceededBy(compared(same))).isFalse();
    assertThat(NONE.areExceededBy(compared(same.with(ChangeFilter.CHANGES.withUnchanged()))))
        .isFalse();
    RevisionComparison.Request other = RevisionComparison.Request.files("a.en.txt", "b.en.txt");
    assertThat(NONE.areExceededBy(compared(other))).isTrue();
  }

  @Test
  void ofTwoReviewsTheChangesOfEitherCount() {
    assertThat(NONE.areExceededBy(compared(three("a.en.txt", "a.en.txt", "a.en.txt")))).isFalse();
    assertThat(NONE.areExceededBy(compared(three("a.en.txt", "b.en.txt", "b.en.txt")))).isTrue();
    assertThat(NONE.areExceededBy(compared(three("b.en.txt", "b.en.txt", "c.en.txt")))).isTrue();
    assertThat(
            NONE.areExceededBy(
                compared(
                    three("a.en.txt", "a.en.txt", "a.en.txt")
                        .with(ChangeFilter.CHANGES.withUnchanged()))))
        .isFalse();
  }

  private static RevisionComparison.Request three(String... names) {
    return RevisionComparison.Request.files(names);
  }

  @Test
  void anEditRateIsALimitOfTheWhole() {
    ComparedVersions compared = compared(RevisionComparison.Request.files("a.en.txt", "b.en.txt"));
    double rate = compared.rate(0).rate();
    assertThat(rate).isBetween(0.01, 0.99);
    assertThat(rate(rate).areExceededBy(compared)).isFalse();
    assertThat(rate(rate - 0.001).areExceededBy(compared)).isTrue();
  }

  @Test
  void aTranslationThatDidNotFollowItsSourceIsForbidden() {
    ChangeLimits stale =
        new ChangeLimits(List.of(ChangeLimits.Forbidden.STALE), OptionalDouble.empty());
    RevisionComparison.Request request = RevisionComparison.Request.files("a.en.txt", "b.en.txt");
    assertThat(stale.areExceededBy(compared(request))).isFalse();
    VersionReading sources =
        VersionReading.DEFAULT.withSource("new.zh.txt").withOldSource("old.zh.txt");
    assertThat(stale.areExceededBy(compared(request.with(sources)))).isTrue();
  }
}
