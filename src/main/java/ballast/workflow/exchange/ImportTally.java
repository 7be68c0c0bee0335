package ballast.workflow.exchange;

import ballast.bitext.CountedNoun;
import ballast.bitext.Lang;
import ballast.format.unit.FoundPair;
import ballast.format.unit.RawUnit;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RejectedUnits;
import ballast.format.unit.UnitEvents;
import ballast.memory.ImportFate;
import ballast.memory.ImportedUnit;
import ballast.memory.UnitImport;
import ballast.workflow.ReadingProgress;
import ballast.workflow.exchange.ImportReport.Counts;
import ballast.workflow.exchange.ImportReport.Damage;
import ballast.workflow.exchange.ImportReport.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes the pairs of one file to the memory and counts the outcomes. */
final class ImportTally implements UnitEvents {

  private static final int MAX_PROBLEMS = 1_000;

  private final String file;
  private final UnitImport memory;
  private final @Nullable RejectedUnits rejected;
  private final boolean judged;
  private final ReadingProgress progress;
  private final MappedCodes mapped = new MappedCodes();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<ImportFate, Long> fates = new EnumMap<>(ImportFate.class);
  private final LeftOutTexts leftOut = new LeftOutTexts();
  private long refusedPairs;
  private long refusedUnits;
  private long moreProblems;
  private long withoutLetters;
  private int firstWithoutLetters;
  private boolean memoryFails;

  /**
   * @param file its name as the user gave it
   * @param rejected receives the units that were not taken; null: they are discarded; its
   *     exceptions are rethrown unchecked
   * @param judged whether the user has given the status of all units
   * @param progress receives each unit
   */
  ImportTally(
      String file,
      UnitImport memory,
      @Nullable RejectedUnits rejected,
      boolean judged,
      ReadingProgress progress) {
    this.file = file;
    this.memory = memory;
    this.rejected = rejected;
    this.judged = judged;
    this.progress = progress;
  }

  @Override
  public void pair(FoundPair pair) {
    progress.unit();
    ImportFate fate = take(new ImportedUnit(pair.unit(), pair.dated(), pair.judged() || judged));
    fates.merge(fate, 1L, Long::sum);
    switch (fate) {
      case KEPT_OTHER -> reject(pair.raw(), "the memory has another translation of it");
      case KEPT_NEWER ->
          reject(pair.raw(), "the memory has another translation of it that is as new or newer");
      case ADDED, MERGED, OVERWRITTEN -> {
        // Nothing to report.
      }
    }
  }

  private ImportFate take(ImportedUnit unit) {
    memoryFails = true;
    ImportFate fate = memory.take(unit);
    memoryFails = false;
    return fate;
  }

  /**
   * Whether the memory has thrown an exception instead of taking a unit: to the reader of the file
   * it came from the same call as those of the file itself.
   */
  boolean hasFailedMemory() {
    return memoryFails;
  }

  @Override
  public void refused(RawUnit unit, boolean isPair, String reason) {
    progress.unit();
    if (isPair) {
      refusedPairs++;
    } else {
      refusedUnits++;
    }
    if (isStructure(unit)) {
      firstWithoutLetters = withoutLetters == 0 ? unit.line() : firstWithoutLetters;
      withoutLetters++;
      write(unit, reason);
    } else {
      reject(unit, reason);
    }
  }

  @Override
  public void leftOut(RawUnit unit, List<Variant> texts) {
    leftOut.add(unit, texts);
  }

  /** Whether no text has a letter: tags, numbers and punctuation between the sentences. */
  private static boolean isStructure(RawUnit unit) {
    return !unit.variants().isEmpty()
        && unit.variants().stream()
            .allMatch(variant -> variant.text().codePoints().noneMatch(Character::isLetter));
  }

  @Override
  public void mapped(String code, Lang lang) {
    mapped.add(code);
  }

  @Override
  public void corrected(int line, String what) {
    add(new Problem(line, false, what));
  }

  private void reject(RawUnit unit, String reason) {
    add(new Problem(unit.line(), true, reason));
    write(unit, reason);
  }

  private void write(RawUnit unit, String reason) {
    if (rejected != null) {
      try {
        rejected.write(unit, file, reason);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void add(Problem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    } else {
      moreProblems++;
    }
  }

  /**
   * The report.
   *
   * @param place what the number counts that says where a unit is
   * @param damage what ended the reading
   * @param recorded whether the memory has what was taken
   */
  ImportReport report(String place, Damage damage, boolean recorded) {
    long kept = fate(ImportFate.KEPT_OTHER) + fate(ImportFate.KEPT_NEWER);
    long taken = fate(ImportFate.ADDED) + fate(ImportFate.MERGED) + fate(ImportFate.OVERWRITTEN);
    Counts counts =
        new Counts(
            taken + kept + refusedPairs,
            recorded ? fate(ImportFate.ADDED) : 0,
            recorded ? fate(ImportFate.MERGED) : 0,
            recorded ? fate(ImportFate.OVERWRITTEN) : 0,
            kept + refusedPairs + refusedUnits + (recorded ? 0 : taken));
    return new ImportReport(
        file, place, counts, mapped.texts(), allProblems(), moreProblems, damage);
  }

  /**
   * The problems, with one for all units without letters where the first of them is; before all
   * others, so that no limit hides it, one for the texts in other languages.
   */
  private List<Problem> allProblems() {
    List<Problem> all = new ArrayList<>(problems);
    if (withoutLetters > 0) {
      String what = "without letters: only tags, numbers or punctuation";
      String reason = CountedNoun.of(withoutLetters, "unit") + " " + what;
      int at = 0;
      while (at < all.size() && all.get(at).line() < firstWithoutLetters) {
        at++;
      }
      all.add(at, new Problem(firstWithoutLetters, true, reason));
    }
    if (!leftOut.isEmpty()) {
      all.add(0, new Problem(leftOut.firstLine(), false, leftOut.sentence()));
    }
    return all;
  }

  private long fate(ImportFate fate) {
    return fates.getOrDefault(fate, 0L);
  }
}
