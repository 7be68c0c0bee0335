package ballast.app.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardPlanTest {

  private static ShardPlan plan(long max, long... counts) {
    ShardPlan.Counting counting = new ShardPlan.Counting(max);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        counting.add(i, counts[i]);
      }
    }
    return counting.plan();
  }

  /** The file of each result, in order. */
  private static List<Integer> shards(ShardPlan plan, long... counts) {
    List<Integer> shards = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      for (long result = 0; result < counts[i]; result++) {
        shards.add(plan.shard(i, result));
      }
    }
    return shards;
  }

  @Test
  void keepsDocumentsWholeUnlessOneIsTooLarge() {
    long[] counts = {2, 2, 1, 0, 4, 11, 1, 5};
    ShardPlan plan = plan(5, counts);
    assertThat(shards(plan, counts))
        .containsExactly(
            0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 5, 6, 6, 6, 6, 6);
    assertThat(plan.shards()).isEqualTo(7);
    assertThat(plan(5).shards()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void fillsFilesInOrderAndNoneTooFull(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] counts = random.longs(60, 0, 23).toArray();
    ShardPlan plan = plan(10, counts);
    List<Integer> shards = shards(plan, counts);
    int[] held = new int[plan.shards()];
    shards.forEach(shard -> held[shard]++);
    assertThat(Arrays.stream(held).boxed().toList()).allMatch(count -> count >= 1 && count <= 10);
    assertThat(shards).isSorted();
  }
}
