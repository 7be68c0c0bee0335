package ballast.memory.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.likeness.index.Effort;
import ballast.memory.FuzzyQuery;
import ballast.memory.UnitImport.ImportFate;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.UnitImport.OnDuplicate;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.store.UnitId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Imports so large that the indexes of keys are taken down meanwhile. */
@Tag("slow")
final class LargeImportTest extends SqliteTest {

  private static final int UNITS = 20_000;
  private static final int QUERIES = 300;
  private static final String HAN =
      "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后"
          + "小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长";

  /** Small ones never take them down, so both ways are compared. */
  @Test
  void oneLargeFileGivesTheSameAsManySmallOnes() throws SQLException {
    List<ImportedUnit> units = units(14_000);
    try (SqlMemory large = memory("large.db");
        SqlMemory small = memory("small.db")) {
      Map<ImportFate, Integer> fates = new EnumMap<>(ImportFate.class);
      for (SqlMemory memory : List.of(large, small)) {
        memory.addRevision(Revisions.revision("b", "他来了。", "He came."));
        take(memory, units.subList(0, 300), new EnumMap<>(ImportFate.class));
      }
      take(large, units.subList(300, units.size()), fates);
      Map<ImportFate, Integer> otherFates = new EnumMap<>(ImportFate.class);
      for (int from = 300; from < units.size(); from += 1_370) {
        take(small, units.subList(from, Math.min(from + 1_370, units.size())), otherFates);
      }
      assertThat(fates).isEqualTo(otherFates);
      assertThat(fates.get(ImportFate.ADDED)).isGreaterThan(10_500);
      assertThat(fates.get(ImportFate.MERGED)).isGreaterThan(1_000);
      assertThat(all(large)).isEqualTo(all(small));
      assertThat(indexes(large)).isEqualTo(indexes(small)).contains("unit_uid");
      assertThat(large.verify()).isEmpty();
      assertThat(large.verifyIndex(20)).isEmpty();
    }
  }

  @Test
  void unitsThatAreTakenBackLeaveTheIndexes() throws SQLException {
    List<ImportedUnit> units = units(12_500);
    try (SqlMemory memory = memory("m.db")) {
      String before = indexes(memory);
      assertThatThrownBy(
              () ->
                  memory.importUnits(
                      ImportedUnits.ADD,
                      into -> {
                        units.forEach(into::take);
                        throw new IllegalStateException("the file is broken");
                      }))
          .hasMessage("the file is broken");
      assertThat(indexes(memory)).isEqualTo(before);
      memory.importUnits(
          new ImportOptions(OnDuplicate.ADD, "mei", true), into -> units.forEach(into::take));
      assertThat(indexes(memory)).isEqualTo(before);
      assertThat(all(memory)).isEmpty();
      take(memory, units.subList(0, 20), new EnumMap<>(ImportFate.class));
      assertThat(memory.verify()).isEmpty();
    }
  }

  private SqlMemory memory(String name) {
    return new SqliteStore(folder.resolve(name)).openForWriting(Revisions.options());
  }

  private static void take(
      SqlMemory memory, List<ImportedUnit> units, Map<ImportFate, Integer> fates) {
    memory.importUnits(
        ImportedUnits.ADD,
        into -> units.forEach(unit -> fates.merge(into.take(unit), 1, Integer::sum)));
  }

  /** Some come twice, some have another's source text, some bring an id, taken or not. */
  private static List<ImportedUnit> units(int count) {
    Random random = new Random(4);
    List<ImportedUnit> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (i > 0 && random.nextInt(8) == 0) {
        Unit same = units.get(random.nextInt(i)).unit();
        Unit.Status status =
            List.of(Unit.Status.DRAFT, Unit.Status.APPROVED, Unit.Status.REJECTED)
                .get(random.nextInt(3));
        units.add(ImportedUnits.judged(same.source(), same.target(), status));
        continue;
      }
      int number = random.nextInt(9) == 0 ? random.nextInt(200) : i;
      ImportedUnit unit =
          ImportedUnits.plain("第" + number + "号港口，去年。", "Port " + i + ", last year.");
      units.add(random.nextInt(6) == 0 ? named(unit, random.nextInt(4 * count)) : unit);
    }
    return units;
  }

  private static ImportedUnit named(ImportedUnit imported, int number) {
    Unit unit = imported.unit();
    Unit named =
        new Unit(
            UnitId.text(number),
            unit.sourceLang(),
            unit.targetLang(),
            unit.source(),
            unit.target(),
            unit.provenance(),
            List.of());
    return new ImportedUnit(named, false, false);
  }

  private static List<String> all(SqlMemory memory) {
    return Revisions.current(memory).stream()
        .map(unit -> List.of(unit.id(), unit.source(), unit.target(), unit.provenance().status()))
        .map(Object::toString)
        .toList();
  }

  private static String indexes(SqlMemory memory) throws SQLException {
    return String.join(
        "\n",
        memory
            .database()
            .list(
                "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1",
                row -> row.getString(1)));
  }

  private static String sentence(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 10 + random.nextInt(40); i > 0; i--) {
      // Frequent ones first, about as in real texts.
      int place = (int) (HAN.length() * Math.pow(random.nextDouble(), 2));
      text.append(HAN.charAt(Math.min(place, HAN.length() - 1)));
      if (random.nextInt(3) == 0) {
        text.append((char) (0x4E00 + random.nextInt(3000)));
      }
    }
    return text.append('。').toString();
  }

  private static String changed(String text, SplittableRandom random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(text.length() / 4); i > 0; i--) {
      changed.setCharAt(random.nextInt(text.length()), (char) (0x4E00 + random.nextInt(3000)));
    }
    return changed.toString();
  }

  @Test
  void aSearchLooksAtFewTexts() {
    SplittableRandom random = new SplittableRandom(20);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      texts.add(
          i > 100 && random.nextInt(3) == 0
              ? changed(texts.get(random.nextInt(i)), random)
              : sentence(random));
    }
    try (SqlMemory memory = write()) {
      ImportedUnits.take(
          memory, UNITS, i -> ImportedUnits.plain(texts.get(i), "Sentence " + i + "."));
    }
    try (SqlMemory memory = read()) {
      long found = 0;
      for (int i = 0; i < QUERIES; i++) {
        String query = changed(texts.get(random.nextInt(UNITS)), random);
        found += memory.search(FuzzyQuery.of(query, Side.SOURCE).withLimit(1_000)).size();
      }
      assertThat(found).isGreaterThan(QUERIES);
      Effort effort = memory.index().effort();
      assertThat(effort.searches()).as("one part, no tail").isEqualTo(QUERIES);
      assertThat(effort.rows()).as("rows").isLessThan(2 * found + 4L * QUERIES);
      assertThat(effort.compared()).as("texts compared").isLessThan(2 * found + 4L * QUERIES);
      assertThat(effort.postings()).as("postings").isLessThan(UNITS * (long) QUERIES / 2);
      assertThat(effort.blocks()).as("blocks read").isLessThan(5L * QUERIES);
    }
  }
}
