package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spans count code points in every command; characters of two UTF-16 units stand before them. */
final class JsonSpansTest extends CommandTest {

  private static final String ZH = "𠮷😀港有3艘船。";
  private static final String EN = "😀🚢 The port has 3 ships.";

  @BeforeEach
  void memory() throws IOException {
    write("units.tsv", ZH + "\t" + EN + "\n");
    run(0, "tm import units.tsv -q");
  }

  private JsonNode json(String line) throws IOException {
    Outcome outcome = run(line);
    List<JsonNode> documents = JsonPage.documents(outcome.out());
    assertThat(documents).as(outcome.err()).hasSize(1);
    return documents.get(0);
  }

  private static String cut(String text, JsonNode span) {
    int[] codePoints = text.codePoints().toArray();
    int start = span.path(0).asInt(-1);
    return new String(codePoints, start, span.path(1).asInt(-1) - start);
  }

  @Test
  void check() throws IOException {
    write("wrong.tsv", ZH + "\t" + EN.replace('3', '4') + "\n");
    JsonNode finding = json("check wrong.tsv --format json").at("/findings/0");
    for (String side : List.of("source", "target")) {
      String text = finding.path(side).path("text").asText();
      assertThat(cut(text, finding.path(side).at("/spans/0")))
          .isEqualTo(side.equals("source") ? "3" : "4");
    }
  }

  @Test
  void checkWithFixes() throws IOException {
    write("terms.csv", "zh,en,status\n船,ship,preferred\n船,boat,forbidden\n");
    write("wrong.tsv", ZH + "\t" + EN.replace("ship", "boat") + "\n");
    JsonNode fix = json("check wrong.tsv --glossary terms.csv --fix --format json").at("/fixes/0");
    assertThat(fix.path("old").asText()).isEqualTo("boats");
    assertThat(cut(fix.path("before").asText(), fix.path("span"))).isEqualTo("boats");
  }

  @Test
  void diff() throws IOException {
    write("old.txt", EN + "\n");
    write("new.txt", EN.replace('3', '4') + "\n");
    write("third.txt", EN.replace('3', '5') + "\n");
    JsonNode change = json("diff old.txt new.txt --format json").at("/changes/0");
    assertEdit(change.at("/edits/0"), change.at("/old/0"), change.at("/new/0"));
    JsonNode passage = json("diff old.txt new.txt third.txt --format json").at("/changes/0");
    assertEdit(passage.at("/firstEdits/0"), passage.at("/draft/0"), passage.at("/first/0"));
    assertEdit(passage.at("/secondEdits/0"), passage.at("/first/0"), passage.at("/second/0"));
  }

  private static void assertEdit(JsonNode edit, JsonNode old, JsonNode revised) {
    assertThat(edit.path("old").asText()).isIn("3", "4");
    assertThat(cut(old.asText(), edit.path("oldSpan"))).isEqualTo(edit.path("old").asText());
    assertThat(cut(revised.asText(), edit.path("newSpan"))).isEqualTo(edit.path("new").asText());
  }

  @Test
  void search() throws IOException {
    for (String text : List.of(ZH, EN)) {
      String query = text.replace('3', '5');
      JsonNode match = json("tm search '" + query + "' --json").at("/matches/0");
      assertThat(cut(query, match.at("/differences/query/0"))).isEqualTo("5");
      assertThat(cut(text, match.at("/differences/unit/0"))).isEqualTo("3");
    }
  }

  @Test
  void concordance() throws IOException {
    JsonNode source = json("tm concordance 艘船 --json").at("/hits/0");
    assertThat(cut(ZH, source.at("/spans/0"))).isEqualTo("艘船");
    JsonNode target = json("tm concordance ships --json").at("/hits/0");
    assertThat(cut(EN, target.at("/spans/0"))).isEqualTo("ships");
  }

  @Test
  void replace() throws IOException {
    JsonNode target = json("tm replace ships '🚢🚢 boats' --dry-run --json").at("/units/0");
    assertThat(cut(EN, target.at("/replaced/0"))).isEqualTo("ships");
    assertThat(cut(target.at("/after/target").asText(), target.at("/replacements/0")))
        .isEqualTo("🚢🚢 boats");
    JsonNode source = json("tm replace 艘船 条船 --in source --dry-run --json").at("/units/0");
    assertThat(cut(ZH, source.at("/replaced/0"))).isEqualTo("艘船");
    assertThat(cut(source.at("/after/source").asText(), source.at("/replacements/0")))
        .isEqualTo("条船");
  }

  /** A text that would be left empty is left alone; what was found is named all the same. */
  @Test
  void replaceThatIsRefused() throws IOException {
    JsonNode unit = json("tm replace --regex .+ '' --in source --dry-run --json").at("/units/0");
    assertThat(unit.path("changed").asBoolean(true)).isFalse();
    assertThat(cut(ZH, unit.at("/replaced/0"))).isEqualTo(ZH);
    assertThat(run("tm replace --regex .+ '' --in source --dry-run").out())
        .contains("[-" + ZH + "-]");
  }
}
