package ballast.format.unit;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Status;
import ballast.format.file.RawText;
import ballast.format.xml.TagScanner;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A TMX file in pieces: the text before the units, the units, and the text after them. Joined, they
 * are the file again, byte for byte.
 */
public final class TmxParts {

  /** A file without any unit. */
  public static final TmxParts NONE = new TmxParts("", List.of(), "", RawText.empty());

  private final String head;
  private final List<TmxPart> units;
  private final String tail;
  private final RawText encoding;

  private TmxParts(String head, List<TmxPart> units, String tail, RawText encoding) {
    this.head = head;
    this.units = List.copyOf(units);
    this.tail = tail;
    this.encoding = encoding;
  }

  /**
   * Splits a file.
   *
   * @param name what the user calls it
   * @throws InputException if it is not valid TMX, or is packed
   */
  public static TmxParts of(byte[] bytes, String name) {
    if (bytes.length == 0) {
      return NONE;
    }
    PairOptions any = new PairOptions(Lang.ZH_CN, Lang.EN_US, true, Status.DRAFT, Instant.EPOCH);
    TmxReader.read(new ByteArrayInputStream(bytes), name, any, new Deaf());
    RawText raw =
        RawText.ofXml(bytes, "units.tmx")
            .orElseThrow(
                () ->
                    new InputException(
                        "cannot split \""
                            + name
                            + "\" into units: it is packed, or not all of its bytes"
                            + " belong to its encoding",
                        "save it as UTF-8"));
    return new Scan(raw).parts();
  }

  public List<TmxPart> units() {
    return units;
  }

  /** The text before the first unit. */
  public String head() {
    return head;
  }

  /**
   * The bytes of this file with other units, in its encoding.
   *
   * @throws InputException if the encoding cannot write all of their characters
   */
  public byte[] with(List<String> units) {
    StringBuilder all = new StringBuilder(head);
    units.forEach(all::append);
    return encoding.of(all.append(tail).toString()).bytes();
  }

  /** Ignores the units: the file is read only to check it. */
  private static final class Deaf implements UnitEvents {
    @Override
    public void pair(FoundPair pair) {}

    @Override
    public void refused(RawUnit unit, boolean isPair, String reason) {}

    @Override
    public void mapped(String code, Lang lang) {}

    @Override
    public void corrected(int line, String what) {}
  }

  /** Finds the elements of a text that is known to be valid. */
  private static final class Scan {

    private final RawText raw;
    private final String text;
    private final List<TmxPart> units = new ArrayList<>();
    private String language = "";
    private int headEnd = -1;
    private int lastEnd;
    private int bodyEnd = -1;

    Scan(RawText raw) {
      this.raw = raw;
      this.text = raw.text();
    }

    TmxParts parts() {
      int unit = -1;
      int end;
      for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', end)) {
        end = TagScanner.end(text, at);
        boolean whole = text.charAt(end - 2) == '/';
        if (TagScanner.isTag(text, at, "tu")) {
          unit = at;
        } else if (TagScanner.isTag(text, at, "/body")) {
          bodyEnd = at;
        }
        if (unit >= 0 && (TagScanner.isTag(text, at, "/tu") || (unit == at && whole))) {
          add(unit, end);
          unit = -1;
        }
      }
      if (headEnd < 0) {
        headEnd = bodyEnd < 0 ? text.length() : bodyEnd;
        lastEnd = headEnd;
      }
      return new TmxParts(text.substring(0, headEnd), units, text.substring(lastEnd), raw);
    }

    /** Adds a unit, together with the text between it and the unit before. */
    private void add(int start, int end) {
      int from = lastEnd;
      if (headEnd < 0) {
        from = start;
        while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
          from--;
        }
        headEnd = from;
        language = TagScanner.attribute(text.substring(0, headEnd), "header", "srclang");
      }
      units.add(TmxPart.of(text, from, start, end, language));
      lastEnd = end;
    }
  }
}
