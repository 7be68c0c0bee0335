package ballast.app.align;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Sha256;
import ballast.bitext.Version;
import ballast.format.article.Mark;
import ballast.format.article.ReaderOptions;
import ballast.segment.SegmenterOptions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All settings that influence an alignment, as text for {@link ballast.memory.Revision.Run}.
 *
 * <p>Add every option that changes the result here; otherwise a run skips documents that were
 * aligned without it. Corrections are not included because the memory keeps their beads.
 */
final class AlignmentSettings {

  private static final String SEPARATOR = "; ";
  private static final String BUILT_IN = "built in";
  private static final String DETECTED = "detected";

  private final List<String> settings;

  /**
   * @param settings empty if unknown; then the files are read with the defaults
   */
  AlignmentSettings(String settings) {
    this.settings = settings.isEmpty() ? List.of() : Arrays.asList(settings.split(SEPARATOR));
  }

  static String of(Workplace workplace, ArticleReading reading) {
    ReaderOptions source = reading.source();
    ReaderOptions target = reading.target();
    SegmenterOptions segmenting = reading.segmenting();
    return String.join(
        SEPARATOR,
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
    return lang == null ? DETECTED : lang.tag();
  }

  private static String encoding(@Nullable Charset encoding) {
    return encoding == null ? DETECTED : encoding.name();
  }

  /** Returns the digest of the file, so that its name does not matter. */
  private static String content(Workplace workplace, @Nullable Path file) {
    if (file == null) {
      return BUILT_IN;
    }
    try {
      return Sha256.hex(Files.newInputStream(file));
    } catch (IOException e) {
      throw new InputException(
          "cannot read \"" + workplace.shown(file) + "\"", "check the name and the folder", e);
    }
  }

  /**
   * @throws InputException if files of rules were used, because only their digests are recorded
   */
  ArticleReading reading() {
    requireBuiltIn("srx", "sentence rules", "--srx");
    requireBuiltIn("abbreviations", "abbreviations", "--abbrev");
    ReaderOptions.Layout layout =
        settings.contains("presegmented")
            ? ReaderOptions.Layout.LINES
            : ReaderOptions.Layout.ARTICLE;
    return settings.isEmpty()
        ? ArticleReading.DEFAULT
        : new ArticleReading(
            reader("source", layout),
            reader("target", layout),
            SegmenterOptions.DEFAULT
                .withReferee(!settings.contains("no referee"))
                .withJoinedAttributions(settings.contains("attributions joined")));
  }

  private void requireBuiltIn(String name, String what, String option) {
    String recorded = value(name);
    if (!recorded.isEmpty() && !recorded.equals(BUILT_IN)) {
      throw new InputException(
          "the article was aligned with a file of %s (%s)".formatted(what, option),
          "align it again without " + option + ", or with the built-in ones");
    }
  }

  private ReaderOptions reader(String side, ReaderOptions.Layout layout) {
    String[] value = value(side).split(" ");
    boolean isKnown = value.length == 2;
    String mark = value("mark");
    return new ReaderOptions(
        isKnown ? encoding(value[1]) : null,
        isKnown ? language(value[0]) : null,
        layout,
        mark.isEmpty() ? Mark.DEFAULT : new Mark(mark),
        /* isForTranslation= */ false);
  }

  private static @Nullable Charset encoding(String name) {
    return name.equals(DETECTED) ? null : Charset.forName(name);
  }

  private static @Nullable Lang language(String tag) {
    return tag.equals(DETECTED) ? null : new Lang(tag);
  }

  private String value(String name) {
    return settings.stream()
        .filter(setting -> setting.startsWith(name + " "))
        .map(setting -> setting.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  String ofThisVersion() {
    if (settings.isEmpty()) {
      return "";
    }
    List<String> renewed = new ArrayList<>(settings);
    renewed.set(0, Version.current().toString());
    return String.join(SEPARATOR, renewed);
  }
}
