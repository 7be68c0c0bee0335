package ballast.workflow.corpus;

import ballast.memory.ImportOptions;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.OnDuplicate;
import ballast.memory.UnitImport;
import ballast.memory.WriteOptions;
import ballast.memory.opening.Memories;
import ballast.workflow.NewMemory;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.exchange.BlankMemory;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** The most units of a file: a search of some hundredths of a second, a file of 2 GB. */
  public static final long MOST_UNITS = 5_000_000;

  /**
   * What is imported, and where.
   *
   * @param memory made if it is a file that does not exist
   * @param most the greatest number of units of a file, above 0; a server takes all
   * @param deduped whether the units are those that {@code ballast corpus dedupe} has kept
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
   * @param environment names Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusImport(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Imports.
   *
   * @return each memory that got units, in the order of the corpus; empty if it has none
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
   * Fills a memory; if nothing comes, none is left where there was none.
   *
   * @param source gives the number of shards
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
        store.localFile().ifPresent(BlankMemory::remove);
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
}
