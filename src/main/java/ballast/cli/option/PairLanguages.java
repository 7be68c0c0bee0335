package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.workflow.exchange.PairChoice;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The languages of the pairs that are taken from files of units. */
public final class PairLanguages {

  @Option(
      names = "--from",
      paramLabel = "TAG",
      description = "Language of the source texts. Default: zh-CN.")
  @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TAG",
      description = "Language of the translations. Default: en-US.")
  @Nullable String to;

  @Option(
      names = "--accept-variant",
      description = "Take Chinese in the other script than asked for, or than its code says.")
  boolean acceptVariant;

  /**
   * The pairs that are wanted.
   *
   * @throws InputException if these are not two languages
   */
  public PairChoice pairs() {
    Lang source = language(source());
    Lang target = language(target());
    if (source.equals(target)) {
      throw new InputException("--from and --to are both " + source(), "name two languages");
    }
    return new PairChoice(source, target, acceptVariant, from != null, to != null);
  }

  /** The two languages as the user has named them: {@code zh-CN and en-US}. */
  public String named() {
    return source() + " and " + target();
  }

  private String source() {
    return from == null ? "zh-CN" : from;
  }

  private String target() {
    return to == null ? "en-US" : to;
  }

  private static Lang language(String tag) {
    return Objects.requireNonNull(ReadingOptions.language(tag));
  }
}
