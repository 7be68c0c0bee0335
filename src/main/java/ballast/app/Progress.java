package ballast.app;

import ballast.bitext.CountedNoun;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.Memory.UnitProgress;
import ballast.memory.UnitFilter;
import java.util.function.Consumer;

/** Counts the progress of work with many small pieces and reports it from time to time. */
public final class Progress {

  /** Units of a memory between two reports. */
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
   * Begins a piece of work. Every addition is reported.
   *
   * @param doing the action in words: {@code translating}
   * @param all total work, in any unit
   */
  public static Progress of(Notices notices, String doing, long all) {
    return new Progress(notices, doing, all, 1);
  }

  /**
   * Begins to work on units of a memory, one at a time. Their number is known beforehand only if
   * the filter names only documents and statuses.
   *
   * @param passes number of times each unit is visited
   */
  public static Progress ofUnits(
      Notices notices, String doing, Memory memory, UnitFilter units, int passes) {
    return new Progress(notices, doing, passes * count(memory, units), MANY);
  }

  /** Begins a long reading of a memory, which reports the total itself. */
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

  public void one() {
    add(1);
  }

  public void add(long amount) {
    done += amount;
    if (done % pause == 0) {
      tell();
    }
  }

  /** Returns an action that also counts its calls. */
  public <T> Consumer<T> counting(Consumer<T> action) {
    return piece -> {
      action.accept(piece);
      one();
    };
  }

  /** Returns the progress in percent; 0 if the total is unknown. */
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
    return doing + ": " + (all <= 0 ? CountedNoun.of(done, "unit") : share() + "%");
  }
}
