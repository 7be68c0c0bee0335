package ballast.format.unit;

import ballast.bitext.CountedNoun;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Context;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Pairing;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.bitext.Unit.Provenance;
import ballast.format.file.XmlText;
import ballast.format.unit.UnitSink.SinkOptions;
import ballast.format.unit.UnitSink.TmxProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes translation units as TMX 1.4b, streaming.
 *
 * <p>The same units give the same bytes on every machine: the file has no time of writing, host or
 * tool version, and one element a line, so that a changed unit is a small diff. A unit's neighbours
 * in its document are written as {@code x-context-pre} and {@code x-context-post}, its confidence,
 * status and document as {@code x-} properties. Properties from another program's file follow them.
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

  /** Same as {@link #TmxWriter(OutputStream, Lang, TmxProfile)}, for any program. */
  TmxWriter(OutputStream out, @Nullable Lang source) throws IOException {
    this(out, source, TmxProfile.GENERIC);
  }

  /** Starts a file; {@code source} is null if the source texts are in several languages. */
  TmxWriter(OutputStream out, @Nullable Lang source, TmxProfile profile) throws IOException {
    this.xml = new TmxXml(out, source == null ? "*all*" : source.tag());
    this.profile = profile;
  }

  void write(Unit unit) throws IOException {
    advance(unit);
    pendingIsWritten = true;
  }

  /**
   * Omits a unit from the file. It remains the neighbour of the units before and after it, because
   * their context must describe the document.
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

  List<String> unitsWithReplacedCharacters() {
    return List.copyOf(replaced);
  }

  void finish() throws IOException {
    flushPending(null);
    pending = null;
    finished = true;
    xml.end();
  }

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
      writeUnit(pending, context);
    }
  }

  /** Only a unit with a position in its document has neighbours. */
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

  private void writeUnit(Unit unit, Context context) throws IOException {
    xml.startUnit(attributes(unit));
    Provenance provenance = unit.provenance();
    if (profile != TmxProfile.OMEGAT) {
      writeOwnProperties(unit);
    }
    if (profile == TmxProfile.MEMOQ) {
      boolean byAligner =
          !provenance.pairing().isConfirmed()
              && provenance.confidence() < 1
              && provenance.status() == Unit.Status.DRAFT;
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

  private void writeOwnProperties(Unit unit) throws IOException {
    Provenance provenance = unit.provenance();
    writeProperty("x-document", provenance.document());
    writeProperty("x-status", provenance.status().label());
    writeProperty("x-confidence", String.format(Locale.ROOT, "%.2f", provenance.confidence()));
    Property pairing = provenance.pairing().property();
    if (pairing != null) {
      writeProperty(pairing.name(), pairing.value());
    }
    if (!unit.id().isEmpty() && hasForeignId(unit)) {
      writeProperty("x-ballast-id", unit.id());
    }
  }

  private boolean isOurs(Property property) {
    return property.name().equals(Pairing.PROPERTY)
        || (profile == TmxProfile.MEMOQ
            && (property.name().equals("aligned") || property.name().startsWith(CONTEXT)));
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

  private void writeProperty(String type, String value) throws IOException {
    if (!value.isEmpty()) {
      String typed =
          profile == TmxProfile.TRADOS && type.startsWith("x-") ? type + TmxProfile.TYPE : type;
      xml.property(Property.ofUnit(typed, value));
    }
  }

  private static List<Property> said(Unit unit, Scope scope) {
    return unit.extras().properties().stream().filter(p -> p.scope() == scope).toList();
  }

  private void writeVariant(Unit unit, Side side, Context context) throws IOException {
    boolean isSource = side == Side.SOURCE;
    String text = unit.text(side);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("xml:lang", unit.lang(side).tag());
    List<Property> properties = new ArrayList<>();
    if (isSource && profile == TmxProfile.MEMOQ) {
      addEscaped(properties, "x-context-pre", context.before());
      addEscaped(properties, "x-context-post", context.after());
      // Contexts of merged units.
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
        tagged.isPresent() ? List.of() : TmxXml.codes(unit.codes(), side));
  }

  private static void addEscaped(List<Property> properties, String type, String text) {
    if (!text.isEmpty()) {
      properties.add(Property.ofUnit(type, UnitDetails.escapedSegment(text)));
    }
  }

  /**
   * Writes the codes of a document as the tags that OmegaT (from version 4 on) shows for them when
   * it opens the XLIFF file of that document: {@code <b0>bold</b0>}. In a memory OmegaT treats them
   * as ordinary text; only then does a unit with codes match.
   *
   * <p>A tag is a letter and a number: the first letter of the code's function or element, and the
   * number of earlier tags with that letter in the source.
   */
  static final class OmegaTTags {

    private static final Pattern TYPE = Pattern.compile("\\bctype=\"([^\"]+)\"");
    private static final Pattern CLOSE = Pattern.compile("\\bpos=\"(?:close|end)\"");

    private static final Map<String, String> LETTERS =
        Map.of("g", "g", "pc", "g", "it", "a", "ph", "p");

    private final Map<String, String> names = new HashMap<>();

    private final Map<String, Integer> counts = new HashMap<>();

    private OmegaTTags() {}

    /** Empty if a code is not from a document. */
    static Optional<String> text(Unit unit, Side side) {
      OmegaTTags tags = new OmegaTTags();
      Optional<String> source = tags.text(unit, Side.SOURCE, /* naming= */ true);
      Optional<String> target = tags.text(unit, Side.TARGET, /* naming= */ false);
      return source.isEmpty() || target.isEmpty()
          ? Optional.empty()
          : side == Side.SOURCE ? source : target;
    }

    private Optional<String> text(Unit unit, Side side, boolean naming) {
      String plain = unit.text(side);
      List<InlineCode> codes = new ArrayList<>(unit.codes());
      codes.removeIf(code -> code.side() != side);
      StringBuilder text = new StringBuilder();
      Deque<String> open = new ArrayDeque<>();
      int from = 0;
      for (InlineCode code : codes) {
        String id =
            code.isClosing() && code.id().isEmpty() && !open.isEmpty() ? open.peek() : code.id();
        if (id.isEmpty() || !LETTERS.containsKey(code.name())) {
          return Optional.empty();
        }
        String name = names.computeIfAbsent(id, unknown -> naming ? name(code) : "");
        if (name.isEmpty()) {
          return Optional.empty();
        }
        text.append(plain, from, code.offset()).append(tag(code, name, open.contains(id)));
        from = code.offset();
        if (code.isOpening()) {
          open.push(id);
        } else if (code.isClosing()) {
          open.remove(id);
        }
      }
      return Optional.of(text.append(plain, from, plain.length()).toString());
    }

    private static String tag(InlineCode code, String name, boolean isOpen) {
      boolean half = code.name().equals("it");
      if (isOpen || code.isClosing() || (half && CLOSE.matcher(code.attributes()).find())) {
        return "</" + name + ">";
      }
      return half || code.isOpening() ? "<" + name + ">" : "<" + name + "/>";
    }

    private String name(InlineCode code) {
      Matcher written = TYPE.matcher(code.attributes());
      String type = written.find() ? written.group(1) : XliffCodes.type(code);
      String letter = type.isEmpty() ? LETTERS.getOrDefault(code.name(), "") : type.substring(0, 1);
      int number = counts.merge(letter, 1, Integer::sum) - 1;
      return letter + number;
    }
  }

  static final class TmxSink implements UnitSink {

    /** Where OmegaT 3.6 splits a Chinese text: never before a closing quotation mark. */
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？](?![”’」』])(?=.*\\p{IsHan})");

    private final TmxWriter writer;
    private final boolean forOmegaT;
    private int cut;

    TmxSink(OutputStream out, SinkOptions options) throws IOException {
      this.writer = new TmxWriter(out, options.source(), options.profile());
      this.forOmegaT = options.profile() == TmxProfile.OMEGAT;
    }

    @Override
    public boolean write(Unit unit) throws IOException {
      writer.write(unit);
      cut += forOmegaT && SENTENCE_END.matcher(unit.source()).find() ? 1 : 0;
      return true;
    }

    @Override
    public void leaveOut(Unit unit) throws IOException {
      writer.leaveOut(unit);
    }

    @Override
    public List<String> finish() throws IOException {
      writer.finish();
      List<String> warnings = new ArrayList<>();
      for (String unit : writer.unitsWithReplacedCharacters()) {
        warnings.add(
            "unit " + unit + " has characters that XML forbids; they were replaced in the TMX");
      }
      if (cut > 0) {
        warnings.add(
            CountedNoun.of(cut, "unit has", "units have")
                + " the end of a sentence inside; OmegaT splits them there and offers them as fuzzy"
                + " matches only");
      }
      return warnings;
    }
  }
}
