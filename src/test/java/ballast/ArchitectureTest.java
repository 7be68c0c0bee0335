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

/** Holds the house to its plan; the plan is in {@code src/site/markdown/architecture.md}. */
final class ArchitectureTest {

  /**
   * Each room and the rooms that it may use, from the ground up; a room may use only those above it
   * in this list. {@code X.*} is {@code X} with all that is below it. A new package gets a line
   * here.
   */
  private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

  private static void room(String name, String... mayUse) {
    MAY_USE.put(name, Set.of(mayUse));
  }

  static {
    // The shared words, and what is known of the two languages: everyone may ask, so that there is
    // one answer to each question.
    room("bitext");
    room("language", "bitext");
    room("language.matching", "bitext", "language");
    // The engines. None knows another but for what it is made of, so that each can be read alone.
    room("segment", "bitext", "language");
    room("lexicon", "bitext", "language");
    room("lexicon.train", "bitext", "language", "lexicon");
    room("likeness", "bitext", "language");
    room("likeness.index", "bitext", "language", "likeness");
    room("glossary", "bitext", "language");
    room("mine", "bitext", "language", "glossary");
    room("check", "bitext", "language", "glossary");
    room("revise", "bitext", "language", "language.matching");
    room("align", "bitext", "language", "lexicon");
    // The memory: what its users see knows no SQL, so that a second store can stand beside SQLite.
    room("memory", "bitext", "language", "likeness");
    room("memory.store", "bitext", "language.*", "likeness", "memory");
    room("memory.index", "bitext", "language", "likeness.*", "memory", "memory.store");
    room("memory.care", "bitext", "language", "likeness", "memory", "memory.store");
    room(
        "memory.sqlite",
        "bitext",
        "language",
        "likeness",
        "memory",
        "memory.store",
        "memory.index",
        "memory.care");
    // The one room that knows which stores there are; whoever uses a memory names none.
    room("memory.opening", "memory", "memory.index", "memory.sqlite");
    // Files become records and back; no engine is asked, so that reading decides nothing.
    room("format.file", "bitext", "language");
    room("format.xml", "bitext", "language", "format.file");
    room("format.table", "bitext", "language", "format.file", "format.xml");
    room("format.settings", "bitext");
    room("format.article", "bitext", "language", "format.file", "format.xml");
    room("format.unit", "bitext", "language", "format.file", "format.xml", "format.table");
    room(
        "format.term",
        "bitext",
        "language",
        "glossary",
        "format.file",
        "format.xml",
        "format.table");
    // The product, for a command line, a server or a stranger's program alike.
    String[] product = {
      "bitext",
      "language.*",
      "segment",
      "lexicon.*",
      "likeness",
      "glossary",
      "mine",
      "check",
      "revise",
      "align",
      "memory",
      "memory.opening",
      "format.*"
    };
    room("workflow", product);
    product = and(product, "workflow");
    room("workflow.project", product);
    room("workflow.align", and(product, "workflow.project"));
    room("workflow.exchange", and(product, "workflow.project"));
    room("workflow.translate", and(product, "workflow.project", "workflow.align"));
    room("workflow.memory", and(product, "workflow.project", "workflow.translate"));
    room("workflow.check", and(product, "workflow.project", "workflow.align"));
    room("workflow.glossary", and(product, "workflow.project", "workflow.align", "workflow.check"));
    room("workflow.revise", and(product, "workflow.*"));
    // Results become characters; a renderer decides nothing.
    String[] results = and(product, "workflow.*");
    room("report.page", results);
    for (String of : List.of("alignment", "finding", "revision", "memory", "glossary")) {
      room("report." + of, and(results, "report.page"));
    }
    // Parses, calls one workflow, prints one report.
    String[] below = and(results, "report.*");
    room("cli.terminal", below);
    room("cli.option", and(below, "cli.terminal"));
    for (String of : List.of("align", "check", "diff", "glossary", "quick")) {
      room("cli." + of, and(below, "cli.terminal", "cli.option"));
    }
    room("cli.tm", and(below, "cli.terminal", "cli.option", "cli.quick"));
    room("cli.git", and(below, "cli.terminal", "cli.option", "cli.diff"));
    room("cli", and(below, "cli.*"));
  }

