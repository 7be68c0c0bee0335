package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Sha256;
import ballast.bitext.Version;
import ballast.format.article.ReaderOptions;
import ballast.segment.SegmenterOptions;
import ballast.workflow.Workplace;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * All settings that influence an alignment, as text for {@link
 * ballast.memory.AlignmentRun#settings}. Every option that changes the result must be added here;
 * otherwise a run would skip documents that were aligned without it.
 */
final class AlignmentSettings {

  private static final String CORRECTIONS = "; corrections ";

  private AlignmentSettings() {}

  /**
   * @param corrections name of a table of corrections; empty if there is none
   */
  static String of(Workplace workplace, ArticleReading reading, String corrections) {
    ReaderOptions source = reading.source();
    ReaderOptions target = reading.target();
    SegmenterOptions segmenting = reading.segmenting();
    String corrected =
        corrections.isEmpty()
            ? ""
            : CORRECTIONS + content(workplace, workplace.resolve(corrections));
    return String.join(
        "; ",
        Version.current().toString(),
        "source " + language(source.lang()) + " " + encoding(source.encoding()),
        "target " + language(target.lang()) + " " + encoding(target.encoding()),
        "mark " + source.mark().sign(),
        source.layout() == ReaderOptions.Layout.LINES ? "presegmented" : "article",
        "srx " + content(workplace, segmenting.srx()),
        "abbreviations " + content(workplace, segmenting.abbreviations()),
        segmenting.referee() ? "referee" : "no referee",
        (segmenting.joinedAttributions() ? "attributions joined" : "attributions apart")
            + corrected);
  }

  /**
   * The settings that a run must have had to make another one unnecessary: the memory keeps the
   * beads of a table of corrections, so that it need not be given again.
   *
   * @param earlier settings of the run
   * @param now settings of the other one
   */
  static String inForce(String earlier, String now) {
    return earlier.startsWith(now + CORRECTIONS) ? earlier : now;
  }

  private static String language(@Nullable Lang lang) {
    return lang == null ? "detected" : lang.tag();
  }

  private static String encoding(@Nullable Charset encoding) {
    return encoding == null ? "detected" : encoding.name();
  }

  /** Uses the contents of the file, not its name. */
  static String content(Workplace workplace, @Nullable Path file) {
    if (file == null) {
      return "built in";
    }
    try {
      return Sha256.hex(Files.newInputStream(file));
    } catch (IOException e) {
      throw new InputException(
          "cannot read \"" + workplace.shown(file) + "\"", "check the name and the folder", e);
    }
  }
}
