package ballast.format.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The mark of Ballast in what it writes and nobody edits: TMX, pages and SARIF. Such a file is
 * replaced by its next version unasked. Files that people work in have no such mark: XLIFF, tables,
 * review sheets, glossaries.
 */
public final class OwnMark {

  /** The name of the tool in all formats that have a place for it. */
  public static final String TOOL = "Ballast";

  /** Near the beginning of a page. */
  public static final String HTML = "<meta name=\"generator\" content=\"" + TOOL + "\">";

  private static final String TMX = "creationtool=\"" + TOOL + "\"";
  private static final String SARIF = "\"name\" : \"" + TOOL + "\"";

  private OwnMark() {}

  /** Whether a file has it; not if the file cannot be read. */
  static boolean isIn(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      FileStart start = FileStart.of(file);
      return switch (start.root()) {
        case "tmx" -> start.contains(TMX);
        case "html" -> start.contains(HTML);
        default -> start.contains("sarif-schema") && start.contains(SARIF);
      };
    } catch (IOException unreadable) {
      return false;
    }
  }
}
