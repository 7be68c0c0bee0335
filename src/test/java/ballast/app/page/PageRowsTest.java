package ballast.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PageRowsTest {

  /** Numbers from 1; those that {@code every} does not divide are unchanged. */
  private static PageRows<Integer> rows(int size, int every, int counted) {
    List<Integer> all = IntStream.rangeClosed(1, size).boxed().toList();
    return PageRows.of(all, counted, n -> n % every != 0);
  }

  @Test
  void rowsThatFitAreAllShown() {
    PageRows<Integer> rows = rows(PageRows.MAX_ROWS, 2, 0);
    assertThat(rows.rows()).hasSize(PageRows.MAX_ROWS);
    assertThat(rows.isWhole()).isTrue();
  }

  @Test
  void unchangedRowsAreLeftOutBeforeChanges() {
    PageRows<Integer> rows = rows(PageRows.MAX_ROWS + 1, 10, 5);
    assertThat(rows.rows()).extracting(PageRows.Row::value).allMatch(n -> n % 10 == 0);
    assertThat(rows.rows()).extracting(PageRows.Row::number).contains(10, PageRows.MAX_ROWS);
    assertThat(rows.isWhole()).isFalse();
    assertThat(rows.leftOut()).isEqualTo("Not on this page: 9,006 unchanged.");
  }

  @Test
  void moreChangesThanAPageHoldsAreCounted() {
    PageRows<Integer> rows = rows(3 * PageRows.MAX_ROWS, 2, 0);
    assertThat(rows.rows()).hasSize(PageRows.MAX_ROWS);
    assertThat(rows.leftOut())
        .isEqualTo("Not on this page: 5,000 more changes and 15,000 unchanged.");
  }
}
