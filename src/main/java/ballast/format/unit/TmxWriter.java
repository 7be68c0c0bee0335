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
import ballast.format.file.OwnMark;
import ballast.format.file.XmlOutput;
import ballast.format.file.XmlText;
import ballast.format.unit.UnitSink.TmxProfile;
import ballast.format.unit.XliffWriter.XliffCodes;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
 */
final class TmxWriter implements UnitSink {

  private static final DateTimeFormatter TMX_DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String CONTEXT = "x-context-";

  /** Where OmegaT 3.6 splits a Chinese text: never before a closing quotation mark. */
  private static final Pattern SENTENCE_END = Pattern.compile("[。！？](?![”’」』])(?=.*\\p{IsHan})");

  private final TmxXml xml;
  private final TmxProfile profile;
  private final Set<String> replaced = new LinkedHashSet<>();
  private @Nullable Unit previous;
  private @Nullable Unit pending;
  private boolean pendingIsWritten;
  private int cut;

  /**
   * @param source null if the source texts are in several languages
   */
  TmxWriter(OutputStream out, @Nullable Lang source, TmxProfile profile) throws IOException {
    this.xml = new TmxXml(out, source == null ? "*all*" : source.tag());
    this.profile = profile;
  }

  @Override
  public boolean write(Unit unit) throws IOException {
    advance(unit);
    pendingIsWritten = true;
    cut += profile == TmxProfile.OMEGAT && SENTENCE_END.matcher(unit.source()).find() ? 1 : 0;
    return true;
  }

  /** The contexts of its neighbours must describe the document, so it remains their neighbour. */
  @Override
  public void leaveOut(Unit unit) throws IOException {
    advance(unit);
    pendingIsWritten = false;
  }

  private void advance(Unit next) throws IOException {
    flushPending(next);
    previous = pending;
    pending = next;
  }

