package ballast.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "*.tsv, units.tsv, true",
    "*.tsv, a/b/units.tsv, true",
    "*.tsv, units.tsvx, false",
    "a/*.tsv, a/units.tsv, true",
    "a/*.tsv, a/b/units.tsv, false",
    "a/**/x.tsv, a/x.tsv, true",
    "a/**/x.tsv, a/b/c/x.tsv, true",
    "a/**/x.tsv, a/b/yx.tsv, false",
    "a/**, a/b/c.txt, true",
    "a/**, ab/c.txt, false",
    "稿件/?.txt, 稿件/一.txt, true",
    "稿件/?.txt, 稿件/一二.txt, false",
    "a.b/c, axb/c, false"
  })
  void matches(String pattern, String path, boolean expected) {
    assertThat(new Glob(pattern).matches(path)).isEqualTo(expected);
  }

  @Test
  void aPatternOfManyStarsDoesNotHang() {
    Glob glob = new Glob("**/" + "*a".repeat(200) + "b");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(glob.matches("a".repeat(4_000))).isFalse());
  }
}
