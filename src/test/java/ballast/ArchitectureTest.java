package ballast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the code against the plan in {@code src/site/markdown/architecture.md}. */
final class ArchitectureTest {

  /**
   * Each room (a package below {@code ballast}) and the rooms that it may use, from the ground up:
   * a room may use only rooms that stand above it in this list. {@code X.*} means {@code X} and all
   * packages inside it. Every new package needs a line here.
   */
  private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

  private static void room(String name, String... mayUse) {
    MAY_USE.put(name, Set.of(mayUse));
  }

  static {
    // The shared vocabulary and the knowledge of the two languages: every room may use them, so
    // that each question has one answer.
    room("bitext");
    room("language", "bitext");
    room("language.matching", "bitext", "language");
    room("language.quantity", "bitext", "language");
    // The engines. An engine uses another only if it is built on it, so that each can be read
    // alone.
    room("segment", "bitext", "language");
    room("lexicon", "bitext", "language");
    room("lexicon.train", "bitext", "language", "lexicon");
    room("likeness", "bitext", "language");
    room("likeness.index", "bitext", "language", "likeness");
    room("likeness.near", "bitext", "likeness"); // pairs that are compared with each other on Spark
    room("glossary", "bitext", "language");
    room("mine", "bitext", "language", "glossary");
    room("links", "bitext", "language");
    room("check.number", "bitext", "language", "language.quantity");
    room("check.term", "bitext", "language", "glossary", "links");
    room("check", "bitext", "language", "check.number", "check.term", "glossary", "links");
    room("revise", "bitext", "language", "language.matching");
    room("align", "bitext", "language", "lexicon");
    // The memory: its public interface knows no SQL, so that a second store can be added beside
    // SQLite.
    room("memory", "bitext", "language", "likeness");
    room("memory.store", "bitext", "language.*", "likeness", "memory");
    room("memory.index", "bitext", "language", "likeness.*", "memory", "memory.store");
    room("memory.care", "bitext", "language", "likeness", "memory", "memory.store");
    // All that is in SQL which every engine understands; the engines have rooms of their own.
    room(
        "memory.sql",
        "bitext",
        "language",
        "likeness",
        "memory",
        "memory.store",
        "memory.index",
        "memory.care");
    room(
        "memory.sqlite",
        "bitext",
        "language",
        "memory",
        "memory.store",
        "memory.index",
        "memory.sql");
    room(
        "memory.postgres",
        "bitext",
        "language",
        "memory",
        "memory.store",
        "memory.index",
        "memory.sql");
    // The only room that knows which stores exist; users of a memory name none.
    room("memory.opening", "memory", "memory.sqlite", "memory.postgres");
    // Files become records and records become files. No engine is used here: reading a file must
    // not depend on how its text is later analysed.
    room("format.file", "bitext", "language");
    room("format.xml", "bitext", "language", "format.file");
    room("format.table", "bitext", "language", "format.file", "format.xml");
    room(
        "format.sqlite",
        "bitext",
        "format.file"); // files of other programs; the memory has its own rooms
    room("format.settings", "bitext");
    room("format.article", "bitext", "language", "format.file", "format.xml");
    String[] articles = {"bitext", "language", "format.file", "format.xml", "format.article"};
    room("format.markup", articles);
    room("format.pdf", articles);
    // The only room that sees Okapi's filters, and the entrance to every format of articles.
    room("format.document", and(articles, "format.markup", "format.pdf"));
    room(
        "format.unit",
        "bitext",
        "language",
        "format.file",
        "format.xml",
        "format.table",
        "format.sqlite");
    room(
        "format.term",
        "bitext",
        "language",
        "glossary",
        "format.file",
        "format.xml",
        "format.table");
    // The use cases of the product, without a terminal: for the command line, a server or another
    // program alike.
    String[] product = {
      "bitext",
      "language.*",
      "segment",
      "lexicon.*",
      "likeness",
      "glossary",
      "mine",
      "check",
      "check.term",
      "revise",
      "align",
      "links",
      "memory",
      "memory.opening",
      "format.*"
    };
    room("workflow", product);
    product = and(product, "workflow");
    room("workflow.project", product);
    room("workflow.exchange", and(product, "workflow.project"));
    room("workflow.align", and(product, "workflow.project", "workflow.exchange"));
    room("workflow.translate", and(product, "workflow.project", "workflow.align"));
    room("workflow.merge", and(product, "workflow.translate"));
    room("workflow.memory", and(product, "workflow.project", "workflow.translate"));
    room("workflow.edit", and(product, "workflow.project", "workflow.align"));
    room("workflow.check", and(product, "workflow.project", "workflow.align", "workflow.memory"));
    room("workflow.glossary", and(product, "workflow.project", "workflow.align", "workflow.check"));
    room(
        "workflow.corpus",
        and(
            product,
            "workflow.project",
            "workflow.exchange",
            "workflow.align",
            "workflow.check",
            "workflow.glossary"));
    room("workflow.revise", and(product, "workflow.*"));
    // Results become text, JSON or HTML; a renderer makes no decisions about the content.
    String[] results = and(product, "workflow.*");
    room("report.page", results);
    room("report.chart", "report.page");
    for (String of : List.of("alignment", "finding", "revision", "memory", "glossary", "corpus")) {
      room("report." + of, and(results, "report.page", "report.chart"));
    }
    // HTTP on this computer: the rooms above give it routes and know nothing of its library.
    room("server", "bitext");
    // What other programs ask, in their own protocols.
    room(
        "server.protocol",
        "bitext",
        "check", // findings
        "glossary", // concepts
        "likeness", // scores
        "memory", // matches
        "workflow",
        "workflow.*",
        "report.*",
        "server");
    // Pages: each room asks workflows, shows what report writes, and knows no other room. What
    // several rooms share stands once, below them.
    room(
        "workbench.frame",
        "bitext",
        "lexicon", // stays open
        "memory",
        "memory.opening",
        "workflow",
        "workflow.project",
        "report.page",
        "server");
    String[] pages = {
      "bitext",
      "workflow",
      "workflow.*",
      "report.*",
      "server",
      "workbench.frame",
      "memory", // units, matches, a pool of open memories
      "memory.opening"
    };
    room("workbench.edit", pages); // a unit is edited
    String[] editing = and(pages, "workbench.edit");
    room("workbench.findings", and(pages, "check")); // the check, its result kept
    String[] checking = {"check", "workbench.findings"};
    room(
        "workbench.articles",
        and(
            pages,
            "format.file", // a file that was dropped
            "format.article",
            "format.document"));
    room("workbench.align", pages);
    room("workbench.memory", and(editing, "likeness"));
    room("workbench.glossary", and(pages, "glossary", "check", "mine")); // candidates
    room("workbench.check", and(editing, checking));
    room("workbench.revisions", and(pages, "revise")); // changes
    room("workbench.overview", and(and(pages, "glossary"), checking)); // counts of terms
    room("workbench.export", and(pages, "format.unit", "format.term"));
    room("workbench", "workflow", "memory", "server", "workbench.*");
    // A command parses its options, calls one workflow and prints one report. The other rooms here
    // are those whose values appear in requests and results: nothing is computed with them.
    String[] front = {"bitext", "workflow", "workflow.*", "report.*"};
    room("cli.terminal", "bitext", "workflow", "report.page");
    front = and(front, "cli.terminal");
    room(
        "cli.option",
        and(
            front,
            "segment", // how texts are split
            "glossary", // concepts that were read
            "memory", // conditions for units, an open memory
            "memory.opening",
            "format.file", // the file of -o
            "format.article",
            "format.unit",
            "format.term"));
    front = and(front, "cli.option");
    room("cli.shell", "cli.option"); // what completes files
    room(
        "cli.align",
        and(
            front,
            "segment",
            "likeness",
            "memory",
            "format.file",
            "format.article",
            "format.unit"));
    room("cli.check", and(front, "check")); // findings and rules
    room("cli.diff", and(front, "revise", "memory"));
    room("cli.glossary", and(front, "memory", "lexicon", "lexicon.train", "format.term"));
    room("cli.quick", and(front, "likeness", "memory", "memory.opening"));
    room(
        "cli.tm",
        and(
            front,
            "segment",
            "glossary", // concepts that were read
            "check", // counts of terms
            "memory",
            "format.article",
            "format.unit",
            "format.term",
            "cli.quick"));
    room("cli.corpus", and(front, "check", "memory", "format.unit")); // findings, shards
    room("cli.git", and(front, "cli.diff"));
    room("cli.server", and(front, "server", "server.protocol", "workbench", "memory"));
    room("cli", and(front, "format.unit", "format.term", "cli.*"));
  }

