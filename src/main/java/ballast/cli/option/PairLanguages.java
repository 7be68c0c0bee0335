package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.workflow.exchange.PairChoice;
import java.util.Objects;
import picocli.CommandLine.Option;

/** The languages of the pairs that are taken from files of units. */
public final class PairLanguages {

  @Option(
      names = "--from",
      paramLabel = "TAG",
      defaultValue = "zh-CN",
      description = "Language of the source texts. Default: ${DEFAULT-VALUE}.")
  String from = "zh-CN";

  @Option(
      names = "--to",
      paramLabel = "TAG",
      defaultValue = "en-US",
      description = "Language of the translations. Default: ${DEFAULT-VALUE}.")
  String to = "en-US";

  @Option(
      names = "--accept-variant",
      description = "Take traditional Chinese for simplified, and the other way round.")
  boolean acceptVariant;

  /**
   * The pairs that are wanted.
   *
   * @throws InputException if these are not two languages
   */
  public PairChoice pairs() {
    Lang source = language(from);
    Lang target = language(to);
    if (source.equals(target)) {
      throw new InputException("--from and --to are both " + from, "name two languages");
    }
    return new PairChoice(source, target, acceptVariant);
  }

  /** The two languages as the user has named them: {@code zh-CN and en-US}. */
  public String named() {
    return from + " and " + to;
  }

  private static Lang language(String tag) {
    return Objects.requireNonNull(ReadingOptions.language(tag));
  }
}
