package ballast.app.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.Glossaries;
import ballast.app.revisions.RevisionComparison.Options;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChangeLimitsTest extends FolderTest {

  private static final ChangeLimits NONE = new ChangeLimits(List.of(), OptionalDouble.empty());

  private static final Options UNCHANGED =
      new Options(VersionReading.DEFAULT, Glossaries.NONE, ChangeFilter.CHANGES.withUnchanged(), 0);

  @BeforeEach
  void writeVersions() throws IOException {
    write("a.en.txt", "The bridge is mended. The market opened.\n");
    write("b.en.txt", "The bridge is repaired. The market opened.\n");
    write("c.en.txt", "The bridge is repaired. The market closed.\n");
    write("old.zh.txt", "桥修好了。市场开了门。\n");
    write("new.zh.txt", "桥修好了。市场关了门。\n");
  }

  private ComparedVersions compared(String... files) {
    return compared(Options.DEFAULT, files);
  }

  private ComparedVersions compared(Options options, String... files) {
    return new RevisionComparison(Workplace.in(folder), Notices.NONE)
        .compare(RevisionComparison.Files.of(files), options);
  }

  private static ChangeLimits rate(double most) {
    return new ChangeLimits(List.of(), OptionalDouble.of(most));
  }

  @Test
  void withoutALimitAnyChangeCounts() {
    assertThat(NONE.areExceededBy(compared("a.en.txt", "a.en.txt"))).isFalse();
    assertThat(NONE.areExceededBy(compared(UNCHANGED, "a.en.txt", "a.en.txt"))).isFalse();
    assertThat(NONE.areExceededBy(compared("a.en.txt", "b.en.txt"))).isTrue();
  }

  @Test
  void ofTwoReviewsTheChangesOfEitherCount() {
    assertThat(NONE.areExceededBy(compared("a.en.txt", "a.en.txt", "a.en.txt"))).isFalse();
    assertThat(NONE.areExceededBy(compared("a.en.txt", "b.en.txt", "b.en.txt"))).isTrue();
    assertThat(NONE.areExceededBy(compared("b.en.txt", "b.en.txt", "c.en.txt"))).isTrue();
    assertThat(NONE.areExceededBy(compared(UNCHANGED, "a.en.txt", "a.en.txt", "a.en.txt")))
        .isFalse();
  }

  @Test
  void anEditRateIsALimitOfTheWhole() {
    ComparedVersions compared = compared("a.en.txt", "b.en.txt");
    double rate = compared.rate(0).rate();
    assertThat(rate).isBetween(0.01, 0.99);
    assertThat(rate(rate).areExceededBy(compared)).isFalse();
    assertThat(rate(rate - 0.001).areExceededBy(compared)).isTrue();
  }

  @Test
  void aTranslationThatDidNotFollowItsSourceIsForbidden() {
    ChangeLimits stale =
        new ChangeLimits(List.of(ChangeLimits.Forbidden.STALE), OptionalDouble.empty());
    assertThat(stale.areExceededBy(compared("a.en.txt", "b.en.txt"))).isFalse();
    VersionReading sources =
        VersionReading.DEFAULT.withSource("new.zh.txt").withOldSource("old.zh.txt");
    assertThat(stale.areExceededBy(compared(Options.DEFAULT.with(sources), "a.en.txt", "b.en.txt")))
        .isTrue();
  }
}
