package ballast.app.corpus;

import ballast.app.NewMemory;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.corpus.UnitStream.UnitLanguages;
import ballast.bitext.CountedNoun;
import ballast.bitext.Unit.Provenance;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.UnitImport;
import ballast.memory.UnitImport.ImportFate;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.UnitImport.OnDuplicate;
import ballast.memory.opening.Memories;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Imports the units of a corpus into a memory, or, if they are too many for one file, into several.
 * Each memory gets all of its units or none.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   MemoryStore memory = Memories.at(folder.resolve("tm/corpus.db"));
 *   new CorpusImport(Workplace.in(folder), Notices.NONE, environment)
 *       .run(CorpusImport.Request.of(new Corpus("corpus", "local[2]"), memory))
 *       .forEach(one -> System.out.println(one.memory() + ": " + one.added()));
 * }
 * }</pre>
 */
public final class CorpusImport {

  /** Maximum units in a file: a search takes some hundredths of a second, the file 2 GB. */
  public static final long MOST_UNITS = 5_000_000;

  /**
   * A request for an import.
   *
   * @param memory created if it is a file that does not exist
   * @param most maximum units in a file, above 0; a server takes all
   * @param deduped whether to import only the units kept by {@code ballast corpus dedupe}
   */
  public record Request(Corpus corpus, MemoryStore memory, long most, boolean deduped) {

    public Request {
      if (most < 1) {
        throw new IllegalArgumentException("most " + most);
      }
    }

    /** All units, at most {@link #MOST_UNITS} in a file. */
    public static Request of(Corpus corpus, MemoryStore memory) {
      return new Request(corpus, memory, MOST_UNITS, /* deduped= */ false);
    }
  }

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;

  /**
   * @param environment gives Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusImport(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * @return each memory that received units, in the order of the corpus; empty if the corpus has
   *     none
   * @throws ballast.bitext.InputException if Spark is missing, the corpus cannot be used, or a
   *     memory cannot be written
   */
  public List<FilledMemory> run(Request request) {
    UnitStream units = new UnitStream(workplace, notices, environment);
    long most = request.memory().localFile().isPresent() ? request.most() : Long.MAX_VALUE;
    UnitStream.Choice choice =
        new UnitStream.Choice(request.corpus(), request.deduped(), UnitLanguages.ALL, most);
    List<FilledMemory> memories = new ArrayList<>();
    int shards = 1;
    for (int shard = 0; shard < shards; shard++) {
      MemoryStore store = memory(request.memory(), shard);
      ImportFates fates = new ImportFates(notices);
      int at = shard;
      shards = into(store, taken -> units.ofShard("importing", choice, at, fates.into(taken)));
      if (shards > 0) {
        memories.add(fates.of(store));
      }
    }
    return memories;
  }

  /**
   * Fills a memory. Removes a new one if there are no units.
   *
   * @param source returns the number of shards
   */
  private int into(MemoryStore store, ToIntFunction<UnitImport> source) {
    boolean existed = store.exists();
    int[] shards = new int[1];
    boolean isNew = false;
    try (Memory memory = store.openForWriting(WriteOptions.at(workplace.clock()))) {
      isNew = NewMemory.is(store, existed, memory);
      memory.importUnits(
          new ImportOptions(OnDuplicate.ADD, workplace.author(), /* dryRun= */ false),
          taken -> shards[0] = source.applyAsInt(taken));
    } finally {
      if (!existed && shards[0] == 0) {
        store.localFile().ifPresent(NewMemory::remove);
      }
    }
    if (isNew && shards[0] > 0) {
      notices.madeMemory(workplace.shown(store));
    }
    return shards[0];
  }

  /** The memory of a shard: {@code corpus.db}, {@code corpus-2.db} … */
  private static MemoryStore memory(MemoryStore first, int shard) {
    Path file = first.localFile().orElse(null);
    if (shard == 0 || file == null) {
      return first;
    }
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    int end = dot > 0 ? dot : name.length();
    String next = name.substring(0, end) + "-" + (shard + 1) + name.substring(end);
    return Memories.at(file.resolveSibling(next));
  }

  /**
   * A memory filled with units of a corpus.
   *
   * @param added new units
   * @param merged units that it already had, or that occur several times in the corpus
   * @param skipped units that cannot be stored
   * @param problems the reasons, at most 1,000
   */
  public record FilledMemory(
      MemoryStore memory, long added, long merged, long skipped, List<Problem> problems) {

    /** A unit that cannot be stored, with the position of its bead in the document. */
    public record Problem(String document, int position, String reason) {}

    public FilledMemory {
      problems = List.copyOf(problems);
    }

    /** The number of units read. */
    public long read() {
      return added + merged + skipped;
    }
  }

  /** Counts the fates of the units passed to one memory. */
  private static final class ImportFates {

    private static final int NAMED = 20;
    private static final int MAX_PROBLEMS = 1_000;

    /** The only failure of {@link UnitImport#take}. */
    private static final String UNSTORABLE = "it has an unpaired surrogate or U+0000";

    private final Notices notices;
    private final Map<ImportFate, Long> fates = new EnumMap<>(ImportFate.class);
    private final List<FilledMemory.Problem> problems = new ArrayList<>();
    private long refused;

    /**
     * @param notices is told of units that cannot be stored, the first of them by name
     */
    ImportFates(Notices notices) {
      this.notices = notices;
    }

    UnitStream.Receiver into(UnitImport memory) {
      return unit -> {
        try {
          fates.merge(memory.take(new ImportedUnit(unit, false, false)), 1L, Long::sum);
        } catch (IllegalArgumentException e) {
          refuse(unit.provenance());
        }
      };
    }

    private void refuse(Provenance from) {
      refused++;
      if (refused <= NAMED) {
        notices.warn(
            "left out bead " + from.position() + " of " + from.document() + ": " + UNSTORABLE);
      }
      if (refused <= MAX_PROBLEMS) {
        problems.add(new FilledMemory.Problem(from.document(), from.position(), UNSTORABLE));
      }
    }

    FilledMemory of(MemoryStore memory) {
      if (refused > NAMED) {
        notices.warn("left out " + CountedNoun.of(refused - NAMED, "more unit", "more units"));
      }
      return new FilledMemory(
          memory,
          fates.getOrDefault(ImportFate.ADDED, 0L),
          fates.getOrDefault(ImportFate.MERGED, 0L),
          refused,
          problems);
    }
  }
}
