package ballast.format.unit;

import ballast.bitext.BlockType;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.format.file.OwnMark;
import ballast.format.file.XmlOutput;
import ballast.format.file.XmlText;
import ballast.format.unit.UnitSink.OnePair;
import ballast.format.unit.XliffEntry.Languages;
import ballast.format.unit.XliffEntry.Note;
import ballast.format.unit.XliffEntry.State;
import ballast.format.unit.XliffEntry.XliffProposal;
import ballast.format.unit.XliffEntry.XliffVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes segments as XLIFF 1.2 or 2.1, streaming: a {@code file} element for each document, a unit
 * for each segment, a {@code group} for each paragraph if there are any. The same segments give the
 * same bytes on every machine.
 *
 * <p>Version 1.2 marks exact and fuzzy matches in {@code state-qualifier}; in version 2.1 the score
 * is the sub-state ({@code ballast:match-92}). Not thread-safe. The stream is flushed at the end,
 * not closed.
 */
public final class XliffWriter implements AutoCloseable {

  /** The name of a nameless document, because the format requires one. */
  static final String NO_DOCUMENT = "unknown";

  /** The namespace of the translation candidates module, with the prefix {@code mtc}. */
  private static final String MODULE = "urn:oasis:names:tc:xliff:matches:2.0";

  /** The namespace of the next two: version 2.1 only has a place for the file's languages. */
  private static final String LANGUAGES = "urn:ballast:languages";

  static final String SOURCE_LANGUAGE = "source-language";
  static final String TARGET_LANGUAGE = "target-language";

  private static final String SEGMENT = "s1";

  /** The format of a document of which only segments are known. */
  private static final String PLAIN = "plaintext";

  private final XmlOutput xml;
  private final XliffVersion version;
  private final Lang source;
  private final Lang target;
  private @Nullable String document;
  private boolean inGroup;
  private int files;
  private int groups;
  private int units;
  private boolean finished;

  /** Starts a file in UTF-8 without BOM. */
  public XliffWriter(OutputStream out, XliffVersion version, Lang source, Lang target)
      throws IOException {
    this.xml = new XmlOutput(out);
    this.version = version;
    this.source = source;
    this.target = target;
    xml.start("xliff", "version", version.toString());
    if (isFirst()) {
      xml.attribute("xmlns", "urn:oasis:names:tc:xliff:document:1.2");
    } else {
      xml.attribute("xmlns", "urn:oasis:names:tc:xliff:document:2.0");
      // On the root, because some programs do not find declarations further down.
      xml.attribute("xmlns:mtc", MODULE);
      xml.attribute("srcLang", source.tag());
      xml.attribute("trgLang", target.tag());
    }
  }

  private boolean isFirst() {
    return version == XliffVersion.V1_2;
  }

  /**
   * Starts a document with its original, into which a translation can be merged later.
   *
   * @param sha256 hash of the original's bytes, 64 lower-case hexadecimal digits
   * @param datatype its format, as XLIFF 1.2 names formats
   */
  public void startOriginal(String name, String sha256, String datatype) throws IOException {
    endDocument();
    startDocument(name, sha256, datatype);
  }

  /** Starts a paragraph, to which the following segments belong. */
  public void startParagraph(String name, BlockType type) throws IOException {
    startDocumentUnlessOpen(name);
    endGroup();
    inGroup = true;
    groups++;
    // XML forbids spaces here.
    String kind = (isFirst() ? "x-" : "ballast:") + type.label().replace(' ', '-');
    xml.start(isFirst() ? 3 : 2, "group", "id", "p" + groups, isFirst() ? "restype" : "type", kind);
  }

  private void endGroup() throws IOException {
    if (inGroup) {
      inGroup = false;
      xml.end(isFirst() ? 3 : 2);
    }
  }

  private void startDocumentUnlessOpen(String name) throws IOException {
    if (!name.equals(document)) {
      endDocument();
      startDocument(name, "", PLAIN);
    }
  }

  /**
   * @param name its document; segments of one document are consecutive
   */
  public void write(String name, XliffEntry entry) throws IOException {
    startDocumentUnlessOpen(name);
    units++;
    String id = entry.id().isEmpty() ? Integer.toString(units) : XmlText.fit(entry.id());
    if (isFirst()) {
      writeFirst(id, entry);
    } else {
      writeSecond(id, entry);
    }
  }

