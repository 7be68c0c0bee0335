package ballast.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InputException;
import ballast.memory.LostMemoryException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KeptResultTest {

  private static final int PATIENCE = 4000;

  private volatile String files = "a";
  private final List<String> begun = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final KeptResult<String> kept =
      new KeptResult<>(
          KeptResult.job("test", failures::add),
          "nothing",
          this::stamp,
          (show, progress) -> {
            String now = stamp();
            begun.add(now);
            progress.progress(() -> "", 1, 4);
            try {
              gate.await();
            } catch (InterruptedException e) {
              return "broken off";
            }
            if (now.equals("bad")) {
              throw new InputException("it is bad", "make it good");
            }
            if (now.equals("cut") && begun.size() == 1) {
              throw new LostMemoryException("the line is cut", "");
            }
            return "of " + now;
          });

  @AfterEach
  void close() {
    kept.close();
    assertThat(failures).isEmpty();
  }

  private String stamp() {
    return files;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < PATIENCE && !condition.getAsBoolean(); i++) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private KeptResult.State<String> ended() throws InterruptedException {
    await(() -> !kept.state().running());
    return kept.state();
  }

  @Test
  void aResultIsFoundOutAndAgainAfterAChangeOfTheFiles() throws InterruptedException {
    assertThat(kept.known().outdated()).isTrue();
    assertThat(kept.known().running()).isFalse();
    assertThat(kept.state().value()).isEqualTo("nothing");
    await(() -> kept.known().share() > 0);
    assertThat(kept.known().share()).isEqualTo(25);
    gate.countDown();
    assertThat(ended().value()).isEqualTo("of a");
    assertThat(kept.known().outdated()).isFalse();
    files = "b";
    assertThat(kept.known().outdated()).isTrue();
    assertThat(kept.known().value()).isEqualTo("of a");
    assertThat(ended().value()).isEqualTo("of b");
    assertThat(begun).containsExactly("a", "b");
  }

  @Test
  void whatIsOvertakenIsNeitherBegunNorShown() throws InterruptedException {
    kept.state();
    await(() -> !begun.isEmpty());
    for (String next : List.of("b", "c", "d")) {
      files = next;
      kept.state();
    }
    assertThat(kept.known().value()).isEqualTo("nothing");
    gate.countDown();
    assertThat(ended().value()).isEqualTo("of d");
    assertThat(begun).containsExactly("a", "d");
  }

  @Test
  void aChangeMadeHereNeedsNoSearch() throws InterruptedException {
    gate.countDown();
    ended();
    kept.change(
        known -> {
          files = "b";
          return known + ", changed";
        });
    assertThat(ended().value()).isEqualTo("of a, changed");
    assertThat(begun).containsExactly("a");
  }

  /** The files say nothing of a server that was away. */
  @Test
  void whatALostLineHasBrokenOffIsFoundOutWhenItIsAskedForAgain() throws InterruptedException {
    files = "cut";
    kept.state();
    gate.countDown();
    await(() -> !kept.known().running());
    assertThat(kept.known().error()).isEqualTo("the line is cut");
    KeptResult.State<String> again = ended();
    assertThat(again.value()).isEqualTo("of cut");
    assertThat(again.error()).isEmpty();
  }

  @Test
  void whyItFailsIsSaidAndTheLastResultStays() throws InterruptedException {
    gate.countDown();
    ended();
    files = "bad";
    KeptResult.State<String> state = ended();
    assertThat(state.error()).isEqualTo("it is bad\nmake it good");
    assertThat(state.value()).isEqualTo("of a");
    files = "c";
    assertThat(ended().error()).isEmpty();
  }
}
