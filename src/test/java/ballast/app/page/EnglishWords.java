package ballast.app.page;

import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises English in a text of a Chinese page. */
public final class EnglishWords {

  private static final Pattern QUOTED = Pattern.compile("“[^”]*”|`[^`]*`|\\$\\{?\\w+}?");

  /** Names, paths, options and commands of programs. */
  private static final Pattern OF_PROGRAMS =
      Pattern.compile(
          "ballast( \\S*[a-z.]\\S*| SOURCE| TARGET)*|\\S*[./=_\\\\\\d]\\S*|--?\\w\\S*"
              + "|\\b[A-Z]{2,}\\b|\\b[a-z]*[A-Z][A-Za-z]*[A-Z]\\w*");

  private static final Pattern SENTENCE =
      Pattern.compile("(?<![\\w-])[A-Za-z]{2,}(?: [A-Za-z][A-Za-z'’-]*){2,}");

  private EnglishWords() {}

  /** Returns three or more English words in a row, outside of quotation marks. */
  public static Optional<String> sentence(String text) {
    String own = OF_PROGRAMS.matcher(QUOTED.matcher(text).replaceAll("“”")).replaceAll("·");
    return SENTENCE.matcher(own).results().map(found -> found.group()).findFirst();
  }
}
