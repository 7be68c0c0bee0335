package ballast.format.unit;

import ballast.bitext.Lang;
import ballast.bitext.Unit.Pairing;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.format.file.OwnMark;
import ballast.format.file.XmlEvents;
import ballast.format.file.XmlEvents.Attribute;
import ballast.format.unit.BilingualUnit.Part;
import ballast.language.LangCode;
import ballast.language.LangCode.Fit;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads XLIFF 1.1 and 1.2 (with the segments, states and origins of Trados, memoQ and Phrase) and
 * 2.0 to 2.2, in constant memory. A segmented unit gives one pair per segment. Proposals ({@code
 * alt-trans}, {@code matches}) are not translations and are skipped. States of approved or rejected
 * translations become a {@link ballast.bitext.Unit.Status}; all states are kept as properties
 * {@code x-xliff-...}. An unconfirmed translation by a machine, or of a similar text, is a doubtful
 * draft ({@link ToolState}).
 */
public final class XliffReader {

  private static final String PHRASE = "http://www.memsource.com/mxlf/";

  private final XmlEvents xml;
  private final PairMaker pairs;
  private final String fallbackSource;
  private final String fallbackTarget;
  private String sourceLang = "";
  private String targetLang = "";
  private String document = "";
  private boolean phrase;

  /** Whether Ballast has pre-translated the document. */
  private boolean ours;

  /** Whether texts are to be translated, by the depth of the elements with that attribute. */
  private final TreeMap<Integer, Boolean> translated = new TreeMap<>();

  private XliffReader(XmlEvents xml, PairOptions options, UnitEvents events) {
    this.xml = xml;
    this.pairs = new PairMaker(options, events);
    this.fallbackSource = options.from().tag();
    this.fallbackTarget = options.to().tag();
  }

  /**
   * @throws ballast.bitext.InputException with line and column where the file is not XLIFF or not
   *     XML; all earlier units have been passed on
   */
  public static void read(InputStream in, String name, PairOptions options, UnitEvents events) {
    try (XmlEvents xml = new XmlEvents(in, name, events::corrected)) {
      new XliffReader(xml, options, events).read();
    }
  }

