package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Context;
import ballast.bitext.Extras;
import ballast.bitext.Lang;
import ballast.bitext.Property;
import ballast.bitext.Property.Kind;
import ballast.bitext.Property.Scope;
import ballast.bitext.Provenance;
import ballast.bitext.Side;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.format.xml.XmlText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Writes translation units as TMX 1.4b, streaming.
 *
 * <p>The same units give the same bytes on every machine: no time of writing, no host, no tool
 * version in the file, one element a line, so that a changed unit is a small diff. A unit's
 * neighbours in its document are written as {@code x-context-pre} and {@code x-context-post}, its
 * confidence, status and document as {@code x-} properties; what another program's file said of it
 * is given back after them.
 *
 * <p>Not thread-safe. The stream is flushed at the end, not closed.
 */
final class TmxWriter implements AutoCloseable {

  private static final DateTimeFormatter TMX_DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String CONTEXT = "x-context-";

  private final TmxXml xml;
  private final TmxProfile profile;
  private final Set<String> replaced = new LinkedHashSet<>();
  private @Nullable Unit previous;
  private @Nullable Unit pending;
  private boolean pendingIsWritten;
  private boolean finished;

  /** As {@link #TmxWriter(OutputStream, Lang, TmxProfile)}, for any program. */
  TmxWriter(OutputStream out, @Nullable Lang source) throws IOException {
    this(out, source, TmxProfile.GENERIC);
  }

  /**
   * Starts a file.
   *
   * @param out where the bytes go, UTF-8 without BOM
   * @param source language of all source texts, named in the header; null when there are several:
   *     then the header says {@code *all*}
   * @param profile the program that the file is for
   * @throws IOException if {@code out} cannot be written
   */
  TmxWriter(OutputStream out, @Nullable Lang source, TmxProfile profile) throws IOException {
    this.xml = new TmxXml(new BufferedWriter(new OutputStreamWriter(out, UTF_8)));
    this.profile = profile;
    xml.start(source == null ? "*all*" : source.tag(), "sentence");
  }

  /** Writes one unit; its neighbours in the same document become its context. */
  void write(Unit unit) throws IOException {
    advance(unit);
    pendingIsWritten = true;
  }

  /**
   * Leaves a unit out of the file. It remains the neighbour of the units before and after it, whose
   * context must describe the document.
   */
  void leaveOut(Unit unit) throws IOException {
    advance(unit);
    pendingIsWritten = false;
  }

  private void advance(Unit next) throws IOException {
    flushPending(next);
    previous = pending;
    pending = next;
  }

  /**
   * The units whose text contained characters that XML forbids, by id or, without one, by source
   * text.
   */
  List<String> unitsWithReplacedCharacters() {
    return List.copyOf(replaced);
  }

  /** Writes the end of the file and flushes the stream. Nothing can be written after. */
  void finish() throws IOException {
    flushPending(null);
    pending = null;
    finished = true;
    xml.end();
  }

  /** Finishes the file unless that has been done. */
  @Override
  public void close() throws IOException {
    if (!finished) {
      finish();
    }
  }

  private void flushPending(@Nullable Unit next) throws IOException {
    if (pending != null && pendingIsWritten) {
      Context known = pending.extras().context();
      Context context =
          known.isEmpty()
              ? new Context(neighbour(pending, previous), neighbour(pending, next))
              : known;
      try {
        writeUnit(pending, context);
      } catch (XMLStreamException e) {
        throw XmlText.asIo(e);
      }
    }
  }

  /**
   * The source text of a neighbour; only a unit with a place in its document has neighbours there.
   */
  private static String neighbour(Unit unit, @Nullable Unit other) {
    Provenance provenance = unit.provenance();
    return other == null
            || provenance.document().isEmpty()
            || provenance.position() == 0
            || other.provenance().position() == 0
            || !other.provenance().document().equals(provenance.document())
        ? ""
        : other.source();
  }

  private void writeUnit(Unit unit, Context context) throws XMLStreamException {
    xml.startUnit(attributes(unit));
    Provenance provenance = unit.provenance();
    if (profile != TmxProfile.OMEGAT) {
      writeOwnProperties(unit);
    }
    if (profile == TmxProfile.MEMOQ) {
      boolean byAligner = provenance.confidence() < 1 && provenance.status() == Status.DRAFT;
      writeProperty("aligned", byAligner ? "yes" : "no");
    }
    if (profile == TmxProfile.GENERIC) {
      writeProperty("x-context-pre", context.before());
      writeProperty("x-context-post", context.after());
    }
    for (Property property : said(unit, Scope.UNIT)) {
      boolean unused = profile == TmxProfile.OMEGAT && property.kind() == Kind.PROP;
      if (property.kind() != Kind.ATTRIBUTE && !isOurs(property) && !unused) {
        xml.property(property);
      }
    }
    writeVariant(unit, Side.SOURCE, context);
    writeVariant(unit, Side.TARGET, context);
    xml.endUnit();
  }

