package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the codes of a document as the tags that OmegaT (from version 4 on) shows for them when it
 * opens the XLIFF file of that document: {@code <b0>bold</b0>}. In a memory they are ordinary text
 * for it; only then does a unit with codes match.
 *
 * <p>A tag is a letter and a number: the first letter of what the code does, or of its element, and
 * how many tags of that letter came before it in the source.
 */
final class OmegaTTags {

  private static final Pattern TYPE = Pattern.compile("\\bctype=\"([^\"]+)\"");
  private static final Pattern CLOSE = Pattern.compile("\\bpos=\"(?:close|end)\"");

  /** For each kind of code, the letter of one of which nothing else is known. */
  private static final Map<String, String> LETTERS =
      Map.of("g", "g", "pc", "g", "it", "a", "ph", "p");

  /** The tags by the id of their code in the unit. */
  private final Map<String, String> names = new HashMap<>();

  private final Map<String, Integer> counts = new HashMap<>();

  private OmegaTTags() {}

  /** The text of one side with its tags; empty if it has a code that is not from a document. */
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
    String type = written.find() ? written.group(1) : XliffCodeType.first(code);
    String letter = type.isEmpty() ? LETTERS.getOrDefault(code.name(), "") : type.substring(0, 1);
    int number = counts.merge(letter, 1, Integer::sum) - 1;
    return letter + number;
  }
}