  @Override
  public List<String> finish() throws IOException {
    flushPending(null);
    xml.end();
    List<String> warnings = new ArrayList<>();
    for (String unit : replaced) {
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
    Optional<String> creator = extras.value(Scope.UNIT, Kind.ATTRIBUTE, "creationid");
    putUnlessEmpty(
        attributes, "tuid", extras.value(Scope.UNIT, Kind.ATTRIBUTE, "tuid").orElse(unit.id()));
    attributes.put("creationdate", TMX_DATE.format(created));
    putUnlessEmpty(attributes, "creationid", creator.orElse(author));
    if (!provenance.changed().equals(created)) {
      attributes.put("changedate", TMX_DATE.format(provenance.changed()));
    }
    putUnlessEmpty(attributes, "changeid", creator.isPresent() ? author : "");
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

  /**
   * Writes the elements of TMX 1.4b, one per line, with the same bytes for the same units. Replaces
   * characters that XML forbids as {@link XmlText#fit} does, and writes unpaired codes as isolated
   * ones.
   */
  static final class TmxXml {

    /** The name in the header for Ballast's form of the file. */
    static final String FORMAT = "Ballast";

    private static final Pattern NAME = Pattern.compile("(xml:)?[A-Za-z_][\\w.-]{0,200}");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)=\"([^\"]*)\"");

    private final XmlOutput xml;

    TmxXml(OutputStream out, String sourceLang) throws IOException {
      this.xml = new XmlOutput(out);
      xml.start("tmx", "version", "1.4");
      xml.line(1);
      xml.empty("header", "creationtool", OwnMark.TOOL);
      // The version of this form of the file, not of the program, so that an update changes no
      // file.
      xml.attribute("creationtoolversion", "1");
      xml.attribute("segtype", "sentence");
      xml.attribute("o-tmf", FORMAT);
      xml.attribute("adminlang", "en-US");
      xml.attribute("srclang", sourceLang);
      xml.attribute("datatype", "plaintext");
      xml.start(1, "body");
    }

    void end() throws IOException {
      xml.end(1);
      xml.end(0);
      xml.finish("\n");
    }

    void startUnit(Map<String, String> attributes) throws IOException {
      xml.start(2, "tu");
      attributes(attributes);
    }

    void endUnit() throws IOException {
      xml.end(2);
    }

    void property(Property property) throws IOException {
      property(property, 3);
    }

    /**
     * @param codes codes of this text, by rising offset
     */
    void variant(
        Map<String, String> attributes,
        List<Property> properties,
        String text,
        List<InlineCode> codes)
        throws IOException {
      xml.start(3, "tuv");
      attributes(attributes);
      for (Property property : properties) {
        property(property, 4);
      }
      if (!properties.isEmpty()) {
        xml.line(4);
      }
      xml.start("seg");
      segment(text, codes);
      xml.end();
      if (!properties.isEmpty()) {
        xml.line(3);
      }
      xml.end();
    }

    private void property(Property property, int depth) throws IOException {
      boolean isNote = property.kind() == Kind.NOTE;
      xml.start(depth, isNote ? "note" : "prop");
      if (!isNote) {
        xml.attribute("type", property.name());
      }
      if (!property.lang().isEmpty()) {
        xml.attribute("xml:lang", property.lang());
      }
      xml.text(property.value());
      xml.end();
    }

    private void attributes(Map<String, String> attributes) throws IOException {
      for (Map.Entry<String, String> attribute : attributes.entrySet()) {
        if (NAME.matcher(attribute.getKey()).matches()) {
          xml.attribute(attribute.getKey(), attribute.getValue());
        }
      }
    }

    private void segment(String text, List<InlineCode> codes) throws IOException {
      Deque<String> open = new ArrayDeque<>();
      int from = 0;
      for (InlineCode code : codes) {
        xml.text(text.substring(from, code.offset()));
        from = code.offset();
        code(code, open);
      }
      xml.text(text.substring(from));
      for (int i = 0; i < open.size(); i++) {
        xml.end();
      }
    }

    private void code(InlineCode code, Deque<String> open) throws IOException {
      if (!NAME.matcher(code.name()).matches()) {
        return;
      }
      if (!code.isClosing()) {
        xml.start(code.name());
        codeAttributes(code.attributes());
        if (code.isOpening()) {
          open.push(code.name());
        }
      } else if (code.name().equals(open.peek())) {
        open.pop();
        xml.end();
      } else {
        return;
      }
      xml.text(code.content());
      if (!code.isOpening() && !code.isClosing()) {
        xml.end();
      }
    }

    private void codeAttributes(String attributes) throws IOException {
      Set<String> written = new HashSet<>();
      Matcher matcher = ATTRIBUTE.matcher(attributes);
      while (matcher.find()) {
        String name = matcher.group(1);
        if (NAME.matcher(name).matches() && written.add(name)) {
          xml.attribute(name, unescaped(matcher.group(2)));
        }
      }
    }

    private static String unescaped(String value) {
      return value.replace("&quot;", "\"").replace("&amp;", "&");
    }

    private static final Set<String> KNOWN = Set.of("bpt", "ept", "it", "ph", "hi", "ut", "sub");

    /** Half a pair in XLIFF 1.2. */
    private static final Pattern ISOLATED = Pattern.compile("\\bpos=\"(open|close)\"");

    /**
     * Turns inline codes into those of TMX. Codes from XLIFF become native code: the translator's
     * program has to restore their tags.
     */
    static List<InlineCode> codes(List<InlineCode> codes, Side side) {
      List<InlineCode> found = new ArrayList<>();
      Deque<Integer> open = new ArrayDeque<>();
      Set<Integer> taken = new HashSet<>();
      for (InlineCode code : codes) {
        if (code.side() != side) {
          continue;
        }
        Matcher isolated = ISOLATED.matcher(code.attributes());
        if (code.name().equals("it") && isolated.find()) {
          String place = isolated.group(1).equals("open") ? "begin" : "end";
          String number = code.number() > 0 ? " x=\"" + code.number() + "\"" : "";
          found.add(code.as("it", "pos=\"" + place + "\"" + number, code.content()));
        } else if (KNOWN.contains(code.name())) {
          found.add(code);
        } else if (code.isOpening()) {
          int number = number(code, taken);
          open.push(number);
          found.add(code.as("bpt", "i=\"" + number + "\"", "<" + tag(code) + ">" + code.content()));
        } else if (code.isClosing()) {
          boolean pairless = open.isEmpty();
          String attributes = pairless ? "pos=\"end\"" : "i=\"" + open.pop() + "\"";
          String content = "</" + code.name() + ">" + code.content();
          found.add(code.as(pairless ? "it" : "ept", attributes, content));
        } else {
          String content =
              code.content().isEmpty()
                  ? "<" + tag(code) + "/>"
                  : "<" + tag(code) + ">" + code.content() + "</" + code.name() + ">";
          found.add(code.as("ph", "", content));
        }
      }
      return found;
    }

    /** Uses the code's own number if possible, because its counterpart has the same. */
    private static int number(InlineCode code, Set<Integer> taken) {
      int number = code.number();
      if (number == 0 || taken.contains(number)) {
        number = 1;
        while (taken.contains(number)) {
          number++;
        }
      }
      taken.add(number);
      return number;
    }

    private static String tag(InlineCode code) {
      return code.attributes().isEmpty() ? code.name() : code.name() + " " + code.attributes();
    }
  }
}
