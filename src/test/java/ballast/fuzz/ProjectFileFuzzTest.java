package ballast.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.check.SettingsChoice.CheckSettingsReader;
import ballast.check.Baseline;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside the texts of a project, of any content. */
@Timeout(20)
final class ProjectFileFuzzTest {

  @TempDir Path folder;

  @FuzzTest
  void settings(byte[] content) throws IOException {
    AnyFile file = new AnyFile(folder);
    Path settings = file.write("ballast.toml", content);
    file.read(out -> CheckSettingsReader.read(settings, "ballast.toml"));
  }

  /** The answers of a reviewer. */
  @FuzzTest
  void review(byte[] content) throws IOException {
    AnyFile file = new AnyFile(folder);
    file.write("answers.csv", content);
    if (!Files.exists(folder.resolve("tm"))) {
      SmallMemory.in(folder);
    }
    file.run("review import answers.csv --dry-run --print");
  }

  /** Of articles that do not exist, because aligning takes longer than reading the list. */
  @FuzzTest
  void pairList(byte[] content) throws IOException {
    AnyFile file = new AnyFile(folder);
    file.write("list.tsv", content);
    file.run("align --pairs list.tsv --no-tm --print");
  }

  @FuzzTest
  void baseline(byte[] content) throws IOException {
    AnyFile file = new AnyFile(folder);
    Path known = file.write("known.tsv", content);
    file.read(
        out -> {
          for (String line : Baseline.read(Files.readAllLines(known), "known.tsv").lines()) {
            out.write(line.getBytes(UTF_8));
          }
        });
  }
}
