package ballast.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

final class HtmlTest {

  private static final Path REPORT = Path.of("src/main/java/ballast/app");
  private final StringWriter out = new StringWriter();
  private final Html html = new Html(out);

  @Test
  void aValueInTextIsShownAndNeverMarkup() throws IOException {
    html.add("<p>{}</p>", "<b>&\"'\u202E").add("{}", 3);
    assertThat(out)
        .hasToString("<p>&lt;b&gt;&amp;&quot;&#39;<span class=\"control\">U+202E</span></p>3");
  }

  @Test
  void joinersOfEmojiAndSoftHyphensStay() {
    assertThat(HtmlText.visible("👩\u200D🔬 co\u00ADop")).isEqualTo("👩\u200D🔬 co\u00ADop");
  }

  @Test
  void aValueInAnAttributeStaysInIt() throws IOException {
    html.add("<p title=\"{}\" lang=\"", "\"><script>\u202E").add("{}\">{}</p>", "'", "\u0007");
    assertThat(out)
        .hasToString(
            "<p title=\"&quot;&gt;&lt;script&gt;\uFFFD\" lang=\"&#39;\">"
                + "<span class=\"control\">U+0007</span></p>");
  }

  @Test
  void placesForTextHaveNoMarkup() throws IOException {
    html.add("<option value=\"{}\">{}</option><b>{}</b>", "\u0007", "\u0007<", "\u0007");
    assertThat(out)
        .hasToString(
            "<option value=\"\uFFFD\">\uFFFD&lt;</option>"
                + "<b><span class=\"control\">U+0007</span></b>");
  }

  @Test
  void aPlaceThatAValueBringsIsNone() throws IOException {
    html.add("<b>{} {}</b>", "{}", "<i>{}");
    assertThat(out).hasToString("<b>{} &lt;i&gt;{}</b>");
  }

  @Test
  void placesAndValuesMustBeAsMany() {
    assertThatThrownBy(() -> html.add("<b>{}</b>")).hasMessageContaining("more places than values");
    assertThatThrownBy(() -> html.add("<b></b>", 1))
        .hasMessageContaining("more values than places");
  }

  /**
   * Foreign text can become markup in one way only: as the first argument of {@code add}, which is
   * therefore a constant everywhere, or by passing {@link Html} by.
   */
  @Test
  void markupIsConstantAndGoesThroughHtml() throws IOException {
    List<String> wrong = new ArrayList<>();
    int calls = 0;
    for (CompilationUnitTree unit : sources()) {
      Calls found = new Calls();
      found.scan(unit, null);
      calls += found.calls;
      found.wrong.forEach(what -> wrong.add(unit.getSourceFile().getName() + ": " + what));
    }
    assertThat(wrong).isEmpty();
    assertThat(calls).isGreaterThan(80);
  }

  private static List<CompilationUnitTree> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(REPORT)) {
      for (Path file : all.filter(file -> file.toString().endsWith(".java")).toList()) {
        if (Files.readString(file).contains("import ballast.app.page.Html;")) {
          files.add(file);
        }
      }
    }
    assertThat(files).hasSizeGreaterThan(5);
    files.add(REPORT.resolve("page/Html.java"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return units;
    }
  }

  private static final class Calls extends TreeScanner<Void, Void> {
    private final List<String> wrong = new ArrayList<>();
    private int calls;

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
      // By its name the calls are found.
      if (variable.getType() instanceof IdentifierTree type
          && type.getName().contentEquals("Html")
          && !variable.getName().contentEquals("html")) {
        wrong.add("not called html: " + variable);
      }
      return super.visitVariable(variable, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
      if (!isAdd(call.getMethodSelect())) {
        return super.visitMethodInvocation(call, null);
      }
      calls++;
      if (!isConstant(call.getArguments().get(0))) {
        wrong.add("not constant: " + call);
      }
      scan(call.getMethodSelect(), null);
      call.getArguments().stream().skip(1).forEach(value -> scan(value, null));
      return null;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void none) {
      if (literal.getValue() instanceof String text && text.contains("<")) {
        wrong.add("markup that goes past Html: " + text);
      }
      return null;
    }

    private static boolean isAdd(ExpressionTree method) {
      if (method instanceof IdentifierTree called) {
        return called.getName().contentEquals("add");
      }
      return method instanceof MemberSelectTree select
          && select.getIdentifier().contentEquals("add")
          && isHtml(select.getExpression());
    }

    private static boolean isHtml(Tree receiver) {
      if (receiver instanceof MethodInvocationTree chained
          && chained.getMethodSelect() instanceof MemberSelectTree select) {
        return isHtml(select.getExpression());
      }
      return receiver instanceof IdentifierTree name && name.getName().contentEquals("html");
    }

    private static boolean isConstant(Tree markup) {
      if (markup instanceof ParenthesizedTree inner) {
        return isConstant(inner.getExpression());
      }
      if (markup instanceof BinaryTree sum) {
        return isConstant(sum.getLeftOperand()) && isConstant(sum.getRightOperand());
      }
      if (markup instanceof ConditionalExpressionTree choice) {
        return isConstant(choice.getTrueExpression()) && isConstant(choice.getFalseExpression());
      }
      return markup instanceof LiteralTree;
    }
  }

  /** Numbers from 1; those that {@code every} does not divide are unchanged. */
  private static PageRows<Integer> rows(int size, int every, int counted) {
    List<Integer> all = IntStream.rangeClosed(1, size).boxed().toList();
    return PageRows.of(all, counted, n -> n % every != 0);
  }

  @Test
  void rowsThatFitAreAllShown() {
    PageRows<Integer> rows = rows(PageRows.MAX_ROWS, 2, 0);
    assertThat(rows.rows()).hasSize(PageRows.MAX_ROWS);
    assertThat(rows.isWhole()).isTrue();
  }

  @Test
  void unchangedRowsAreLeftOutBeforeChanges() {
    PageRows<Integer> rows = rows(PageRows.MAX_ROWS + 1, 10, 5);
    assertThat(rows.rows()).extracting(PageRows.Row::value).allMatch(n -> n % 10 == 0);
    assertThat(rows.rows()).extracting(PageRows.Row::number).contains(10, PageRows.MAX_ROWS);
    assertThat(rows.isWhole()).isFalse();
    assertThat(rows.leftOut()).isEqualTo("Not on this page: 9,006 unchanged.");
  }

  @Test
  void moreChangesThanAPageHoldsAreCounted() {
    PageRows<Integer> rows = rows(3 * PageRows.MAX_ROWS, 2, 0);
    assertThat(rows.rows()).hasSize(PageRows.MAX_ROWS);
    assertThat(rows.leftOut())
        .isEqualTo("Not on this page: 5,000 more changes and 15,000 unchanged.");
  }
}
