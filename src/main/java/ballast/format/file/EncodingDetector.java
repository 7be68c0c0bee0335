package ballast.format.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Detects the encoding of bytes. It tries strict UTF-8 first; then, among the Chinese encodings
 * that decode all bytes, the one that gives the most common characters; then juniversalchardet
 * (Mozilla's detector; Li and Momoi 2001); then windows-1252. Truncated or damaged Chinese is an
 * error ({@link TextDamage}). The caller looks for a byte order mark first.
 *
 * <p>Frequencies alone are wrong for short texts and for UTF-16 without a mark; decoding strictly
 * first gets both right.
 */
public final class EncodingDetector {

  static final Charset GB18030 = Charset.forName("GB18030");

  /** Code page 936 has one character that GB18030 lacks: byte 0x80 is the euro sign. */
  private static final Charset CP936 = Charset.forName("x-mswin-936");

  static final Charset BIG5 = Charset.forName("Big5-HKSCS");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final List<Charset> CHINESE = List.of(GB18030, CP936, BIG5, UTF_16LE, UTF_16BE);

  /** Minimum run of bytes beyond ASCII that does not occur in Western European words. */
  private static final int LONG_RUN = 4;

  /** Maximum bytes for the statistical detector; more do not change its result. */
  private static final int DETECTOR_BYTES = 1 << 20;

  private final CommonHan commonHan = new CommonHan();

  /**
   * Detects the encoding of bytes without a byte order mark.
   *
   * @return empty if no encoding fits, so that the file is not text
   * @throws InputException for UTF-8 or Chinese that is damaged, truncated or mixed with another
   *     encoding
   */
  Optional<Encoding> detect(byte[] bytes, String name) {
    boolean nul = hasNul(bytes);
    Utf8Scan utf8 = Utf8Scan.of(bytes);
    if (!nul && utf8.isClean()) {
      String reason = utf8.sequences() == 0 ? "only ASCII" : "every byte is valid UTF-8";
      return Optional.of(new Encoding(UTF_8, reason));
    }
    if (!nul && (utf8.isCut() || utf8.isDamaged())) {
      throw damagedUtf8(bytes, name);
    }
    Charset byNul = nul ? utf16ByNul(bytes) : null;
    if (byNul != null && StrictDecoder.run(bytes, 0, byNul, chars -> {}) == null) {
      return Optional.of(
          new Encoding(byNul, "every other byte is zero, as in UTF-16 without a byte order mark"));
    }
    Optional<Encoding> chinese = byCommonHan(bytes, nul);
    if (chinese.isPresent() || nul) {
      return chinese;
    }
    if (utf8.isMostly()) {
      throw damagedUtf8(bytes, name);
    }
    new TextDamage(bytes, name).refuseChinese();
    Encoding guess = statistical(bytes);
    if (guess != null && isOfSingleBytes(guess.charset()) && !isWestern(bytes)) {
      throw new InputException(
          "cannot tell the encoding of \"" + name + "\"", "name it with --encoding");
    }
    return Optional.ofNullable(guess);
  }

  /**
   * Returns the actual Chinese encoding of bytes with another declaration.
   *
   * @param declared an encoding that decodes them
   * @return empty if they are Chinese in that encoding, or in none
   * @throws InputException for damaged Chinese that is declared to be in an encoding of single
   *     bytes, which accepts every byte
   */
  Optional<Encoding> insteadOf(Charset declared, byte[] bytes, String name) {
    CommonHan.Tally tally = commonHan.tally();
    StrictDecoder.run(bytes, 0, declared, tally);
    if (tally.share(0) >= CommonHan.MIN_SHARE) {
      return Optional.empty();
    }
    Optional<Encoding> chinese = byCommonHan(bytes, hasNul(bytes));
    if (chinese.isEmpty() && isOfSingleBytes(declared)) {
      new TextDamage(bytes, name).refuseChinese();
    }
    return chinese.filter(found -> !found.charset().equals(declared));
  }

  /** Whether (nearly) every byte is valid, so that decoding proves nothing. */
  private static boolean isOfSingleBytes(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
  }

  InputException damagedUtf8(byte[] bytes, String name) {
    return new TextDamage(bytes, name).ofUtf8();
  }

  /** Accents and quotation marks are alone, not in long runs as in Chinese. */
  private static boolean isWestern(byte[] bytes) {
    long high = 0;
    long inRuns = 0;
    int run = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i < bytes.length && bytes[i] < 0) {
        run++;
        continue;
      }
      high += run;
      inRuns += run >= LONG_RUN ? run : 0;
      run = 0;
    }
    return inRuns * 2 <= high;
  }

  private Optional<Encoding> byCommonHan(byte[] bytes, boolean nul) {
    Charset best = null;
    double bestShare = 0;
    for (Charset charset : CHINESE) {
      boolean wide = charset.equals(UTF_16LE) || charset.equals(UTF_16BE);
      if (wide ? bytes.length % 2 != 0 : nul) {
        continue;
      }
      CommonHan.Tally tally = commonHan.tally();
      boolean decodes = StrictDecoder.run(bytes, 0, charset, tally) == null;
      if (decodes && tally.share(0) >= CommonHan.MIN_SHARE && tally.share(0) > bestShare) {
        best = charset;
        bestShare = tally.share(0);
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    String reason =
        String.format(
            Locale.ROOT,
            "every byte decodes and %.0f%% of the characters are among the commonest in Chinese",
            bestShare * 100);
    return Optional.of(new Encoding(best, reason));
  }

  private static @Nullable Encoding statistical(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, DETECTOR_BYTES));
    detector.dataEnd();
    Charset guess = charset(detector.getDetectedCharset());
    if (guess != null && StrictDecoder.run(bytes, 0, guess, chars -> {}) == null) {
      return new Encoding(guess, "a guess from the frequency of its bytes");
    }
    return StrictDecoder.run(bytes, 0, WINDOWS_1252, chars -> {}) == null
        ? new Encoding(WINDOWS_1252, "neither Unicode nor Chinese, so Western European")
        : null;
  }

  /**
   * Returns the charset that programs and pages mean by a label: GB2312 and GBK are read as
   * GB18030, which contains both, Big5 with the Hong Kong additions, Latin-1 as windows-1252
   * (WHATWG Encoding Standard).
   *
   * @return null if Java has no such charset
   */
  static @Nullable Charset charset(@Nullable String label) {
    if (label == null) {
      return null;
    }
    String lower = label.strip().toLowerCase(Locale.ROOT);
    if (lower.matches("(x-)?(gb_?2312(-80)?|gbk|gb18030|euc-cn|cp936|ms936|windows-936)")) {
      return GB18030;
    }
    if (lower.matches("big-?5(-hkscs)?|cn-big5|x-x-big5")) {
      return BIG5;
    }
    if (lower.matches("iso-?8859-1|latin1|us-ascii|ascii")) {
      return WINDOWS_1252;
    }
    // A page whose label "UTF-16" could be read as ASCII is not in UTF-16 (HTML Standard 13.2.3.2).
    if (lower.startsWith("utf-16")) {
      return UTF_8;
    }
    return lower.matches("[a-z0-9][a-z0-9_.:+-]{0,40}") && Charset.isSupported(lower)
        ? Charset.forName(lower)
        : null;
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Recognises UTF-16 of mostly ASCII text by many zero bytes at offsets of one parity only; null
   * if the bytes are something else.
   */
  private static @Nullable Charset utf16ByNul(byte[] bytes) {
    if (bytes.length % 2 != 0) {
      return null;
    }
    long even = 0;
    long odd = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0 && i % 2 == 0) {
        even++;
      } else if (bytes[i] == 0) {
        odd++;
      }
    }
    if ((even + odd) * 5 < bytes.length) {
      return null;
    }
    if (even * 50 <= odd) {
      return UTF_16LE;
    }
    return odd * 50 <= even ? UTF_16BE : null;
  }

  /**
   * The encoding with which a file was read.
   *
   * @param reason why it was chosen, in plain words, without a full stop
   */
  public record Encoding(Charset charset, String reason) {

    /** {@code GB18030: 41 % of its characters are among the commonest in Chinese}. */
    @Override
    public String toString() {
      return charset.name() + ": " + reason;
    }
  }

  /**
   * Text that no encoding decodes completely, but one nearly: its last character is truncated,
   * single bytes are damaged, or some lines are in another encoding. It is rejected with the place,
   * because an encoding that accepts every byte, such as windows-1252, would give garbage.
   */
  private final class TextDamage {

    private static final List<Charset> CHARSETS = List.of(UTF_8, GB18030, BIG5);

    /** Minimum number of common characters; fewer may be chance. */
    private static final int MIN_COMMON = 3;

    private static final int CHUNK = 16 * 1024;

    /**
     * The damage in one encoding.
     *
     * @param bad number of bytes that do not decode
     * @param first offset of the first of them
     * @param isCut whether only the last character of the file is wrong, because bytes are missing
     */
    private record Damage(Charset charset, long bad, int first, int lines, boolean isCut) {}

    private final byte[] bytes;
    private final String name;

    TextDamage(byte[] bytes, String name) {
      this.bytes = bytes;
      this.name = name;
    }

    /** Does nothing if too few characters are Chinese in any encoding. */
    void refuseChinese() {
      Damage best = null;
      double bestShare = CommonHan.MIN_SHARE;
      for (Charset charset : CHARSETS) {
        CommonHan.Tally tally = commonHan.tally();
        Damage damage = damage(charset, tally);
        double share = tally.share(damage.bad());
        if (tally.found() >= MIN_COMMON && share > bestShare) {
          best = damage;
          bestShare = share;
        }
      }
      if (best != null) {
        throw error(best);
      }
    }

    InputException ofUtf8() {
      return error(damage(UTF_8, commonHan.tally()));
    }

    private Damage damage(Charset charset, CommonHan.Tally tally) {
      CharsetDecoder decoder = charset.newDecoder();
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
              first < 0
                  && at + result.length() == bytes.length
                  && isLead(bytes[at] & 0xFF, charset);
          first = first < 0 ? at : first;
          bad += result.length();
          in.position(at + result.length());
        } else if (result.isUnderflow()) {
          return new Damage(charset, bad, first, lines, isCut);
        }
      }
    }

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
      String others = CountedNoun.of(damage.lines() - 1L, "more line is", "more lines are");
      return damage.lines() == 1 ? "" : ", and " + others + " damaged too";
    }

    private @Nullable Charset other(int start, int end, Charset file) {
      byte[] line = Arrays.copyOfRange(bytes, start, end);
      Charset best = null;
      double bestShare = CommonHan.MIN_SHARE;
      for (Charset charset : CHARSETS) {
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

    private int lineEnd(int offset) {
      int end = offset;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      return end;
    }
  }
}
