package ballast.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the architecture page to the code; {@code -Dsite.update=true} rewrites its table. */
final class ArchitecturePageTest {

  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+[a-z]\\w*)(\\.\\w+)?`");
  private static final Pattern DECLARATION =
      Pattern.compile("\\b(?:class|record|enum|interface) (\\w+)");

  @Test
  void theTableIsThatOfThePackages() throws IOException {
    String table = RoomTable.of(Path.of(""));
    String page = Files.readString(RoomTable.PAGE, UTF_8);
    if (Boolean.getBoolean("site.update")) {
      page = RoomTable.replace(page, table);
      Files.writeString(RoomTable.PAGE, page, UTF_8);
    }
    assertThat(RoomTable.shown(page)).as("rewrite with -Dsite.update=true").isEqualTo(table);
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
    assertThat(NAME.matcher(Files.readString(RoomTable.PAGE, UTF_8)).results())
        .hasSizeGreaterThan(40)
        .allSatisfy(named -> assertThat(declared).contains(named.group(1)));
  }
}
