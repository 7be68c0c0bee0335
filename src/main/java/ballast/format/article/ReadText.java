package ballast.format.article;

import ballast.bitext.Document;
import ballast.format.file.EncodingDetector.Encoding;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that has been read, with the decisions that were made while reading.
 *
 * @param document the text with its blocks; at least one block
 * @param encoding how the bytes were decoded
 * @param format plain text or a page
 * @param sha256 SHA-256 of the file's bytes, 64 lower-case hexadecimal digits
 * @param notes what was chosen or joined or labelled, each in plain words; for the user, in the
 *     order of the work
 * @param warnings what a person should know before using the text, each in plain words
 * @param waivers the waivers beside the text, in the order of the file
 */
public record ReadText(
    Document document,
    Encoding encoding,
    ArticleFormat format,
    String sha256,
    List<String> notes,
    List<String> warnings,
    List<WaiverNote> waivers) {

  public ReadText {
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
    waivers = List.copyOf(waivers);
  }

  /** The same file with another text that stands in it. */
  ReadText with(Document other) {
    return new ReadText(other, encoding, format, sha256, notes, warnings, waivers);
  }

  /** The same file with one warning more. */
  public ReadText withWarning(String warning) {
    List<String> all = new ArrayList<>(warnings);
    all.add(warning);
    return new ReadText(document, encoding, format, sha256, notes, all, waivers);
  }

  /** The same without notes and warnings, for the second of two texts in one file. */
  public ReadText asSecond(Document other) {
    return new ReadText(other, encoding, format, sha256, List.of(), List.of(), waivers);
  }

  /** Reads an article from the bytes of its file. */
  @FunctionalInterface
  public interface Reader {

    /**
     * Reads bytes.
     *
     * @param name what the user calls them, for messages
     * @throws ballast.bitext.InputException if they cannot be read or hold no text
     */
    ReadText read(byte[] bytes, String name);
  }
}
