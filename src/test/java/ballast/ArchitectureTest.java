package ballast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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

  /** Each package and the packages of ours that it may use. A new package gets a line here. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("bitext", Set.of()),
          entry("language", Set.of("bitext")),
          entry("segment", Set.of("bitext")),
          entry("align", Set.of("bitext", "language", "lexicon")),
          entry("lexicon", Set.of("bitext", "language")),
          entry("memory", Set.of("bitext", "language")),
          entry("glossary", Set.of("bitext", "language")),
          entry("mine", Set.of("bitext", "glossary")),
          entry("check", Set.of("bitext", "language", "glossary")),
          entry("interchange", Set.of("bitext", "glossary")),
          entry("revise", Set.of("bitext", "language")),
          entry(
              "report",
              Set.of("bitext", "check", "glossary", "lexicon", "memory", "mine", "revise")),
          entry(
              "cli",
              Set.of(
                  "bitext",
                  "segment",
                  "align",
                  "lexicon",
                  "memory",
                  "glossary",
                  "mine",
                  "check",
                  "interchange",
                  "revise",
                  "report")));

  /** Libraries, and the only packages that may use them. */
  private static final Map<String, Set<String>> ONLY_IN =
      Map.of(
          "opennlp..", Set.of("segment"),
          "net.sf.okapi.lib.segmentation..", Set.of("segment"),
          "java.sql..", Set.of("memory"),
          "org.sqlite..", Set.of("memory"),
          "org.jsoup..", Set.of("interchange"),
          "com.fasterxml.jackson.dataformat..", Set.of("interchange"),
          "org.tomlj..", Set.of("interchange"),
          "javax.xml.stream..", Set.of("interchange", "segment"),
          "picocli..", Set.of("cli"),
          "java.net.http..", Set.of("review"));

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("ballast");

  @Test
  void packagesUseOnlyWhatThePlanAllows() {
    Map<String, Set<String>> broken = new TreeMap<>();
    for (JavaClass from : MAIN) {
      String room = room(from);
      from.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass())
          .filter(to -> to.getPackageName().startsWith("ballast"))
          .filter(to -> !room(to).equals(room))
          .filter(to -> !MAY_USE.getOrDefault(room, Set.of()).contains(room(to)))
          .forEach(
              to ->
                  broken
                      .computeIfAbsent(from.getName(), name -> new TreeSet<>())
                      .add(to.getName()));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPackageHasItsLineInThePlan() {
    Set<String> rooms = MAIN.stream().map(ArchitectureTest::room).collect(Collectors.toSet());
    assertThat(rooms).isEqualTo(MAY_USE.keySet());
  }

  @Test
  void noPackagesUseEachOtherInACircle() {
    slices().matching("ballast.(*)..").should().beFreeOfCycles().check(MAIN);
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
            "ballast.memory.fuzzy..")
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
        .resideInAPackage("ballast.memory.fuzzy..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "ballast.memory.fuzzy..",
            "ballast.bitext..",
            "ballast.language..", // numbers, which warnings compare
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

  /** The package directly below {@code ballast}; empty for {@code ballast} itself. */
  private static String room(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length < 2 ? "" : parts[1];
  }
}
