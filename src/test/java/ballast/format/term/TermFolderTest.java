package ballast.format.term;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.glossary.Concept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** A test that reads glossaries from a folder of its own. */
abstract class TermFolderTest {

  @TempDir Path folder;

  final GlossaryReading read(String name, String text) throws IOException {
    return read(name, text.getBytes(UTF_8));
  }

  final GlossaryReading read(String name, byte[] bytes) throws IOException {
    return GlossaryReader.read(Files.write(folder.resolve(name), bytes), name);
  }

  /** The Chinese and English forms of each concept; {@code !} marks forbidden English. */
  static List<String> terms(GlossaryReading reading) {
    return reading.concepts().stream().map(TermFolderTest::forms).toList();
  }

  private static String forms(Concept concept) {
    return concept.en().stream()
        .map(term -> term.text() + (term.isForbidden() ? "!" : ""))
        .collect(Collectors.joining("|", String.join("|", concept.zhForms()) + "=", ""));
  }

  static List<String> problems(GlossaryReading reading) {
    return reading.problems().stream().map(GlossaryReading.Problem::toString).toList();
  }
}
