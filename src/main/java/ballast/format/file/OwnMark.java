package ballast.format.file;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Ballast's mark in output that people do not edit: TMX, pages and SARIF. Ballast overwrites such a
 * file with its next version without asking. Files that people work in have no such mark: XLIFF,
 * tables, review sheets, glossaries.
 */
public final class OwnMark {

  /** The name of the tool in all formats with a place for it. */
  public static final String TOOL = "Ballast";

  /** Near the beginning of a page. */
  public static final String HTML = "<meta name=\"generator\" content=\"" + TOOL + "\">";

  /** Only other metadata may come before it: a foreign page may quote it further down. */
  private static final Pattern PAGE =
      Pattern.compile(
          "\\s*<!DOCTYPE html>\\s*<html[^<>]*>\\s*<head>\\s*(?:<meta [^<>]*>\\s*){0,9}?"
              + Pattern.quote(HTML));

  private static final Pattern TMX =
      Pattern.compile("<header\\b[^<>]*\\screationtool=\"" + TOOL + "\"");
  private static final Pattern SARIF =
      Pattern.compile("\"driver\"\\s*:\\s*\\{\\s*\"name\"\\s*:\\s*\"" + TOOL + "\"");

  private OwnMark() {}

  /** Whether a file has the mark; false if it cannot be read. */
  public static boolean isIn(Path file) {
    return FileStart.ofReadable(file).map(OwnMark::isIn).orElse(false);
  }

  private static boolean isIn(FileStart start) {
    return switch (start.root()) {
      case "tmx" -> TMX.matcher(start.beforeComments()).find();
      case "html" -> PAGE.matcher(start.beforeComments()).lookingAt();
      default -> start.contains("sarif-schema") && start.contains(SARIF);
    };
  }
}
