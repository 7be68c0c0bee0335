package ballast.workflow.translate;

import ballast.bitext.InlineCode;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.links.CodePlacer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places the codes of a sentence in a translation from the memory: where the unit itself has codes
 * in the same places, as there; otherwise by the words that translate each other.
 */
final class TargetCodes {

  private static final Pattern NAME = Pattern.compile("\\b(?:id|i|x)=\"([^\"]*)\"");

  /** Elements of TMX and XLIFF that are one half of a pair; {@code it} says which. */
  private static final Set<String> OPENING = Set.of("bpt", "bx", "sc");

  private static final Set<String> CLOSING = Set.of("ept", "ex", "ec");

  private final CodePlacer placer;
  private final Direction direction;

  TargetCodes(CodePlacer placer, Direction direction) {
    this.placer = placer;
    this.direction = direction;
  }

  /**
   * The codes of a sentence at their places in its translation.
   *
   * @param codes those of the sentence, at their offsets in it
   * @return side {@link Side#TARGET}, by rising offset; empty if one of them cannot be placed
   */
  Optional<List<InlineCode>> place(
      Segment sentence, List<InlineCode> codes, FoundTranslation found) {
    if (codes.isEmpty()) {
      return Optional.of(List.of());
    }
    return asInUnit(sentence, codes, found)
        .or(
            () ->
                placer.place(
                    sentence.text(),
                    direction.source(),
                    codes,
                    found.translation(),
                    direction.target()));
  }

  /** If the text of the unit is the same and has codes of the same kinds in the same places. */
  private static Optional<List<InlineCode>> asInUnit(
      Segment sentence, List<InlineCode> codes, FoundTranslation found) {
    Unit unit = found.match().unit();
    List<InlineCode> sources = on(unit, found.side());
    List<InlineCode> targets = on(unit, found.side().other());
    if (!sentence.text().equals(found.text())
        || sources.size() != codes.size()
        || targets.size() != codes.size()) {
      return Optional.empty();
    }
    List<String> names = names(sources);
    for (int i = 0; i < codes.size(); i++) {
      if (codes.get(i).offset() != sources.get(i).offset()
          || !kind(codes.get(i)).equals(kind(sources.get(i)))) {
        return Optional.empty();
      }
    }
    List<InlineCode> placed = new ArrayList<>();
    List<String> targetNames = names(targets);
    for (int i = 0; i < targets.size(); i++) {
      int which = names.indexOf(targetNames.get(i));
      if (which < 0 || targetNames.indexOf(targetNames.get(i)) != i) {
        return Optional.empty();
      }
      InlineCode code = codes.get(which);
      placed.add(
          new InlineCode(
              Side.TARGET,
              targets.get(i).offset(),
              code.element(),
              code.attributes(),
              code.content()));
    }
    return Optional.of(placed);
  }

  private static List<InlineCode> on(Unit unit, Side side) {
    return unit.codes().stream().filter(code -> code.side() == side).toList();
  }

  private static String kind(InlineCode code) {
    if (code.isOpening() || OPENING.contains(code.element())) {
      return "opening";
    }
    if (code.isClosing() || CLOSING.contains(code.element())) {
      return "closing";
    }
    boolean half = code.element().equals("it");
    String place = code.attributes();
    return half ? (place.matches(".*\\bpos=\"(?:close|end)\".*") ? "closing" : "opening") : "alone";
  }

  /** A name for each code that its counterpart on the other side has, too. */
  private static List<String> names(List<InlineCode> codes) {
    List<String> names = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (InlineCode code : codes) {
      Matcher matcher = NAME.matcher(code.attributes());
      String name = matcher.find() ? matcher.group(1) : "";
      if (code.isOpening()) {
        open.add(name);
      } else if (code.isClosing() && name.isEmpty() && !open.isEmpty()) {
        name = open.remove(open.size() - 1);
      }
      String key = kind(code) + " " + name;
      long before = names.stream().filter(other -> other.startsWith(key + "#")).count();
      names.add(key + "#" + before);
    }
    return names;
  }
}
