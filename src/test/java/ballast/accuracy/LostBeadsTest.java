package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.accuracy.LostBeads.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostBeadsTest {

  private static LostBeads of(List<String> gold, List<String> found) {
    LostBeads lost = new LostBeads();
    lost.add(gold, found);
    return lost;
  }

  @Test
  void aSentenceInABeadWasGlued() {
    LostBeads lost = of(List.of("[0]:[0]", "[1]:[]", "[2]:[1]"), List.of("[0, 1]:[0]", "[2]:[1]"));
    assertThat(lost.count(Reason.GLUED)).isEqualTo(2);
    assertThat(lost.count(Reason.PUT_TOGETHER)).isZero();
  }

  @Test
  void aSentenceAloneWasLeftOut() {
    LostBeads lost = of(List.of("[0, 1]:[0]"), List.of("[0]:[0]", "[1]:[]"));
    assertThat(lost.count(Reason.LEFT_OUT)).isEqualTo(1);
  }

  @Test
  void aBeadWasTakenApartOrTwoPutTogether() {
    LostBeads lost =
        of(
            List.of("[0, 1]:[0, 1]", "[2]:[2]", "[3]:[3]"),
            List.of("[0]:[0]", "[1]:[1]", "[2, 3]:[2, 3]"));
    assertThat(lost.count(Reason.TAKEN_APART)).isEqualTo(1);
    assertThat(lost.count(Reason.PUT_TOGETHER)).isEqualTo(2);
  }

  @Test
  void aBoundaryMayBeElsewhere() {
    LostBeads lost = of(List.of("[0]:[0]", "[1]:[1, 2]"), List.of("[0]:[0, 1]", "[1]:[2]"));
    assertThat(lost.count(Reason.SHIFTED)).isEqualTo(2);
  }

  @Test
  void whatIsRightIsNotLost() {
    LostBeads lost = of(List.of("[0]:[0]", "[1]:[]"), List.of("[0]:[0]", "[1]:[]"));
    for (Reason reason : Reason.values()) {
      assertThat(lost.count(reason)).as(reason.text()).isZero();
    }
  }
}
