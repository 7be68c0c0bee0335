package ballast.memory;

import ballast.bitext.Sha256;

/**
 * A file that was aligned.
 *
 * @param name its name as the user knows it, portable between machines
 * @param sha256 SHA-256 of its bytes, 64 lower-case hexadecimal digits
 */
public record AlignedFile(String name, String sha256) {

  private static final int DIGITS = 64;

  public AlignedFile {
    if (sha256.length() != DIGITS || !sha256.chars().allMatch(AlignedFile::isHexDigit)) {
      throw new IllegalArgumentException("sha256 \"" + sha256 + "\" is not 64 hexadecimal digits");
    }
  }

  /** Describes a file by its name and content. */
  public static AlignedFile of(String name, byte[] content) {
    return new AlignedFile(name, Sha256.hex(content));
  }

  private static boolean isHexDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
