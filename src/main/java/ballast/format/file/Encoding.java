package ballast.format.file;

import java.nio.charset.Charset;

/**
 * The encoding with which a file was read.
 *
 * @param charset what decoded it
 * @param reason why it was chosen, in plain words, without a full stop
 */
public record Encoding(Charset charset, String reason) {

  /** {@code GB18030: 41 % of its characters are among the commonest in Chinese}. */
  @Override
  public String toString() {
    return charset.name() + ": " + reason;
  }
}
