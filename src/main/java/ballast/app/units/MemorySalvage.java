package ballast.app.units;

import ballast.app.Notices;
import ballast.app.Progress;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.UnitSink;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.Salvage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes the readable units of a damaged memory to a file, from which a new memory can be filled.
 * The history is lost.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * try (var out = Files.newOutputStream(folder.resolve("saved.tmx"))) {
 *   MemorySalvage.Request request =
 *       new MemorySalvage.Request(memory, UnitForm.ofName("saved.tmx"));
 *   System.out.println(new MemorySalvage().write(request, out).units());
 * }
 * }</pre>
 */
public final class MemorySalvage {

  /**
   * A request for a salvage.
   *
   * @param memory must exist; only read
   * @param form of the file
   */
  public record Request(MemoryStore memory, UnitForm form) {}

  private final Notices notices;

  public MemorySalvage() {
    this(Notices.NONE);
  }

  public MemorySalvage(Notices notices) {
    this.notices = notices;
  }

  /**
   * Writes the units.
   *
   * @param out stays open
   * @throws ballast.bitext.InputException if nothing can be read
   */
  public Salvage write(Request request, OutputStream out) throws IOException {
    UnitSink sink = request.form().begin(out, null, Lang.ZH_CN, Lang.EN_US);
    try {
      Salvage salvage =
          request
              .memory()
              .salvage(unit -> write(unit, sink), Progress.ofReading(notices, "saving the units"));
      sink.finish();
      return salvage;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Unit unit, UnitSink sink) {
    try {
      sink.write(unit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
