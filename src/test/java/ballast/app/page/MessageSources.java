package ballast.app.page;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The messages in Java sources that tell a user why something cannot be done: arguments of input
 * errors, refusals and reasons. A value in a message is {@link #VALUE}.
 */
final class MessageSources extends TreePathScanner<Void, Set<String>> {

  static final String VALUE = "Ω";

  /** A number in a message. */
  private static final String NUMBER = "7";

  private static final Pattern REASONS =
      Pattern.compile(
          "(Input|Refused|StaleArticle|ChangedFile|Dependent)Exception|UnsafeFix|Unplaced|Problem");

  /** Methods whose arguments are a message, or its format and values. */
  private static final Pattern SAID =
      Pattern.compile("((this\\.|notices(\\(\\))?\\.)?(say|warn|detail|refuse)|style\\.say)");

  private MessageSources() {}

  static Set<String> in(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Set<String> messages = new TreeSet<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  ignored -> {},
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree unit : task.parse()) {
        new MessageSources().scan(unit, messages);
      }
    }
    return messages;
  }

  @Override
  public Void visitNewClass(NewClassTree made, Set<String> messages) {
    if (REASONS.matcher(made.getIdentifier().toString()).matches()) {
      add(made.getArguments(), messages);
    }
    return super.visitNewClass(made, messages);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Set<String> messages) {
    String name = call.getMethodSelect().toString();
    if (SAID.matcher(name).matches() && !call.getArguments().isEmpty()) {
      for (String format : texts(said(call.getArguments()))) {
        String text = values(format);
        if (EnglishWords.sentence(text.replace('"', '·')).isPresent()) {
          messages.add(text);
        }
      }
    } else if (name.startsWith("RefusedException.")
        || (name.equals("super") && isInInputException())) {
      add(call.getArguments(), messages);
    }
    return super.visitMethodInvocation(call, messages);
  }

  /** The message of a call, which may follow a condition; its values are no messages. */
  private static ExpressionTree said(List<? extends ExpressionTree> arguments) {
    boolean first = arguments.size() == 1 || arguments.get(0).getKind() == Tree.Kind.STRING_LITERAL;
    return arguments.get(first ? 0 : 1);
  }

  /** A format with its values. */
  private static String values(String format) {
    return format
        .replaceAll("%,?d", NUMBER)
        .replaceAll("%[,.\\d]*[A-Zsf]\\d*X?", VALUE)
        .replace("%%", "%");
  }

  private boolean isInInputException() {
    for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof ClassTree type) {
        return type.getExtendsClause() != null
            && REASONS.matcher(type.getExtendsClause().toString()).matches();
      }
    }
    return false;
  }

  private void add(List<? extends ExpressionTree> arguments, Set<String> messages) {
    for (ExpressionTree argument : arguments) {
      texts(argument).stream()
          .filter(text -> EnglishWords.sentence(text.replace('"', '·')).isPresent())
          .forEach(messages::add);
    }
  }

  /** The texts that an expression may have. */
  private List<String> texts(ExpressionTree expression) {
    if (expression instanceof LiteralTree literal) {
      return List.of(String.valueOf(literal.getValue()));
    }
    if (expression instanceof ParenthesizedTree inner) {
      return texts(inner.getExpression());
    }
    if (expression instanceof ConditionalExpressionTree choice) {
      List<String> both = new ArrayList<>(texts(choice.getTrueExpression()));
      both.addAll(texts(choice.getFalseExpression()));
      return both;
    }
    if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      return texts(sum.getLeftOperand()).stream()
          .flatMap(left -> texts(sum.getRightOperand()).stream().map(right -> left + right))
          .toList();
    }
    if (expression instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      return called(call, select);
    }
    if (expression instanceof IdentifierTree name
        && declared(name.getName().toString()) instanceof VariableTree variable
        && variable.getInitializer() != null
        && String.valueOf(variable.getType()).equals("String")) {
      return texts(variable.getInitializer());
    }
    return List.of(VALUE);
  }

  private List<String> called(MethodInvocationTree call, MemberSelectTree select) {
    if (select.getIdentifier().contentEquals("formatted")) {
      return texts(select.getExpression()).stream().map(MessageSources::values).toList();
    }
    if (call.getMethodSelect().toString().equals("CountedNoun.of")) {
      return texts(call.getArguments().get(1)).stream()
          .map(noun -> NUMBER + " " + noun + "s")
          .toList();
    }
    return List.of(VALUE);
  }

  private @Nullable Tree declared(String name) {
    for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
      List<? extends Tree> here =
          at.getLeaf() instanceof BlockTree block
              ? block.getStatements()
              : at.getLeaf() instanceof ClassTree type ? type.getMembers() : List.of();
      for (Tree one : here) {
        if (one instanceof VariableTree variable && variable.getName().contentEquals(name)) {
          return variable;
        }
      }
    }
    return null;
  }
}
