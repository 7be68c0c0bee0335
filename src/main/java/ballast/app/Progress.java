package ballast.app;

import ballast.bitext.CountedNoun;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.Memory.UnitProgress;
import ballast.memory.UnitFilter;
import java.util.function.Consumer;

/**
 * How far a piece of work is that consists of many small pieces: counts them and tells the notices
 * from time to time.
 */
public final class Progress {

  /** How many units of a memory are worked on between two reports. */
  private static final int MANY = 64;

  private final Notices notices;
  private final String doing;
  private final long all;
  private final int pause;
  private long done;

  private Progress(Notices notices, String doing, long all, int pause) {
    this.notices = notices;
    this.doing = doing;
    this.all = all;
    this.pause = pause;
    tell();
  }

  /**
   * Begins a piece of work; every addition is reported.
   *
   * @param doing what is being done: {@code translating}
   * @param all how much there is to do, in any unit
   */
  public static Progress of(Notices notices, String doing, long all) {
    return new Progress(notices, doing, all, 1);
  }

  /**
   * Begins to work on units of a memory, one at a time. Their number is known beforehand only if
   * the filter names nothing but documents and statuses.
   *
   * @param passes how often each of them is looked at
   */
  public static Progress ofUnits(
      Notices notices, String doing, Memory memory, UnitFilter units, int passes) {
    return new Progress(notices, doing, passes * count(memory, units), MANY);
  }

  /** A long reading of a memory, which will say itself how much there is to do. */
  public static UnitProgress ofReading(Notices notices, String doing) {
    return new UnitProgress() {
      private Progress progress = new Progress(notices, doing, 0, MANY);

      @Override
      public void expect(long pieces) {
        progress = new Progress(notices, doing, pieces, MANY);
      }

      @Override
      public void one() {
        progress.one();
      }
    };
  }

  private static long count(Memory memory, UnitFilter units) {
    UnitFilter plain =
        UnitFilter.CURRENT.inDocuments(units.documents()).withStatuses(units.statuses());
    if (!units.equals(plain)) {
      return 0;
    }
    return units.documents().isEmpty()
        ? memory.unitCount()
        : memory.documents().stream()
            .filter(document -> units.documents().contains(document.name()))
            .mapToLong(DocumentSummary::units)
            .sum();
  }

  /** One more piece is done. */
  public void one() {
    add(1);
  }

  /** So much more is done. */
  public void add(long amount) {
    done += amount;
    if (done % pause == 0) {
      tell();
    }
  }

  /** The same action, counting what it is given. */
  public <T> Consumer<T> counting(Consumer<T> action) {
    return piece -> {
      action.accept(piece);
      one();
    };
  }

  /** How much is done, in percent; 0 if it is not known how much there is to do. */
  public int share() {
    return all <= 0 ? 0 : (int) (Math.min(done, all) * 100 / all);
  }

  private void tell() {
    notices.progress(this::text, all <= 0 ? 0 : Math.min(done, all), Math.max(0, all));
  }

  private String text() {
    if (done == 0) {
      return doing;
    }
    return doing + ": " + (all <= 0 ? CountedNoun.of(done, "unit") : share() + " %");
  }
}
