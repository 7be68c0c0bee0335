package ballast.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.memory.Statistics.StatusCounts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The counts of units by status. */
final class StatusCountsTest {

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