  private void startDocument(String name, String sha256, String datatype) throws IOException {
    document = name;
    files++;
    groups = 0;
    units = 0;
    String original = name.isEmpty() ? NO_DOCUMENT : XmlText.fit(name);
    if (isFirst()) {
      xml.start(1, "file", "original", original, "source-language", source.tag());
      xml.attribute("target-language", target.tag());
      xml.attribute("datatype", datatype);
      XliffOriginal.writeFirst(xml, original, sha256);
      xml.start(2, "body");
    } else {
      xml.start(1, "file", "id", "f" + files, "original", original);
      XliffOriginal.writeSecond(xml, original, sha256);
    }
  }

  private void endDocument() throws IOException {
    if (document != null) {
      endGroup();
      if (isFirst()) {
        xml.end(2);
      }
      xml.end(1);
    }
  }

  /** Finishes the file unless it is finished, and flushes the stream. */
  @Override
  public void close() throws IOException {
    if (finished) {
      return;
    }
    finished = true;
    if (document == null) {
      startDocument("", "", PLAIN); // a file without any document is not valid
    }
    endDocument();
    xml.end(0);
    xml.finish("\n");
  }

  /** XLIFF 1.2: {@code trans-unit}, {@code state-qualifier}, {@code alt-trans}. */
  private void writeFirst(String id, XliffEntry entry) throws IOException {
    XliffCodes codes = new XliffCodes();
    State state = entry.translation().state();
    xml.start(3, "trans-unit", "id", id);
    if (state == State.KEPT) {
      xml.attribute("translate", "no");
    } else if (state == State.FINAL) {
      xml.attribute("approved", "yes");
    }
    xml.start(4, "source");
    if (entry.languages() != null) {
      xml.attribute("xml:lang", entry.languages().source().tag());
    }
    codes.write(entry.source(), entry.codes(), Side.SOURCE);
    xml.end();
    writeTarget(entry, codes);
    notes(entry.notes(), "from");
    for (XliffProposal proposal : entry.proposals()) {
      xml.start(4, "alt-trans", "match-quality", proposal.score() + "%");
      proposal(proposal);
      xml.end(4);
    }
    xml.end(3);
  }

  private void writeTarget(XliffEntry entry, XliffCodes codes) throws IOException {
    XliffEntry.Translation translation = entry.translation();
    String state = translation.state().in(version);
    if (!translation.text().isEmpty()) {
      xml.start(4, "target");
      if (entry.languages() != null) {
        xml.attribute("xml:lang", entry.languages().target().tag());
      }
      xml.attribute("state", state);
      if (translation.match() >= 0) {
        xml.attribute("state-qualifier", translation.match() < 100 ? "fuzzy-match" : "exact-match");
      }
      codes.write(translation.text(), entry.codes(), Side.TARGET);
      xml.end();
    } else if (translation.state() == State.INITIAL) {
      xml.line(4);
      xml.empty("target", "state", state);
    }
  }

  /**
   * XLIFF 2.1: {@code unit}, {@code subState}, and the translation candidates module (5.1) for
   * proposals.
   */
  private void writeSecond(String id, XliffEntry entry) throws IOException {
    XliffCodes codes = new XliffCodes();
    codes.collect(entry);
    // This version forbids spaces and slashes here, which ids of other programs may contain.
    xml.start(2, "unit", "id", id.replaceAll("[^\\w.-]", "_"));
    if (entry.languages() != null) {
      xml.attribute("xmlns:ballast", LANGUAGES);
      xml.attribute("ballast:" + SOURCE_LANGUAGE, entry.languages().source().tag());
      xml.attribute("ballast:" + TARGET_LANGUAGE, entry.languages().target().tag());
    }
    if (entry.translation().state() == State.KEPT) {
      xml.attribute("translate", "no");
    }
    writeMatches(entry.proposals());
    if (!entry.notes().isEmpty()) {
      xml.start(3, "notes");
      notes(entry.notes(), "category");
      xml.end(3);
    }
    codes.writeData();
    writeSegment(entry, codes);
    xml.end(2);
  }

