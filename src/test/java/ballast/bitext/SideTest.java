package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SideTest {

  @Test
  void eachSideFacesTheOther() {
    assertThat(Side.SOURCE.other()).isEqualTo(Side.TARGET);
    assertThat(Side.TARGET.other()).isEqualTo(Side.SOURCE);
  }

  @Test
  void optionsAndJsonCallItByItsNameInSmallLetters() {
    assertThat(Side.values()).extracting(Side::toString).containsExactly("source", "target");
  }
}
