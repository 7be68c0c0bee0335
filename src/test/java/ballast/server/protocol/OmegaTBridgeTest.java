package ballast.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.omegat.languagetools.LanguageToolNetworkBridge;
import org.omegat.languagetools.LanguageToolResult;
import org.omegat.util.Language;
import org.omegat.util.RuntimePreferences;

/** OmegaT's own client, unmodified. */
@Tag("server")
final class OmegaTBridgeTest extends FolderTest {

  private LanguageToolNetworkBridge bridge(Served served) throws Exception {
    RuntimePreferences.setConfigDir(folder.resolve("omegat").toString());
    return new LanguageToolNetworkBridge(
        new Language("zh-CN"), new Language("en-US"), served.address() + "/v2/check");
  }

  @Test
  void omegatMarksTheFindings() throws Exception {
    write("project/glossary/terms.csv", "zh,en\n压舱石,ballast stone\n");
    try (Served served = new Served(folder.resolve("project"))) {
      LanguageToolNetworkBridge bridge = bridge(served);
      String target = "😀 He has 4 ships, the stone of the town.";
      assertThat(marked(bridge, "他有3艘船，是城里的压舱石。", target))
          .containsExactly("number-mismatch 4", "term-missing stone");
      assertThat(marked(bridge, "桥修好了。", "The bridge is mended.")).isEmpty();
      assertThat(marked(bridge, "桥修好了。", "")).isEmpty();
      assertThat(served.failures()).isEmpty();
    }
  }

  private static List<String> marked(
      LanguageToolNetworkBridge bridge, String source, String target) {
    return bridge.getCheckResults(source, target).stream()
        .map(one -> one.ruleId + " " + target.substring(one.start, one.end))
        .toList();
  }

  /** The sample articles, whose translations OmegaT would show. */
  @Test
  void itMarksTheSamePlacesAsTheCheckOfAPair() throws Exception {
    Path project = folder.resolve("project");
    Files.createDirectories(project.resolve("glossary"));
    Files.copy(Path.of("glossary/diplomacy.csv"), project.resolve("glossary/diplomacy.csv"));
    try (Served served = new Served(project)) {
      LanguageToolNetworkBridge bridge = bridge(served);
      int marks = 0;
      for (SamePairsTest.Pair pair : SamePairsTest.samples(project)) {
        List<LanguageToolResult> results = bridge.getCheckResults(pair.source(), pair.target());
        List<String> expected = SamePairsTest.places(served, pair);
        assertThat(results.stream().map(one -> one.ruleId + " " + one.start + " " + one.end))
            .as(pair.line())
            .isEqualTo(expected);
        marks += expected.size();
      }
      assertThat(marks).isPositive();
    }
  }
}
