package ballast.memory.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodesColumnTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "s",
        "s1",
        "s-1,2:ph0:0:",
        "s1,9:ph",
        "s1,2:ph0:",
        "s99999999999,",
        "s1,0:0:0:"
      })
  void malformedCodesAreRefused(String column) {
    assertThatThrownBy(() -> CodesColumn.read(column)).isInstanceOf(IllegalArgumentException.class);
  }
}
