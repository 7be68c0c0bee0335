package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.align.Aligner.Joint;
import ballast.align.Aligner.Joint.Placed;
import ballast.align.Aligner.Windows;
import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class WindowsTest {

  private final Aligner aligner = new Aligner(Lexicon.bundled());

  @Tag("slow")
  @Test
  void theBeadsAreTheSameForAnyNumberOfThreads() {
    List<List<String>> texts = Texts.invented(2_500, 21);
    List<String> zh = new ArrayList<>(texts.get(0));
    zh.subList(1_700, 1_730).clear();
    List<Segment> source = Texts.lines(Lang.ZH_CN, zh);
    List<Segment> target = Texts.lines(Lang.EN_US, texts.get(1));

    assertThat(aligner.withThreads(3).align(source, target).beads())
        .isEqualTo(aligner.align(source, target).beads());
  }

  @Test
  void withoutACommonBorderTheSecondWindowIsSearchedAgain() {
    List<List<String>> lines = Texts.invented(501, 22);
    BothTexts texts = Texts.both(lines.get(0).subList(0, 500), lines.get(1));
    CoarsePath coarse = new CoarsePath(texts, CoarsePath.of(texts).similarities());
    List<Placed> joined = pairs(0, 400, 0);

    new Windows(texts, coarse, /* swapped= */ false).join(joined, pairs(100, 500, 1));

    int row = 0;
    int column = 0;
    for (Placed bead : joined) {
      assertThat(bead.link().left().start()).isEqualTo(row);
      assertThat(bead.link().right().start()).isEqualTo(column);
      row = bead.link().left().end();
      column = bead.link().right().end();
    }
    assertThat(row).isEqualTo(500);
    assertThat(column).isEqualTo(501);
    assertThat(joined.subList(0, 490))
        .allMatch(bead -> bead.link().left().equals(bead.link().right()));
  }

  @Test
  void anAlignmentThatIsInterruptedAmidItsWindowsEnds() {
    List<Segment> source = Texts.lines(Lang.ZH_CN, Texts.invented(2_500, 24).get(0));
    Thread caller = Thread.currentThread();
    Thread watcher = new Thread(() -> interruptAmidWindows(caller));
    watcher.setDaemon(true);
    watcher.start();
    try {
      assertThatThrownBy(() -> aligner.withThreads(2).align(source, source))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static void interruptAmidWindows(Thread caller) {
    while (Thread.getAllStackTraces().keySet().stream()
        .noneMatch(thread -> thread.getName().equals(Windows.THREAD))) {
      Thread.onSpinWait();
    }
    caller.interrupt();
  }

  @Test
  void windowsAreJoinedAtTheSurestCommonBorder() {
    List<Placed> first = pairs(0, 400, 0);
    List<Placed> second = pairs(100, 500, 0);
    second.set(150, with(second.get(150), 0.99));
    first.set(249, with(first.get(249), 0.98));

    assertThat(Joint.common(first, second)).isEqualTo(new Joint(250, 150));
  }

  @Test
  void bordersNearTheEndOfAWindowDoNotCount() {
    List<Placed> first = pairs(0, 400, 0);
    List<Placed> second = pairs(100, 500, 0);
    for (int near : new int[] {5, 295}) {
      second.set(near, with(second.get(near), 1));
      first.set(100 + near - 1, with(first.get(100 + near - 1), 1));
    }

    assertThat(Joint.common(first, second))
        .satisfies(joint -> assertThat(joint.after()).isBetween(75, 225));
  }

  @Test
  void windowsThatDisagreeHaveNoCommonBorder() {
    assertThat(Joint.common(pairs(0, 400, 0), pairs(100, 500, 1))).isNull();
    List<Placed> first = pairs(0, 400, 0);
    first.set(320, with(first.get(320), 0.99));
    assertThat(Joint.of(first)).isEqualTo(new Joint(321, 0));
  }

  /** Pairs of sentence {@code i} with sentence {@code i + shift}. */
  private static List<Placed> pairs(int from, int to, int shift) {
    List<Placed> pairs = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Link link = new Link(new Range(i, i + 1), new Range(i + shift, i + shift + 1));
      pairs.add(new Placed(link, new Bead(link.left(), link.right(), 0.5, List.of("invented"))));
    }
    return pairs;
  }

  private static Placed with(Placed placed, double confidence) {
    Link link = placed.link();
    return new Placed(link, new Bead(link.left(), link.right(), confidence, List.of("invented")));
  }
}
