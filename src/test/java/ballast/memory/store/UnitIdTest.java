package ballast.memory.store;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class UnitIdTest {

  @Test
  void idsNeverChangeBecauseTheyAreShared() {
    UnitId ids = new UnitId("articles/春天.md", Lang.ZH_CN, Lang.EN_US, Set.of());
    assertThat(ids.next("春天来了。")).isEqualTo("c3169661e205");
    assertThat(ids.next("春天来了。")).isEqualTo("64ed739a2fb6");
  }

  @Test
  void aTakenIdIsPassedOver() {
    UnitId free = new UnitId("d", Lang.ZH_CN, Lang.EN_US, Set.of());
    String first = free.next("好。");
    UnitId taken = new UnitId("d", Lang.ZH_CN, Lang.EN_US, Set.of(first));
    assertThat(taken.next("好。")).isEqualTo(free.next("好。"));
  }
}
