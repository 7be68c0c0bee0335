package ballast.format.document;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.format.document.Paragraph.Field;
import ballast.format.document.Paragraph.Inside;
import ballast.format.document.Pieces.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextFragment.TagType;

/**
 * A text of a filter as a block has it: its characters without white space at the ends, and its
 * codes beside them.
 */
final class UnitText {

  private final StringBuilder text = new StringBuilder();
  private final List<InlineCode> codes = new ArrayList<>();
  private final List<Integer> lettersBefore = new ArrayList<>();
  private final List<Span> unbreakable = new ArrayList<>();
  private final Map<String, String> coded = new LinkedHashMap<>();
  private final StringBuilder head = new StringBuilder();
  private final StringBuilder tail = new StringBuilder();
  private final StringBuilder outerEnd = new StringBuilder();
  private final Map<Integer, Integer> opened = new HashMap<>();
  private final List<Piece> pieces;
  private final List<Integer> notes;
  private String lastCode = "";

  private UnitText(List<Piece> pieces, List<Integer> notes) {
    this.pieces = new ArrayList<>(pieces);
    this.notes = notes;
  }

  /**
   * Reads a text.
   *
   * @param inside what is known to stand in it
   * @param keepLines whether a line feed in the text is a deliberate break
   */
  static UnitText of(TextFragment fragment, Inside inside, boolean keepLines) {
    UnitText read = new UnitText(Pieces.of(fragment, inside.rubies(), keepLines), inside.notes());
    read.build();
    if (!inside.fields().isEmpty()) {
      read.pair(inside.fields());
    }
    return read;
  }

  /** Its visible characters; empty if there are none. */
  String text() {
    return text.toString();
  }

  /** Its codes, by rising offset. */
  List<InlineCode> codes() {
    return codes;
  }

  /** Stretches inside which no sentence ends; in order, disjoint. */
  List<Span> unbreakable() {
    return unbreakable;
  }

  /**
   * How the filter writes each code, with the white space that goes with it, by {@link CodeKey#of}.
   */
  Map<String, String> coded() {
    return coded;
  }

  /** What the filter writes before everything else. */
  String head() {
    return head.toString();
  }

  /** What the filter writes after everything else. */
  String tail() {
    return tail + outerEnd.toString();
  }

  /** Pairs around the whole text surround any other text in its place, too: they are no codes. */
  private void takeOffOuterPairs() {
    while (pieces.size() > 2) {
      Code first = pieces.get(0).code();
      Code last = pieces.get(pieces.size() - 1).code();
      boolean pair =
          first != null
              && last != null
              && first.getTagType() == TagType.OPENING
              && last.getTagType() == TagType.CLOSING
              && first.getId() == last.getId()
              && !pieces.get(0).isTakenOut();
      if (!pair) {
        return;
      }
      head.append(pieces.remove(0).coded());
      outerEnd.insert(0, pieces.remove(pieces.size() - 1).coded());
    }
  }

  private void build() {
    takeOffOuterPairs();
    StringBuilder all = new StringBuilder();
    pieces.forEach(piece -> all.append(piece.text()));
    int first = 0;
    int end = all.length();
    while (first < end && isSpace(all.charAt(first))) {
      first++;
    }
    while (end > first && isSpace(all.charAt(end - 1))) {
      end--;
    }
    if (first == end) {
      return;
    }
    Map<Integer, Integer> halves = halves();
    int at = 0;
    int letters = 0;
    for (Piece piece : pieces) {
      Code code = piece.code();
      if (code != null) {
        boolean paired =
            code.getTagType() != TagType.PLACEHOLDER && halves.getOrDefault(code.getId(), 0) == 2;
        add(piece, code, paired && !piece.isTakenOut(), letters);
        letters += TextKey.of(piece.isTakenOut() ? piece.coded() : "").length();
        continue;
      }
      int from = Math.min(piece.text().length(), Math.max(0, first - at));
      int to = Math.max(from, Math.min(piece.text().length(), end - at));
      edges(piece, from, to);
      text.append(piece.text(), from, to);
      letters += TextKey.of(piece.text()).length();
      at += piece.text().length();
    }
  }

