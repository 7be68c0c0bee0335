package ballast.app.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.align.Batch.OrderedWork;
import ballast.bitext.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OrderedWorkTest {

  private static final class Notes implements OrderedWork.Receiver<Integer, String> {
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

  @Test
  void resultsComeInOrderHoweverLongTheyTake() {
    for (int threads : new int[] {1, 2, 7}) {
      Notes notes = new Notes();
      try (OrderedWork<Integer, String> work =
          new OrderedWork<>(threads, OrderedWorkTest::slow, notes)) {
        for (int i = 0; i < 300; i++) {
          work.add(i, 1);
        }
        work.finish();
      }
      assertThat(notes.taken).isEqualTo(IntStream.range(0, 300).mapToObj(i -> i + "!").toList());
    }
  }

  @Test
  void onlyAWindowIsUnderWay() {
    Notes notes = new Notes();
    int maxHeld = 0;
    try (OrderedWork<Integer, String> work = new OrderedWork<>(2, OrderedWorkTest::slow, notes)) {
      for (int i = 0; i < 200; i++) {
        work.add(i, 1);
        maxHeld = Math.max(maxHeld, notes.under.incrementAndGet());
      }
      work.finish();
    }
    assertThat(maxHeld).isLessThanOrEqualTo(8);
    assertThat(notes.taken).hasSize(200);
  }

  @Test
  void largeItemsAreNotUnderWayTogether() {
    Notes notes = new Notes();
    int maxHeld = 0;
    try (OrderedWork<Integer, String> work = new OrderedWork<>(4, OrderedWorkTest::slow, notes)) {
      for (int i = 0; i < 20; i++) {
        work.add(i, 20L << 20);
        maxHeld = Math.max(maxHeld, notes.under.incrementAndGet());
      }
      work.finish();
    }
    assertThat(maxHeld).isEqualTo(1);
  }

  @Test
  void aFailureIsHandedOverInItsPlace() {
    Notes notes = new Notes();
    try (OrderedWork<Integer, String> work =
        new OrderedWork<>(
            3,
            item -> {
              if (item % 2 == 1) {
                throw new InputException("is odd", "");
              }
              return "!";
            },
            notes)) {
      for (int i = 0; i < 4; i++) {
        work.add(i, 1);
      }
      work.finish();
    }
    assertThat(notes.taken).containsExactly("0!", "1 is odd", "2!", "3 is odd");
  }

  @Test
  void aReceiverThatFailsEndsTheWork() {
    OrderedWork.Receiver<Integer, String> broken =
        new OrderedWork.Receiver<>() {
          @Override
          public void done(Integer item, String result) {
            throw new IllegalStateException("the disk is full");
          }

          @Override
          public void failed(Integer item, Throwable cause) {}

          @Override
          public void waiting() {}
        };
    try (OrderedWork<Integer, String> work = new OrderedWork<>(1, item -> "!", broken)) {
      work.add(1, 1);
      assertThatThrownBy(work::finish).hasMessage("the disk is full");
    }
  }
}
