package ballast.bitext;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A translation unit: a source text, its translation, and where they come from.
 *
 * @param id stable name inside its memory, {@code [0-9a-z-]+}; empty until a memory assigns one
 * @param sourceLang language of the source text
 * @param targetLang language of the target text
 * @param source exactly as read, never blank
 * @param target exactly as read, never blank
 * @param provenance where it comes from
 * @param codes inline codes of both texts, each side by ascending offset
 * @param extras further data from another program's file
 */
public record Unit(
    String id,
    Lang sourceLang,
    Lang targetLang,
    String source,
    String target,
    Provenance provenance,
    List<InlineCode> codes,
    Extras extras) {

  public Unit {
    codes = List.copyOf(codes);
    if (source.isBlank() || target.isBlank()) {
      throw new IllegalArgumentException("a unit needs text on both sides: " + provenance);
    }
    for (InlineCode code : codes) {
      String text = code.side() == Side.SOURCE ? source : target;
      if (code.offset() > text.length()) {
        throw new IllegalArgumentException(code + " lies outside its text");
      }
    }
  }

  /** A unit without extras. */
  public Unit(
      String id,
      Lang sourceLang,
      Lang targetLang,
      String source,
      String target,
      Provenance provenance,
      List<InlineCode> codes) {
    this(id, sourceLang, targetLang, source, target, provenance, codes, Extras.NONE);
  }

  /** Its text on one side. */
  public String text(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  /** The language of its text on one side. */
  public Lang lang(Side side) {
    return side == Side.SOURCE ? sourceLang : targetLang;
  }

  /** This unit with other extras. */
  public Unit with(Extras other) {
    return new Unit(id, sourceLang, targetLang, source, target, provenance, codes, other);
  }

  /**
   * The origin of a translation unit and how far it can be trusted.
   *
   * @param document name of the document it comes from, portable between machines; empty when
   *     unknown
   * @param position 1-based place of its bead in the document; 0 when unknown
   * @param author the person who made or last changed it; empty when unknown
   * @param created when it was first recorded, UTC, whole seconds
   * @param changed when its texts or status last changed, UTC, whole seconds; not before {@code
   *     created}
   * @param confidence the aligner's confidence in [0, 1]; 1 when a person made the pair
   * @param status draft, approved or rejected
   */
  public record Provenance(
      String document,
      int position,
      String author,
      Instant created,
      Instant changed,
      double confidence,
      Status status) {

    public Provenance {
      if (position < 0) {
        throw new IllegalArgumentException("position " + position + " is negative");
      }
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence " + confidence + " is not in [0, 1]");
      }
      if (changed.isBefore(created)) {
        throw new IllegalArgumentException("changed " + changed + " before created " + created);
      }
    }

    /**
     * Whether a person should check the unit before it is used: the aligner thinks it more likely
     * wrong than right, and nobody has approved it.
     */
    public boolean isDoubtful() {
      return confidence < Bead.DOUBTFUL && status != Status.APPROVED;
    }

    /** The provenance of a newly aligned pair. */
    public static Provenance aligned(
        String document, int position, String author, Instant now, double confidence) {
      return new Provenance(document, position, author, now, now, confidence, Status.DRAFT);
    }
  }

  /**
   * Data about a unit in another program's file that Ballast does not use itself: kept, and written
   * again when the unit is exported.
   *
   * @param properties attributes, properties and notes, in the order of the file
   * @param context the neighbours whose source texts the file gives
   */
  public record Extras(List<Property> properties, Context context) {

    /** No extras. */
    public static final Extras NONE = new Extras(List.of(), Context.NONE);

    public Extras {
      properties = List.copyOf(properties);
    }

    public boolean isEmpty() {
      return properties.isEmpty() && context.isEmpty();
    }

    /** The texts of all notes, in order, of any scope. */
    public List<String> notes() {
      return properties.stream()
          .filter(p -> p.kind() == Property.Kind.NOTE)
          .map(Property::value)
          .toList();
    }

    /** The value of the first property with this scope, kind and name; empty if there is none. */
    public Optional<String> value(Property.Scope scope, Property.Kind kind, String name) {
      return properties.stream()
          .filter(p -> p.scope() == scope && p.kind() == kind && p.name().equals(name))
          .map(Property::value)
          .findFirst();
    }

    /** These extras with one more property at the end. */
    public Extras with(Property property) {
      List<Property> more = new ArrayList<>(properties);
      more.add(property);
      return new Extras(more, context);
    }

    /** These extras with another context. */
    public Extras withContext(Context other) {
      return new Extras(properties, other);
    }
  }

  /** Whether a person has reviewed a translation unit, and with what result. */
  public enum Status {
    /** Made by the aligner or an import, and not reviewed. */
    DRAFT,
    /** Reviewed and right. */
    APPROVED,
    /** Reviewed and wrong; kept, but never offered. */
    REJECTED;

    /** The name used in files, the database and messages: {@code draft}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status with this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Status ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * An attribute, property or note of a unit in a file.
   *
   * @param scope the part of the unit that it describes
   * @param kind its form in the file
   * @param name name of the attribute, type of the property, author of the note; empty for a note
   *     without author
   * @param value as written, unescaped; may be empty
   * @param lang language of the value as the file gives it; empty if it gives none
   */
  public record Property(Scope scope, Kind kind, String name, String value, String lang) {

    /** The part of a unit that a property describes. */
    public enum Scope {
      UNIT,
      SOURCE,
      TARGET
    }

    /** The form of a property in a file. */
    public enum Kind {
      /** An attribute of the unit's element: TMX {@code usagecount}, {@code lastusagedate}. */
      ATTRIBUTE,
      /** A property with a freely chosen type: TMX {@code prop}. */
      PROP,
      /** A remark for people: TMX and XLIFF {@code note}. */
      NOTE
    }

    public Property {
      if (name.isEmpty() && kind == Kind.ATTRIBUTE) {
        throw new IllegalArgumentException("an attribute needs a name");
      }
    }

    /** A property of the whole unit. */
    public static Property ofUnit(String name, String value) {
      return new Property(Scope.UNIT, Kind.PROP, name, value, "");
    }
  }

  /**
   * The neighbours of a unit's source text where it was translated.
   *
   * @param before source text of the segment before it; empty when unknown or when there is none
   * @param after source text of the segment after it; empty when unknown or when there is none
   */
  public record Context(String before, String after) {

    /** The neighbours are unknown. */
    public static final Context NONE = new Context("", "");

    public boolean isEmpty() {
      return before.isEmpty() && after.isEmpty();
    }
  }
}
