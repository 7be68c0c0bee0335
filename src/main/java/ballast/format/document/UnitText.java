package ballast.format.document;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.format.document.Paragraph.Field;
import ballast.format.document.Paragraph.Inside;
import ballast.format.file.XmlText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextFragment.TagType;
import org.jspecify.annotations.Nullable;

/**
 * The text of a filter as in a block: its characters without white space at the ends, and its codes
 * separately.
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
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Integer> notes;
  private String lastCode = "";

  private UnitText(List<Integer> notes) {
    this.notes = notes;
  }

  /**
   * @param isPlain whether a code begins a run that looks like the text around it
   * @param keepLines whether a line feed in the text is a deliberate break
   */
  static UnitText of(
      TextFragment fragment, Inside inside, Predicate<Code> isPlain, boolean keepLines) {
    UnitText read = new UnitText(inside.notes());
    read.read(fragment, keepLines);
    new RunJoining(read.pieces).join(inside.joints(), isPlain);
    read.takeOutMarked();
    inside.rubies().forEach(read::takeOut);
    read.build();
    if (!inside.fields().isEmpty()) {
      read.pair(inside.fields());
    }
    return read;
  }

  String text() {
    return text.toString();
  }

  List<InlineCode> codes() {
    return codes;
  }

  /** Stretches inside which no sentence ends; in order, disjoint. */
  List<Span> unbreakable() {
    return unbreakable;
  }

  /** By {@link #key}, each with the white space that belongs to it. */
  Map<String, String> coded() {
    return coded;
  }

  /** The filter's output before everything else. */
  String head() {
    return head.toString();
  }

  /** The filter's output after everything else. */
  String tail() {
    return tail + outerEnd.toString();
  }

  /** Pairs around the whole text would also surround any other text: they are not codes. */
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
        letters += Outline.key(piece.isTakenOut() ? piece.coded() : "").length();
        continue;
      }
      int from = Math.min(piece.text().length(), Math.max(0, first - at));
      int to = Math.max(from, Math.min(piece.text().length(), end - at));
      edges(piece, from, to);
      text.append(piece.text(), from, to);
      letters += Outline.key(piece.text()).length();
      at += piece.text().length();
    }
  }

  /**
   * Adds white space at the ends to the code before it, or at the end of the text to the code after
   * it.
   */
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

  /**
   * Pairs the codes around the results of fields: a filter gives two independent codes, which a
   * translation could swap. Ambiguous codes remain unpaired.
   */
  private void pair(List<Field> fields) {
    List<InlineCode> before = List.copyOf(codes);
    List<Span> spans = new ArrayList<>(unbreakable);
    fields.forEach(field -> pair(field, spans));
    Map<String, String> written = new LinkedHashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      written.put(key(codes.get(i)), coded.getOrDefault(key(before.get(i)), ""));
    }
    coded.clear();
    coded.putAll(written);
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

  /**
   * @param spans receives the result, if no sentence ends in it
   */
  private void pair(Field field, List<Span> spans) {
    int begin = begin(field.from());
    int end = end(field.to());
    if (begin >= 0 && end > begin && isNested(begin + 1, end)) {
      String id = "id=\"" + codes.get(begin).id() + "\"";
      String meaning = field.isLink() ? "type=\"link\"" : CodeMeaning.OF_FIELD;
      codes.set(begin, paired(codes.get(begin), "<pc", id + " " + meaning));
      codes.set(end, paired(codes.get(end), "/pc", id));
      Span result = new Span(codes.get(begin).offset(), codes.get(end).offset());
      if (!field.isTyped() && !result.isEmpty()) {
        spans.add(result);
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
            ? (CodeMeaning.isLink(code) ? CodeMeaning.NOTE : "type=\"other\" subType=\"ruby\"")
            : isNote ? CodeMeaning.NOTE : CodeMeaning.attributes(code);
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
    lastCode = key(made);
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

  /**
   * A piece of a text of a filter: characters, a code, or a stretch removed as if it were one code.
   *
   * @param coded the filter's notation: plain characters, or markers of codes among them
   * @param text its visible characters; empty for codes
   * @param code the code; the first of several; null for text
   * @param isTakenOut whether it is the reading above a word or the number of a note, with the
   *     codes around it
   */
  private record Piece(String coded, String text, @Nullable Code code, boolean isTakenOut) {}

  /** Line ends other than a line feed: Excel writes the carriage return with an escape. */
  private static final Pattern RETURN = Pattern.compile("(?:\r|(?<!_x005[Ff])_x000[Dd]_)\n?");

  private void read(TextFragment fragment, boolean keepLines) {
    String coded = fragment.getCodedText();
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < coded.length()) {
      if (!TextFragment.isMarker(coded.charAt(i))) {
        text.append(coded.charAt(i++));
        continue;
      }
      flush(text, keepLines);
      Code code = fragment.getCodes().get(TextFragment.toIndex(coded.charAt(i + 1)));
      char character = CodeMeaning.character(code);
      String marker = coded.substring(i, i + 2);
      pieces.add(
          character == 0
              ? new Piece(marker, "", code, false)
              : new Piece(marker, String.valueOf(character), null, false));
      i += 2;
    }
    flush(text, keepLines);
  }

  private void flush(StringBuilder text, boolean keepLines) {
    if (text.length() > 0) {
      String coded = text.toString();
      String shown = keepLines ? RETURN.matcher(coded).replaceAll("\n") : joined(coded);
      String visible =
          XmlText.fit(shown.replace('\u2028', '\n')); // a reference can name any character
      pieces.add(new Piece(coded, visible, null, false));
      text.setLength(0);
    }
  }

  /**
   * Drops the codes between runs that look alike. A program begins a run for each script, language
   * and time of writing.
   */
  private static final class RunJoining {

    private final List<Piece> pieces;

    /** The run that each run continues, by the IDs of their codes; 0 is the text around them. */
    private final Map<Integer, Integer> continued = new HashMap<>();

    RunJoining(List<Piece> pieces) {
      this.pieces = pieces;
    }

    /**
     * @param joints offsets between such runs, which are not inside each other
     */
    void join(Set<Integer> joints, Predicate<Code> isPlain) {
      for (Piece piece : pieces) {
        if (piece.code() != null
            && piece.code().getTagType() == TagType.OPENING
            && isPlain.test(piece.code())) {
          continued.put(piece.code().getId(), 0);
        }
      }
      if (!joints.isEmpty()) {
        find(joints);
      }
      if (!continued.isEmpty()) {
        List<Piece> kept = kept();
        pieces.clear();
        pieces.addAll(kept);
      }
    }

    private void find(Set<Integer> joints) {
      int at = 0;
      int last = 0;
      int run = 0;
      for (int i = 0; i <= pieces.size(); i++) {
        Code code = i < pieces.size() ? pieces.get(i).code() : null;
        if (code != null) {
          run = code.getTagType() == TagType.OPENING ? code.getId() : 0;
          continue;
        }
        if (joints.contains(at) && first(last) != first(run)) {
          continued.put(Math.max(first(last), first(run)), Math.min(first(last), first(run)));
        }
        last = run;
        at += i < pieces.size() ? pieces.get(i).coded().length() : 0;
      }
    }

    private int first(int run) {
      int first = run;
      while (continued.containsKey(first)) {
        first = continued.get(first);
      }
      return first;
    }

    /** A joined run begins with its first run and ends where its last one ended. */
    private List<Piece> kept() {
      Map<Integer, Integer> lastEnds = new HashMap<>();
      Map<Integer, Piece> ends = new HashMap<>();
      for (int i = 0; i < pieces.size(); i++) {
        Code code = pieces.get(i).code();
        if (code != null && code.getTagType() == TagType.CLOSING) {
          lastEnds.put(first(code.getId()), i);
          ends.put(code.getId(), pieces.get(i));
        }
      }
      List<Piece> kept = new ArrayList<>();
      for (int i = 0; i < pieces.size(); i++) {
        Code code = pieces.get(i).code();
        int first = code == null ? 0 : first(code.getId());
        if (code == null || (first == code.getId() && code.getTagType() != TagType.CLOSING)) {
          kept.add(pieces.get(i));
        } else if (first > 0 && Objects.equals(lastEnds.get(first), i)) {
          kept.add(ends.getOrDefault(first, pieces.get(i)));
        }
      }
      return kept;
    }
  }

  private void takeOutMarked() {
    for (int i = 0; i < pieces.size(); i++) {
      Code code = pieces.get(i).code();
      if (code != null && code.getTagType() != TagType.CLOSING) {
        int end = i + 1;
        while (end < pieces.size() && !closes(pieces.get(end).code(), code)) {
          end++;
        }
        if (end < pieces.size() && isTakenOut(code, i + 1, end)) {
          merge(i, end + 1);
        }
      }
    }
  }

  private boolean isTakenOut(Code code, int from, int end) {
    if (CodeMeaning.isReading(code)) {
      return true;
    }
    StringBuilder inside = new StringBuilder();
    pieces.subList(from, end).forEach(piece -> inside.append(piece.text()));
    Code before = from > 1 ? pieces.get(from - 2).code() : null;
    return CodeMeaning.isNoteLink(
        code, inside.toString(), before != null && CodeMeaning.isRaising(before));
  }

  /** The filter for HTML gives the two halves different numbers. */
  private static boolean closes(@Nullable Code code, Code opening) {
    return code != null
        && code.getTagType() == TagType.CLOSING
        && (code.getId() == opening.getId() || code.getType().equals(opening.getType()));
  }

  private void takeOut(String reading) {
    for (int i = 1; i < pieces.size() - 1; i++) {
      Code before = pieces.get(i - 1).code();
      Code after = pieces.get(i + 1).code();
      boolean alone =
          before != null
              && after != null
              && before.getTagType() == TagType.PLACEHOLDER
              && after.getTagType() == TagType.PLACEHOLDER;
      if (alone && pieces.get(i).coded().strip().equals(reading.strip())) {
        merge(i - 1, i + 2);
        return;
      }
    }
  }

  private void merge(int from, int end) {
    StringBuilder coded = new StringBuilder();
    List<Piece> merged = pieces.subList(from, end);
    merged.forEach(piece -> coded.append(piece.coded()));
    Code code = merged.get(0).code();
    merged.clear();
    pieces.add(from, new Piece(coded.toString(), "", code, true));
  }

  private static InlineCode paired(InlineCode code, String element, String attributes) {
    return new InlineCode(code.side(), code.offset(), element, attributes, code.content());
  }

  /** Returns -1 if there is no unpaired code before the result, or it is a note. */
  private int begin(int from) {
    int i = first(from + 1) - 1;
    while (i >= 0 && codes.get(i).isOpening()) {
      i--;
    }
    return i >= 0 && lettersBefore.get(i) == from && isAlone(codes.get(i)) ? i : -1;
  }

  /** Returns -1 if there is no unpaired code after the result, or it is a note. */
  private int end(int to) {
    int i = first(to);
    while (i < codes.size() && codes.get(i).isClosing()) {
      i++;
    }
    return i < codes.size() && lettersBefore.get(i) == to && isAlone(codes.get(i)) ? i : -1;
  }

  private int first(int count) {
    int low = 0;
    int high = lettersBefore.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lettersBefore.get(middle) < count) {
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

  static String key(InlineCode code) {
    return code.element() + " " + code.id();
  }

  private static final class CodeMeaning {

    static final String NOTE = "type=\"other\" subType=\"note\"";
    static final String OF_FIELD = "type=\"other\" subType=\"field\"";

    private static final Pattern BREAK =
        Pattern.compile("(?i)<(?:text:line-break|br)\\b[^>]*>(?:</text:line-break>)?");
    private static final Pattern TAB = Pattern.compile("<text:tab\\b[^>]*>(?:</text:tab>)?");
    private static final Pattern READING =
        Pattern.compile("(?i)<(?:text:ruby-text|rt|rp)\\b[^>]*>");
    private static final Pattern FIELD =
        Pattern.compile("text:(?!(?:span|a|note|ruby.*|meta.*|bookmark|.*-mark.*)$)[a-z-]+");
    private static final Pattern PROGRAM =
        Pattern.compile("(?i)<(?:code|kbd|samp|tt|var)\\b[^>]*>");

    private static final List<Map.Entry<String, String>> KINDS =
        List.of(
            Map.entry("bold", "bold"),
            Map.entry("italic", "italic"),
            Map.entry("underline", "underline"),
            Map.entry("sup", "superscript"),
            Map.entry("sub", "subscript"),
            Map.entry("strikethrough", "strikethrough"));

    private static final Pattern BRACKETED =
        Pattern.compile("\\s*[\\[\\(（【〔](?:\\d{1,4}|[*†‡§¶])[\\]\\)）】〕]\\s*");

    private static final Pattern NOTE_SIGN =
        Pattern.compile("\\s*[\\[\\(（【〔]?(?:\\d{1,4}|[*†‡§¶])[\\]\\)）】〕]?\\s*");

    private CodeMeaning() {}

    static String attributes(Code code) {
      String type = String.valueOf(code.getType()).toLowerCase(Locale.ROOT);
      String data = code.getData();
      if (isLink(code)) {
        return "type=\"link\"";
      }
      if (type.equals("text:note")) {
        return NOTE;
      }
      if (isField(code)) {
        return OF_FIELD;
      }
      if (type.contains("image") || data.startsWith("<img") || data.startsWith("<draw:image")) {
        return "type=\"image\"";
      }
      if (isProgram(code)) {
        return "type=\"fmt\" subType=\"code\"";
      }
      for (Map.Entry<String, String> kind : KINDS) {
        if (type.matches("(?:x-|.*;)?" + kind.getKey() + "(?:[;:].*)?")
            && !type.contains(kind.getKey() + ":none")) {
          return "type=\"fmt\" subType=\"" + kind.getValue() + "\"";
        }
      }
      boolean format = type.matches("x-.*[:;].*|text:span|x-(?:span|small|caps|fonts).*");
      return "type=\"" + (format ? "fmt" : "other") + "\"";
    }

    static boolean isLink(Code code) {
      String type = String.valueOf(code.getType());
      return type.equals("link") || type.startsWith("x-link") || type.equals("text:a");
    }

    static boolean isField(Code code) {
      return FIELD.matcher(String.valueOf(code.getType())).matches();
    }

    static boolean isProgram(Code code) {
      return PROGRAM.matcher(code.getData()).matches();
    }

    static boolean isReading(Code code) {
      return READING.matcher(code.getData()).matches();
    }

    /** A number or sign in brackets or raised. (Filters do not expose the targets of links.) */
    static boolean isNoteLink(Code code, String text, boolean isRaised) {
      return isLink(code)
          && (isRaised ? NOTE_SIGN.matcher(text).matches() : BRACKETED.matcher(text).matches());
    }

    static boolean isRaising(Code code) {
      return attributes(code).endsWith("\"superscript\"") || code.getData().startsWith("<sup");
    }

    static char character(Code code) {
      if (code.hasReference()) {
        return 0;
      }
      if (BREAK.matcher(code.getData()).matches()) {
        return '\n';
      }
      return TAB.matcher(code.getData()).matches() ? '\t' : 0;
    }
  }

  private static final Pattern WRAP = Pattern.compile("[ \\t]*[\\r\\n][ \\t\\r\\n]*");

  /**
   * Joins the lines of a text in XML, where a line feed means no more than a space; between Chinese
   * characters it means nothing.
   */
  static String joined(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return text;
    }
    return WRAP.matcher(text)
        .replaceAll(
            (MatchResult wrap) ->
                isWide(text, wrap.start() - 1) && isWide(text, wrap.end()) ? "" : " ");
  }

  static boolean isWide(CharSequence text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return Character.isIdeographic(c) || (c >= '\u3000' && c <= '\u303F') || c >= '\uFF00';
  }
}
