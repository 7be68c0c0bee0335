package ballast.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.glossary.Concept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class GlossariesTest {

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  private List<String> ids(Glossaries glossaries) {
    return glossaries.read(Workplace.in(folder), Notices.NONE).stream().map(Concept::id).toList();
  }

  @Test
  void aGlossaryOfTheProjectThatCannotBeReadIsAnError() throws IOException {
    write("glossary/a.csv", "zh,en\n船,ship\n");
    assertThat(ids(Glossaries.OF_PROJECT)).containsExactly("船");
    write("glossary/b.csv", "zh\n帆\n");
    assertThatThrownBy(() -> ids(Glossaries.OF_PROJECT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("b.csv")
        .extracting(e -> ((InputException) e).hint())
        .asString()
        .contains("--no-glossary");
    assertThat(ids(Glossaries.NONE)).isEmpty();
  }

  @Test
  void whatMustNotStopUsesThoseThatCanBeRead() throws IOException {
    write("glossary/a.csv", "zh,en\n船,ship\n");
    write("glossary/b.csv", "zh\n帆\n");
    Glossaries readable = Glossaries.OF_PROJECT.readable(Workplace.in(folder), Notices.NONE);
    assertThat(ids(readable)).containsExactly("船");
    Files.delete(folder.resolve("glossary/a.csv"));
    readable = Glossaries.OF_PROJECT.readable(Workplace.in(folder), Notices.NONE);
    assertThat(ids(readable)).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkThatLeavesTheWorkTreeIsRefusedUnlessItIsNamed() throws IOException {
    write("elsewhere/terms.csv", "zh,en\n锚,anchor\n");
    write("tree/glossary/a.csv", "zh,en\n船,ship\n");
    Files.createDirectory(folder.resolve("tree/.git"));
    Path link = folder.resolve("tree/glossary/b.csv");
    Files.createSymbolicLink(link, Path.of("../../elsewhere/terms.csv"));
    Workplace tree = Workplace.in(folder.resolve("tree"));
    String refusal = "cannot use the glossary \"glossary/b.csv\": it is a link that leaves";
    for (Glossaries found : List.of(Glossaries.OF_PROJECT, Glossaries.of(List.of("glossary")))) {
      assertThatThrownBy(() -> found.read(tree, Notices.NONE)).hasMessageContaining(refusal);
      assertThatThrownBy(() -> found.readings(tree)).hasMessageContaining(refusal);
      assertThat(found.readable(tree, Notices.NONE)).isEqualTo(Glossaries.NONE);
    }
    assertThat(Glossaries.of(List.of("glossary/b.csv")).read(tree, Notices.NONE)).hasSize(1);

    Files.delete(link);
    Files.delete(folder.resolve("tree/glossary/a.csv"));
    Files.delete(folder.resolve("tree/glossary"));
    Files.createSymbolicLink(folder.resolve("tree/glossary"), Path.of("../elsewhere"));
    assertThatThrownBy(() -> Glossaries.OF_PROJECT.read(tree, Notices.NONE))
        .hasMessageContaining("cannot use the glossary \"glossary\": it is a link that leaves");
    assertThat(Glossaries.of(List.of("glossary")).read(tree, Notices.NONE)).hasSize(1);
  }
}
