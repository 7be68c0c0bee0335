package ballast.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The table of packages on the architecture page, made from the comments in the {@code
 * package-info.java} files: the first sentence, and the first class that the comment links to in
 * the package itself.
 */
final class RoomTable {

  static final Path PAGE = Manual.FOLDER.resolve("architecture.md");

  private static final Path SOURCES = Path.of("src/main/java/ballast");
  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)? ballast\\.([\\w.]+)");
  private static final Pattern SECTION =
      Pattern.compile("(?<=<!-- generated: rooms -->\n).*?(?=<!-- end -->)", Pattern.DOTALL);

  private RoomTable() {}

  static String shown(String page) {
    Matcher section = SECTION.matcher(page);
    return section.find() ? section.group() : "";
  }

  static String replace(String page, String table) {
    return SECTION.matcher(page).replaceFirst(Matcher.quoteReplacement(table));
  }

  /** The table as the packages in a checkout have it, in the order of their names. */
  static String of(Path root) throws IOException {
    Path sources = root.resolve(SOURCES);
    Map<String, String> rows = new TreeMap<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(file -> file.endsWith("package-info.java")).toList()) {
        String room = sources.relativize(file.getParent()).toString().replaceAll("[/\\\\]", ".");
        rows.put(room, row(room, Files.readString(file, UTF_8)));
      }
    }
    return "| package | contents | start at |\n|---|---|---|\n" + String.join("", rows.values());
  }

  private static String row(String room, String source) {
    Matcher found = COMMENT.matcher(source);
    String comment = found.find() ? found.group(1).replaceAll("\\s+(\\* )?", " ") : "";
    String sentence = comment.replaceFirst(" \\*? ?<p>.*", "").replaceFirst("(?<=\\.) .*", "");
    String entrance =
        LINK.matcher(comment)
            .results()
            .map(link -> link.group(1))
            .filter(name -> name.matches(Pattern.quote(room) + "\\.[A-Z]\\w*"))
            .map(name -> "`" + name.substring(room.length() + 1) + "`")
            .findFirst()
            .orElse("");
    return "| `%s` | %s | %s |\n".formatted(room, plain(sentence.strip()), entrance);
  }

  /** Javadoc's tags as Markdown: classes without their packages, labels as they are. */
  private static String plain(String comment) {
    return comment
        .replaceAll("\\{@linkplain \\S+ ([^}]*)}", "$1")
        .replaceAll("\\{@link [a-z.]*([^}]*)}", "`$1`")
        .replaceAll("\\{@code ([^}]*)}", "`$1`");
  }
}
