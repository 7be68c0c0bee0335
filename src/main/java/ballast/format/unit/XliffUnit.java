package ballast.format.unit;

import ballast.bitext.Property;
import ballast.bitext.Property.Kind;
import ballast.format.unit.BilingualUnit.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One unit of an XLIFF file, collected while it is read and then turned into pairs. */
final class XliffUnit {

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
  private boolean phrase;
  private boolean ours;
  private final Set<String> oldRemarks;
  private @Nullable XliffSegments source;
  private @Nullable XliffSegments markedSource;
  private @Nullable XliffSegments target;

  XliffUnit(int line, String sourceLang, String targetLang) {
    this(line, sourceLang, targetLang, new HashSet<>());
  }

  private XliffUnit(int line, String sourceLang, String targetLang, Set<String> oldRemarks) {
    this.line = line;
    this.oldRemarks = oldRemarks;
    this.sourceLang = sourceLang;
    this.targetLang = targetLang;
  }

  /** A segment of this unit, with everything that is said about the unit. */
  XliffUnit segment(int segmentLine, String id) {
    XliffUnit segment = new XliffUnit(segmentLine, sourceLang, targetLang, oldRemarks);
    segment.properties.addAll(properties);
    segment.phrase = phrase;
    segment.say("x-xliff-segment", id);
    return segment;
  }

  /** Keeps what the file says of the unit, unless it is empty. */
  void say(String name, String value) {
    if (!value.isEmpty()) {
      add(Property.ofUnit(name, value));
    }
  }

  void add(Property property) {
    if (properties.size() < MAX_PROPERTIES && said <= InlineText.MAX_LENGTH) {
      said += property.value().length(); // one too many is kept, by which the unit is refused
      properties.add(property);
    }
  }

  /** Keeps a state, and derives the status from it if it says one. */
  void judge(String attribute, String value) {
    say("x-xliff-" + attribute, value);
    String said = attribute.equals("approved") && value.equals("yes") ? "final" : value;
    TranslationState.status(said)
        .ifPresent(status -> properties.add(0, Property.ofUnit("x-status", status.label())));
    state = state.and(said);
  }

  /** Keeps what a translation tool says of the unit. */
  void judge(ToolState said) {
    state = said;
    said.properties().forEach(this::add);
  }

  /** Keeps from what the translation was made. */
  void qualify(String origin) {
    say("x-xliff-state-qualifier", origin);
    state = state.from(origin);
  }

  /** Keeps what a translation tool says of a segment. */
  void judgeSegment(String id, ToolState said) {
    if (segmentStates.size() < MAX_PROPERTIES) {
      segmentStates.put(id, said);
    }
  }

  /** Reads codes in the texts as Phrase writes them. */
  void readPhraseCodes() {
    phrase = true;
  }

  /** Sets languages that texts name themselves, unless they are empty. */
  void languages(String source, String target) {
    sourceLang = source.isEmpty() ? sourceLang : source;
    targetLang = target.isEmpty() ? targetLang : target;
  }

  /** Says whether it is in a file that Ballast has pre-translated. */
  void isFromBallast(boolean pretranslated) {
    ours = pretranslated;
  }

  /**
   * Takes note of a match, on which Ballast has made remarks that it did not mark before 1.0.
   *
   * @param score percent
   */
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

  void source(XliffSegments segments) {
    source = segments;
  }

  void markedSource(XliffSegments segments) {
    markedSource = segments;
  }

  void target(XliffSegments segments) {
    target = segments;
  }

  /** Hands over a pair for each segment that both sides mark, or else one for the whole unit. */
  void giveTo(PairMaker pairs) {
    XliffSegments from =
        markedSource == null || markedSource.marked().isEmpty() ? source : markedSource;
    if (from != null && target != null && !from.marked().isEmpty() && !target.marked().isEmpty()) {
      for (Map.Entry<String, InlineText> segment : from.marked().entrySet()) {
        giveSegment(
            pairs, segment.getKey(), segment.getValue(), target.marked().get(segment.getKey()));
      }
      return;
    }
    XliffSegments plain = source == null ? markedSource : source;
    give(
        pairs,
        state.doubts(properties),
        plain == null ? null : plain.whole(),
        target == null ? null : target.whole());
  }

  private void giveSegment(PairMaker pairs, String id, InlineText from, @Nullable InlineText to) {
    List<Property> said = new ArrayList<>(properties);
    said.add(Property.ofUnit("x-xliff-segment", id));
    ToolState own = segmentStates.getOrDefault(id, ToolState.NONE);
    said.addAll(0, own.properties());
    give(pairs, own.doubts(said), from, to);
  }

  private void give(
      PairMaker pairs, List<Property> said, @Nullable InlineText from, @Nullable InlineText to) {
    List<Property> kept = said.stream().filter(property -> !isOldRemark(property)).toList();
    BilingualUnit unit =
        new BilingualUnit(line, kept, new Part(sourceLang, from), new Part(targetLang, to));
    if (phrase) {
      unit.giveToAsPhrase(pairs);
    } else {
      unit.giveTo(pairs);
    }
  }
}
