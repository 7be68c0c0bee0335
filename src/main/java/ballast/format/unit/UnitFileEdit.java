package ballast.format.unit;

import ballast.bitext.Correction;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.format.file.FileInput;
import ballast.format.file.RawText;
import ballast.format.file.RawText.Rewriting;
import ballast.format.file.TagScanner;
import ballast.format.file.XmlEvents;
import ballast.format.file.XmlText;
import ballast.format.table.TsvLine;
import ballast.format.unit.UnitEvents.FoundPair;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Replaces parts of translations in a TMX, XLIFF or TSV file. The places are located in the
 * characters of the file. The result is read again, and is offered for writing only if every pair
 * in it is as intended.
 */
public final class UnitFileEdit {

  /** Maximum size of an edited file in bytes, because it is held in memory. */
  private static final int MAX_BYTES = 256 << 20;

  /** Maximum number of units without a pair between two with one. */
  private static final int MAX_BETWEEN = 10_000;

  private static final Set<UnitFormat> EDITED =
      Set.of(UnitFormat.TMX, UnitFormat.XLIFF, UnitFormat.TSV);

  private final Path file;
  private final String name;
  private final UnitFormat format;
  private final PairOptions options;
  private final Map<Integer, String> refused = new TreeMap<>();

  private UnitFileEdit(Path file, String name, PairOptions options) {
    this.file = file;
    this.name = name;
    this.format = UnitFile.format(file, name);
    this.options = options;
  }

  /**
   * @param corrections corrections of translations, by the pair's index in the file, counted from 0
   * @throws InputException if the file cannot be read
   */
  public static Rewriting prepare(
      Path file, String name, PairOptions options, Map<Integer, Correction> corrections) {
    return new UnitFileEdit(file, name, options).prepare(corrections);
  }

  private Rewriting prepare(Map<Integer, Correction> corrections) {
    byte[] bytes = bytes();
    Optional<RawText> raw =
        bytes.length > MAX_BYTES || !EDITED.contains(format) ? Optional.empty() : raw(bytes);
    if (raw.isEmpty()) {
      String why = whyNot(bytes);
      corrections.keySet().forEach(pair -> refused.put(pair, why));
      return new Rewriting(file, null, refused);
    }
    List<FoundPair> found = pairs(bytes);
    List<Unit> units = found.stream().map(FoundPair::unit).toList();
    corrections.forEach(
        (pair, correction) -> {
          if (pair >= units.size() || !units.get(pair).target().equals(correction.before())) {
            refused.put(pair, "the file has changed in the meantime");
          } else if (format == UnitFormat.XLIFF) {
            TranslationState.protection(found.get(pair)).ifPresent(why -> refused.put(pair, why));
          }
        });
    if (!refused.isEmpty()) {
      return new Rewriting(file, null, refused);
    }
    RawText after = raw.get().with(located(raw.get(), units, corrections));
    if (refused.isEmpty()
        && !isMeant(
            units, corrections, pairs(after.bytes()).stream().map(FoundPair::unit).toList())) {
      corrections
          .keySet()
          .forEach(pair -> refused.put(pair, "the changed file would not be read as intended"));
    }
    return new Rewriting(file, after.bytes(), refused);
  }

  private Optional<RawText> raw(byte[] bytes) {
    return format == UnitFormat.TSV ? RawText.ofLines(bytes) : RawText.ofXml(bytes, name);
  }

  private String whyNot(byte[] bytes) {
    if (!EDITED.contains(format)) {
      return format.title() + " files are not changed in place: convert the file to TMX first";
    }
    return RawText.isPacked(bytes)
        ? "the file is packed: unpack it first"
        : "the file is too large, or its bytes do not all belong to its encoding";
  }

