package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.cli.terminal.Console;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How {@code ballast diff} reads what it compares. */
public final class DiffReading {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private SegmentingOptions segmenting = new SegmentingOptions();

  @Option(
      names = "--source",
      paramLabel = "ZH",
      description = "The source of both texts; of the new one if --old-source is given.")
  private @Nullable String source;

  @Option(
      names = "--old-source",
      paramLabel = "ZH0",
      description = "The source of the old text: finds translations that did not follow it.")
  private @Nullable String oldSource;

  @Option(
      names = "--from",
      paramLabel = "TAG",
      description = "Language of the source. Default: zh for units; detected for texts.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TAG",
      description = "Language of the translation. Default: en for units; detected for texts.")
  private @Nullable String to;

  @Option(names = "--lines", description = "Each line is a sentence: nothing is split or joined.")
  private boolean lines;

  private boolean variants;

  /** Takes traditional Chinese for simplified and the other way round: for comparing, both do. */
  public void acceptVariants() {
    variants = true;
  }

  public boolean acceptsVariants() {
    return variants;
  }

  public CommonOptions common() {
    return common;
  }

  public SegmentingOptions segmenting() {
    return segmenting;
  }

  public boolean lines() {
    return lines;
  }

  public @Nullable String source() {
    return source;
  }

  public @Nullable String oldSource() {
    return oldSource;
  }

  public @Nullable Lang sourceLang() {
    return ReadingOptions.language(from);
  }

  public @Nullable Lang targetLang() {
    return ReadingOptions.language(to);
  }

  public Lang sourceLangOr(Lang other) {
    Lang lang = sourceLang();
    return lang == null ? other : lang;
  }

  public Lang targetLangOr(Lang other) {
    Lang lang = targetLang();
    return lang == null ? other : lang;
  }

  public ReaderOptions readerOptions(@Nullable Lang lang) {
    return ReaderOptions.DEFAULT
        .withEncoding(reading.sourceCharset())
        .withLang(lang)
        .withLayout(lines ? ReaderOptions.Layout.LINES : ReaderOptions.Layout.ARTICLE);
  }

  /**
   * @throws InputException if the user has named a source where none is wanted
   */
  public void refuseSource(String reason) {
    if (source != null || oldSource != null) {
      String option = source == null ? "--old-source" : "--source";
      throw new InputException(option + " cannot be used here: " + reason, "leave it out");
    }
  }

  public void say(Console console, String message) {
    common.say(console, message);
  }

  public void say(Console console, ReadText text, String name) {
    String lang = text.document().lang() + ", " + text.encoding().charset().name();
    common.detail(console, name + ": " + lang);
    text.notes().forEach(note -> common.detail(console, "  " + note));
  }
}
