package ballast.app.units;

import ballast.app.NewMemory;
import ballast.app.Notices;
import ballast.app.ReadingProgress;
import ballast.app.Workplace;
import ballast.app.units.ImportReport.Counts;
import ballast.app.units.ImportReport.Damage;
import ballast.app.units.ImportReport.LeftOutTexts;
import ballast.app.units.ImportReport.MappedCodes;
import ballast.app.units.ImportReport.Problem;
import ballast.bitext.CodeComparison;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.file.OutputFile;
import ballast.format.unit.PairOptions;
import ballast.format.unit.RawUnit;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RejectedUnits;
import ballast.format.unit.UnitEvents;
import ballast.format.unit.UnitEvents.FoundPair;
import ballast.format.unit.UnitFile;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.UnitImport;
import ballast.memory.UnitImport.ImportFate;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.UnitImport.OnDuplicate;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Imports files of units into a memory, each completely or not at all, and reports every skipped
 * unit.
 *
 * <pre>{@code
 * UnitFileImport unitImport = new UnitFileImport(Workplace.in(folder), Notices.NONE);
 * ImportReport report =
 *     unitImport
 *         .run(UnitFileImport.Request.of(Memories.at(folder.resolve("new.db")), "units.tmx"))
 *         .files()
 *         .get(0);
 * System.out.println(report.counts().added() + " units added, " + report.problems());
 * }</pre>
 */
public record UnitFileImport(Workplace workplace, Notices notices) {

  /**
   * A request for an import.
   *
   * @param memory created if it does not exist
   * @param files files of units in any supported format, as the user gave them; {@code .gz} is
   *     unpacked
   * @param onDuplicate what to do if the memory has another translation of a source text
   * @param dryRun whether the memory stays unchanged
   * @param rejects TMX file for the skipped units; null: none
   */
  public record Request(
      MemoryStore memory,
      List<String> files,
      Reading reading,
      OnDuplicate onDuplicate,
      boolean dryRun,
      @Nullable Rejects rejects) {

    public Request {
      files = List.copyOf(files);
    }

    /** Adds the pairs of simplified Chinese and American English in these files. */
    public static Request of(MemoryStore memory, String... files) {
      return new Request(
          memory, List.of(files), Reading.DEFAULT, OnDuplicate.ADD, /* dryRun= */ false, null);
    }
  }

  /**
   * How files are read.
   *
   * @param status of units whose status the file does not give; null: draft
   * @param partial whether the units before the damage of a broken file are accepted
   */
  public record Reading(PairChoice pairs, Unit.@Nullable Status status, boolean partial) {

    /** Simplified Chinese into American English; broken files are refused. */
    public static final Reading DEFAULT = new Reading(PairChoice.DEFAULT, null, false);
  }

  /**
   * A file for the skipped units.
   *
   * @param file as the user gave it
   * @param replace whether an existing file is replaced
   */
  public record Rejects(String file, boolean replace) {}

  /** The reports on the files, in request order. */
  public record Result(List<ImportReport> files) {

    public Result {
      files = List.copyOf(files);
    }

    public boolean hasDamage() {
      return files.stream().anyMatch(ImportReport::isBroken);
    }

    /** Whether no pair could be used from some file. */
    public boolean hasUselessFile() {
      return files.stream().anyMatch(ImportReport::isUseless);
    }
  }

  /** Rolls back the units read before the damage of a file. */
  private static final class NothingTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  public Result run(Request request) {
    return run(request, report -> {});
  }

  /**
   * Imports the files one after the other. A broken file is reported, not thrown, and the next file
   * is read.
   *
   * @param each receives the report on a file as soon as it is done
   * @throws InputException if the memory or the file of rejected units cannot be written
   */
  public Result run(Request request, Consumer<ImportReport> each) {
    Rejects rejects = request.rejects();
    if (rejects == null) {
      return importAll(request, null, each);
    }
    Path path = workplace.resolve(rejects.file());
    if (!rejects.replace()) {
      OutputFile.refuseExisting(path); // the file may contain corrected units
    }
    try (OutputFile file = OutputFile.create(path, rejects.replace())) {
      Result result;
      try (RejectedUnits units = new RejectedUnits(file.stream())) {
        result = importAll(request, units, each);
      } catch (UncheckedIOException e) {
        throw OutputFile.cannotWrite(Path.of(rejects.file()), Objects.requireNonNull(e.getCause()));
      } catch (IOException e) {
        throw OutputFile.cannotWrite(Path.of(rejects.file()), e);
      }
      file.finish();
      file.publish();
      return result;
    }
  }