  private void writeOwnProperties(Unit unit) throws XMLStreamException {
    Provenance provenance = unit.provenance();
    writeProperty("x-document", provenance.document());
    writeProperty("x-status", provenance.status().label());
    writeProperty("x-confidence", String.format(Locale.ROOT, "%.2f", provenance.confidence()));
    if (!unit.id().isEmpty() && hasForeignId(unit)) {
      writeProperty("x-ballast-id", unit.id());
    }
  }

  /** Whether this writer writes the property itself, where memoQ looks for it. */
  private boolean isOurs(Property property) {
    return profile == TmxProfile.MEMOQ
        && (property.name().equals("aligned") || property.name().startsWith(CONTEXT));
  }

  private static boolean hasForeignId(Unit unit) {
    return unit.extras().value(Scope.UNIT, Kind.ATTRIBUTE, "tuid").isPresent();
  }

  private static Map<String, String> attributes(Unit unit) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Extras extras = unit.extras();
    Provenance provenance = unit.provenance();
    Instant created = provenance.created();
    String author = XmlText.fit(provenance.author());
    String creator = extras.value(Scope.UNIT, Kind.ATTRIBUTE, "creationid").orElse(author);
    boolean hasChanger = extras.value(Scope.UNIT, Kind.ATTRIBUTE, "creationid").isPresent();
    putUnlessEmpty(
        attributes, "tuid", extras.value(Scope.UNIT, Kind.ATTRIBUTE, "tuid").orElse(unit.id()));
    attributes.put("creationdate", TMX_DATE.format(created));
    putUnlessEmpty(attributes, "creationid", creator);
    if (!provenance.changed().equals(created)) {
      attributes.put("changedate", TMX_DATE.format(provenance.changed()));
    }
    putUnlessEmpty(attributes, "changeid", hasChanger ? author : "");
    for (Property property : extras.properties()) {
      if (property.scope() == Scope.UNIT
          && property.kind() == Kind.ATTRIBUTE
          && !property.name().equals("creationid")) {
        attributes.putIfAbsent(property.name(), property.value());
      }
    }
    return attributes;
  }

  private static void putUnlessEmpty(Map<String, String> attributes, String name, String value) {
    if (!value.isEmpty()) {
      attributes.put(name, value);
    }
  }

  private void writeProperty(String type, String value) throws XMLStreamException {
    if (!value.isEmpty()) {
      String typed =
          profile == TmxProfile.TRADOS && type.startsWith("x-") ? type + TmxProfile.TYPE : type;
      xml.property(Property.ofUnit(typed, value));
    }
  }

  private static List<Property> said(Unit unit, Scope scope) {
    return unit.extras().properties().stream().filter(p -> p.scope() == scope).toList();
  }

  private void writeVariant(Unit unit, Side side, Context context) throws XMLStreamException {
    boolean isSource = side == Side.SOURCE;
    String text = unit.text(side);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("xml:lang", unit.lang(side).tag());
    List<Property> properties = new ArrayList<>();
    if (isSource && profile == TmxProfile.MEMOQ) {
      addEscaped(properties, "x-context-pre", context.before());
      addEscaped(properties, "x-context-post", context.after());
      // Those of merged units.
      said(unit, Scope.UNIT).stream()
          .filter(property -> property.name().startsWith(CONTEXT))
          .forEach(properties::add);
    }
    for (Property property : said(unit, isSource ? Scope.SOURCE : Scope.TARGET)) {
      if (property.kind() == Kind.ATTRIBUTE) {
        attributes.putIfAbsent(property.name(), property.value());
      } else {
        properties.add(property);
      }
    }
    if (!XmlText.fit(text).equals(text)) {
      replaced.add(unit.id().isEmpty() ? unit.source() : unit.id());
    }
    Optional<String> tagged =
        profile == TmxProfile.OMEGAT ? OmegaTTags.text(unit, side) : Optional.empty();
    xml.variant(
        attributes,
        properties,
        tagged.orElse(text),
        tagged.isPresent() ? List.of() : TmxCodes.of(unit.codes(), side));
  }

  private static void addEscaped(List<Property> properties, String type, String text) {
    if (!text.isEmpty()) {
      properties.add(Property.ofUnit(type, EscapedSegment.of(text)));
    }
  }
}
