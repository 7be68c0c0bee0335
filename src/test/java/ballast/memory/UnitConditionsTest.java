package ballast.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.Statistics.StatusCounts;
import ballast.memory.UnitFilter.UnitConditions;
import ballast.memory.contract.Revisions;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitConditionsTest {

  /** A unit of confidence 0.87, without author, dated 1970. */
  private static final Unit UNIT = Revisions.unit("doc", 1, "１２艘船到港。", "12 Ships  arrived.");

  private static boolean text(String text, Set<Side> sides) {
    return new UnitConditions(0, 1, Instant.MIN, Set.of(), text, sides).admit(UNIT);
  }

  @ParameterizedTest
  @CsvSource({
    "12艘, true, true, false",
    "ships ARRIVED, true, false, true",
    "１２ , true, true, true",
    "到 港, false, false, false",
    "seas, false, false, false",
  })
  void widthCaseAndSpacesDoNotMatter(String text, boolean either, boolean source, boolean target) {
    assertThat(text(text, Set.of())).isEqualTo(either);
    assertThat(text(text, Set.of(Side.SOURCE))).isEqualTo(source);
    assertThat(text(text, Set.of(Side.TARGET))).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({"0.87, 0.87, true", "0.871, 1, true", "0.88, 1, false", "0, 0.86, false"})
  void confidencesAreComparedInHundredths(double min, double max, boolean admitted) {
    assertThat(new UnitConditions(min, max, Instant.MIN, Set.of(), "", Set.of()).admit(UNIT))
        .isEqualTo(admitted);
  }

  @Test
  void datesAndAuthorsMustFit() {
    assertThat(of(Instant.EPOCH, Set.of()).admit(UNIT)).isTrue();
    assertThat(of(Instant.EPOCH.plusSeconds(1), Set.of()).admit(UNIT)).isFalse();
    assertThat(of(Instant.MIN, Set.of("li")).admit(UNIT)).isFalse();
    assertThat(of(Instant.MIN, Set.of("li", "")).admit(UNIT)).isTrue();
  }

  private static UnitConditions of(Instant since, Set<String> authors) {
    return new UnitConditions(0, 1, since, authors, "", Set.of());
  }

  @Test
  void aConfidenceIsAShare() {
    assertThatThrownBy(() -> new UnitConditions(0, 1.5, Instant.MIN, Set.of(), "", Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UnitConditions(Double.NaN, 1, Instant.MIN, Set.of(), "", Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachStatusHasItsOwnCountAndAnAbsentOneHasNone() {
    StatusCounts counts =
        new StatusCounts(Map.of(Unit.Status.APPROVED, 3L, Unit.Status.REJECTED, 5L));
    assertThat(counts.count(Unit.Status.DRAFT)).isZero();
    assertThat(counts.count(Unit.Status.APPROVED)).isEqualTo(3);
    assertThat(counts.count(Unit.Status.REJECTED)).isEqualTo(5);
    assertThat(counts.total()).isEqualTo(8);
    assertThat(counts.byStatus()).hasSize(3).containsEntry(Unit.Status.DRAFT, 0L);
  }
}
