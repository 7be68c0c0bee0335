package ballast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  private static final Pattern CLASS = Pattern.compile("\\bballast(\\.[a-z]+)+\\.[A-Z]\\w*");

  private static final List<String> SOURCES =
      List.of("main/java", "test/java", "bench/java", "spark/java", "spark/test", "bundle/java")
          .stream()
          .map(folder -> "src/" + folder)
          .toList();

  private static void room(String name, String... mayUse) {
    MAY_USE.put(name, Set.of(mayUse));
  }

  static {
    // The shared vocabulary and the knowledge of the two languages.
    room("bitext");
    room("language", "bitext");
    room("language.matching", "bitext", "language");
    // The engines. An engine uses another only if it is built on it, so that each can be read
    // alone.
    room("segment", "bitext", "language");
    room("lexicon", "bitext", "language");
    room("lexicon.train", "bitext", "language", "lexicon");
    room("likeness", "bitext", "language");
    room("likeness.index", "bitext", "language", "likeness");
    room("glossary", "bitext", "language");
    room("mine", "bitext", "language", "glossary");
    room("links", "bitext", "language");
    room("check", "bitext", "language", "glossary", "links");
    room("revise", "bitext", "language", "language.matching");
    room("align", "bitext", "language", "lexicon");
    // The memory: its API knows no SQL, and its users do not know which stores exist.
    room("memory", "bitext", "language", "likeness");
    String[] stored = {"bitext", "language.*", "likeness.*", "memory"};
    room("memory.store", stored);
    room("memory.index", and(stored, "memory.store"));
    room("memory.sql", and(stored, "memory.store", "memory.index"));
    room("memory.sqlite", and(stored, "memory.store", "memory.index", "memory.sql"));
    room("memory.postgres", and(stored, "memory.store", "memory.index", "memory.sql"));
    room("memory.opening", "memory", "memory.sqlite", "memory.postgres");
    // Files become records and records become files. Reading a file does not depend on how its
    // text is later analysed.
    String[] file = {"bitext", "language"};
    room("format.file", file);
    file = and(file, "format.file");
    room("format.table", file);
    room("format.article", file);
    room("format.markup", and(file, "format.article"));
    room("format.pdf", and(file, "format.article"));
    room("format.document", and(file, "format.article", "format.markup", "format.pdf"));
    room("format.unit", and(file, "format.table"));
    room("format.term", and(file, "format.table", "glossary"));
    // What a user can do: use case, result and renderings side by side.
    String[] values = {
      "bitext",
      "segment",
      "lexicon.*",
      "likeness",
      "glossary",
      "mine",
      "links",
      "check",
      "revise",
      "align",
      "memory",
      "memory.opening",
      "format.*"
    };
    String[] app = and(values, "language.*");
    for (String capability :
        List.of(
            "app",
            "app.project",
            "app.page",
            "app.documents",
            "app.units",
            "app.align",
            "app.check",
            "app.glossary",
            "app.corpus",
            "app.revisions")) {
      room(capability, app);
      app = and(app, capability);
    }
    // The doors: they parse a request, call the app and show one result. They use the values of
    // the engines and compute nothing.
    room("server", "bitext");
    String[] door = and(values, "app", "app.*");
    room("server.protocol", and(door, "server"));
    room("workbench", and(door, "server"));
    room("mcp", door);
    room("cli.terminal", "bitext", "app", "app.page");
    door = and(door, "cli.terminal");
    room("cli.option", door);
    door = and(door, "cli.option");
    for (String commands : List.of("align", "check", "corpus", "diff", "glossary", "tm")) {
      room("cli." + commands, door);
    }
    room("cli", and(door, "server", "server.protocol", "workbench", "mcp", "cli.*"));
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
          Map.entry("java.sql..", Set.of("memory", "format.unit")),
          Map.entry("org.postgresql..", Set.of("memory.postgres")),
          Map.entry("org.sqlite..", Set.of("memory.sqlite", "format.unit")),
          Map.entry("org.jsoup..", Set.of("format")),
          Map.entry("com.fasterxml.jackson.dataformat..", Set.of("format")),
          Map.entry("org.tomlj..", Set.of("format")),
          Map.entry("javax.xml.stream..", Set.of("format", "segment")),
          Map.entry("org.eclipse.jetty..", Set.of("server")),
          Map.entry("io.modelcontextprotocol..", Set.of("mcp")),
          Map.entry("reactor..", Set.of("mcp")),
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
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(outermost(type));
              }

              @Override
              public String getDescription() {
                return "classes with what is nested in them";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(MAIN);
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

  /** Scripts and the code of bundles name classes as text, which no compiler checks. */
  @Test
  void classesNamedAsTextExist() throws IOException {
    List<String> missing = new ArrayList<>();
    for (String folder : List.of("src/bundle", "src/dev", "src/main/scripts", ".ci")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          CLASS
              .matcher(Files.readString(file, ISO_8859_1))
              .results()
              .map(MatchResult::group)
              .filter(name -> SOURCES.stream().noneMatch(source -> has(source, name)))
              .forEach(name -> missing.add(file + ": " + name));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean has(String source, String name) {
    return Files.exists(Path.of(source, name.replace('.', '/') + ".java"));
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
