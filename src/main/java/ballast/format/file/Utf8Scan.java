package ballast.format.file;

/**
 * The amount of UTF-8 in a file (RFC 3629), which distinguishes damaged UTF-8 from other encodings.
 *
 * @param sequences well-formed sequences of two bytes or more
 * @param badBytes bytes that belong to no sequence
 * @param cutAt offset of a sequence truncated by the end of the file, -1 if there is none; its
 *     bytes do not count as bad
 */
record Utf8Scan(int sequences, int badBytes, int cutAt) {

  static Utf8Scan of(byte[] bytes) {
    int sequences = 0;
    int bad = 0;
    int i = 0;
    while (i < bytes.length) {
      if (bytes[i] >= 0) {
        i++;
        continue;
      }
      int length = sequenceLength(bytes[i] & 0xFF);
      int good = length == 0 ? 0 : wellFormed(bytes, i, length);
      if (length > 0 && good == length) {
        sequences++;
        i += length;
      } else if (length > 0 && good > 0 && i + good == bytes.length) {
        return new Utf8Scan(sequences, bad, i);
      } else {
        bad++;
        i++;
      }
    }
    return new Utf8Scan(sequences, bad, -1);
  }

  boolean isClean() {
    return badBytes == 0 && cutAt < 0;
  }

  /** Whether only the end is wrong, after more good sequences than chance produces. */
  boolean isCut() {
    return cutAt >= 0 && badBytes == 0 && sequences >= 3;
  }

  /**
   * Whether there are so many good sequences that the bad bytes must be damage, not another
   * encoding.
   */
  boolean isDamaged() {
    return badBytes > 0 && sequences >= 20 && badBytes * 20L < sequences;
  }

  /** Whether the part that is not UTF-8 is smaller than the one that is. */
  boolean isMostly() {
    return badBytes == 0 ? sequences > 0 : sequences >= 3 && sequences > badBytes;
  }

  private static int sequenceLength(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  }

  private static int wellFormed(byte[] bytes, int start, int length) {
    int good = 1;
    while (good < length && start + good < bytes.length && (bytes[start + good] & 0xC0) == 0x80) {
      good++;
    }
    if (good < 2) {
      return good;
    }
    int lead = bytes[start] & 0xFF;
    int second = bytes[start + 1] & 0xFF;
    boolean overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    boolean outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return overlong || outside ? 0 : good;
  }
}
