package ballast.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.LiveCheck;
import ballast.mcp.AssistantServer;
import ballast.mcp.Dialogue;
import ballast.mcp.SampleProject;
import ballast.mcp.ServedProject;
import ballast.memory.opening.Memories;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes after the beginning of a session: each answer is a message, and nothing fails. */
@Timeout(60)
final class AssistantFuzzTest {

  @TempDir Path folder;

  @FuzzTest
  void lines(byte[] lines) throws IOException {
    if (!Files.exists(folder.resolve("tm"))) {
      SampleProject.in(folder);
    }
    ServedProject setting =
        new ServedProject(
            Workplace.in(folder),
            Memories.at(folder.resolve("tm/memory.db")),
            LiveCheck.Against.PROJECT,
            Notices.NONE,
            /* writes= */ true);
    InputStream begun = new ByteArrayInputStream(Dialogue.begun().input().getBytes(UTF_8));
    InputStream in = new SequenceInputStream(begun, new ByteArrayInputStream(lines));
    List<String> out = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    AssistantServer.serve(setting, in, out::add, failures::add);
    assertThat(failures).isEmpty();
    for (String line : out) {
      Dialogue.json(line);
      assertThat(line).doesNotContain("Exception", "Cannot invoke");
    }
  }
}
