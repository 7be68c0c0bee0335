package ballast.format.document;

import ballast.format.xml.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.common.resource.TextFragment.TagType;
import org.jspecify.annotations.Nullable;

/** The pieces of a text of a filter: characters, codes, and what is taken out as if it were one. */
final class Pieces {

  /**
   * A piece.
   *
   * @param coded how the filter writes it: plain characters, or markers of codes among them
   * @param text its visible characters; empty for codes
   * @param code the code; the first of several; null for text
   * @param isTakenOut whether it is the reading above a word or the number of a note, with the
   *     codes around it
   */
  record Piece(String coded, String text, @Nullable Code code, boolean isTakenOut) {}

  /** How a line may end besides a line feed: Excel writes the carriage return with an escape. */
  private static final Pattern RETURN = Pattern.compile("(?:\r|(?<!_x005[Ff])_x000[Dd]_)\n?");

  private final List<Piece> pieces = new ArrayList<>();

  private Pieces() {}

  /**
   * The pieces of a text in order.
   *
   * @param rubies the readings above words that it holds, if its codes do not tell
   * @param keepLines whether a line feed in the text is a deliberate break, not a wrapped line
   */
  static List<Piece> of(TextFragment fragment, List<String> rubies, boolean keepLines) {
    Pieces read = new Pieces();
    read.read(fragment, keepLines);
    read.takeOutMarked();
    rubies.forEach(read::takeOut);
    return read.pieces;
  }

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
      String shown =
          keepLines ? RETURN.matcher(coded).replaceAll("\n") : WrappedLines.joined(coded);
      String visible = XmlText.fit(shown.replace('\u2028', '\n')); // a reference can name anything
      pieces.add(new Piece(coded, visible, null, false));
      text.setLength(0);
    }
  }

  /** Takes out the elements that the codes themselves call readings or marks of notes. */
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

  /** Whether a code ends an element; the filter for HTML gives the two halves different numbers. */
  private static boolean closes(@Nullable Code code, Code opening) {
    return code != null
        && code.getTagType() == TagType.CLOSING
        && (code.getId() == opening.getId() || code.getType().equals(opening.getType()));
  }

  /** Takes out the next stretch between two codes that is the reading. */
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
}
