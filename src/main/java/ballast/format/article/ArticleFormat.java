package ballast.format.article;

import ballast.format.file.PageEncoding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The formats of articles, with their extensions and how to recognise them; {@link TextReader}
 * reads them.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable, the functions stateless
public enum ArticleFormat {
  /** A saved web page. */
  HTML(List.of("html", "htm", "shtml", "shtm", "xhtml"), PageEncoding::looksLikePage),
  /** Plain text: any file that is not of another format. */
  TEXT(List.of("txt", "md"), bytes -> true);

  private final List<String> extensions;
  private final Predicate<byte[]> look;

  ArticleFormat(List<String> extensions, Predicate<byte[]> look) {
    this.extensions = extensions;
    this.look = look;
  }

  /** Whether the name of a file has an extension of articles. (A file of any name can be one.) */
  public static boolean isOne(String name) {
    return Arrays.stream(values()).anyMatch(format -> format.isNamed(name));
  }

  /** The format of a file: a page if it is named or begins like one, otherwise plain text. */
  static ArticleFormat of(String name, byte[] bytes) {
    return Arrays.stream(values())
        .filter(format -> format.look.test(bytes) || (format != TEXT && format.isNamed(name)))
        .findFirst()
        .orElse(TEXT);
  }

  private boolean isNamed(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return extensions.stream().anyMatch(extension -> lower.endsWith("." + extension));
  }
}
