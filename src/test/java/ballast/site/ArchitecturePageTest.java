package ballast.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the architecture page to the code; {@code -Dsite.update=true} rewrites its table. */
final class ArchitecturePageTest {

  private static final Path PAGE = Manual.FOLDER.resolve("architecture.md");

  private static final Path SOURCES = Path.of("src/main/java/ballast");
  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)? ballast\\.([\\w.]+)");
  private static final Pattern SECTION =
      Pattern.compile("(?<=<!-- generated: rooms -->\n).*?(?=<!-- end -->)", Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+[a-z]\\w*)(\\.\\w+)?`");
  private static final Pattern DECLARATION =
      Pattern.compile("\\b(?:class|record|enum|interface) (\\w+)");

  @Test
  void theTableIsThatOfThePackages() throws IOException {
    String table = table();
    String page = Files.readString(PAGE, UTF_8);
    if (Boolean.getBoolean("site.update")) {
      page = SECTION.matcher(page).replaceFirst(Matcher.quoteReplacement(table));
      Files.writeString(PAGE, page, UTF_8);
    }
    assertThat(page)
        .as("rewrite with -Dsite.update=true")
        .contains("<!-- generated: rooms -->\n" + table + "<!-- end -->");
    assertThat(page.lines().count()).as("lines of the page").isLessThan(200);
  }

  @Test
  void everyClassThatThePageNamesExists() throws IOException {
    Set<String> declared = new HashSet<>();
    for (String sources : List.of("src/main/java", "src/test/java")) {
      try (Stream<Path> files = Files.walk(Path.of(sources))) {
        for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
          DECLARATION
              .matcher(Files.readString(file, UTF_8))
              .results()
              .forEach(found -> declared.add(found.group(1)));
        }
      }
    }
    assertThat(NAME.matcher(Files.readString(PAGE, UTF_8)).results())
        .hasSizeGreaterThan(40)
        .allSatisfy(named -> assertThat(declared).contains(named.group(1)));
  }

  /**
   * The table of packages in the order of their names, made from the comments in the {@code
   * package-info.java} files: the first sentence, and the first class that the comment links to in
   * the package itself.
   */
  private static String table() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(file -> file.endsWith("package-info.java")).toList()) {
        String room = SOURCES.relativize(file.getParent()).toString().replaceAll("[/\\\\]", ".");
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
