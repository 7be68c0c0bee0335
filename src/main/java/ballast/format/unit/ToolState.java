package ballast.format.unit;

import ballast.bitext.Property;
import ballast.bitext.Property.Kind;
import ballast.bitext.Property.Scope;
import ballast.format.xml.XmlEvents.Attribute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a translation tool says about a unit or a segment in attributes of its own: memoQ ({@code
 * mq:}), Phrase ({@code m:}), Trados ({@code sdl:seg}).
 *
 * @param properties what is kept of it; a status that it says comes first
 * @param origin from what the translation was made; empty when unknown
 * @param percent how alike the text of the match is; empty if there was none, or somebody has
 *     edited the translation since
 * @param confirmed whether a person stands behind the translation
 */
record ToolState(List<Property> properties, String origin, String percent, boolean confirmed) {

  /** Nothing is said. */
  static final ToolState NONE = new ToolState(List.of(), "", "", false);

  /** Attributes that are kept as properties {@code x-xliff-...} of these names. */
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

  /** Origins of Trados of which the percentage tells how alike the text of the match is. */
  private static final List<String> MATCHES = List.of("tm", "auto-propagated", "document-match");

  ToolState {
    properties = List.copyOf(properties);
  }

  /** What the attributes of a {@code trans-unit} say. */
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

  /** What the attributes of {@code sdl:seg} say. */
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
   * Phrase counts the steps of the workflow in which the segment was confirmed: the first is the
   * translator's, another one has reviewed it.
   */
  private static String confirmed(Map<String, String> said) {
    String steps = said.getOrDefault("m:confirmed", "");
    return !isYes(said, "m:confirmed")
        ? ""
        : steps.matches("[2-9]|\\d\\d") ? "reviewed" : "translated";
  }

  /** A score of 1 as percent. */
  private static String percent(String score) {
    return score.matches("0\\.\\d{1,6}")
        ? Long.toString(Math.round(Double.parseDouble(score) * 100))
        : "";
  }

  /** Keeps when the translation was last changed, and by whom. */
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

  /** The same, beside a state of XLIFF. */
  ToolState and(String state) {
    return new ToolState(
        properties, origin, percent, confirmed || TranslationState.isConfirmed(state));
  }

  /** The same, beside an origin that XLIFF names. */
  ToolState from(String other) {
    return TranslationState.isMachine(other)
        ? new ToolState(properties, other, percent, confirmed)
        : this;
  }

  /**
   * What is said, and that the translation is in doubt if no person stands behind it and it is a
   * machine's, or that of another text.
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
