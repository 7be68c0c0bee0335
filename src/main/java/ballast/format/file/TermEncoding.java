package ballast.format.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Detects the encoding of a list of terms. {@link EncodingDetector} looks for the commonest
 * characters of running text, such as 的, which terms do not have. This class uses the levels of the
 * national standards instead: GB 2312 and the first level of Big5 hold the characters in everyday
 * use, and wrongly decoded text has as many characters outside them as inside.
 */
public final class TermEncoding {

  /** Minimum share of everyday characters; right decodings are above 95%, wrong ones below 60%. */
  private static final double MIN_SHARE = 0.8;

  private static final int LAST_LEAD = 0xFF;

  /** The last lead byte of the first level of Big5. */
  private static final int BIG5_LEVEL_END = 0xC6;

  private TermEncoding() {}

  /**
   * Returns the encoding of a file: that of its byte order mark, else UTF-8 if it is valid or has
   * only isolated damage, else GB18030 or Big5.
   *
   * @return UTF-8 if no encoding fits, so that decoding fails at the first wrong byte
   */
  public static Charset of(byte[] bytes) {
    Decoding.Mark mark = Decoding.Mark.of(bytes);
    if (mark != null) {
      return mark.charset();
    }
    Utf8Scan utf8 = Utf8Scan.of(bytes);
    if (utf8.isClean() || utf8.isCut() || utf8.isDamaged()) {
      return UTF_8;
    }
    double simplified =
        share(bytes, EncodingDetector.GB18030, new EverydayTally("GB2312", LAST_LEAD));
    double traditional =
        share(bytes, EncodingDetector.BIG5, new EverydayTally("Big5", BIG5_LEVEL_END));
    if (Math.max(simplified, traditional) < MIN_SHARE) {
      return UTF_8;
    }
    return simplified >= traditional ? EncodingDetector.GB18030 : EncodingDetector.BIG5;
  }

  /**
   * Returns the text of a file in that encoding, without a byte order mark.
   *
   * @throws InputException if it is not text in one of the encodings
   */
  public static String text(byte[] bytes, String name) {
    StringBuilder text = new StringBuilder(bytes.length / 2 + 16);
    StrictDecoder.Failure failure = StrictDecoder.run(bytes, 0, of(bytes), text::append);
    if (failure != null) {
      throw new InputException(
          "cannot read \"%s\": it is neither UTF-8 nor Chinese in another encoding (line %d)"
              .formatted(name, failure.line()),
          "save it as UTF-8");
    }
    return text.indexOf("\uFEFF") == 0 ? text.substring(1) : text.toString();
  }

  private static double share(byte[] bytes, Charset charset, EverydayTally tally) {
    return StrictDecoder.run(bytes, 0, charset, tally) == null ? tally.share() : 0;
  }

  private static final class EverydayTally implements Consumer<CharBuffer> {

    private final CharsetEncoder everyday;
    private final int lastLead;
    private final BitSet asked = new BitSet();
    private final BitSet inUse = new BitSet();
    private long total;
    private long found;

    /**
     * @param lastLead the last lead byte of these characters in it
     */
    EverydayTally(String everyday, int lastLead) {
      this.everyday = Charset.forName(everyday).newEncoder();
      this.lastLead = lastLead;
    }

    @Override
    public void accept(CharBuffer chars) {
      for (int i = chars.position(); i < chars.limit(); i++) {
        char c = chars.get(i);
        if (c >= 0x80 && !Character.isLowSurrogate(c)) {
          total++;
          found += isEveryday(c) ? 1 : 0;
        }
      }
    }

    private boolean isEveryday(char c) {
      if (!asked.get(c)) {
        asked.set(c);
        inUse.set(c, isEncodable(c));
      }
      return inUse.get(c);
    }

    private boolean isEncodable(char c) {
      try {
        return (everyday.encode(CharBuffer.wrap(new char[] {c})).get() & 0xFF) <= lastLead;
      } catch (CharacterCodingException e) {
        return false;
      }
    }

    double share() {
      return total == 0 ? 0 : (double) found / total;
    }
  }
}