  private static String[] and(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  /**
   * Libraries and the only rooms that may use them, so that a library can be replaced in one place.
   */
  private static final Map<String, Set<String>> ONLY_IN =
      Map.ofEntries(
          Map.entry("opennlp..", Set.of("segment", "language")),
          Map.entry("net.sf.okapi.lib.segmentation..", Set.of("segment")),
          Map.entry("net.sf.okapi.filters..", Set.of("format.document")),
          Map.entry("org.apache.pdfbox..", Set.of("format.pdf")),
          Map.entry("org.commonmark..", Set.of("format.markup")),
          Map.entry("java.sql..", Set.of("memory", "format.sqlite")),
          Map.entry("org.postgresql..", Set.of("memory.postgres")),
          Map.entry("org.sqlite..", Set.of("memory.sqlite", "format.sqlite")),
          Map.entry("org.jsoup..", Set.of("format")),
          Map.entry("com.fasterxml.jackson.dataformat..", Set.of("format")),
          Map.entry("org.tomlj..", Set.of("format")),
          Map.entry("javax.xml.stream..", Set.of("format", "segment")),
          Map.entry("org.eclipse.jetty..", Set.of("server")),
          Map.entry("picocli..", Set.of("cli")));

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("ballast");

  /** A dependency that the plan does not foresee would tie rooms together unnoticed. */
  @Test
  void packagesUseOnlyThePackagesThatThePlanAllows() {
    Map<String, Set<String>> broken = new TreeMap<>();
    for (JavaClass from : MAIN) {
      String room = room(from);
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass();
        if (to.getPackageName().startsWith("ballast") && !mayUse(room, room(to))) {
          broken.computeIfAbsent(from.getName(), name -> new TreeSet<>()).add(to.getName());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  /** A package without a line would be unrestricted; a line without a package is out of date. */
  @Test
  void everyPackageHasItsLineInThePlan() {
    Set<String> rooms = MAIN.stream().map(ArchitectureTest::room).collect(Collectors.toSet());
    assertThat(rooms).isEqualTo(MAY_USE.keySet());
  }

  /** The order of the plan rules out circles: each room uses only rooms above it in the list. */
  @Test
  void thePlanGoesOneWay() {
    Set<String> above = new TreeSet<>();
    MAY_USE.forEach(
        (room, uses) -> {
          uses.stream()
              .filter(use -> !use.endsWith(".*"))
              .forEach(use -> assertThat(above).as(room).contains(use));
          above.add(room);
        });
  }

  /** Classes in a circle can only be read, tested and moved together. */
  @Test
  void noClassesUseEachOtherInACircle() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass from : MAIN) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String to = outermost(dependency.getTargetClass());
        if (to.startsWith("ballast.") && !to.equals(outermost(from))) {
          uses.computeIfAbsent(outermost(from), name -> new TreeSet<>()).add(to);
        }
      }
    }
    assertThat(Circles.of(uses)).isEmpty();
  }

