package ballast.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks the part that runs on Spark as {@code ArchitectureTest} checks the rest. */
final class SparkArchitectureTest {

  private static final String ROOT = "ballast.spark";

  /** Each room and the other ones of this part that it may use. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "job", Set.of(), // what a job says to the command that has started it
          "corpus", Set.of(), // the folder of a corpus and its tables
          "list", Set.of("corpus"),
          "align", Set.of("job", "corpus", "list"),
          "count", Set.of("job", "corpus", "align"), // counts what could not be aligned
          "dedupe", Set.of("job", "corpus"),
          "check", Set.of("job", "corpus"),
          "", Set.of("job", "corpus", "align", "count", "dedupe", "check")); // the jobs

  private static final JavaClasses SPARK =
      new ClassFileImporter().importPath("target/spark-classes");

  /** Between classes of this part. */
  private static Map<String, Set<String>> uses() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass from : SPARK) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String to = outermost(dependency.getTargetClass());
        if (to.startsWith(ROOT + ".") && !to.equals(outermost(from))) {
          uses.computeIfAbsent(outermost(from), name -> new TreeSet<>()).add(to);
        }
      }
    }
    return uses;
  }

  private static String outermost(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private static String room(String type) {
    String room = type.substring(0, type.lastIndexOf('.')).substring(ROOT.length());
    return room.isEmpty() ? "" : room.substring(1);
  }

  /** Each class of this part with those that are inside of it. */
  private static final class ByClass implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return type.getPackageName().startsWith(ROOT)
          ? SliceIdentifier.of(outermost(type))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "classes of the part on Spark";
    }
  }

  @Test
  void roomsUseOnlyThoseThatThePlanAllows() {
    Set<String> broken = new TreeSet<>();
    uses()
        .forEach(
            (from, all) -> {
              for (String to : all) {
                if (!room(from).equals(room(to))
                    && !MAY_USE.getOrDefault(room(from), Set.of()).contains(room(to))) {
                  broken.add(from + " uses " + to);
                }
              }
            });
    assertThat(broken).isEmpty();
    assertThat(SPARK.stream().map(type -> room(type.getName())).collect(Collectors.toSet()))
        .isEqualTo(MAY_USE.keySet());
  }

  @Test
  void noClassesUseEachOtherInACircle() {
    SlicesRuleDefinition.slices()
        .assignedFrom(new ByClass())
        .should()
        .beFreeOfCycles()
        .check(SPARK);
  }
}
