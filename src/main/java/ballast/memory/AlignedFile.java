package ballast.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

  /** The file of that name and content. */
  public static AlignedFile of(String name, byte[] content) {
    return new AlignedFile(name, HexFormat.of().formatHex(newDigest().digest(content)));
  }

  /** SHA-256 of everything that is left in {@code in}. */
  public static String sha256(InputStream in) throws IOException {
    MessageDigest digest = newDigest();
    try (DigestInputStream digesting = new DigestInputStream(in, digest)) {
      digesting.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static boolean isHexDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
