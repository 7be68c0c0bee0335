package ballast.format.unit;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.format.file.Characters;
import ballast.format.table.ColumnRole;
import ballast.format.table.LanguageHead;
import ballast.format.table.TsvLine;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RawUnit.Writer;
import ballast.language.LangCode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads units from tab-separated lines, UTF-8 or UTF-16 with a byte order mark: source, tab,
 * target. There is no quoting; {@code \t \n \r \\} are tab, line feed, carriage return and
 * backslash.
 *
 * <p>A first line with column names may put them in any order: {@code source} and {@code target},
 * or two language codes, and {@code document}, {@code status}, {@code confidence}, {@code id},
 * {@code author}, {@code created}, {@code changed}, {@code note}, {@code waiver}, {@code before},
 * {@code after} (the neighbours' source texts), {@code source language}, {@code target language},
 * in English or Chinese ({@link ColumnRole}). Without it, a line of five cells with a status in the
 * fourth is from Ballast's own export, and so is a line of seven that ends in the two languages. In
 * other lines, cells after the second become notes.
 */
final class TsvUnitReader {

  private static final int MAX_CELLS = 100;

  /** The property for the cells of each named column. */
  private static final Map<String, Property> COLUMNS =
      Map.ofEntries(
          Map.entry("document", Property.ofUnit("x-document", "")),
          Map.entry("status", Property.ofUnit("x-status", "")),
          Map.entry("confidence", Property.ofUnit("x-confidence", "")),
          Map.entry("id", new Property(Scope.UNIT, Kind.ATTRIBUTE, "tuid", "", "")),
          Map.entry("author", new Property(Scope.UNIT, Kind.ATTRIBUTE, "creationid", "", "")),
          Map.entry("created", new Property(Scope.UNIT, Kind.ATTRIBUTE, "creationdate", "", "")),
          Map.entry("changed", new Property(Scope.UNIT, Kind.ATTRIBUTE, "changedate", "", "")),
          Map.entry("note", new Property(Scope.UNIT, Kind.NOTE, "", "", "")),
          Map.entry("waiver", Property.ofUnit("x-ballast-ok", "")),
          Map.entry("before", Property.ofUnit("x-context-pre", "")),
          Map.entry("after", Property.ofUnit("x-context-post", "")));

  private static final List<ColumnRole> ROLES =
      List.of(
          ColumnRole.SOURCE_TEXT,
          ColumnRole.TARGET_TEXT,
          ColumnRole.DOCUMENT,
          ColumnRole.STATUS,
          ColumnRole.CONFIDENCE,
          ColumnRole.ID,
          ColumnRole.AUTHOR,
          ColumnRole.CREATED,
          ColumnRole.CHANGED,
          ColumnRole.NOTE,
          ColumnRole.WAIVER,
          ColumnRole.BEFORE,
          ColumnRole.AFTER);

  private static final Map<String, Unit.Status> STATUSES =
      Map.of(
          "草稿", Unit.Status.DRAFT,
          "批准", Unit.Status.APPROVED,
          "已批准", Unit.Status.APPROVED,
          "退回", Unit.Status.REJECTED,
          "已退回", Unit.Status.REJECTED);

  private static final String SOURCE_LANGUAGE = "source language";
  private static final String TARGET_LANGUAGE = "target language";

  private static final List<String> OWN =
      List.of("source", "target", "document", "status", "id", SOURCE_LANGUAGE, TARGET_LANGUAGE);

  private static final int WITHOUT_LANGUAGES = 5;

  private final PairOptions options;
  private final UnitEvents events;
  private final PairMaker pairs;
  private @Nullable List<String> heads;
  private int line;

  private TsvUnitReader(PairOptions options, UnitEvents events) {
    this.options = options;
    this.events = events;
    this.pairs = new PairMaker(options, events);
  }

  static void read(InputStream in, String name, PairOptions options, UnitEvents events) {
    TsvUnitReader reader = new TsvUnitReader(options, events);
    UnitLineReader.read(in, name, reader::accept);
  }

  private void accept(int number, String text) {
    line = number;
    if (Characters.isBlank(text)) {
      return;
    }
    String[] cells = text.split("\t", MAX_CELLS);
    if (heads == null) {
      heads = isOwn(cells) ? List.of() : heads(cells);
      if (!heads.isEmpty()) {
        return;
      }
    }
    RawUnit unit = unit(cells, heads);
    if (text.length() > InlineText.MAX_LENGTH) {
      pairs.refuseTooLong(new RawUnit(line, "", List.of(), List.of(), Writer.PERSON));
    } else {
      pairs.accept(unit);
    }
  }

  private List<String> heads(String[] cells) {
    List<String> names = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    for (String cell : cells) {
      String name = name(Characters.strip(cell));
      names.add(name);
      if (name.equals("source") || name.equals("target") || isCode(name)) {
        texts.add(name);
      }
    }
    if (texts.size() < 2) {
      return List.of();
    }
    for (String cell : cells) {
      String name = name(Characters.strip(cell));
      boolean isKnown =
          isCode(name) || name.equals(SOURCE_LANGUAGE) || name.equals(TARGET_LANGUAGE);
      ColumnRole.nearest(cell, ROLES)
          .filter(near -> ColumnRole.of(cell).isEmpty() && !isKnown)
          .ifPresent(
              near ->
                  events.corrected(
                      line,
                      "the column \"%s\" was kept as it is; did you mean \"%s\"?"
                          .formatted(cell, near)));
    }
    return names;
  }

  private String name(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    if (lower.equals(SOURCE_LANGUAGE) || lower.equals(TARGET_LANGUAGE)) {
      return lower;
    }
    ColumnRole role = isCode(head) ? null : ColumnRole.of(head).orElse(null);
    if (role == ColumnRole.SOURCE || role == ColumnRole.SOURCE_TEXT) {
      return "source";
    }
    if (role != null && ROLES.contains(role)) {
      return role.label();
    }
    String named = LanguageHead.language(head);
    return isCode(head) ? head : isCode(named) ? named : lower;
  }

  private boolean isCode(String name) {
    Lang lang = name.length() < 2 ? null : LangCode.lang(name);
    return lang != null
        && (LangCode.fit(options.from(), lang) != LangCode.Fit.OTHER
            || LangCode.fit(options.to(), lang) != LangCode.Fit.OTHER);
  }

  private RawUnit unit(String[] cells, List<String> columns) {
    List<String> names = columns;
    if (columns.isEmpty()) {
      names = isOwn(cells) ? OWN : List.of("source", "target");
    }
    String from = language(SOURCE_LANGUAGE, names, cells, options.from());
    String to = language(TARGET_LANGUAGE, names, cells, options.to());
    List<Property> properties = new ArrayList<>();
    List<Variant> variants = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      String cell = UnitLineReader.fit(TsvLine.text(cells[i]), line, events);
      String name = i < names.size() ? names.get(i) : "note";
      switch (name.toLowerCase(Locale.ROOT)) {
        case "source" -> variants.add(variant(from, cell));
        case "target" -> variants.add(variant(to, cell));
        case SOURCE_LANGUAGE, TARGET_LANGUAGE -> {
          // Already read with the texts.
        }
        default -> {
          Property like = COLUMNS.get(name);
          Unit.Status status = name.equals("status") ? STATUSES.get(Characters.strip(cell)) : null;
          cell = status == null ? cell : status.label();
          if (like == null && isCode(name)) {
            variants.add(variant(name, cell));
          } else if (!cell.isEmpty()) {
            properties.add(
                like == null
                    ? Property.ofUnit("x-" + name, cell)
                    : new Property(like.scope(), like.kind(), like.name(), cell, ""));
          }
        }
      }
    }
    boolean exported =
        columns.isEmpty() && isOwn(cells) && UnitDetails.isId(cells[OWN.indexOf("id")]);
    Writer writer = exported ? Writer.BALLAST : Writer.PERSON;
    return new RawUnit(line, "", properties, variants, writer);
  }

  private static boolean isOwn(String[] cells) {
    return (cells.length == WITHOUT_LANGUAGES
            || (cells.length == OWN.size() && hasLanguages(cells)))
        && UnitDetails.status(cells[OWN.indexOf("status")]) != null;
  }

  private static String language(
      String column, List<String> names, String[] cells, Lang otherwise) {
    int at = names.indexOf(column);
    return at < 0 || at >= cells.length || cells[at].isBlank()
        ? otherwise.tag()
        : Characters.strip(cells[at]);
  }

  private static boolean hasLanguages(String[] cells) {
    return LangCode.lang(cells[OWN.indexOf(SOURCE_LANGUAGE)]) != null
        && LangCode.lang(cells[OWN.indexOf(TARGET_LANGUAGE)]) != null;
  }

  private static Variant variant(String lang, String text) {
    return new Variant(lang, true, text, List.of(), List.of());
  }
}
