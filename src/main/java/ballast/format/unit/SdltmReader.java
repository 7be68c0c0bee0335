package ballast.format.unit;

import ballast.bitext.InputException;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.format.file.XmlEvents;
import ballast.format.file.XmlEvents.Attribute;
import ballast.format.file.XmlEvents.Event;
import ballast.format.file.XmlText;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RawUnit.Writer;
import ballast.format.unit.SqliteFile.SqliteRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a translation memory of Trados Studio ({@code .sdltm}), a SQLite database. Each row of
 * {@code translation_units} is a unit, and its segments are XML ({@link SdltmSegment}). Fields,
 * contexts and dates get the names that Trados gives them in TMX. The position of a unit is its
 * number in the database.
 */
final class SdltmReader {

  private static final String UNITS = "translation_units";
  private static final String MEMORIES = "translation_memories";

  private static final List<String> NEEDED = List.of("id", "source_segment", "target_segment");

  /** Optional columns of a unit and the attributes that they become. */
  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "creation_date", "creationdate",
          "creation_user", "creationid",
          "change_date", "changedate",
          "change_user", "changeid",
          "last_used_date", "lastusagedate",
          "usage_counter", "usagecount");

  /** Maximum length of a value in bytes: a segment with its tags. */
  private static final int MAX_BYTES = 8 << 20;

  /** Trados has one. */
  private static final int MAX_MEMORIES = 1_000;

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

  static void read(
      Path path, String name, PairOptions options, UnitEvents events, LongConsumer position) {
    try (SqliteFile file = SqliteFile.open(path, name)) {
      new SdltmReader(file, name, options, events).read(path.toFile().length(), position);
    }
  }

  private void read(long size, LongConsumer position) {
    Set<String> stored = file.columns(UNITS);
    if (!stored.containsAll(NEEDED)) {
      String missing = UNITS + (stored.isEmpty() ? "" : " with source_segment and target_segment");
      throw new InputException(
          "cannot read \"" + name + "\": not a memory of Trados: it has no table " + missing,
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
    // The segments also name their languages.
    List<String> columns = List.of("id", "source_language", "target_language");
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
        case "flags" -> properties.addAll(flagProperties(rows.number(i)));
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
      Variant from = source.variant(memory.source());
      Variant to = target.variant(memory.target());
      pairs.accept(new RawUnit(place, from.lang(), properties, List.of(from, to), Writer.OTHER));
    }
  }

  /** Returns a date as TMX writes it; an invalid one is unchanged, so that it is reported. */
  private static String date(String written) {
    return UnitDetails.instant(written) == null
        ? written
        : written.strip().replaceAll("[-:]|\\.\\d+|[Zz]$", "").replace(' ', 'T') + "Z";
  }

  private static void say(List<Property> properties, Kind kind, String name, String value) {
    if (!value.isBlank() && !(name.equals("usagecount") && value.equals("0"))) {
      properties.add(new Property(Scope.UNIT, kind, name, XmlText.fit(value), ""));
    }
  }

  /**
   * The fields and contexts of the units of a Trados memory, as properties with the names of
   * Trados' TMX ({@code x-Client:SinglePicklist}). Each table is read once, in the order of the
   * units.
   */
  private static final class SdltmFields implements AutoCloseable {

    private static final String UNIT = "translation_unit_id";

    /** Indexed by Trados' number. */
    private static final List<String> TYPES =
        List.of(
            "",
            "SingleString",
            "MultipleString",
            "DateTime",
            "SinglePicklist",
            "MultiplePicklist",
            "Integer");

    /** Maximum length of a stored value, in bytes. */
    private static final int MAX_BYTES = 1 << 16;

    /** Maximum number of fields and of picklist words in one file. */
    private static final int MAX_DEFINED = 100_000;

    private static final int MAX_PROPERTIES = 2_000;

    private static final class Ahead {

      private final SqliteRows rows;
      private final Maker maker;
      private boolean more;

      Ahead(SqliteRows rows, Maker maker) {
        this.rows = rows;
        this.maker = maker;
        this.more = rows.next();
      }

      void addTo(List<Property> properties, long unit) {
        while (more && rows.number(0) <= unit) {
          if (rows.number(0) == unit && properties.size() < MAX_PROPERTIES) {
            Property property = maker.property(rows);
            if (property != null && !property.value().isBlank()) {
              properties.add(property);
            }
          }
          more = rows.next();
        }
      }
    }

    @FunctionalInterface
    private interface Maker {
      @Nullable Property property(SqliteRows row);
    }

    private final SqliteFile file;
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, Property> words = new HashMap<>();
    private final List<Ahead> tables = new ArrayList<>();

    SdltmFields(SqliteFile file) {
      this.file = file;
      readNames();
      readWords();
      for (String table : List.of("string_attributes", "numeric_attributes", "date_attributes")) {
        open(table, List.of(UNIT, "attribute_id", "value"), this::value);
      }
      open(
          "picklist_attributes",
          List.of(UNIT, "picklist_value_id"),
          row -> words.get(row.number(1)));
      open(
          "translation_unit_contexts",
          List.of(UNIT, "left_source_context", "left_target_context"),
          row -> Property.ofUnit("x-Context", row.number(1) + ", " + row.number(2)));
    }

    private void open(String table, List<String> columns, Maker maker) {
      tables.add(new Ahead(file.rows(table, columns, MAX_BYTES), maker));
    }

    private void readNames() {
      try (SqliteRows rows = file.rows("attributes", List.of("id", "name", "type"), MAX_BYTES)) {
        while (rows.next() && names.size() < MAX_DEFINED) {
          long type = rows.number(2);
          String typed = type > 0 && type < TYPES.size() ? ":" + TYPES.get((int) type) : "";
          names.put(rows.number(0), "x-" + XmlText.fit(rows.text(1)) + typed);
        }
      }
    }

    private void readWords() {
      List<String> columns = List.of("id", "attribute_id", "value");
      try (SqliteRows rows = file.rows("picklist_values", columns, MAX_BYTES)) {
        while (rows.next() && words.size() < MAX_DEFINED) {
          Property word = value(rows);
          if (word != null) {
            words.put(rows.number(0), word);
          }
        }
      }
    }

    private @Nullable Property value(SqliteRows row) {
      String name = names.get(row.number(1));
      return name == null ? null : Property.ofUnit(name, XmlText.fit(row.text(2)));
    }

    List<Property> of(long unit) {
      List<Property> properties = new ArrayList<>();
      tables.forEach(table -> table.addTo(properties, unit));
      return properties;
    }

    @Override
    public void close() {
      tables.forEach(table -> table.rows.close());
    }
  }

  private static final List<String> ORIGINS =
      List.of(
          "Unknown",
          "TM",
          "MachineTranslation",
          "Alignment",
          "ContextTM",
          "AdaptiveMachineTranslation",
          "Nmt",
          "AutomaticTranslation");

  private static final List<String> LEVELS =
      List.of(
          "Unspecified",
          "Draft",
          "Translated",
          "RejectedTranslation",
          "ApprovedTranslation",
          "RejectedSignOff",
          "ApprovedSignOff");

  /** Reads the flags of a unit: the lowest byte is its origin, the third its confirmation level. */
  private static List<Property> flagProperties(long flags) {
    String origin = word(ORIGINS, flags & 0xFF);
    String level = word(LEVELS, flags >> 16 & 0xFF);
    List<Property> properties = new ArrayList<>();
    TranslationState.status(level)
        .ifPresent(status -> properties.add(Property.ofUnit("x-status", status.label())));
    if (!TranslationState.isConfirmed(level)) {
      properties.addAll(TranslationState.unconfirmed(origin, ""));
    }
    if (!level.isEmpty()) {
      properties.add(Property.ofUnit("x-ConfirmationLevel", level));
    }
    if (!origin.isEmpty()) {
      properties.add(Property.ofUnit("x-Origin", origin));
    }
    return properties;
  }

  /** 0 has no meaning. */
  private static String word(List<String> words, long number) {
    return number > 0 && number < words.size() ? words.get((int) number) : "";
  }

  /**
   * A segment of a Trados memory: XML with texts and tags, which become the codes of Trados' TMX.
   *
   * @param lang its language; empty if it names none
   * @param problem why it cannot be read; empty if it can
   */
  private record SdltmSegment(InlineText text, String lang, String problem) {

    /** Maximum length of the name of a language or tag, in UTF-16 units. */
    private static final int MAX_NAME = 1_000;

    /** The element of a code by type of tag; all other types are placeholders. */
    private static final Map<String, String> ELEMENTS =
        Map.of("Start", "bpt", "End", "ept", "UnmatchedStart", "it", "UnmatchedEnd", "it");

    static SdltmSegment of(String written, int place, UnitEvents events) {
      InlineText text = new InlineText();
      if (written.isEmpty()) {
        return new SdltmSegment(text, "", "it has no segment that can be read");
      }
      try (XmlEvents xml =
          XmlEvents.of(written, "segment", (line, what) -> events.corrected(place, what))) {
        return new SdltmSegment(text, read(xml, text), "");
      } catch (InputException e) {
        return new SdltmSegment(text, "", "its segment is not XML");
      }
    }

    private static String read(XmlEvents xml, InlineText text) {
      String lang = "";
      if (xml.next() != Event.START || !xml.name().equals("Segment")) {
        throw xml.broken("not a segment", "");
      }
      while (xml.nextStart()) {
        switch (xml.name()) {
          case "Value" -> text.add(xml.allText(InlineText.MAX_LENGTH + 1));
          case "Tag" -> tag(xml, text);
          case "CultureName" -> lang = xml.allText(MAX_NAME);
          default -> {
            // Descend into it.
          }
        }
      }
      return lang.strip();
    }

    private static void tag(XmlEvents xml, InlineText text) {
      Map<String, String> said = new HashMap<>();
      int outside = xml.depth() - 1;
      while (xml.nextInside(outside)) {
        said.put(xml.name(), xml.allText(InlineText.MAX_LENGTH + 1).strip());
      }
      String type = said.getOrDefault("Type", "");
      String element = ELEMENTS.getOrDefault(type, "ph");
      List<Attribute> attributes = new ArrayList<>();
      if (element.equals("it")) {
        attributes.add(new Attribute("pos", type.equals("UnmatchedStart") ? "begin" : "end"));
      } else if (!element.equals("ph")) {
        attributes.add(new Attribute("i", said.getOrDefault("Anchor", "0")));
      }
      String pair = said.getOrDefault("AlignmentAnchor", "0");
      if (!element.equals("ept") && !pair.equals("0")) {
        attributes.add(new Attribute("x", pair));
      }
      String id = said.getOrDefault("TagID", "");
      if (!element.equals("ept") && !id.isEmpty()) {
        attributes.add(new Attribute("type", id));
      }
      text.open(element, attributes);
      text.add(said.getOrDefault("TextEquivalent", ""));
      text.close();
    }

    Variant variant(String otherwise) {
      return new Variant(
          lang.isEmpty() ? otherwise : lang, true, text.text(), text.codes(), List.of());
    }
  }
}
