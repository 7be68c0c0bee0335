package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Sha256;
import ballast.bitext.Version;
import ballast.cli.option.SegmentingOptions;
import ballast.cli.terminal.Console;
import ballast.format.article.ReaderOptions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/**
 * Everything besides the two files that the result of aligning them depends on, as text: what
 * {@link ballast.memory.NewRevision#settings} holds. Whoever adds an option that changes the result
 * adds it here, or a run would pass over documents that were aligned without it.
 */
public final class AlignmentSettings {

  private AlignmentSettings() {}

  /**
   * @param source how sources are read
   * @param target how translations are read
   */
  public static String of(
      Console console, SegmentingOptions segmenting, ReaderOptions source, ReaderOptions target) {
    return String.join(
        "; ",
        Version.current().toString(),
        "source " + language(source.lang()) + " " + encoding(source.encoding()),
        "target " + language(target.lang()) + " " + encoding(target.encoding()),
        "mark " + source.mark().sign(),
        source.layout() == ReaderOptions.Layout.LINES ? "presegmented" : "article",
        "srx " + file(console, segmenting.srx),
        "abbreviations " + file(console, segmenting.abbreviations),
        segmenting.noReferee ? "no referee" : "referee",
        segmenting.joinAttributions ? "attributions joined" : "attributions apart");
  }

  private static String language(@Nullable Lang lang) {
    return lang == null ? "detected" : lang.tag();
  }

  private static String encoding(@Nullable Charset encoding) {
    return encoding == null ? "detected" : encoding.name();
  }

  /** What is in the file counts, not what it is called. */
  private static String file(Console console, @Nullable String name) {
    if (name == null) {
      return "built in";
    }
    try {
      return Sha256.hex(Files.newInputStream(console.resolve(name)));
    } catch (IOException e) {
      throw new InputException("cannot read \"" + name + "\"", "check the name and the folder", e);
    }
  }
}
