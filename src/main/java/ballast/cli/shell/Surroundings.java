package ballast.cli.shell;

import java.util.List;

/** What commands look at beside their arguments: environment variables and files. */
final class Surroundings {

  /**
   * A variable or a file.
   *
   * @param option of the commands that look at it; empty: all commands do
   * @param meaning whole sentences
   */
  record Entry(String name, String option, String meaning) {}

  /** Environment variables. */
  static final List<Entry> VARIABLES =
      List.of(
          new Entry(
              "BALLAST_TM", "--tm", "The memory where --tm names none: a file or an address."),
          new Entry(
              "BALLAST_GLOSSARY",
              "--glossary",
              "Glossaries where --glossary names none: files and folders, separated as in PATH."),
          new Entry("BALLAST_AUTHOR", "", "Your name in histories. Default: USER, else USERNAME."),
          new Entry("SPARK_HOME", "--engine", "The folder of Apache Spark."),
          new Entry(
              "BALLAST_SPARK_JAR",
              "--engine",
              "The jar that runs on Spark, where it is not beside the program."),
          new Entry("BALLAST_JAVA_OPTS", "", "More options for Java, for example -Xmx4g."),
          new Entry(
              "BALLAST_PAGER",
              "--no-pager",
              "What shows a report that is longer than the screen of a terminal; empty or cat: no"
                  + " program does. Default: PAGER, else less -FRX where it is."),
          new Entry("CI", "--no-pager", "Anything but an empty value switches the pager off."),
          new Entry("JAVA_HOME", "", "The Java to use. Default: the java of PATH."),
          new Entry("NO_COLOR", "", "Anything but an empty value switches colour off."),
          new Entry(
              "FORCE_HYPERLINK",
              "--hyperlink",
              "Links to files in a terminal: 0 for none, anything else for links wherever it is."),
          new Entry("TERM", "", "With the value dumb there is neither colour nor progress."));

  /** Files. */
  static final List<Entry> FILES =
      List.of(
          new Entry(
              "tm/memory.db",
              "--tm",
              "The memory, in this folder or one above it, where neither --tm, BALLAST_TM nor"
                  + " ballast.toml names one."),
          new Entry(
              "glossary/",
              "--glossary",
              "The glossaries, in this folder or one above it, where nothing else names them."),
          new Entry(
              "ballast.toml",
              "--tm",
              "The settings of the project, in this folder or one above it, or in glossary/."));

  private Surroundings() {}
}
