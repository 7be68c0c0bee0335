package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.Aligner;
import ballast.bitext.Alignment;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast the aligner is, and how much heap it touches: figures to read, wide margins to fail. */
@Tag("bench")
class AlignmentSpeedTest {

  private final Path sets = AccuracyTable.evalDirectory("align");
  private final AccuracyTable table = new AccuracyTable("alignment speed");

  @Test
  void alignsLongTextsInBoundedTimeAndMemory() {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (BeadSets.Item item : BeadSets.read(sets.resolve("news-resplit"))) {
      item.zh().forEach(segment -> zh.add(segment.text()));
      item.en().forEach(segment -> en.add(segment.text()));
    }
    run("warm-up", zh.subList(0, 500), en.subList(0, 500), 1000);
    run("1,000 sentences", zh.subList(0, 1000), en.subList(0, 1000), 30);
    List<String> moreZh = new ArrayList<>(zh);
    List<String> moreEn = new ArrayList<>(en);
    while (moreZh.size() < 20_000) {
      moreZh.addAll(zh);
      moreEn.addAll(en);
    }
    run("5,000 sentences", moreZh.subList(0, 5000), moreEn.subList(0, 5000), 30);
    // A long one-sided passage as well.
    moreEn.addAll(10_000, en);
    run("20,000 sentences", moreZh, moreEn, 60);
    table.printAndCheck();
  }

  private void run(String what, List<String> zh, List<String> en, double limit) {
    List<Segment> source = BeadSets.segments(what, Lang.ZH_CN, zh);
    List<Segment> target = BeadSets.segments(what, Lang.EN_US, en);
    ManagementFactory.getMemoryMXBean().gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Alignment alignment = new Aligner().align(source, target);
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
    double heap = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6;
    table.note(what, "beads", alignment.beads().size());
    table.note(what, "CPU s per 1000", seconds * 1000 / zh.size());
    table.note(what, "peak heap MB", heap);
    assertThat(seconds * 1000 / zh.size()).as("%s, CPU s per 1000", what).isLessThan(limit);
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
