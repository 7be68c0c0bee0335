package ballast.format.article;

import ballast.bitext.Document;
import ballast.format.file.EncodingDetector.Encoding;
import java.util.ArrayList;
import java.util.List;

/**
 * A file and the decisions made while reading it.
 *
 * @param document the text with its blocks; at least one block
 * @param sha256 SHA-256 of the file's bytes, 64 lower-case hexadecimal digits
 * @param notes choices, joins and labels for the user, each in plain words; in the order of the
 *     work
 * @param warnings facts to know before using the text, each in plain words
 * @param waivers in the order of the file
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

  ReadText with(Document other) {
    return new ReadText(other, encoding, format, sha256, notes, warnings, waivers);
  }

  public ReadText withWarning(String warning) {
    List<String> all = new ArrayList<>(warnings);
    all.add(warning);
    return new ReadText(document, encoding, format, sha256, notes, all, waivers);
  }

  /** Same file without notes and warnings, for the second of two texts in one file. */
  public ReadText asSecond(Document other) {
    return new ReadText(other, encoding, format, sha256, List.of(), List.of(), waivers);
  }
}
