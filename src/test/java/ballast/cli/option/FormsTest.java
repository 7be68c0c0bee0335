package ballast.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.page.Form;
import ballast.bitext.InputException;
import ballast.cli.CommandTest;
import ballast.cli.option.OutputOptions.Forms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

final class FormsTest extends CommandTest {

  private static final class Some extends Forms {
    Some() {
      super(Form.HTML, Form.JSON, Form.JUNIT);
    }
  }

  private final Forms some = new Some();

  @Test
  void aNameMayBeInCapitals() {
    assertThat(some.convert("json")).isEqualTo(Form.JSON);
    assertThat(some.convert("HTML")).isEqualTo(Form.HTML);
    assertThat(some).containsExactly("html", "json", "junit");
  }

  @Test
  void aFormThatTheCommandDoesNotOfferIsRefused() {
    assertThatThrownBy(() -> some.convert("tmx"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("expected one of html, json, junit but was 'tmx'");
  }

  @Test
  void anExtensionStandsForAForm() {
    assertThat(some.ofExtension("htm")).isEqualTo(Form.HTML);
    assertThat(some.find("tmx")).isEmpty();
    assertThatThrownBy(() -> some.ofExtension("tmx"))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.hint())
                    .isEqualTo("end it in .html or .json, or add --format html|json|junit"));
  }

  @Test
  void noExtensionStandsForTwoForms() {
    Set<String> seen = new HashSet<>();
    for (Form form : Form.values()) {
      assertThat(form.extensions()).allMatch(seen::add);
    }
  }

  @Test
  void aCommandListsItsOptions() {
    assertThat(run(2, "align a.txt b.txt --format docx").err())
        .startsWith("error: --format takes text, tsv, json, beads, html, tmx, xliff, not \"docx\"");
  }

  @Test
  void completionKnowsTheOptionsOfACommand() {
    String script = run("completion bash").out();
    for (String names : List.of("'xliff tsv'", "'text jsonl'", "'xlsx csv html'")) {
      assertThat(script).contains(names);
    }
  }
}
