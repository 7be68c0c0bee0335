package ballast.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Location.Locator;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.CheckedPair;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.check.Rule;
import ballast.check.Rules;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The SARIF output is valid by the schema of the standard (OASIS, 2.1.0). */
final class SarifSchemaTest {

  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream in =
        SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      SchemaRegistryConfig strict =
          SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_7, registry -> registry.schemaRegistryConfig(strict))
          .getSchema(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> problems(JsonNode log) {
    return SCHEMA.validate(log).stream().map(Object::toString).toList();
  }

  private static JsonNode log(List<LocatedFinding> findings) throws IOException {
    StringWriter out = new StringWriter();
    FindingSarif.write(
        out,
        new FindingReport(findings, findings, 3, findings.stream().limit(1).toList()),
        "0.1.0-SNAPSHOT");
    return new ObjectMapper().readTree(out.toString());
  }

  /** Every rule, every severity; texts, names of files and of terms that could break something. */
  private static List<LocatedFinding> findings() {
    List<LocatedFinding> findings = new ArrayList<>();
    String[] files = {
      "a.tsv", "tm/文章/a b.en.txt", "C:\\a%20b\\[x]?#.txt", "../\"<>^`{|}\u0001", ""
    };
    List<Severity> severities = List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);
    int i = 0;
    for (Rule rule : Rules.all()) {
      String file = files[i % files.length];
      Passage passage = new Passage("u", "d", Lang.ZH_CN, Lang.EN_US, "船\u0000", "\uD83D\uDEA2 \"");
      Finding finding =
          new Finding(
              rule.id(),
              severities.get(i % severities.size()),
              new Finding.Spans(
                  List.of(new Span(0, 1)), i % 2 == 0 ? List.of() : List.of(new Span(0, 2))),
              "wrong: \"\\\u0007\n{0}",
              List.of("ship"),
              i % 3 == 0 ? "" : "船\"");
      Locator source = Locator.from(new Location(file + ".zh", 1 + i, 1));
      String place = i % 4 == 3 ? "table 2, row 4" : "";
      Locator target = Locator.from(new Location(file, 1 + i, 2, place));
      findings.add(new LocatedFinding(finding, new CheckedPair<>(passage, source, target)));
      i++;
    }
    return findings;
  }

  @Test
  void theOutputIsValid() throws IOException {
    assertThat(problems(log(List.of()))).isEmpty();
    JsonNode log = log(findings());
    assertThat(log.at("/runs/0/results")).hasSize(Rules.all().size());
    assertThat(problems(log)).isEmpty();
  }

  @Test
  void theSchemaRefusesOtherJson() throws IOException {
    ObjectNode noVersion = (ObjectNode) log(findings());
    noVersion.remove("version");
    assertThat(problems(noVersion)).isNotEmpty();
    JsonNode badLevel = log(findings());
    ((ObjectNode) badLevel.at("/runs/0/results/0")).put("level", "hint");
    assertThat(problems(badLevel)).isNotEmpty();
    JsonNode unknown = log(findings());
    ((ObjectNode) unknown.at("/runs/0/tool/driver")).put("licence", "x");
    assertThat(problems(unknown)).isNotEmpty();
    JsonNode blank = log(findings());
    ((ObjectNode) blank.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation"))
        .put("uri", "a b.txt");
    assertThat(problems(blank)).isNotEmpty();
    JsonNode zero = log(findings());
    ((ObjectNode) zero.at("/runs/0/results/0/locations/0/physicalLocation/region"))
        .put("startLine", 0);
    assertThat(problems(zero)).isNotEmpty();
  }
}