  private Result importAll(
      Request request, @Nullable RejectedUnits rejected, Consumer<ImportReport> each) {
    boolean existed = request.memory().exists();
    List<ImportReport> reports = new ArrayList<>();
    boolean isNew;
    boolean isBlank;
    try (Memory memory = open(request, existed)) {
      isNew = !request.dryRun() && NewMemory.is(request.memory(), existed, memory);
      ReadingProgress progress = progress(request.files());
      PairOptions pairs = pairs(request);
      for (String file : request.files()) {
        progress.start(file, size(file));
        ImportReport report = importOne(memory, request, pairs, file, rejected, progress);
        reports.add(report);
        each.accept(report);
      }
      boolean nothing = reports.stream().allMatch(report -> report.counts().added() == 0);
      isBlank = isNew && nothing && NewMemory.isEmpty(memory);
    }
    if (isBlank && !existed) {
      request.memory().localFile().ifPresent(NewMemory::remove);
    } else if (isNew && !isBlank) {
      notices.madeMemory(workplace.shown(request.memory()));
    }
    return new Result(reports);
  }

  private Memory open(Request request, boolean existed) {
    WriteOptions options = WriteOptions.at(workplace.clock());
    return request.dryRun() && !existed
        ? Memories.inNoFile(options)
        : request.memory().openForWriting(options);
  }

  private ImportReport importOne(
      Memory memory,
      Request request,
      PairOptions pairs,
      String file,
      @Nullable RejectedUnits rejected,
      ReadingProgress progress) {
    Reading reading = request.reading();
    List<ImportTally> tallies = new ArrayList<>();
    List<InputException> damages = new ArrayList<>();
    // Exceptions of the memory are not caused by the file and pass through.
    try {
      memory.importUnits(
          new ImportOptions(request.onDuplicate(), workplace.author(), request.dryRun()),
          units -> {
            ImportTally tally =
                new ImportTally(file, units, rejected, reading.status() != null, progress);
            tallies.add(tally);
            try {
              UnitFile.read(workplace.resolve(file), file, pairs, tally, progress);
              progress.recording();
            } catch (InputException e) {
              if (tally.hasFailedMemory()) {
                throw e;
              }
              damages.add(e);
              if (!reading.partial()) {
                throw new NothingTaken();
              }
            }
          });
    } catch (NothingTaken e) {
      // The damage is reported.
    } finally {
      progress.end();
    }
    String place = UnitFile.place(workplace.resolve(file), file);
    return tallies.get(0).report(place, damage(damages), damages.isEmpty() || reading.partial());
  }

  private PairOptions pairs(Request request) {
    Reading reading = request.reading();
    return reading
        .pairs()
        .kept(
            reading.status() == null ? Unit.Status.DRAFT : reading.status(),
            workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS));
  }

  private static Damage damage(List<InputException> damages) {
    return damages.isEmpty()
        ? Damage.NONE
        : new Damage(String.valueOf(damages.get(0).getMessage()), damages.get(0).hint());
  }

  private ReadingProgress progress(List<String> files) {
    return new ReadingProgress(
        notices, "importing", "unit", files.stream().mapToLong(this::size).sum());
  }

  private long size(String file) {
    try {
      return workplace.resolve(file).toFile().length();
    } catch (InputException e) {
      return 0; // reported when the file is read
    }
  }

  private static final class ImportTally implements UnitEvents {

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
     * @param rejected receives the skipped units; null: they are discarded; its exceptions are
     *     rethrown unchecked
     * @param judged whether the user gave a status for all units
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
      Unit unit = pair.unit();
      CodeComparison.problems(unit.source(), unit.target(), unit.codes())
          .forEach(problem -> corrected(pair.raw().line(), problem.what()));
      ImportFate fate = take(new ImportedUnit(unit, pair.dated(), pair.judged() || judged));
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
     * Whether the exception came from the memory. To the reader of the file it looks like one of
     * the file.
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

    /**
     * Whether no text has a letter. Such units contain tags, numbers and punctuation between the
     * sentences.
     */
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
     * @param recorded whether the accepted units are in the memory
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
     * Returns the problems, with one for all units without letters at the first of them. The
     * problem for texts in other languages comes first, so that no limit hides it.
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
}
