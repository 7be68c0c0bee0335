package ballast.cli;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.interchange.ReaderOptions;
import ballast.interchange.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How {@code ballast diff} reads what it compares. */
final class DiffReading {

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
  void acceptVariants() {
    variants = true;
  }

  boolean acceptsVariants() {
    return variants;
  }

  CommonOptions common() {
    return common;
  }

  SegmentingOptions segmenting() {
    return segmenting;
  }

  boolean lines() {
    return lines;
  }

  @Nullable String source() {
    return source;
  }

  @Nullable String oldSource() {
    return oldSource;
  }

  @Nullable Lang sourceLang() {
    return ReadingOptions.language(from);
  }

  @Nullable Lang targetLang() {
    return ReadingOptions.language(to);
  }

  Lang sourceLangOr(Lang other) {
    Lang lang = sourceLang();
    return lang == null ? other : lang;
  }

  Lang targetLangOr(Lang other) {
    Lang lang = targetLang();
    return lang == null ? other : lang;
  }

  ReaderOptions readerOptions(@Nullable Lang lang) {
    return ReaderOptions.DEFAULT
        .withEncoding(reading.sourceCharset())
        .withLang(lang)
        .withLayout(lines ? ReaderOptions.Layout.LINES : ReaderOptions.Layout.ARTICLE);
  }

  /**
   * @throws InputException if the user has named a source where none is wanted
   */
  void refuseSource(String reason) {
    if (source != null || oldSource != null) {
      String option = source == null ? "--old-source" : "--source";
      throw new InputException(option + " cannot be used here: " + reason, "leave it out");
    }
  }

  void say(Console console, String message) {
    common.say(console, message);
  }

  void say(Console console, Reading text, String name) {
    String lang = text.document().lang() + ", " + text.encoding().charset().name();
    common.detail(console, name + ": " + lang);
    text.notes().forEach(note -> common.detail(console, "  " + note));
  }
}