  private void read() {
    xml.root("an XLIFF file", "check that it is the file you mean", "xliff");
    boolean second = xml.attribute("version").startsWith("2");
    sourceLang = xml.attribute("srcLang");
    targetLang = xml.attribute("trgLang");
    phrase = !second && xml.attribute("m").startsWith(PHRASE); // the declaration of the prefix
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "file" -> {
          startFile(second);
          noteTranslate();
        }
        case "body", "group" -> noteTranslate(); // its units follow
        case "header", "skl", "notes" -> {
          // Notes about the original follow.
        }
        case "external-file", "note" -> {
          ours |= XliffOriginal.isOurs(xml);
          xml.skip();
        }
        case "trans-unit" -> transUnit();
        case "unit" -> unit();
        default -> xml.skip();
      }
    }
  }

  /** Records the current element's {@code translate} for its content, and forgets its siblings'. */
  private void noteTranslate() {
    translated.tailMap(xml.depth(), true).clear();
    String said = xml.attribute("translate");
    if (!said.isEmpty()) {
      translated.put(xml.depth(), !said.equals("no"));
    }
  }

  private void startFile(boolean second) {
    document = xml.attribute("original");
    ours = false;
    if (!second) {
      sourceLang = xml.attribute("source-language");
      targetLang = xml.attribute("target-language");
    }
  }

  private XliffUnit newUnit() {
    XliffUnit unit =
        new XliffUnit(
            xml.line(),
            sourceLang.isEmpty() ? fallbackSource : sourceLang,
            targetLang.isEmpty() ? fallbackTarget : targetLang,
            new HashSet<>());
    unit.say("x-document", document.equals(XliffWriter.NO_DOCUMENT) ? "" : document);
    String id = xml.attribute("id");
    unit.say(UnitDetails.isId(id) ? "x-ballast-id" : "x-xliff-id", id);
    unit.say("x-xliff-resname", xml.attribute("resname"));
    unit.say("x-xliff-name", xml.attribute("name"));
    noteTranslate();
    if (!translated.isEmpty() && !translated.lastEntry().getValue()) {
      unit.add(TranslationState.NOT_TRANSLATED);
    }
    return unit;
  }

  private void transUnit() {
    int outside = xml.depth() - 1;
    XliffUnit unit = newUnit();
    unit.judge(ToolState.ofUnit(xml.attributes()));
    unit.judge("approved", xml.attribute("approved"));
    while (xml.nextInside(outside)) {
      switch (xml.name()) {
        case "source" -> {
          unit.languages(ownLanguage("lang", sourceLang), "");
          unit.source = segments();
        }
        case "seg-source" -> unit.markedSource = segments();
        case "target" -> {
          unit.judge("state", xml.attribute("state"));
          unit.languages("", ownLanguage("lang", targetLang));
          unit.qualify(xml.attribute("state-qualifier"));
          unit.target = segments();
        }
        case "note" -> note(unit, xml.attribute("from"));
        case "alt-trans" -> {
          unit.proposed(xml.attribute("match-quality"));
          xml.skip();
        }
        case "seg-defs" -> segmentStates(unit);
        default -> xml.skip();
      }
    }
    unit.giveTo();
  }

  /**
   * Returns the element's own language for its text: a variant of that of the file, or any if the
   * file names none; empty otherwise.
   */
  private String ownLanguage(String attribute, String ofFile) {
    String own = xml.attribute(attribute);
    Lang lang = LangCode.lang(ofFile);
    boolean fits =
        ofFile.isEmpty() || (lang != null && LangCode.fit(lang, LangCode.lang(own)) != Fit.OTHER);
    return fits ? own : "";
  }

  /** Reads the states of segments, which SDL keeps outside the segments. */
  private void segmentStates(XliffUnit unit) {
    int outside = xml.depth() - 1;
    while (xml.nextInside(outside)) {
      if (xml.name().equals("seg")) {
        unit.judgeSegment(xml.attribute("id"), ToolState.ofSegment(xml.attributes()));
      }
      xml.skip();
    }
  }

  private void unit() {
    int outside = xml.depth() - 1;
    XliffUnit unit = newUnit();
    unit.languages(
        ownLanguage(XliffWriter.SOURCE_LANGUAGE, sourceLang),
        ownLanguage(XliffWriter.TARGET_LANGUAGE, targetLang));
    while (xml.nextInside(outside)) {
      switch (xml.name()) {
        case "segment" -> {
          XliffUnit segment = unit.segment(xml.line(), xml.attribute("id"));
          segment.judge("state", xml.attribute("state"));
          segment.say("x-xliff-sub-state", xml.attribute("subState"));
          segment(segment);
          segment.giveTo();
        }
        case "notes", "matches" -> {
          // They follow.
        }
        case "match" -> {
          unit.proposed(xml.attribute("matchSuitability"));
          xml.skip();
        }
        case "note" -> note(unit, xml.attribute("category"));
        default -> xml.skip();
      }
    }
  }

  private void segment(XliffUnit segment) {
    int outside = xml.depth() - 1;
    while (xml.nextInside(outside)) {
      switch (xml.name()) {
        case "source" -> segment.source = segments();
        case "target" -> segment.target = segments();
        default -> xml.skip();
      }
    }
  }

  /**
   * Adds a note. Those of Ballast are about matches, not about the translation, or about the
   * pairing.
   *
   * @param by its author or kind, which marks Ballast's own notes
   */
  private void note(XliffUnit unit, String by) {
    String lang = xml.attribute("lang");
    String from = xml.attribute("from");
    String text = xml.allText(InlineText.MAX_LENGTH + 1);
    if (!by.equals(OwnMark.TOOL)) {
      unit.add(new Property(Scope.UNIT, Kind.NOTE, from, text, lang));
    } else if (text.startsWith(XliffEntry.PAIRING)) {
      unit.say(Pairing.PROPERTY, text.substring(XliffEntry.PAIRING.length()));
    }
  }

  private XliffSegments segments() {
    XliffSegments segments = new XliffSegments();
    int outside = xml.depth() - 1;
    while (xml.depth() > outside) {
      switch (xml.next()) {
        case TEXT -> segments.add(xml.text());
        case START -> {
          boolean segment = xml.name().equals("mrk") && xml.attribute("mtype").equals("seg");
          segments.open(xml.name(), xml.attributes(), segment ? xml.attribute("mid") : null);
        }
        case END -> {
          if (xml.depth() > outside) {
            segments.close();
          }
        }
        case DONE -> throw new IllegalStateException("the end inside an element");
      }
    }
    return segments;
  }

  private final class XliffUnit {

    private static final int MAX_PROPERTIES = 2_000;

    private static final Pattern SCORE = Pattern.compile("\\d{1,3}");
    private static final String REMARK = " % match: ";

    private final int line;
    private String sourceLang;
    private String targetLang;
    private final List<Property> properties = new ArrayList<>();
    private long said;
    private final Map<String, ToolState> segmentStates = new HashMap<>();
    private ToolState state = ToolState.NONE;
    private final Set<String> oldRemarks;
    private @Nullable XliffSegments source;
    private @Nullable XliffSegments markedSource;
    private @Nullable XliffSegments target;

    XliffUnit(int line, String sourceLang, String targetLang, Set<String> oldRemarks) {
      this.line = line;
      this.oldRemarks = oldRemarks;
      this.sourceLang = sourceLang;
      this.targetLang = targetLang;
    }

    XliffUnit segment(int segmentLine, String id) {
      XliffUnit segment = new XliffUnit(segmentLine, sourceLang, targetLang, oldRemarks);
      segment.properties.addAll(properties);
      segment.say("x-xliff-segment", id);
      return segment;
    }

    void say(String name, String value) {
      if (!value.isEmpty()) {
        add(Property.ofUnit(name, value));
      }
    }

    void add(Property property) {
      if (properties.size() < MAX_PROPERTIES && said <= InlineText.MAX_LENGTH) {
        said += property.value().length(); // one too many makes the unit too long
        properties.add(property);
      }
    }

    void judge(String attribute, String value) {
      say("x-xliff-" + attribute, value);
      String said = attribute.equals("approved") && value.equals("yes") ? "final" : value;
      TranslationState.status(said)
          .ifPresent(status -> properties.add(0, Property.ofUnit("x-status", status.label())));
      state = state.and(said);
    }

    void judge(ToolState said) {
      state = said;
      said.properties().forEach(this::add);
    }

    void qualify(String origin) {
      say("x-xliff-state-qualifier", origin);
      state = state.from(origin);
    }

    void judgeSegment(String id, ToolState said) {
      if (segmentStates.size() < MAX_PROPERTIES) {
        segmentStates.put(id, said);
      }
    }

    void languages(String source, String target) {
      sourceLang = source.isEmpty() ? sourceLang : source;
      targetLang = target.isEmpty() ? targetLang : target;
    }

    /** Records a match. Before 1.0 Ballast did not mark its remarks on matches. */
    void proposed(String score) {
      Matcher number = SCORE.matcher(score);
      if (ours && number.lookingAt() && oldRemarks.size() < MAX_PROPERTIES) {
        oldRemarks.add(number.group() + REMARK);
        if (number.group().equals("100")) { // version 2 has no higher score
          oldRemarks.addAll(List.of(101 + REMARK, 102 + REMARK));
        }
      }
    }

    private boolean isOldRemark(Property property) {
      return property.kind() == Kind.NOTE
          && property.name().isEmpty()
          && oldRemarks.stream().anyMatch(property.value()::startsWith);
    }

    /** Passes on a pair for each segment marked on both sides, or else one for the whole unit. */
    void giveTo() {
      XliffSegments from =
          markedSource == null || markedSource.marked.isEmpty() ? source : markedSource;
      if (from != null && target != null && !from.marked.isEmpty() && !target.marked.isEmpty()) {
        for (Map.Entry<String, InlineText> segment : from.marked.entrySet()) {
          giveSegment(segment.getKey(), segment.getValue(), target.marked.get(segment.getKey()));
        }
        return;
      }
      XliffSegments plain = source == null ? markedSource : source;
      give(
          state.doubts(properties),
          plain == null ? null : plain.whole,
          target == null ? null : target.whole);
    }

    private void giveSegment(String id, InlineText from, @Nullable InlineText to) {
      List<Property> said = new ArrayList<>(properties);
      said.add(Property.ofUnit("x-xliff-segment", id));
      ToolState own = segmentStates.getOrDefault(id, ToolState.NONE);
      said.addAll(0, own.properties());
      give(own.doubts(said), from, to);
    }

    private void give(List<Property> said, @Nullable InlineText from, @Nullable InlineText to) {
      List<Property> kept = said.stream().filter(property -> !isOldRemark(property)).toList();
      new BilingualUnit(line, kept, new Part(sourceLang, from), new Part(targetLang, to))
          .giveTo(pairs, phrase);
    }
  }

  /**
   * The state of a unit or a segment in a translation tool's own attributes: memoQ ({@code mq:}),
   * Phrase ({@code m:}), Trados ({@code sdl:seg}).
   *
   * @param properties properties to keep; a status comes first
   * @param origin origin of the translation; empty if unknown
   * @param percent similarity of the matched text; empty if there was none, or the translation has
   *     been edited since
   * @param confirmed whether a person confirmed the translation
   */
  private record ToolState(
      List<Property> properties, String origin, String percent, boolean confirmed) {

    static final ToolState NONE = new ToolState(List.of(), "", "", false);

    private static final Map<String, String> KEPT =
        Map.ofEntries(
            Map.entry("mq:status", "mq-status"),
            Map.entry("mq:percent", "percent"),
            Map.entry("m:confirmed", "confirmed"),
            Map.entry("m:trans-origin", "origin"),
            Map.entry("m:score", "score"),
            Map.entry("conf", "conf"),
            Map.entry("origin", "origin"),
            Map.entry("origin-system", "origin-system"),
            Map.entry("percent", "percent"));

    private static final List<String> LOCKED = List.of("mq:locked", "m:locked", "locked");

    /** Values of flags that mean no. */
    private static final List<String> NO = List.of("", "0", "false", "no", "null", "unlocked");

    /** Origins of Trados whose percentage is the similarity of the matched text. */
    private static final List<String> MATCHES = List.of("tm", "auto-propagated", "document-match");

    ToolState {
      properties = List.copyOf(properties);
    }

    static ToolState ofUnit(List<Attribute> attributes) {
      Map<String, String> said = said(attributes);
      boolean memoq = said.containsKey("mq:status");
      boolean phrase = said.containsKey("m:confirmed") || said.containsKey("m:trans-origin");
      if (memoq) {
        String status = said.getOrDefault("mq:status", "");
        boolean edited = status.equals("PartiallyEdited");
        String percent = edited ? "" : said.getOrDefault("mq:percent", "");
        return of(said, "mq:", status, status, percent);
      }
      if (phrase) {
        boolean edited = isYes(said, "m:level-edited");
        String origin = edited ? "" : said.getOrDefault("m:trans-origin", "");
        String percent = edited ? "" : percent(said.getOrDefault("m:score", ""));
        return of(said, "m:", confirmed(said), origin, origin.equals("tm") ? percent : "");
      }
      return of(said, "mq:", "", "", "");
    }

    static ToolState ofSegment(List<Attribute> attributes) {
      Map<String, String> said = said(attributes);
      String origin = said.getOrDefault("origin", "");
      String percent = MATCHES.contains(origin) ? said.getOrDefault("percent", "") : "";
      return of(said, "", said.getOrDefault("conf", ""), origin, percent);
    }

    private static Map<String, String> said(List<Attribute> attributes) {
      return attributes.stream()
          .collect(Collectors.toMap(Attribute::name, Attribute::value, (first, second) -> first));
    }

    private static ToolState of(
        Map<String, String> said, String prefix, String state, String origin, String percent) {
      List<Property> properties = new ArrayList<>();
      TranslationState.status(state)
          .ifPresent(status -> properties.add(Property.ofUnit("x-status", status.label())));
      for (String name : new TreeSet<>(said.keySet())) {
        String value = said.getOrDefault(name, "");
        String kept = KEPT.getOrDefault(name, "");
        if (name.startsWith(prefix) && !kept.isEmpty() && !value.isEmpty()) {
          properties.add(Property.ofUnit("x-xliff-" + kept, value));
        }
      }
      if (LOCKED.stream().anyMatch(name -> isYes(said, name))) {
        properties.add(TranslationState.LOCKED);
      }
      addChange(properties, said);
      return new ToolState(properties, origin, percent, TranslationState.isConfirmed(state));
    }

    private static boolean isYes(Map<String, String> said, String name) {
      return !NO.contains(said.getOrDefault(name, ""));
    }

    /**
     * Phrase counts the workflow steps that confirmed the segment: the first is the translator's, a
     * further one is a review.
     */
    private static String confirmed(Map<String, String> said) {
      String steps = said.getOrDefault("m:confirmed", "");
      return !isYes(said, "m:confirmed")
          ? ""
          : steps.matches("[2-9]|\\d\\d") ? "reviewed" : "translated";
    }

    /** Converts a score of Phrase, 0 to 1. */
    private static String percent(String score) {
      return score.matches("0\\.\\d{1,6}")
          ? Long.toString(Math.round(Double.parseDouble(score) * 100))
          : "";
    }

    private static void addChange(List<Property> properties, Map<String, String> said) {
      String date = said.getOrDefault("mq:lastchangedtimestamp", "");
      String millis = said.getOrDefault("m:modified-at", "");
      if (millis.matches("[1-9]\\d{10,13}")) {
        date = Instant.ofEpochSecond(Long.parseLong(millis) / 1000).toString();
      }
      if (UnitDetails.instant(date) != null) {
        properties.add(new Property(Scope.UNIT, Kind.ATTRIBUTE, "changedate", date, ""));
      }
      String user = said.getOrDefault("mq:lastchanginguser", "");
      if (!user.isBlank()) {
        properties.add(new Property(Scope.UNIT, Kind.ATTRIBUTE, "changeid", user, ""));
      }
    }

    ToolState and(String state) {
      return new ToolState(
          properties, origin, percent, confirmed || TranslationState.isConfirmed(state));
    }

    ToolState from(String other) {
      return TranslationState.isMachine(other)
          ? new ToolState(properties, other, percent, confirmed)
          : this;
    }

    /**
     * Returns the properties, marked doubtful if no person confirmed the translation and it is by a
     * machine or of another text.
     */
    List<Property> doubts(List<Property> said) {
      boolean judged = said.stream().map(Property::name).anyMatch("x-status"::equals);
      List<Property> doubts =
          judged || confirmed ? List.of() : TranslationState.unconfirmed(origin, percent);
      List<Property> all = new ArrayList<>(said);
      all.addAll(doubts);
      return all;
    }
  }

  private static final class XliffSegments {

    private static final int MAX_SEGMENTS = 10_000;

    private final InlineText whole = new InlineText();
    private final Map<String, InlineText> marked = new LinkedHashMap<>();

    /** For each open element, whether it marks a segment. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private @Nullable InlineText current;

    void add(String text) {
      whole.add(text);
      if (current != null) {
        current.add(text);
      }
    }

    /** Begins an element; {@code segment} is the id of the segment that it marks, if any. */
    void open(String name, List<Attribute> attributes, @Nullable String segment) {
      boolean begins = segment != null && current == null && marked.size() < MAX_SEGMENTS;
      open.push(begins);
      if (begins) {
        current = marked.computeIfAbsent(segment, id -> new InlineText());
      } else {
        whole.open(name, attributes);
        if (current != null) {
          current.open(name, attributes);
        }
      }
    }

    void close() {
      if (open.pop()) {
        current = null;
        return;
      }
      whole.close();
      if (current != null && current.depth() > 0) {
        current.close();
      }
    }
  }
}