  private static String[] and(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  /** Libraries, and the only rooms that may use them: elsewhere nobody has to know them. */
  private static final Map<String, Set<String>> ONLY_IN =
      Map.of(
          "opennlp..", Set.of("segment", "language"),
          "net.sf.okapi.lib.segmentation..", Set.of("segment"),
          "java.sql..", Set.of("memory"),
          "org.sqlite..", Set.of("memory"),
          "org.jsoup..", Set.of("format"),
          "com.fasterxml.jackson.dataformat..", Set.of("format"),
          "org.tomlj..", Set.of("format"),
          "javax.xml.stream..", Set.of("format", "segment"),
          "picocli..", Set.of("cli"),
          "java.net.http..", Set.of("review"));

  /**
   * Arrows and circles that the move to these rooms has still to remove; both lists only shrink.
   */
  private static final Set<String> UNTIL_THE_MOVE_IS_DONE =
      Set.of(
          "cli.glossary -> cli.align",
          "format.article -> format.unit",
          "format.table -> format.unit",
          "format.term -> format.unit",
          "report.finding -> report.alignment",
          "report.glossary -> report.alignment",
          "report.memory -> report.alignment",
          "report.revision -> report.alignment",
          "workflow.align -> cli.align",
          "workflow.align -> cli.option",
          "workflow.align -> cli.terminal",
          "workflow.exchange -> cli.option",
          "workflow.exchange -> cli.terminal",
          "workflow.project -> cli.terminal",
          "workflow.revise -> cli.option",
          "workflow.revise -> cli.terminal",
          "workflow.revise -> report.revision",
          "workflow.translate -> report.memory");

  private static final Set<String> CIRCLES_UNTIL_THE_MOVE_IS_DONE =
      Set.of(
          "ballast.check.Figure ballast.check.FigureDates ballast.check.FigureWords",
          "ballast.cli.CommandTree ballast.cli.CompletionCommand",
          "ballast.cli.align.AlignCommand ballast.cli.align.ManyDocuments"
              + " ballast.cli.align.OneDocument",
          "ballast.cli.align.AlignmentMessages ballast.workflow.align.ArticleAligner"
              + " ballast.workflow.align.MarkCheck",
          "ballast.language.DigitRun ballast.language.EnglishNumeral ballast.language.MonthName"
              + " ballast.language.NumberReader",
          "ballast.report.finding.FindingHtml ballast.report.finding.FindingRowHtml",
          "ballast.report.revision.ChangeHtml ballast.report.revision.DiffHtml",
          "ballast.workflow.translate.PreTranslation ballast.workflow.translate.TranslationSink");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("ballast");

  @Test
  void packagesUseOnlyWhatThePlanAllows() {
    Map<String, Set<String>> broken = new TreeMap<>();
    for (JavaClass from : MAIN) {
      String room = room(from);
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass();
        if (to.getPackageName().startsWith("ballast") && !mayUse(room, room(to))) {
          String arrow = room + " -> " + room(to);
          if (!UNTIL_THE_MOVE_IS_DONE.contains(arrow)) {
            broken.computeIfAbsent(from.getName(), name -> new TreeSet<>()).add(to.getName());
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPackageHasItsLineInThePlan() {
    Set<String> rooms = MAIN.stream().map(ArchitectureTest::room).collect(Collectors.toSet());
    assertThat(rooms).isEqualTo(MAY_USE.keySet());
  }

  /**
   * So that no line of the plan allows a circle: each room uses only those above it in the list.
   */
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

  /** A package that one cannot hold in mind is a hall, not a room. */
  @Test
  void noRoomHasOverSixtyFiles() {
    Map<String, Long> files =
        MAIN.stream()
            .filter(type -> type.getEnclosingClass().isEmpty())
            .collect(Collectors.groupingBy(ArchitectureTest::room, Collectors.counting()));
    assertThat(files).allSatisfy((room, count) -> assertThat(count).as(room).isLessThan(61));
  }

  /** Classes that use each other in a circle can only be read, tested and moved together. */
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
    assertThat(Circles.of(uses)).isSubsetOf(CIRCLES_UNTIL_THE_MOVE_IS_DONE);
  }

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

  @Test
  void onlyTheCommandLineExits() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("ballast.cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(MAIN);
  }

  @Test
  void thereIsNoMutableStaticState() {
    fields().that().areStatic().and().doNotHaveName("$jacocoData").should().beFinal().check(MAIN);
  }

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
