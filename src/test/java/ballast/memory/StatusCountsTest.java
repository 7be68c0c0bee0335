package ballast.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The counts of units by status. */
final class StatusCountsTest {

  @Test
  void eachStatusHasItsOwnCountAndAnAbsentOneHasNone() {
    StatusCounts counts = new StatusCounts(Map.of(Status.APPROVED, 3L, Status.REJECTED, 5L));
    assertThat(counts.count(Status.DRAFT)).isZero();
    assertThat(counts.count(Status.APPROVED)).isEqualTo(3);
    assertThat(counts.count(Status.REJECTED)).isEqualTo(5);
    assertThat(counts.total()).isEqualTo(8);
    assertThat(counts.byStatus()).hasSize(3).containsEntry(Status.DRAFT, 0L);
  }
}
