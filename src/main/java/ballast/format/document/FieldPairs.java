package ballast.format.document;

import ballast.bitext.InlineCode;
import ballast.bitext.Span;
import ballast.format.document.Paragraph.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes pairs of the codes around the results of fields: a filter gives two that stand alone, which
 * a translation could turn around.
 */
final class FieldPairs {

  private final List<InlineCode> codes;
  private final List<Integer> letters;
  private final List<Span> unbreakable = new ArrayList<>();

  /**
   * @param codes the codes of a text in order
   * @param letters how many characters of {@link TextKey} stand before each
   */
  FieldPairs(List<InlineCode> codes, List<Integer> letters) {
    this.codes = new ArrayList<>(codes);
    this.letters = letters;
  }

  /** The codes, those that surround a result paired. Where they cannot be told they stay alone. */
  List<InlineCode> of(List<Field> fields) {
    for (Field field : fields) {
      int begin = begin(field.from());
      int end = end(field.to());
      if (begin >= 0 && end > begin && isNested(begin + 1, end)) {
        String id = "id=\"" + codes.get(begin).id() + "\"";
        codes.set(begin, paired(codes.get(begin), "<pc", id + " " + CodeMeaning.field(field)));
        codes.set(end, paired(codes.get(end), "/pc", id));
        Span result = new Span(codes.get(begin).offset(), codes.get(end).offset());
        if (!field.isTyped() && !result.isEmpty()) {
          unbreakable.add(result);
        }
      }
    }
    return codes;
  }

  /** The results inside which no sentence ends. */
  List<Span> unbreakable() {
    return unbreakable;
  }

  private static InlineCode paired(InlineCode code, String element, String attributes) {
    return new InlineCode(code.side(), code.offset(), element, attributes, code.content());
  }

  /** The last code before the result that stands alone; -1 if there is none or it is a note. */
  private int begin(int from) {
    int i = first(from + 1) - 1;
    while (i >= 0 && codes.get(i).isOpening()) {
      i--;
    }
    return i >= 0 && letters.get(i) == from && isAlone(codes.get(i)) ? i : -1;
  }

  /** The first code after the result that stands alone; -1 if there is none or it is a note. */
  private int end(int to) {
    int i = first(to);
    while (i < codes.size() && codes.get(i).isClosing()) {
      i++;
    }
    return i < codes.size() && letters.get(i) == to && isAlone(codes.get(i)) ? i : -1;
  }

  /** The first code with this many letters before it or more. */
  private int first(int count) {
    int low = 0;
    int high = letters.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (letters.get(middle) < count) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isAlone(InlineCode code) {
    return !code.isOpening() && !code.isClosing() && !code.attributes().contains("subType");
  }

  private boolean isNested(int from, int end) {
    Deque<String> open = new ArrayDeque<>();
    for (InlineCode code : codes.subList(from, end)) {
      if (code.isOpening()) {
        open.push(code.id());
      } else if (code.isClosing() && !code.id().equals(open.poll())) {
        return false;
      }
    }
    return open.isEmpty();
  }
}
