package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.Mark;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for reading files. */
public final class ReadingOptions {

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      split = ",",
      description = {
        "Encoding of the files, for example GB18030; SOURCE,TARGET where they differ.",
        "Default: detected and stated."
      })
  List<String> encodings = List.of();

  /** The encoding asked for the first or only kind of file, or null: detect it. */
  public @Nullable Charset sourceCharset() {
    return encodings.isEmpty() ? null : charset(encodings.get(0));
  }

  /** The encoding asked for translations, or null: detect it. */
  public @Nullable Charset targetCharset() {
    return encodings.isEmpty() ? null : charset(encodings.get(encodings.size() - 1));
  }

  private static Charset charset(String encoding) {
    try {
      return Charset.forName(encoding.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InputException(
          "unknown encoding \"" + encoding + "\"",
          "UTF-8, GB18030, GBK, Big5-HKSCS, UTF-16LE or UTF-16BE",
          e);
    }
  }

  /** The marks that the value {@code sign} describes. */
  public static Mark mark(String sign) {
    try {
      return new Mark(sign.strip());
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "\"" + sign + "\" cannot mark a line", "some visible characters, such as ====", e);
    }
  }

  /** The language of {@code tag}, or null when none was given. */
  public static @Nullable Lang language(@Nullable String tag) {
    if (tag == null) {
      return null;
    }
    try {
      return switch (tag) {
        case "zh" -> Lang.ZH_CN;
        case "en" -> Lang.EN_US;
        default -> new Lang(tag);
      };
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "\"" + tag + "\" is not a language", "a tag such as zh, zh-TW or en", e);
    }
  }
}
