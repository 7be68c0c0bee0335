package ballast.accuracy;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The cost of some work.
 *
 * @param seconds CPU time of the calling thread, without garbage collection
 * @param megabytes peak growth of the heap in use, including garbage not yet collected
 */
record Cost(double seconds, double megabytes) {

  static final Cost NONE = new Cost(0, 0);

  static Cost of(Runnable work) {
    ManagementFactory.getMemoryMXBean().gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
    long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new Cost(seconds, Math.max(0, peak - used) / 1e6);
  }

  /** Runs work after other work: the seconds add up, the memory does not. */
  Cost then(Cost next) {
    return new Cost(seconds + next.seconds, Math.max(megabytes, next.megabytes));
  }

  /** The lower cost of two runs of the same work; anything above it has other causes. */
  Cost orBetter(Cost again) {
    return new Cost(Math.min(seconds, again.seconds), Math.min(megabytes, again.megabytes));
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