  private byte[] bytes() {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw FileInput.unreadable(name, e);
    }
  }

  private List<FoundPair> pairs(byte[] bytes) {
    List<FoundPair> pairs = new ArrayList<>();
    try {
      UnitFile.read(new ByteArrayInputStream(bytes), format, name, options, pairs::add);
    } catch (IOException e) {
      throw FileInput.unreadable(name, e);
    }
    return pairs;
  }

  private List<TextEdit> located(
      RawText raw, List<Unit> units, Map<Integer, Correction> corrections) {
    boolean xml = format != UnitFormat.TSV;
    List<List<RawSegment>> groups = xml ? XmlSegments.of(raw.text()) : cells(raw.text());
    Set<RawSegment> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    List<TextEdit> located = new ArrayList<>();
    int group = 0;
    for (int i = 0; i < units.size(); i++) {
      int found = group(groups, group, units.get(i), taken);
      List<RawSegment> segments = found < groups.size() ? groups.get(found) : List.of();
      group = found < groups.size() ? found : group; // a unit that is not found moves nothing
      List<RawSegment> target = free(segments, units.get(i).target(), taken);
      Correction correction = corrections.get(i);
      List<TextEdit> wanted = correction == null ? List.of() : correction.edits();
      if (target.size() == 1 || wanted.isEmpty()) {
        taken.addAll(target.subList(0, Math.min(1, target.size())));
        for (TextEdit edit : wanted) {
          located.addAll(located(target.get(0), edit, raw, xml, i));
        }
      } else {
        refused.put(i, "its place in the file is uncertain");
      }
    }
    return located;
  }

  /** Stays at a group while it contains more. */
  private static int group(
      List<List<RawSegment>> groups, int from, Unit unit, Set<RawSegment> taken) {
    int end = Math.min(groups.size(), from + MAX_BETWEEN);
    for (int i = from; i < end; i++) {
      List<RawSegment> segments = groups.get(i);
      boolean source = segments.stream().anyMatch(s -> s.text().equals(unit.source()));
      if (source && !free(segments, unit.target(), taken).isEmpty()) {
        return i;
      }
    }
    return groups.size();
  }

  private static List<RawSegment> free(
      List<RawSegment> segments, String text, Set<RawSegment> taken) {
    return segments.stream()
        .filter(segment -> !taken.contains(segment) && segment.text().equals(text))
        .toList();
  }

  private List<TextEdit> located(
      RawSegment segment, TextEdit edit, RawText raw, boolean xml, int pair) {
    Optional<TextEdit> found = segment.raw(edit, xml);
    if (found.isEmpty()) {
      refused.put(pair, "the words to replace contain an inline code or other markup");
    } else if (!raw.canEncode(found.get().text())) {
      refused.put(pair, "the file's encoding cannot write these characters");
    } else {
      return List.of(found.get());
    }
    return List.of();
  }

  private static boolean isMeant(
      List<Unit> before, Map<Integer, Correction> corrections, List<Unit> after) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      Unit old = before.get(i);
      Unit now = after.get(i);
      Correction correction = corrections.get(i);
      boolean same =
          now.source().equals(old.source())
              && now.target().equals(correction == null ? old.target() : correction.after())
              && now.id().equals(old.id())
              && codes(now).equals(codes(old));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static List<String> codes(Unit unit) {
    return unit.codes().stream()
        .map(InlineCode::toString)
        .map(code -> code.replaceFirst("offset=\\d+", ""))
        .toList();
  }

  /** The text of a segment and the place of each character in the file. */
  private static final class RawSegment {

    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[32];
    private int[] ends = new int[32];

    void add(String meant, int start, int end) {
      for (int i = 0; i < meant.length(); i++) {
        int at = text.length();
        if (at == starts.length) {
          starts = Arrays.copyOf(starts, at * 2);
          ends = Arrays.copyOf(ends, at * 2);
        }
        starts[at] = start;
        ends[at] = end;
        text.append(meant.charAt(i));
      }
    }

    String text() {
      return text.toString();
    }

    /** Returns the edit of the file; empty if its stretch contains anything else, such as a tag. */
    Optional<TextEdit> raw(TextEdit wanted, boolean xml) {
      TextEdit edit = wanted.span().isEmpty() ? withNeighbour(wanted) : wanted;
      Span span = edit.span();
      if (span.isEmpty() || span.end() > text.length()) {
        return Optional.empty();
      }
      for (int i = span.start() + 1; i < span.end(); i++) {
        if (starts[i] != ends[i - 1] && starts[i] != starts[i - 1]) {
          return Optional.empty();
        }
      }
      String written = xml ? XmlText.escaped(edit.text()) : edit.text().replace("\\", "\\\\");
      Span place = new Span(starts[span.start()], ends[span.end() - 1]);
      return Optional.of(new TextEdit(place, written));
    }

    /** Only characters have a place in the file: an insertion replaces the one before it. */
    private TextEdit withNeighbour(TextEdit edit) {
      int at = edit.span().start();
      if (at > 0 && at <= text.length()) {
        return new TextEdit(new Span(at - 1, at), text.charAt(at - 1) + edit.text());
      }
      return text.isEmpty() ? edit : new TextEdit(new Span(0, 1), edit.text() + text.charAt(0));
    }
  }

  /**
   * The texts of a TMX or XLIFF file with their places in it, unit by unit. {@link XmlEvents} must
   * have read the file without an error; it is not checked again here.
   */
  private static final class XmlSegments {

    private static final Set<String> UNITS = Set.of("tu", "trans-unit", "unit");
    private static final Set<String> SEGMENTS =
        Set.of("seg", "source", "target", "seg-source", "mrk");

    /** Elements of proposals; their texts are not those of the unit. */
    private static final Set<String> PASSED_OVER = Set.of("alt-trans", "matches", "match", "note");

    private final String raw;
    private final List<List<RawSegment>> units = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<RawSegment> segments = new ArrayDeque<>();
    private @Nullable List<RawSegment> unit;
    private int silent;

    private XmlSegments(String raw) {
      this.raw = raw;
    }

    static List<List<RawSegment>> of(String raw) {
      XmlSegments reading = new XmlSegments(raw);
      reading.read();
      return reading.units;
    }

    private void read() {
      int at = 0;
      while (at < raw.length()) {
        if (raw.charAt(at) != '<') {
          at = character(at);
        } else if (raw.startsWith("<![CDATA[", at)) {
          at = cdata(at);
        } else if (raw.startsWith("<!D", at)) {
          at = doctype(at);
        } else {
          int end = TagScanner.end(raw, at);
          if (!raw.startsWith("<!", at) && !raw.startsWith("<?", at)) {
            tag(raw.substring(at + 1, end - 1));
          }
          at = end;
        }
      }
    }

    /**
     * Skips a CDATA section. Its content is text, but nothing can be replaced in it, because it
     * would have to be escaped differently.
     */
    private int cdata(int at) {
      int end = TagScanner.end(raw, at);
      for (int i = at + 9; i < end - 3; i++) {
        add(raw.substring(i, i + 1), i, i);
      }
      return end;
    }

    private int after(char end, int from) {
      int found = raw.indexOf(end, from);
      return found < 0 ? raw.length() : found + 1;
    }

    private int doctype(int at) {
      int bracket = raw.indexOf('[', at);
      int end = raw.indexOf('>', at);
      return bracket >= 0 && bracket < end ? after('>', raw.indexOf(']', bracket)) : after('>', at);
    }

    private void tag(String inside) {
      if (inside.startsWith("/")) {
        close();
      } else {
        open(name(inside));
        if (inside.endsWith("/")) {
          close();
        }
      }
    }

    private static String name(String inside) {
      String name = inside.split("[\\s/]", 2)[0];
      return name.substring(name.indexOf(':') + 1);
    }

    private void open(String name) {
      open.push(name);
      silent += isSilent(name) ? 1 : 0;
      if (UNITS.contains(name)) {
        unit = new ArrayList<>();
        units.add(unit);
      } else if (SEGMENTS.contains(name) && unit != null && silent == 0) {
        RawSegment segment = new RawSegment();
        unit.add(segment);
        segments.push(segment);
      }
    }

    private void close() {
      if (open.isEmpty()) {
        return;
      }
      String name = open.pop();
      if (SEGMENTS.contains(name) && unit != null && silent == 0) {
        segments.pop();
      }
      silent -= isSilent(name) ? 1 : 0;
      if (UNITS.contains(name)) {
        unit = null;
      }
    }

    private static boolean isSilent(String name) {
      return PASSED_OVER.contains(name) || InlineText.NATIVE.contains(name);
    }

    private int character(int at) {
      XmlText.Written character = XmlText.Written.at(raw, at);
      add(character.text(), at, character.end());
      return character.end();
    }

    private void add(String meant, int start, int end) {
      if (silent == 0) {
        segments.forEach(segment -> segment.add(meant, start, end));
      }
    }
  }

  /** Returns the cells of each non-blank line, as {@link TsvUnitReader} reads them. */
  private static List<List<RawSegment>> cells(String raw) {
    List<List<RawSegment>> lines = new ArrayList<>();
    List<RawSegment> line = new ArrayList<>();
    RawSegment cell = new RawSegment();
    int at = raw.startsWith("\uFEFF") ? 1 : 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (c == '\n' || c == '\r' || c == '\t') {
        line.add(cell);
        cell = new RawSegment();
        at++;
        if (c != '\t') {
          lines.add(line);
          line = new ArrayList<>();
        }
      } else {
        int end = Math.min(raw.length(), at + (c == '\\' ? 2 : 1));
        String text = TsvLine.text(raw.substring(at, end));
        end -= text.length() - 1; // not an escape
        cell.add(text.substring(0, 1), at, end);
        at = end;
      }
    }
    line.add(cell);
    lines.add(line);
    return lines;
  }
}