  /** The rest of the code must not depend on the API of a library. */
  @Test
  void librariesStayInTheirRooms() {
    ONLY_IN.forEach(
        (library, rooms) -> {
          String[] allowed =
              rooms.stream().map(room -> "ballast." + room + "..").toArray(String[]::new);
          noClasses()
              .that()
              .resideOutsideOfPackages(allowed)
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(library)
              .check(MAIN);
        });
  }

  /** Engines that only compute can be tested without files and used in any program. */
  @Test
  void pureComputationSeesNoFilesAndNoDatabase() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "ballast.bitext..",
            "ballast.language..",
            "ballast.align..",
            "ballast.glossary..",
            "ballast.check..",
            "ballast.revise..",
            "ballast.likeness..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.sql..", "java.net..")
        .check(MAIN);
  }

  /** SECURITY.md lists what opens a connection: a memory on a server, and nothing else. */
  @Test
  void onlyMemoriesOnServersOpenConnections() {
    noClasses()
        .that()
        .resideOutsideOfPackage("ballast.memory.postgres..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.(Socket|DatagramSocket|URLConnection|HttpURLConnection|http\\..*)"
                + "|javax\\.net\\..*|java\\.nio\\.channels\\.(Socket|Datagram|AsynchronousSocket)Channel")
        .orShould()
        .callMethod(java.net.URL.class, "openStream")
        .orShould()
        .callMethod(java.net.URL.class, "openConnection")
        .check(MAIN);
  }

  /** Every room uses {@code bitext}: a library here would become a dependency of all of them. */
  @Test
  void bitextKnowsOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage("ballast.bitext..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("ballast.bitext..", "java..", "org.jspecify..")
        .check(MAIN);
  }

  /** Searching for similar texts is on the path of every lookup and must load no library. */
  @Test
  void comparingTextsKnowsOnlyTheSharedWords() {
    classes()
        .that()
        .resideInAPackage("ballast.likeness..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "ballast.likeness..",
            "ballast.language..",
            "ballast.bitext..",
            "java..",
            "org.jspecify..")
        .check(MAIN);
  }

  /** A library that ends the virtual machine cannot be used in a server. */
  @Test
  void onlyTheCommandLineExits() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("ballast.cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(MAIN);
  }

  /** Mutable static state would leak between tests and between the threads of a server. */
  @Test
  void thereIsNoMutableStaticState() {
    fields().that().areStatic().and().doNotHaveName("$jacocoData").should().beFinal().check(MAIN);
  }

  /** A name such as "util" says nothing about its contents, so unrelated code collects there. */
  @Test
  void thereAreNoJunkDrawers() {
    List<String> names = List.of("util", "utils", "common", "core", "model", "manager", "helper");
    assertThat(
            MAIN.stream()
                .flatMap(c -> Stream.of(c.getPackageName().split("\\.")))
                .distinct()
                .filter(names::contains))
        .isEmpty();
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .check(MAIN);
  }

  private static boolean mayUse(String room, String other) {
    return room.equals(other)
        || MAY_USE.getOrDefault(room, Set.of()).stream()
            .anyMatch(
                use ->
                    use.equals(other)
                        || (use.endsWith(".*")
                            && (other + ".").startsWith(use.substring(0, use.length() - 1))));
  }

  private static String outermost(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  /** The package below {@code ballast}; empty for {@code ballast} itself. */
  private static String room(JavaClass type) {
    return type.getPackageName().replaceFirst("^ballast\\.?", "");
  }
}
