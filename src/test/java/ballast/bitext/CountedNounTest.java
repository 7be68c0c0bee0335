package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedNounTest {

  @Test
  void onlyOneIsSingular() {
    assertThat(CountedNoun.of(0, "unit")).isEqualTo("0 units");
    assertThat(CountedNoun.of(1, "unit")).isEqualTo("1 unit");
    assertThat(CountedNoun.of(2, "unit")).isEqualTo("2 units");
  }

  @Test
  void thousandsAreSeparated() {
    assertThat(CountedNoun.of(1_234_567, "unit")).isEqualTo("1,234,567 units");
  }

  @Test
  void aPluralCanBeGiven() {
    assertThat(CountedNoun.of(1, "entry", "entries")).isEqualTo("1 entry");
    assertThat(CountedNoun.of(3, "entry", "entries")).isEqualTo("3 entries");
  }
}
