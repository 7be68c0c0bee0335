package ballast.app.align;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Sha256;
import ballast.bitext.Version;
import ballast.format.article.ReaderOptions;
import ballast.segment.SegmenterOptions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * All settings that influence an alignment, as text for {@link
 * ballast.memory.AlignmentRun#settings}.
 *
 * <p>Add every option that changes the result here; otherwise a run skips documents that were
 * aligned without it. Corrections are not included because the memory keeps their beads.
 */
final class AlignmentSettings {

  private AlignmentSettings() {}

  static String of(Workplace workplace, ArticleReading reading) {
    ReaderOptions source = reading.source();
    ReaderOptions target = reading.target();
    SegmenterOptions segmenting = reading.segmenting();
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
        segmenting.joinedAttributions() ? "attributions joined" : "attributions apart");
  }

  private static String language(@Nullable Lang lang) {
    return lang == null ? "detected" : lang.tag();
  }

  private static String encoding(@Nullable Charset encoding) {
    return encoding == null ? "detected" : encoding.name();
  }

  /** Returns the digest of the file, so that its name does not matter. */
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
