package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VersionTest {

  @Test
  void aReleaseIsNamedByItsNumber() {
    assertThat(new Version("0.1.0")).hasToString("ballast 0.1.0");
  }

  @Test
  void withoutAJarTheVersionHasNoNumber() {
    assertThat(Version.current()).hasToString("ballast (built from sources)");
  }
}
