package ballast.app.corpus;

import ballast.app.NewMemory;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.corpus.UnitStream.Receiver;
import ballast.app.page.Json;
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
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Imports the units of a corpus into a memory, or, if they are too many for one file, into several.
 * Each memory gets all of its units or none.
 */
public record CorpusImport(Workplace workplace, Notices notices) {

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

    public long read() {
      return added + merged + skipped;
    }
  }

  /** Passes on the units of a shard, counted from 0. Returns the number of shards. */
  @FunctionalInterface
  interface Shards {
    int pass(int shard, Receiver receiver);
  }

  List<FilledMemory> run(MemoryStore first, Shards source) {
    List<FilledMemory> memories = new ArrayList<>();
    int shards = 1;
    for (int shard = 0; shard < shards; shard++) {
      MemoryStore store = memory(first, shard);
      ImportFates fates = new ImportFates(notices);
      int at = shard;
      shards = into(store, taken -> source.pass(at, fates.into(taken)));
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

    Receiver into(UnitImport memory) {
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

  /**
   * Writes the output of {@code corpus import --json}.
   *
   * @param name gives the name of a memory, as in messages
   */
  public static void writeJson(
      Writer out, List<FilledMemory> memories, Function<FilledMemory, String> name)
      throws IOException {
    try (Json json = Json.line(out)) {
      writeCounts(json, memories);
      json.array("memories");
      for (FilledMemory memory : memories) {
        json.object().put("memory", name.apply(memory));
        writeCounts(json, List.of(memory));
        json.end();
      }
      json.end().array("problems");
      for (FilledMemory memory : memories) {
        for (FilledMemory.Problem problem : memory.problems()) {
          json.object().put("memory", name.apply(memory)).put("document", problem.document());
          json.put("bead", problem.position()).put("reason", problem.reason()).end();
        }
      }
      json.end();
      long listed = sum(memories, memory -> memory.problems().size());
      json.put("moreProblems", sum(memories, FilledMemory::skipped) - listed);
    }
  }

  private static void writeCounts(Json json, List<FilledMemory> memories) throws IOException {
    json.put("read", sum(memories, FilledMemory::read));
    json.put("added", sum(memories, FilledMemory::added));
    json.put("merged", sum(memories, FilledMemory::merged));
    json.put("skipped", sum(memories, FilledMemory::skipped));
  }

  private static long sum(List<FilledMemory> memories, ToLongFunction<FilledMemory> count) {
    return memories.stream().mapToLong(count).sum();
  }
}
