package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.align.Batch.OrderedWork;
import ballast.bitext.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderedWorkTest {

  private static class Notes implements OrderedWork.Receiver<Integer, String> {
    private final List<String> taken = new ArrayList<>();
    private final AtomicInteger under = new AtomicInteger();

    @Override
    public void done(Integer item, String result) {
      under.decrementAndGet();
      taken.add(item + result);
    }

    @Override
    public void failed(Integer item, Throwable cause) {
      under.decrementAndGet();
      taken.add(item + " " + cause.getMessage());
    }

    @Override
    public void waiting() {}
  }

  private static String slow(int item) {
    long turns = new SplittableRandom(item).nextInt(200_000);
    long sum = 0;
    for (long i = 0; i < turns; i++) {
      sum += i ^ item;
    }
    return sum < 0 ? "?" : "!";
  }

  /** The results of this many items, in the order in which they were handed over. */
  private static List<String> results(int threads, int items, Function<Integer, String> work) {
    Notes notes = new Notes();
    try (OrderedWork<Integer, String> ordered = new OrderedWork<>(threads, work, notes)) {
      for (int i = 0; i < items; i++) {
        ordered.add(i, 1);
      }
      ordered.finish();
    }
    return notes.taken;
  }

  @Test
  void resultsComeInOrderHoweverLongTheyTake() {
    for (int threads : new int[] {1, 2, 7}) {
      assertThat(results(threads, 300, OrderedWorkTest::slow))
          .isEqualTo(IntStream.range(0, 300).mapToObj(i -> i + "!").toList());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"a window of small items, 2, 200, 1, 8", "one large item, 4, 20, 20971520, 1"})
  void fewItemsAreUnderWayTogether(String items, int threads, int count, long size, int most) {
    Notes notes = new Notes();
    int maxHeld = 0;
    try (OrderedWork<Integer, String> work =
        new OrderedWork<>(threads, OrderedWorkTest::slow, notes)) {
      for (int i = 0; i < count; i++) {
        work.add(i, size);
        maxHeld = Math.max(maxHeld, notes.under.incrementAndGet());
      }
      work.finish();
    }
    assertThat(maxHeld).as(items).isPositive().isLessThanOrEqualTo(most);
    assertThat(notes.taken).hasSize(count);
  }

  @Test
  void aFailureIsHandedOverInItsPlace() {
    Function<Integer, String> failing =
        item -> {
          if (item % 2 == 1) {
            throw new InputException("is odd", "");
          }
          return "!";
        };
    assertThat(results(3, 4, failing)).containsExactly("0!", "1 is odd", "2!", "3 is odd");
  }

  @Test
  void aReceiverThatFailsEndsTheWork() {
    Notes broken =
        new Notes() {
          @Override
          public void done(Integer item, String result) {
            throw new IllegalStateException("the disk is full");
          }
        };
    try (OrderedWork<Integer, String> work = new OrderedWork<>(1, item -> "!", broken)) {
      work.add(1, 1);
      assertThatThrownBy(work::finish).hasMessage("the disk is full");
    }
  }
}