  /** White space at the ends goes with the code before it, or after it at the end of the text. */
  private void edges(Piece piece, int from, int to) {
    String before = from == piece.text().length() ? piece.coded() : piece.text().substring(0, from);
    if (text.length() > 0 && from == to) {
      tail.append(piece.coded());
      return;
    }
    if (lastCode.isEmpty()) {
      head.append(before);
    } else if (text.length() == 0) {
      coded.merge(lastCode, before, String::concat);
    }
    tail.append(from == to ? "" : piece.text().substring(to));
  }

  private void pair(List<Field> fields) {
    FieldPairs pairs = new FieldPairs(codes, lettersBefore);
    List<InlineCode> paired = pairs.of(fields);
    Map<String, String> written = new LinkedHashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      written.put(CodeKey.of(paired.get(i)), coded.getOrDefault(CodeKey.of(codes.get(i)), ""));
    }
    coded.clear();
    coded.putAll(written);
    codes.clear();
    codes.addAll(paired);
    List<Span> spans = new ArrayList<>(unbreakable);
    spans.addAll(pairs.unbreakable());
    spans.sort(Comparator.comparing(Span::start));
    unbreakable.clear();
    for (Span span : spans) {
      int last = unbreakable.size() - 1;
      if (last >= 0 && unbreakable.get(last).end() > span.start()) {
        int end = Math.max(unbreakable.get(last).end(), span.end());
        unbreakable.set(last, new Span(unbreakable.get(last).start(), end));
      } else {
        unbreakable.add(span);
      }
    }
  }

  private Map<Integer, Integer> halves() {
    Map<Integer, Integer> halves = new HashMap<>();
    for (Piece piece : pieces) {
      Code code = piece.code();
      if (code != null && code.getTagType() != TagType.PLACEHOLDER) {
        halves.merge(code.getId(), 1, Integer::sum);
      }
    }
    return halves;
  }

  private void add(Piece piece, Code code, boolean paired, int letters) {
    String element = !paired ? "ph" : code.getTagType() == TagType.OPENING ? "<pc" : "/pc";
    boolean isNote = !paired && !piece.isTakenOut() && notes.contains(letters);
    String meaning =
        piece.isTakenOut()
            ? (CodeMeaning.isLink(code) ? CodeMeaning.note() : CodeMeaning.reading())
            : isNote ? CodeMeaning.note() : CodeMeaning.attributes(code);
    String id = "id=\"" + code.getId() + "\"";
    InlineCode made =
        new InlineCode(
            Side.SOURCE,
            text.length(),
            element,
            element.equals("/pc") ? id : id + " " + meaning,
            piece.isTakenOut() ? reading(piece) : code.getData());
    codes.add(made);
    lettersBefore.add(letters);
    lastCode = CodeKey.of(made);
    coded.put(lastCode, tail + piece.coded());
    tail.setLength(0);
    if (!paired) {
      return;
    }
    if (code.getTagType() == TagType.OPENING) {
      if (CodeMeaning.isLink(code) || CodeMeaning.isProgram(code) || CodeMeaning.isField(code)) {
        opened.put(code.getId(), text.length());
      }
    } else if (opened.containsKey(code.getId())) {
      close(opened.remove(code.getId()));
    }
  }

  /** The reading above a word, between the codes around it. */
  private static String reading(Piece piece) {
    StringBuilder shown = new StringBuilder();
    int i = 0;
    while (i < piece.coded().length()) {
      boolean marker = TextFragment.isMarker(piece.coded().charAt(i));
      shown.append(marker ? "" : piece.coded().substring(i, i + 1));
      i += marker ? 2 : 1;
    }
    return shown.toString();
  }

  private void close(int start) {
    int from = start;
    while (!unbreakable.isEmpty() && unbreakable.get(unbreakable.size() - 1).end() > from) {
      from = Math.min(from, unbreakable.remove(unbreakable.size() - 1).start());
    }
    if (text.length() > from) {
      unbreakable.add(new Span(from, text.length()));
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
