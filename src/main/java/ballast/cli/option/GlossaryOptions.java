package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.cli.terminal.Console;
import ballast.format.term.GlossaryReader;
import ballast.format.term.GlossaryReading;
import ballast.glossary.Concept;
import ballast.workflow.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which glossaries. */
public final class GlossaryOptions {

  /** A table that is wrong throughout would bury everything else. */
  private static final int SHOWN_PROBLEMS = 10;

  @Option(
      names = "--glossary",
      paramLabel = "FILE|DIR",
      description = {
        "Glossaries (.csv, .tsv, .tbx, .xlsx); may be given several times.",
        "Default: glossary/*, looked for from here upwards."
      })
  public List<String> glossaries = List.of();

  @Option(names = "--no-glossary", description = "Leave the glossaries alone.")
  boolean noGlossary;

  /** Takes these where the command line names none. */
  public void otherwise(List<Path> others, Console console) {
    if (glossaries.isEmpty()) {
      glossaries = others.stream().map(path -> shown(path, console)).toList();
    }
  }

  /**
   * Reads them all. Rows that cannot be used become warnings, and so does a whole file unless the
   * user has named it or its folder.
   *
   * @throws InputException if a file or folder that the user has named cannot be read
   */
  public List<Concept> read(Console console, CommonOptions common) {
    List<Concept> concepts = new ArrayList<>();
    if (noGlossary) {
      return concepts;
    }
    for (String name : glossaries) {
      for (Path file : files(console.resolve(name), name)) {
        concepts.addAll(read(file, console, common));
      }
    }
    Optional<Path> found =
        glossaries.isEmpty() ? Project.glossary(console.directory()) : Optional.empty();
    if (found.isPresent()) {
      for (Path file : GlossaryReader.filesIn(found.get(), shown(found.get(), console))) {
        try {
          concepts.addAll(read(file, console, common));
        } catch (InputException e) {
          warn(e.getMessage() + "; left out", console, common);
        }
      }
    }
    return concepts;
  }

  /** What is in each of them, for looking at the glossaries themselves. */
  public List<GlossaryReading> readings(Console console) {
    List<GlossaryReading> readings = new ArrayList<>();
    for (Path file : paths(console)) {
      readings.add(new GlossaryReader().read(file, shown(file, console)));
    }
    return readings;
  }

  /** The files that they are in. */
  public List<Path> paths(Console console) {
    List<Path> named = new ArrayList<>();
    glossaries.forEach(name -> named.addAll(files(console.resolve(name), name)));
    if (glossaries.isEmpty() && !noGlossary) {
      Project.glossary(console.directory())
          .ifPresent(
              folder -> named.addAll(GlossaryReader.filesIn(folder, shown(folder, console))));
    }
    return named;
  }

  private static List<Path> files(Path named, String name) {
    if (!Files.isDirectory(named)) {
      return List.of(named);
    }
    List<Path> files = GlossaryReader.filesIn(named, name);
    if (files.isEmpty()) {
      throw new InputException(
          "there is no glossary in the folder \"" + name + "\"",
          "it needs a .csv, .tsv, .tbx or .xlsx file");
    }
    return files;
  }

  private static List<Concept> read(Path file, Console console, CommonOptions common) {
    String name = shown(file, console);
    GlossaryReading reading = new GlossaryReader().read(file, name);
    List<GlossaryReading.Problem> problems = reading.problems();
    int shown = common.verbose ? problems.size() : Math.min(SHOWN_PROBLEMS, problems.size());
    problems.subList(0, shown).forEach(problem -> warn(problem + "; skipped", console, common));
    if (shown < reading.unusable()) {
      warn(
          name + ": " + (reading.unusable() - shown) + " more such rows; -v names them",
          console,
          common);
    }
    common.detail(
        console,
        "glossary "
            + name
            + ": "
            + reading.concepts().size()
            + " concepts"
            + (problems.isEmpty() ? "" : ", " + reading.unusable() + " rows skipped"));
    return reading.concepts();
  }

  /** Glossaries only help here: with -q their faults are not worth a word. */
  private static void warn(String message, Console console, CommonOptions common) {
    if (!common.quiet) {
      common.warn(console, message);
    }
  }

  /** A file as the user would name it from the working directory. */
  public static String shown(Path file, Console console) {
    Path normal = file.normalize();
    Path directory = console.directory().normalize();
    boolean related = normal.getRoot() != null && normal.getRoot().equals(directory.getRoot());
    return related ? directory.relativize(normal).toString().replace('\\', '/') : normal.toString();
  }
}
