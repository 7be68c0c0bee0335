package ballast.format.unit;

import ballast.bitext.Property;
import ballast.bitext.Status;
import ballast.format.unit.RawUnit.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One unit of an XLIFF file, collected while it is read and then turned into pairs. */
final class XliffUnit {

  private static final int MAX_PROPERTIES = 2_000;

  /**
   * States of XLIFF 1.2 and 2.x, SDL and memoQ that say that a person has approved the translation.
   */
  private static final Set<String> APPROVED =
      Set.of(
          "final", "signed-off", "reviewed", "ApprovedTranslation", "ApprovedSignOff", "Proofread");

  private static final Set<String> REJECTED =
      Set.of("RejectedTranslation", "RejectedSignOff", "Rejected");

  private final int line;
  private String sourceLang;
  private String targetLang;
  private final List<Property> properties = new ArrayList<>();
  private long said;
  private final Map<String, String> segmentStates = new HashMap<>();
  private @Nullable XliffSegments source;
  private @Nullable XliffSegments markedSource;
  private @Nullable XliffSegments target;

  XliffUnit(int line, String sourceLang, String targetLang) {
    this.line = line;
    this.sourceLang = sourceLang;
    this.targetLang = targetLang;
  }

  /** A segment of this unit, with everything that is said about the unit. */
  XliffUnit segment(int segmentLine, String id) {
    XliffUnit segment = new XliffUnit(segmentLine, sourceLang, targetLang);
    segment.properties.addAll(properties);
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
  void judge(String attribute, String state) {
    say("x-xliff-" + attribute, state);
    properties.addAll(
        0, status(attribute.equals("approved") && state.equals("yes") ? "final" : state));
  }

  void judgeSegment(String id, String state) {
    if (segmentStates.size() < MAX_PROPERTIES) {
      segmentStates.put(id, state);
    }
  }

  private static List<Property> status(String state) {
    Status status =
        APPROVED.contains(state)
            ? Status.APPROVED
            : REJECTED.contains(state) ? Status.REJECTED : Status.DRAFT;
    return status == Status.DRAFT
        ? List.of()
        : List.of(Property.ofUnit("x-status", status.label()));
  }

  /** Sets the languages that texts name themselves where the file names none. */
  void languages(String source, String target) {
    sourceLang = source.isEmpty() ? sourceLang : source;
    targetLang = target.isEmpty() ? targetLang : target;
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
        properties,
        plain == null ? null : plain.whole(),
        target == null ? null : target.whole());
  }

  private void giveSegment(PairMaker pairs, String id, InlineText from, @Nullable InlineText to) {
    List<Property> said = new ArrayList<>(properties);
    said.add(Property.ofUnit("x-xliff-segment", id));
    String state = segmentStates.getOrDefault(id, "");
    if (!state.isEmpty()) {
      said.add(Property.ofUnit("x-xliff-conf", state));
      said.addAll(0, status(state));
    }
    give(pairs, said, from, to);
  }

  private void give(
      PairMaker pairs, List<Property> said, @Nullable InlineText from, @Nullable InlineText to) {
    boolean tooLong = (from != null && from.isTooLong()) || (to != null && to.isTooLong());
    List<Variant> variants = List.of(variant(sourceLang, from), variant(targetLang, to));
    RawUnit unit = new RawUnit(line, sourceLang, said, tooLong ? List.of() : variants, true);
    if (tooLong) {
      pairs.refuseTooLong(unit);
    } else {
      pairs.accept(unit);
    }
  }

  private Variant variant(String lang, @Nullable InlineText text) {
    return text == null
        ? new Variant(line, lang, false, "", List.of(), List.of())
        : new Variant(line, lang, true, text.text(), text.codes(), List.of());
  }
}
