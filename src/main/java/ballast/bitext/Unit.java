package ballast.bitext;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A translation unit: a source text, its translation, and their origin.
 *
 * @param id stable name inside its memory, {@code [0-9a-z-]+}; empty until a memory assigns one
 * @param source exactly as read, never blank
 * @param target exactly as read, never blank
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

  public String text(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  public Lang lang(Side side) {
    return side == Side.SOURCE ? sourceLang : targetLang;
  }

  public Unit with(Extras other) {
    return new Unit(id, sourceLang, targetLang, source, target, provenance, codes, other);
  }

  /**
   * @param newCodes their places are those in the new texts
   */
  public Unit with(
      String newSource, String newTarget, List<InlineCode> newCodes, Provenance other) {
    return new Unit(id, sourceLang, targetLang, newSource, newTarget, other, newCodes, extras);
  }

  /**
   * The origin of a translation unit and its review status.
   *
   * @param document portable name of its document; empty if unknown
   * @param position 1-based place of its bead in the document; 0 if unknown
   * @param author the user who made or last changed it; empty if unknown
   * @param created time of the first record, UTC, whole seconds
   * @param changed time of the last change of its texts or status, UTC, whole seconds; not before
   *     {@code created}
   * @param pairing why source and target belong together; says nothing about the translation
   * @param status whether the translation was reviewed; says nothing about the pairing
   */
  public record Provenance(
      String document,
      int position,
      String author,
      Instant created,
      Instant changed,
      Pairing pairing,
      Status status) {

    public Provenance {
      if (position < 0) {
        throw new IllegalArgumentException("position " + position + " is negative");
      }
      if (changed.isBefore(created)) {
        throw new IllegalArgumentException("changed " + changed + " before created " + created);
      }
    }

    public Provenance with(Pairing newPairing, Status newStatus) {
      return new Provenance(document, position, author, created, changed, newPairing, newStatus);
    }

    public double confidence() {
      return pairing.confidence();
    }

    /** Returns status and pairing for people, for example {@code draft, pair confirmed}. */
    public String label() {
      return status.label() + (pairing.isConfirmed() ? ", pair confirmed" : "");
    }

    /**
     * Whether the unit needs a check before use: the aligner thinks it more likely wrong than
     * right, and no user has confirmed the pair or approved the translation.
     */
    public boolean isDoubtful() {
      return confidence() < Bead.DOUBTFUL && !pairing.isConfirmed() && status != Status.APPROVED;
    }

    public static Provenance aligned(
        String document, int position, String author, Instant now, double confidence) {
      return new Provenance(
          document, position, author, now, now, Pairing.computed(confidence), Status.DRAFT);
    }
  }

  /**
   * Why a source and a target belong together: the aligner computed it, or a user confirmed it.
   *
   * @param confidence the aligner's confidence in [0, 1]; 1 if a user made the pair
   * @param by the user who confirmed the pair; empty if unknown
   * @param confirmed UTC, whole seconds; null if no user has confirmed it
   */
  public record Pairing(double confidence, String by, @Nullable Instant confirmed) {

    /** Type of the property that says in a file when and by whom a pair was confirmed. */
    public static final String PROPERTY = "x-confirmed";

    public Pairing {
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence " + confidence + " is not in [0, 1]");
      }
    }

    /** Returns the pairing as a file says that Ballast wrote: see {@link #property}. */
    public static Pairing of(double confidence, Extras extras) {
      String[] said =
          extras.value(Property.Scope.UNIT, Property.Kind.PROP, PROPERTY).orElse("").split(" ", 2);
      try {
        return new Pairing(confidence, said.length == 2 ? said[1] : "", Instant.parse(said[0]));
      } catch (DateTimeParseException e) {
        return computed(confidence);
      }
    }

    /** Returns when and by whom the pair was confirmed, for a file; null if no user did it. */
    public @Nullable Property property() {
      return confirmed == null ? null : Property.ofUnit(PROPERTY, (confirmed + " " + by).strip());
    }

    public static Pairing computed(double confidence) {
      return new Pairing(confidence, "", null);
    }

    public boolean isConfirmed() {
      return confirmed != null;
    }
  }

  /**
   * Data about a unit from another program's file that Ballast does not use itself. It is kept and
   * restored on export.
   *
   * @param properties attributes, properties and notes, in the order of the file
   * @param context the neighbouring source texts, if the file gives them
   */
  public record Extras(List<Property> properties, Context context) {

    public static final Extras NONE = new Extras(List.of(), Context.NONE);

    public Extras {
      properties = List.copyOf(properties);
    }

    public boolean isEmpty() {
      return properties.isEmpty() && context.isEmpty();
    }

    public List<String> notes() {
      return properties.stream()
          .filter(p -> p.kind() == Property.Kind.NOTE)
          .map(Property::value)
          .toList();
    }

    public Optional<String> value(Property.Scope scope, Property.Kind kind, String name) {
      return properties.stream()
          .filter(p -> p.scope() == scope && p.kind() == kind && p.name().equals(name))
          .map(Property::value)
          .findFirst();
    }

    public Extras with(Property property) {
      List<Property> more = new ArrayList<>(properties);
      more.add(property);
      return new Extras(more, context);
    }
  }

  public enum Status {
    /** Made by the aligner or an import, and not reviewed. */
    DRAFT,
    /** Reviewed and right. */
    APPROVED,
    /** Reviewed and wrong; kept, but never offered. */
    REJECTED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Status ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * An attribute, property or note of a unit in a file.
   *
   * @param name name of the attribute, type of the property, author of the note; empty for a note
   *     without author
   * @param value as written, unescaped; may be empty
   * @param lang language of the value as the file gives it; empty if it gives none
   */
  public record Property(Scope scope, Kind kind, String name, String value, String lang) {

    public enum Scope {
      UNIT,
      SOURCE,
      TARGET
    }

    public enum Kind {
      /** An attribute of the unit's element: TMX {@code usagecount}, {@code lastusagedate}. */
      ATTRIBUTE,
      /** A property with a freely chosen type: TMX {@code prop}. */
      PROP,
      /** A remark for readers: TMX and XLIFF {@code note}. */
      NOTE
    }

    public Property {
      if (name.isEmpty() && kind == Kind.ATTRIBUTE) {
        throw new IllegalArgumentException("an attribute needs a name");
      }
    }

    public static Property ofUnit(String name, String value) {
      return new Property(Scope.UNIT, Kind.PROP, name, value, "");
    }
  }

  /**
   * The neighbours of a unit's source text in its original document. Each is empty if unknown or if
   * there is none.
   */
  public record Context(String before, String after) {

    public static final Context NONE = new Context("", "");

    public boolean isEmpty() {
      return before.isEmpty() && after.isEmpty();
    }
  }
}
