package ballast.format.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text that no encoding decodes as a whole, but one nearly: its last character is cut off, single
 * bytes are damaged, or some lines are in another encoding. It is refused with the place: any
 * encoding that takes every byte, such as windows-1252, would give garbage.
 */
final class TextDamage {

  /** Fewer common characters come about by chance. */
  private static final int MIN_COMMON = 3;

  private static final int CHUNK = 16 * 1024;

  /**
   * What is wrong in one encoding.
   *
   * @param bad bytes that do not decode
   * @param first offset of the first of them
   * @param lines how many lines have such bytes
   * @param isCut whether only the last character of the file is wrong, for want of bytes
   */
  private record Damage(Charset charset, long bad, int first, int lines, boolean isCut) {}

  private final byte[] bytes;
  private final String name;
  private final CommonHan commonHan;
  private final List<Charset> charsets;

  /**
   * @param name of the file, for messages
   * @param charsets in which it may be
   */
  TextDamage(byte[] bytes, String name, CommonHan commonHan, List<Charset> charsets) {
    this.charsets = charsets;
    this.bytes = bytes;
    this.name = name;
    this.commonHan = commonHan;
  }

  /**
   * The error for damaged Chinese.
   *
   * @return empty if too few characters are Chinese in any encoding
   */
  Optional<InputException> ofChinese() {
    Damage best = null;
    double bestShare = CommonHan.MIN_SHARE;
    for (Charset charset : charsets) {
      CommonHan.Tally tally = commonHan.tally();
      Damage damage = damage(charset, tally);
      double share = tally.share(damage.bad());
      if (tally.found() >= MIN_COMMON && share > bestShare) {
        best = damage;
        bestShare = share;
      }
    }
    return Optional.ofNullable(best).map(this::error);
  }

  /** The error for what is certainly UTF-8. */
  InputException ofUtf8() {
    return error(damage(UTF_8, commonHan.tally()));
  }

  private Damage damage(Charset charset, CommonHan.Tally tally) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    long bad = 0;
    int first = -1;
    int lines = 0;
    int lineEnd = 0;
    boolean isCut = false;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      tally.accept(out.flip());
      out.clear();
      if (result.isError()) {
        int at = in.position();
        if (at >= lineEnd) {
          lines++;
          lineEnd = lineEnd(at);
        }
        isCut =
            first < 0 && at + result.length() == bytes.length && isLead(bytes[at] & 0xFF, charset);
        first = first < 0 ? at : first;
        bad += result.length();
        in.position(at + result.length());
      } else if (result.isUnderflow()) {
        return new Damage(charset, bad, first, lines, isCut);
      }
    }
  }

  /** Whether a character of more bytes begins with this one, from 0 to 255. */
  private static boolean isLead(int value, Charset charset) {
    return charset.equals(UTF_8) ? value >= 0xC2 && value <= 0xF4 : value > 0x80 && value < 0xFF;
  }

  private InputException error(Damage damage) {
    String charset = damage.charset().name();
    int start = lineStart(damage.first());
    String place = place(damage.first());
    if (damage.isCut()) {
      return new InputException(
          "cannot read \"" + name + "\": it is cut off in its last character, at " + place,
          "copy or download the file again; to do without its end, save it again in an editor");
    }
    String what = "cannot read \"" + name + "\": it is " + charset + ", but ";
    Charset other = other(start, lineEnd(damage.first()), damage.charset());
    if (other != null) {
      return new InputException(
          what + "its line " + line(damage.first()) + " is " + other.name() + more(damage),
          "write that line in " + charset + ": paste it again in an editor and save the file");
    }
    return new InputException(
        what + "damaged at " + place + more(damage),
        "repair that place in an editor, or name the real encoding with --encoding");
  }

  private String place(int offset) {
    return String.format(
        Locale.ROOT, "byte %d (0x%02X, line %d)", offset, bytes[offset] & 0xFF, line(offset));
  }

  private static String more(Damage damage) {
    return damage.lines() == 1
        ? ""
        : ", and "
            + CountedNoun.of(damage.lines() - 1L, "more line is", "more lines are")
            + " damaged too";
  }

  /** The encoding of a line that is Chinese in another one than the file; null if it is not. */
  private @Nullable Charset other(int start, int end, Charset file) {
    byte[] line = Arrays.copyOfRange(bytes, start, end);
    Charset best = null;
    double bestShare = CommonHan.MIN_SHARE;
    for (Charset charset : charsets) {
      CommonHan.Tally tally = commonHan.tally();
      if (!charset.equals(file)
          && StrictDecoder.run(line, 0, charset, tally) == null
          && tally.share(0) >= bestShare) {
        best = charset;
        bestShare = tally.share(0);
      }
    }
    return best;
  }

  private int line(int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private int lineStart(int offset) {
    int start = offset;
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  /** The offset after the last byte of the line, its line feed not counted. */
  private int lineEnd(int offset) {
    int end = offset;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }
}
