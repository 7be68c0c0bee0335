package ballast.format.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Correction.TextEdit;
import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All characters of a file, including its byte order mark, from which its bytes can be restored.
 * Immutable.
 */
public record RawText(String text, Charset charset) {

  /**
   * @return empty if encoding the text would not give the same bytes
   */
  public static Optional<RawText> of(byte[] bytes, Charset charset) {
    Charset plain = withoutMark(bytes, charset);
    try {
      String text = plain.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      RawText raw = new RawText(text, plain);
      return Arrays.equals(raw.bytes(), bytes) ? Optional.of(raw) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Decodes an XML file by its byte order mark or declaration; also empty if it is compressed. */
  public static Optional<RawText> ofXml(byte[] bytes, String name) {
    return isPacked(bytes) ? Optional.empty() : of(bytes, FileInput.xmlCharset(bytes, name));
  }

  /**
   * Decodes lines of text in UTF-8 or the encoding of their byte order mark; also empty if they are
   * compressed.
   */
  public static Optional<RawText> ofLines(byte[] bytes) {
    return isPacked(bytes) ? Optional.empty() : of(bytes, UTF_8);
  }

  /** Whether the bytes are compressed with gzip or in a ZIP file. */
  public static boolean isPacked(byte[] bytes) {
    return Decoding.startsWith(bytes, 0x1F, 0x8B) || Decoding.startsWith(bytes, 'P', 'K', 3, 4);
  }

  /** Java's "UTF-16" would drop the mark when reading and write its own. */
  private static Charset withoutMark(byte[] bytes, Charset charset) {
    Decoding.Mark mark = Decoding.Mark.of(bytes);
    if (mark != null) {
      return mark.charset();
    }
    return charset.name().equals("UTF-16") ? UTF_16BE : charset;
  }

  public static RawText empty() {
    return new RawText("", UTF_8);
  }

  public RawText of(String other) {
    return new RawText(other, charset);
  }

  public boolean canEncode(String other) {
    return charset.newEncoder().canEncode(other);
  }

  /**
   * Returns this text with stretches replaced.
   *
   * @param edits disjoint, in any order
   */
  public RawText with(List<TextEdit> edits) {
    return new RawText(TextEdit.all(edits, text), charset);
  }

  public byte[] bytes() {
    try {
      ByteBuffer buffer = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new InputException(
          "cannot write text in " + charset.name(), "save the file as UTF-8", e);
    }
  }

  /**
   * An unwritten version of a file with some of its text replaced: everything else in it is
   * unchanged, byte for byte.
   *
   * @param after null if an edit was rejected before it was made
   * @param refused the reasons why edits could not be made, by the key of the edit; unless it is
   *     empty, nothing may be written
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
  public record Rewriting(Path file, byte @Nullable [] after, Map<Integer, String> refused) {

    public Rewriting {
      refused = Map.copyOf(refused);
    }

    /**
     * Writes the file, whole or not at all, and keeps its permissions.
     *
     * @throws InputException if it cannot be written; it is then unchanged
     * @throws IllegalStateException if an edit was rejected
     */
    public void write() {
      if (after == null || !refused.isEmpty()) {
        throw new IllegalStateException("not all of it can be replaced: " + refused);
      }
      try {
        Path real = file.toRealPath(); // a link stays a link
        if (!Files.isWritable(real)) {
          throw new AccessDeniedException(real.toString());
        }
        try (OutputFile out = OutputFile.createPage(real, /* replace= */ true)) {
          out.stream().write(after);
          out.finish();
          out.publish();
        }
      } catch (IOException e) {
        throw OutputFile.cannotWrite(file, e);
      }
    }
  }
}
