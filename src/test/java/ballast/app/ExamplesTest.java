package ballast.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.cli.CommandRunner;
import ballast.cli.TestRepository;
import ballast.memory.postgres.PostgresServer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every use case of {@code ballast.app}, a public class with a record {@code Request}, shows in its
 * class comment how it is used, and other classes may; these lines are compiled and run here as
 * they stand. They may use {@code folder}, the path of a folder with {@code article.zh.txt}, its
 * translation {@code article.en.txt}, the revised {@code article.v2.en.txt} and {@code
 * article.v3.en.txt}, {@code glossary/terms.csv}, {@code units.tmx}, {@code tm/memory.db}, which
 * has the article, its review {@code review.csv}, and {@code guide.zh.md} with {@code guide.xlf},
 * its sentences; the folder is a git work tree with all of this committed. The address of a memory
 * on a server stands for one of the tests' own server.
 */
final class ExamplesTest extends FolderTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern EXAMPLE =
      Pattern.compile("/\\*\\*(?:(?!\\*/).)*?<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);

  static List<Path> useCases() throws IOException {
    List<Path> useCases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES.resolve("ballast/app"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String text = Files.readString(file, UTF_8);
        boolean isUseCase = text.contains("\n  public record Request(");
        if (isUseCase || EXAMPLE.matcher(text.split("\npublic ")[0]).find()) {
          useCases.add(SOURCES.relativize(file));
        }
      }
    }
    return useCases;
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("useCases")
  void theLinesOfTheClassCommentRun(Path useCase) throws Exception {
    Matcher example =
        EXAMPLE.matcher(Files.readString(SOURCES.resolve(useCase), UTF_8).split("\npublic ")[0]);
    assertThat(example.find()).as("an example in the class comment of %s", useCase).isTrue();
    String lines = example.group(1).replaceAll("(?m)^ \\* ?", "    ");
    Path classes = compiled(lines.contains("postgresql://") ? onServer(lines) : lines);
    prepare();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      loader.loadClass("Example").getMethod("run", Path.class).invoke(null, folder.resolve("work"));
    }
  }

  /** The same with a server for tests, in place of one that only the manual knows. */
  private String onServer(String lines) {
    String address = PostgresServer.get().memory(folder).toString();
    return lines.replaceAll("postgresql://[^\"]*", Matcher.quoteReplacement(address));
  }

  private Path compiled(String lines) throws IOException {
    StringBuilder source = new StringBuilder();
    packages().forEach(name -> source.append("import ").append(name).append(".*;\n"));
    source.append("import java.nio.file.*;\nimport java.util.*;\n");
    source.append("public final class Example {\n");
    source.append("  public static void run(Path folder) throws Exception {\n");
    source.append(lines).append("\n  }\n}\n");
    write("Example.java", source);
    String file = folder.resolve("Example.java").toString();
    Path classes = Files.createDirectory(folder.resolve("classes"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), file);
    assertThat(status).as("javac says 0 of%n%s", source).isZero();
    return classes;
  }

  /** Imports all packages of Ballast: imports would be half of a short example. */
  private static List<String> packages() throws IOException {
    try (Stream<Path> folders = Files.walk(SOURCES.resolve("ballast"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("package-info.java")))
          .map(folder -> SOURCES.relativize(folder).toString().replace('/', '.').replace('\\', '.'))
          .filter(name -> !name.startsWith("ballast.cli"))
          .sorted()
          .toList();
    }
  }

  private void prepare() throws IOException {
    write("work/article.zh.txt", "桥\n\n桥修好了。两岸的人都来看。老人说，桥是小城的压舱石。\n\n第二天，市场开了门。\n");
    String english =
        "The Bridge\n\nThe bridge is mended. People from both banks came to look. The old man said"
            + " that the bridge was the town's ballast stone.\n\nThe next day the market opened.\n";
    write("work/article.en.txt", english);
    write("work/article.v2.en.txt", english.replace("mended", "repaired"));
    write("work/article.v3.en.txt", english.replace("opened", "opened its doors"));
    write("work/glossary/terms.csv", "zh,en\n压舱石,ballast stone\n");
    write("work/guide.zh.md", "**桥**修好了。\n");
    Path work = folder.resolve("work");
    Files.createDirectory(work.resolve("tm"));
    CommandRunner runner = new CommandRunner(work);
    assertThat(runner.run("align", "article.zh.txt", "article.en.txt", "-o", "units.tmx").status())
        .isZero();
    assertThat(runner.run("review", "export", "article", "-o", "review.csv").status()).isZero();
    runner.run("translate", "guide.zh.md", "-o", "guide.xlf");
    TestRepository.commit(TestRepository.init(work), "All");
  }
}