  private void writeSegment(XliffEntry entry, XliffCodes codes) throws IOException {
    XliffEntry.Translation translation = entry.translation();
    xml.start(3, "segment");
    if (!entry.proposals().isEmpty()) {
      xml.attribute("id", SEGMENT);
    }
    xml.attribute("state", translation.state().in(version));
    if (translation.match() >= 0) {
      xml.attribute("subState", "ballast:match-" + translation.match());
    }
    xml.start(4, "source");
    codes.write(entry.source(), entry.codes(), Side.SOURCE);
    xml.end();
    if (!translation.text().isEmpty()) {
      xml.start(4, "target");
      codes.write(translation.text(), entry.codes(), Side.TARGET);
      xml.end();
    }
    xml.end(3);
  }

  private void writeMatches(List<XliffProposal> proposals) throws IOException {
    if (proposals.isEmpty()) {
      return;
    }
    xml.start(3, "mtc:matches");
    Set<String> ids = new HashSet<>();
    for (XliffProposal proposal : proposals) {
      xml.start(4, "mtc:match");
      if (ids.add(proposal.unit()) && !proposal.unit().isEmpty()) {
        // These ids begin with a letter or underscore.
        xml.attribute("id", "u-" + proposal.unit());
      }
      xml.attribute("ref", "#" + SEGMENT);
      xml.attribute("type", proposal.isInContext() ? "icm" : "tm");
      xml.attribute("similarity", proposal.similarity() + ".0");
      // The module's suitability has a maximum of 100.
      xml.attribute("matchSuitability", Math.min(100, proposal.score()) + ".0");
      proposal(proposal);
      xml.end(4);
    }
    xml.end(3);
  }

  /** Writes remarks for the translator, with their authors in {@code attribute}. */
  private void notes(List<Note> notes, String attribute) throws IOException {
    for (Note note : notes) {
      xml.start(4, "note");
      if (!note.author().isEmpty()) {
        xml.attribute(attribute, note.author());
      }
      xml.text(note.text());
      xml.end();
    }
  }

  private void proposal(XliffProposal proposal) throws IOException {
    xml.attribute("origin", proposal.origin().isEmpty() ? OwnMark.TOOL : proposal.origin());
    xml.element(5, "source", proposal.source());
    xml.element(5, "target", proposal.target());
  }

  static final class XliffSink implements UnitSink {

    private final XliffWriter writer;
    private final OnePair pair;
    private final Languages languages;

    XliffSink(OutputStream out, XliffVersion version, Lang from, Lang to) throws IOException {
      this.writer = new XliffWriter(out, version, from, to);
      this.pair = new OnePair(from, to, "an XLIFF file");
      this.languages = new Languages(from, to);
    }

    @Override
    public boolean write(Unit unit) throws IOException {
      boolean taken = pair.takes(unit);
      if (taken) {
        Languages own = new Languages(unit.sourceLang(), unit.targetLang());
        XliffEntry entry = XliffEntry.of(unit);
        writer.write(unit.provenance().document(), own.equals(languages) ? entry : entry.in(own));
      }
      return taken;
    }

    @Override
    public List<String> finish() throws IOException {
      writer.close();
      return pair.warnings();
    }
  }

  /**
   * Writes the texts of one segment with their codes in XLIFF. Corresponding source and target
   * codes get the same id. In version 1.2 native code is in the element; in version 2.1 it is once
   * in the unit and the element refers to it.
   *
   * <p>A pair {@code <pc}, {@code /pc} becomes one element around its text, {@code g} or {@code
   * pc}. Half a pair, with the other half in another segment, becomes {@code it} or {@code sc},
   * {@code ec}.
   */
  final class XliffCodes {

    private static final Pattern NAME = Pattern.compile("\\b(?:id|i|x)=\"([^\"]*)\"");

    /**
     * The elements of XLIFF 1.2 for those of TMX and XLIFF 2; all others become {@code x} or {@code
     * g}.
     */
    private static final Map<String, String> IN_FIRST =
        Map.of(
            "ph", "ph", "ut", "ph", "bpt", "bpt", "ept", "ept", "it", "it", "x", "x", "bx", "bx",
            "ex", "ex");

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> data = new ArrayList<>();

