package ballast.app.check;

import ballast.bitext.Correction;
import ballast.check.FixRun;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Corrects units of a memory, as one command that can be undone. */
final class MemoryFixes implements FixTarget {

  private final MemoryStore store;
  private final Origin origin;
  private final InstantSource clock;

  MemoryFixes(MemoryStore store, Origin origin, InstantSource clock) {
    this.store = store;
    this.origin = origin;
    this.clock = clock;
  }

  @Override
  public Map<FixRun.Corrected, String> prepare(List<FixRun.Corrected> corrected) {
    Map<FixRun.Corrected, String> refused = new LinkedHashMap<>();
    Map<String, FixRun.Corrected> byUnit = new HashMap<>();
    corrected.forEach(one -> byUnit.put(one.place().value().id(), one));
    try (Memory memory = store.openForReading()) {
      memory
          .care()
          .correct(
              corrections(corrected),
              origin,
              (edit, replaced) -> {
                FixRun.Corrected one = byUnit.get(edit.before().id());
                if (one != null && replaced.acrossCodes() > 0) {
                  refused.put(one, "an inline code stands inside");
                }
              });
    }
    return refused;
  }

  @Override
  public void write(List<FixRun.Corrected> corrected) {
    if (corrected.isEmpty()) {
      return;
    }
    try (Memory memory = store.openExisting(WriteOptions.at(clock))) {
      memory.care().correct(corrections(corrected), origin, (edit, replaced) -> {});
    }
  }

  private static Map<String, Correction> corrections(List<FixRun.Corrected> corrected) {
    Map<String, Correction> corrections = new HashMap<>();
    for (FixRun.Corrected one : corrected) {
      corrections.put(
          one.place().value().id(), new Correction(one.place().value().target(), one.fixes()));
    }
    return corrections;
  }

  @Override
  public List<String> files() {
    return List.of();
  }
}
