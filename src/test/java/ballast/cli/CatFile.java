package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An XLIFF file, edited as a CAT tool does it: the text after a source becomes its target. */
final class CatFile {

  private final Path file;
  private String text;

  CatFile(Path file) throws IOException {
    this.file = file;
    this.text = Files.readString(file, UTF_8);
  }

  String text() {
    return text;
  }

  /**
   * Translates the first sentence with this source that has no translation yet.
   *
   * @param source as the file has it, with its codes
   * @param target with its codes
   */
  CatFile translate(String source, String target) {
    Pattern place =
        Pattern.compile(
            "<source>" + Pattern.quote(source) + "</source>\\s*(<target state=\"new\"/>)?");
    Matcher found = place.matcher(text);
    while (found.find()) {
      if (!text.startsWith("<target", found.end())) {
        String both = "<source>" + source + "</source><target>" + target + "</target>";
        text = text.substring(0, found.start()) + both + text.substring(found.end());
        return this;
      }
    }
    throw new AssertionError("no sentence " + source + " without a translation in\n" + text);
  }

  CatFile replace(String old, String now) {
    assertThat(text).contains(old);
    text = text.replace(old, now);
    return this;
  }

  void save() throws IOException {
    Files.writeString(file, text, UTF_8);
  }
}