    void writeData() throws IOException {
      if (data.isEmpty()) {
        return;
      }
      xml.start(3, "originalData");
      for (int i = 0; i < data.size(); i++) {
        xml.start(4, "data", "id", "d" + (i + 1));
        xml.text(data.get(i));
        xml.end();
      }
      xml.end(3);
    }

    /** Collects the native code for references from the texts, before the texts are written. */
    void collect(XliffEntry entry) {
      if (!isFirst()) {
        flat(entry.codes()).stream()
            .filter(code -> isPaired(code) || (!code.isOpening() && !code.isClosing()))
            .map(InlineCode::content)
            .filter(content -> !content.isEmpty() && !data.contains(content))
            .forEach(data::add);
      }
    }

    void write(String text, List<InlineCode> codes, Side side) throws IOException {
      Map<String, Integer> counts = new HashMap<>();
      Deque<String> open = new ArrayDeque<>();
      List<InlineCode> flat = flat(codes).stream().filter(code -> code.side() == side).toList();
      IdentityHashMap<InlineCode, InlineCode> pairs = pairs(flat);
      int from = 0;
      for (InlineCode code : flat) {
        xml.text(text.substring(from, code.offset()));
        from = code.offset();
        if (isPaired(code)) {
          writeHalf(code, pairs, counts);
        } else {
          write(code, open, counts);
        }
      }
      xml.text(text.substring(from));
      for (int i = 0; i < open.size(); i++) {
        xml.end();
      }
    }

    private static boolean isPaired(InlineCode code) {
      return code.name().equals("pc") && (code.isOpening() || code.isClosing());
    }

    private static IdentityHashMap<InlineCode, InlineCode> pairs(List<InlineCode> codes) {
      IdentityHashMap<InlineCode, InlineCode> pairs = new IdentityHashMap<>();
      Deque<InlineCode> open = new ArrayDeque<>();
      for (InlineCode code : codes) {
        if (isPaired(code) && code.isOpening()) {
          open.push(code);
        } else if (isPaired(code) && !open.isEmpty() && belong(open.peek(), code)) {
          InlineCode opening = open.pop();
          pairs.put(opening, code);
          pairs.put(code, opening);
        }
      }
      return pairs;
    }

    /** A closing half without a name belongs to the last opened half. */
    private static boolean belong(InlineCode opening, InlineCode closing) {
      String closed = name(closing);
      return closed.isEmpty() || closed.equals(name(opening));
    }

    private static String name(InlineCode code) {
      Matcher name = NAME.matcher(code.attributes());
      return name.find() ? name.group(1) : "";
    }

    private void writeHalf(
        InlineCode code, IdentityHashMap<InlineCode, InlineCode> pairs, Map<String, Integer> counts)
        throws IOException {
      InlineCode other = pairs.get(code);
      if (other != null && code.isClosing()) {
        xml.end();
        return;
      }
      int id = id(code, counts);
      if (other != null) {
        xml.start(isFirst() ? "g" : "pc", "id", Integer.toString(id));
        if (!isFirst()) {
          refer("dataRefEnd", other.content());
          refer("dataRefStart", code.content());
        }
      } else if (isFirst()) {
        xml.start("it", "id", Integer.toString(id), "pos", code.isOpening() ? "open" : "close");
        writeType(code);
        xml.text(code.content());
        xml.end();
        return;
      } else {
        xml.empty(code.isOpening() ? "sc" : "ec", "id", Integer.toString(id));
        refer("dataRef", code.content());
        xml.attribute("isolated", "yes");
      }
      writeType(code);
    }

    private void refer(String attribute, String content) throws IOException {
      int reference = data.indexOf(content) + 1;
      if (reference > 0) {
        xml.attribute(attribute, "d" + reference);
      }
    }

    /** Turns native codes that contain text for translators into native codes as a whole. */
    private static List<InlineCode> flat(List<InlineCode> codes) {
      List<InlineCode> flat = new ArrayList<>();
      InlineCode outer = null;
      int depth = 0;
      for (InlineCode code : codes) {
        if (outer == null && code.isOpening() && IN_FIRST.containsKey(code.name())) {
          outer = code.as(code.name(), code.attributes(), code.content());
          depth = 1;
        } else if (outer != null) {
          depth += code.isOpening() ? 1 : code.isClosing() ? -1 : 0;
          String content = outer.content() + code.content();
          outer = outer.as(outer.element(), outer.attributes(), content);
          if (depth == 0) {
            flat.add(outer);
            outer = null;
          }
        } else {
          flat.add(code);
        }
      }
      return flat;
    }

