package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Version;
import ballast.format.article.Mark;
import ballast.format.article.ReaderOptions;
import ballast.segment.SegmenterOptions;
import ballast.workflow.Workplace;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a recorded revision were read, from its {@link
 * ballast.memory.AlignmentRun#settings}, so that they can be read in the same way again.
 */
public final class RecordedReading {

  private static final String SEPARATOR = "; ";
  private static final String BUILT_IN = "built in";
  private static final String DETECTED = "detected";

  private final List<String> settings;

  /**
   * @param settings as {@link AlignmentSettings} writes them; empty if unknown, then the files are
   *     read as if no option were given
   */
  public RecordedReading(String settings) {
    this.settings = settings.isEmpty() ? List.of() : Arrays.asList(settings.split(SEPARATOR));
  }

  /**
   * The options.
   *
   * @param rules names the files of sentence rules and abbreviations, of which only the content is
   *     recorded
   * @throws InputException if the revision was made with other rules
   */
  public ArticleReading with(Workplace workplace, SegmenterOptions rules) {
    if (settings.isEmpty()) {
      return ArticleReading.DEFAULT;
    }
    requireContent("srx", AlignmentSettings.content(workplace, rules.srx()), "--srx");
    requireContent(
        "abbreviations", AlignmentSettings.content(workplace, rules.abbreviations()), "--abbrev");
    ReaderOptions.Layout layout =
        settings.contains("presegmented")
            ? ReaderOptions.Layout.LINES
            : ReaderOptions.Layout.ARTICLE;
    return new ArticleReading(
        reader("source", layout),
        reader("target", layout),
        rules
            .withReferee(!settings.contains("no referee"))
            .withJoinedAttributions(settings.contains("attributions joined")));
  }

  private void requireContent(String name, String given, String option) {
    String recorded = value(name);
    if (!recorded.isEmpty() && !recorded.equals(given)) {
      String what = name.equals("srx") ? "sentence rules" : "abbreviations";
      throw new InputException(
          recorded.equals(BUILT_IN)
              ? "the article was aligned with the built-in " + what
              : "the article was aligned with a file of " + what + " (" + option + ")",
          recorded.equals(BUILT_IN)
              ? "leave " + option + " out"
              : "align it again without " + option + ", or with the built-in ones");
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

  /** The rest of the setting that begins with a name; empty if there is none. */
  private String value(String name) {
    return settings.stream()
        .filter(setting -> setting.startsWith(name + " "))
        .map(setting -> setting.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  /** The same settings for a run of this version of Ballast. */
  public String ofThisVersion() {
    if (settings.isEmpty()) {
      return "";
    }
    List<String> renewed = new ArrayList<>(settings);
    renewed.set(0, Version.current().toString());
    return String.join(SEPARATOR, renewed);
  }
}
