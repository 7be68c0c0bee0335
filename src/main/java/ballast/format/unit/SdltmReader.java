package ballast.format.unit;

import ballast.bitext.InputException;
import ballast.bitext.Property;
import ballast.bitext.Property.Kind;
import ballast.bitext.Property.Scope;
import ballast.format.sqlite.SqliteFile;
import ballast.format.sqlite.SqliteRows;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RawUnit.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Reads a translation memory of Trados Studio ({@code .sdltm}), a SQLite database: a row of {@code
 * translation_units} is a unit, its segments are XML ({@link SdltmSegment}). Fields, contexts and
 * dates become what Trados calls them in TMX. The place of a unit is its number in the database.
 */
final class SdltmReader {

  private static final String UNITS = "translation_units";
  private static final String MEMORIES = "translation_memories";

  /** What must be stored of a unit. */
  private static final List<String> NEEDED = List.of("id", "source_segment", "target_segment");

  /** What else is read of a unit, if the file stores it, and the attribute that it becomes. */
  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "creation_date", "creationdate",
          "creation_user", "creationid",
          "change_date", "changedate",
          "change_user", "changeid",
          "last_used_date", "lastusagedate",
          "usage_counter", "usagecount");

  /** Longest value of a column, in bytes: a segment with its tags. */
  private static final int MAX_BYTES = 8 << 20;

  /** Most memories in one file; Trados has one. */
  private static final int MAX_MEMORIES = 1_000;

  /** The languages of a memory. */
  private record Languages(String source, String target) {

    static final Languages UNKNOWN = new Languages("", "");
  }

  private final SqliteFile file;
  private final String name;
  private final PairMaker pairs;
  private final UnitEvents events;
  private final Map<Long, Languages> languages = new HashMap<>();

  private SdltmReader(SqliteFile file, String name, PairOptions options, UnitEvents events) {
    this.file = file;
    this.name = name;
    this.pairs = new PairMaker(options, events);
    this.events = events;
  }

  /**
   * Reads a file.
   *
   * @param name what the user calls it, for messages
   * @param events takes the units while the file is read
   * @param position receives from time to time the number of bytes of the file read so far
   * @throws InputException if it is not a memory of Trados, or is damaged
   */
  static void read(
      Path path, String name, PairOptions options, UnitEvents events, LongConsumer position) {
    try (SqliteFile file = SqliteFile.open(path, name)) {
      new SdltmReader(file, name, options, events).read(path.toFile().length(), position);
    }
  }

  private void read(long size, LongConsumer position) {
    Set<String> stored = file.columns(UNITS);
    if (!stored.containsAll(NEEDED)) {
      throw new InputException(
          "cannot read \""
              + name
              + "\": not a memory of Trados: it has no table "
              + UNITS
              + (stored.isEmpty() ? "" : " with source_segment and target_segment"),
          "give a .sdltm file; a memory of another program, as TMX");
    }
    readLanguages();
    List<String> columns = new ArrayList<>(NEEDED);
    List.of("translation_memory_id", "flags", "last_used_user").stream()
        .filter(stored::contains)
        .forEach(columns::add);
    ATTRIBUTES.keySet().stream().sorted().filter(stored::contains).forEach(columns::add);
    long units = Math.max(1, file.count(UNITS));
    long read = 0;
    try (SdltmFields fields = new SdltmFields(file);
        SqliteRows rows = file.rows(UNITS, columns, MAX_BYTES)) {
      while (rows.next()) {
        unit(rows, columns, fields);
        read++;
        position.accept((long) ((double) size * read / units));
      }
    }
  }

  private void readLanguages() {
    List<String> columns = List.of("id", "source_language", "target_language");
    if (!file.columns(MEMORIES).containsAll(columns)) {
      return; // the segments name their languages, too
    }
    try (SqliteRows rows = file.rows(MEMORIES, columns, MAX_BYTES)) {
      while (rows.next() && languages.size() < MAX_MEMORIES) {
        languages.put(rows.number(0), new Languages(rows.text(1), rows.text(2)));
      }
    }
  }

  private void unit(SqliteRows rows, List<String> columns, SdltmFields fields) {
    long id = rows.number(0);
    int place = (int) Math.max(1, Math.min(id, Integer.MAX_VALUE));
    List<Property> properties = new ArrayList<>();
    Languages memory =
        languages.size() == 1 ? languages.values().iterator().next() : Languages.UNKNOWN;
    for (int i = NEEDED.size(); i < columns.size(); i++) {
      switch (columns.get(i)) {
        case "translation_memory_id" -> memory = languages.getOrDefault(rows.number(i), memory);
        case "flags" -> properties.addAll(SdltmFlags.properties(rows.number(i)));
        case "last_used_user" -> say(properties, Kind.PROP, "x-LastUsedBy", rows.text(i));
        default ->
            say(
                properties,
                Kind.ATTRIBUTE,
                ATTRIBUTES.getOrDefault(columns.get(i), columns.get(i)),
                columns.get(i).endsWith("_date") ? date(rows.text(i)) : rows.text(i));
      }
    }
    properties.addAll(fields.of(id));
    RawUnit nothing = new RawUnit(place, memory.source(), properties, List.of(), Writer.OTHER);
    SdltmSegment source = SdltmSegment.of(rows.text(1), place, events);
    SdltmSegment target = SdltmSegment.of(rows.text(2), place, events);
    if (!source.problem().isEmpty() || !target.problem().isEmpty()) {
      String problem = source.problem().isEmpty() ? target.problem() : source.problem();
      events.refused(nothing, false, problem);
    } else if (source.text().isTooLong() || target.text().isTooLong()) {
      pairs.refuseTooLong(nothing);
    } else {
      Variant from = source.variant(place, memory.source());
      Variant to = target.variant(place, memory.target());
      pairs.accept(new RawUnit(place, from.lang(), properties, List.of(from, to), Writer.OTHER));
    }
  }

  /** A date as TMX writes it; as it is if it is none, so that it is reported. */
  private static String date(String written) {
    return UnitDetails.instant(written) == null
        ? written
        : written.strip().replaceAll("[-:]|\\.\\d+|[Zz]$", "").replace(' ', 'T') + "Z";
  }

  private static void say(List<Property> properties, Kind kind, String name, String value) {
    if (!value.isBlank() && !(name.equals("usagecount") && value.equals("0"))) {
      properties.add(new Property(Scope.UNIT, kind, name, SdltmFields.fit(value), ""));
    }
  }
}