    private void write(InlineCode code, Deque<String> open, Map<String, Integer> counts)
        throws IOException {
      boolean isNative = !code.content().isEmpty() || IN_FIRST.containsKey(code.name());
      if (code.isClosing()) {
        if (code.name().equals(open.peek())) {
          open.pop();
          xml.end();
        }
      } else if (code.isOpening() && !isNative) {
        open.push(code.name());
        xml.start(isFirst() ? "g" : "pc", "id", Integer.toString(id(code, counts)));
      } else {
        writeNative(code, id(code, counts));
      }
    }

    private void writeNative(InlineCode code, int id) throws IOException {
      String element = isFirst() ? IN_FIRST.getOrDefault(code.name(), "x") : "ph";
      boolean holds = isFirst() && !code.content().isEmpty() && !"x bx ex".contains(element);
      if (holds) {
        xml.start(element);
      } else {
        xml.empty(element);
      }
      xml.attribute("id", Integer.toString(id));
      if (isFirst() && element.equals("it")) {
        xml.attribute("pos", code.attributes().contains("end") ? "close" : "open");
      }
      if (!isFirst()) {
        refer("dataRef", code.content());
        writeType(code);
      } else if (!element.equals("bpt") && !element.equals("ept") && !element.equals("it")) {
        writeType(code);
      }
      if (holds) {
        xml.text(code.content());
        xml.end();
      }
    }

    /**
     * Returns the number of a code: equal for equal names or, without names, for equal positions
     * among the codes of its kind.
     */
    private int id(InlineCode code, Map<String, Integer> counts) {
      String name = name(code);
      // Half pairs with one name in one segment, the closing one first, are not a pair.
      String kind = isPaired(code) && code.isClosing() ? code.element() : code.name();
      int count = counts.merge(kind, 1, Integer::sum);
      String key = kind + (name.isEmpty() ? "#" + count : "=" + name);
      // The same name twice on one side would give the same id twice.
      String unique = key + "/" + counts.merge(key, 1, Integer::sum);
      return ids.computeIfAbsent(unique, k -> ids.size() + 1);
    }

    private static final Pattern TYPE = Pattern.compile("\\btype=\"([^\"]*)\"");
    private static final Pattern SUBTYPE = Pattern.compile("\\bsubType=\"([^\"]*)\"");

    /** The values of {@code ctype} in version 1.2 (3.2.1). */
    private static final Map<String, String> FIRST =
        Map.of(
            "bold", "bold",
            "italic", "italic",
            "underline", "underlined",
            "link", "link",
            "image", "image",
            "break", "lb");

    /** The values of {@code type} in version 2.1 (4.3.1.40). */
    private static final Set<String> SECOND =
        Set.of("fmt", "ui", "quote", "link", "image", "other");

    /** The values of {@code subType} in version 2.1 (4.3.1.36). */
    private static final Map<String, String> SECOND_SUBTYPES =
        Map.of("bold", "xlf:b", "italic", "xlf:i", "underline", "xlf:u", "break", "xlf:lb");

    private void writeType(InlineCode code) throws IOException {
      String type = value(TYPE, code);
      String subType = value(SUBTYPE, code);
      if (isFirst()) {
        String said = type(code);
        if (!said.isEmpty()) {
          xml.attribute("ctype", said);
        }
      } else if (SECOND.contains(type)) {
        xml.attribute("type", type);
        if (SECOND_SUBTYPES.containsKey(subType)) {
          xml.attribute("subType", SECOND_SUBTYPES.get(subType));
        }
      }
    }

    /** Returns the value of {@code ctype} in version 1.2; empty if there is none for this kind. */
    static String type(InlineCode code) {
      String subType = value(SUBTYPE, code);
      return FIRST.getOrDefault(subType.isEmpty() ? value(TYPE, code) : subType, "");
    }

    private static String value(Pattern attribute, InlineCode code) {
      Matcher matcher = attribute.matcher(code.attributes());
      return matcher.find() ? matcher.group(1) : "";
    }
  }
}
