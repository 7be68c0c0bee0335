package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns inline codes into those of TMX. Codes from XLIFF become native code: their tags are what
 * the translator's program has to restore.
 */
final class TmxCodes {

  private static final Set<String> KNOWN = Set.of("bpt", "ept", "it", "ph", "hi", "ut", "sub");

  /** Half a pair as XLIFF 1.2 writes it. */
  private static final Pattern ISOLATED = Pattern.compile("\\bpos=\"(open|close)\"");

  private TmxCodes() {}

  /** The codes of one side of a unit. */
  static List<InlineCode> of(List<InlineCode> codes, Side side) {
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
        found.add(made(code, "it", "pos=\"" + place + "\"" + number, code.content()));
      } else if (KNOWN.contains(code.name())) {
        found.add(code);
      } else if (code.isOpening()) {
        int number = number(code, taken);
        open.push(number);
        found.add(
            made(code, "bpt", "i=\"" + number + "\"", "<" + tag(code) + ">" + code.content()));
      } else if (code.isClosing()) {
        boolean pairless = open.isEmpty();
        String attributes = pairless ? "pos=\"end\"" : "i=\"" + open.pop() + "\"";
        String content = "</" + code.name() + ">" + code.content();
        found.add(made(code, pairless ? "it" : "ept", attributes, content));
      } else {
        String content =
            code.content().isEmpty()
                ? "<" + tag(code) + "/>"
                : "<" + tag(code) + ">" + code.content() + "</" + code.name() + ">";
        found.add(made(code, "ph", "", content));
      }
    }
    return found;
  }

  /**
   * The number of a pair, which its counterpart in the other text has, too: its id if that is a
   * number, otherwise the next one that is free.
   */
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

  private static InlineCode made(
      InlineCode code, String element, String attributes, String content) {
    return new InlineCode(code.side(), code.offset(), element, attributes, content);
  }

  private static String tag(InlineCode code) {
    return code.attributes().isEmpty() ? code.name() : code.name() + " " + code.attributes();
  }
}
