package ballast.memory.contract;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Provenance;
import ballast.memory.Memory;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.UnitImport.OnDuplicate;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Units as a file might have them. */
public final class ImportedUnits {

  public static final Instant NOW = Instant.parse("2026-02-14T08:30:00Z");

  public static final ImportOptions ADD = new ImportOptions(OnDuplicate.ADD, "mei", false);

  private ImportedUnits() {}

  public static void take(Memory memory, ImportedUnit... imported) {
    take(memory, imported.length, i -> imported[i]);
  }

  public static void take(Memory memory, int count, IntFunction<ImportedUnit> imported) {
    memory.importUnits(
        ADD, units -> IntStream.range(0, count).mapToObj(imported).forEach(units::take));
  }

  public static ImportedUnit plain(String source, String target) {
    return between(Lang.ZH_CN, Lang.EN_US, source, target);
  }

  public static ImportedUnit between(Lang from, Lang to, String source, String target) {
    Provenance provenance = provenance(NOW, Unit.Status.DRAFT);
    return new ImportedUnit(
        new Unit("", from, to, source, target, provenance, List.of()), false, false);
  }

  public static ImportedUnit judged(String source, String target, Unit.Status status) {
    return new ImportedUnit(unit(source, target, provenance(NOW, status)), false, true);
  }

  public static ImportedUnit dated(String source, String target, Instant changed) {
    return new ImportedUnit(
        unit(source, target, provenance(changed, Unit.Status.DRAFT)), true, false);
  }

  public static ImportedUnit with(ImportedUnit imported, Extras extras) {
    return new ImportedUnit(imported.unit().with(extras), false, false);
  }

  public static Unit unit(String source, String target, Provenance provenance) {
    return new Unit("", Lang.ZH_CN, Lang.EN_US, source, target, provenance, List.of());
  }

  public static Provenance provenance(Instant date, Unit.Status status) {
    return new Provenance("", 0, "", date, date, Unit.Pairing.computed(1), status);
  }
}
