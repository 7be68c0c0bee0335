package ballast.format.unit;

import ballast.bitext.Correction;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.TextEdit;
import ballast.bitext.Unit;
import ballast.format.file.FileInput;
import ballast.format.file.RawText;
import ballast.format.file.Rewriting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Replaces parts of translations in a TMX, XLIFF or TSV file. The places are found in the
 * characters of the file. The result is read again, and is offered for writing only if every pair
 * in it is as intended.
 */
public final class UnitFileEdit {

  /** Larger files are not held in memory, and so are not edited. */
  private static final int MAX_BYTES = 256 << 20;

  /** Most units without a pair between two with one. */
  private static final int MAX_BETWEEN = 10_000;

  /** Reads the units of a file of one format. */
  @FunctionalInterface
  private interface Reader {
    void read(InputStream in, String name, PairOptions options, UnitEvents events);
  }

  /** The formats in which places are found. */
  private static final Map<UnitFormat, Reader> EDITED =
      Map.of(
          UnitFormat.TMX, TmxReader::read,
          UnitFormat.XLIFF, XliffReader::read,
          UnitFormat.TSV, TsvUnitReader::read);

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
   * Prepares the replacing.
   *
   * @param name what the user calls the file
   * @param options with which the pairs were read
   * @param corrections of translations, by the pair's number in the file, counted from 0
   * @throws InputException if the file cannot be read
   */
  public static Rewriting prepare(
      Path file, String name, PairOptions options, Map<Integer, Correction> corrections) {
    return new UnitFileEdit(file, name, options).prepare(corrections);
  }

  private Rewriting prepare(Map<Integer, Correction> corrections) {
    byte[] bytes = bytes();
    Optional<RawText> raw =
        bytes.length > MAX_BYTES || !EDITED.containsKey(format) ? Optional.empty() : raw(bytes);
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
    return new Rewriting(file, after, refused);
  }

  private Optional<RawText> raw(byte[] bytes) {
    return format == UnitFormat.TSV ? RawText.ofLines(bytes) : RawText.ofXml(bytes, name);
  }

  private String whyNot(byte[] bytes) {
    if (!EDITED.containsKey(format)) {
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
    Objects.requireNonNull(EDITED.get(format))
        .read(
            new ByteArrayInputStream(bytes),
            name,
            options,
            new UnitEvents() {
              @Override
              public void pair(FoundPair pair) {
                pairs.add(pair);
              }

              @Override
              public void refused(RawUnit unit, boolean isPair, String reason) {
                // These were reported when the file was checked.
              }

              @Override
              public void mapped(String code, Lang lang) {
                // The same.
              }

              @Override
              public void corrected(int line, String what) {
                // The same.
              }
            });
    return pairs;
  }

  private List<TextEdit> located(
      RawText raw, List<Unit> units, Map<Integer, Correction> corrections) {
    boolean xml = format != UnitFormat.TSV;
    List<List<RawSegment>> groups = xml ? XmlSegments.of(raw.text()) : TsvSegments.of(raw.text());
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

  /**
   * The next group that contains both texts of a unit; the same group again while it contains more.
   */
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
      return List.of();
    }
    return found.map(List::of).orElse(List.of());
  }

  /** Whether the new file has the old pairs with the replacements and no other change. */
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
}
