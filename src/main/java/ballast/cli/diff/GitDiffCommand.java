package ballast.cli.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.app.project.Git;
import ballast.app.revisions.ChangeFilter;
import ballast.app.revisions.ComparedVersions;
import ballast.app.revisions.DiffText;
import ballast.app.revisions.RevisionComparison;
import ballast.app.revisions.VersionReading.VersionFile;
import ballast.bitext.InputException;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.DiffOptions;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ballast git diff}: git's external diff, set up by {@code git install --external-diff}. */
@Command(
    name = "diff",
    description = {
      "Shows for git diff what changed in a file of units, a memory or a document, as ballast diff"
          + " does.",
      "Takes what git gives to an external diff. Exit status 0 even when the files differ or"
          + " cannot be read: git would stop at any other."
    },
    footer = {"", "Examples:", "  ballast git diff --help"})
@MainOptions({"--source", "--old-source", "--lines", "--glossary", "--encoding"})
final class GitDiffCommand extends ConsoleCommand {

  @Mixin DiffOptions reading = new DiffOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();

  @Parameters(
      paramLabel = "PATH OLD HEX MODE NEW HEX MODE [PATH INFO]",
      arity = "1..9",
      description =
          "The path, both versions as git keeps them (mode . where there is none), the new path"
              + " of a renamed file; only the path of one that is not merged.")
  List<String> arguments = List.of();

  @Override
  public Integer call() {
    refuse(
        !List.of(1, 7, 9).contains(arguments.size()),
        "git gives 1, 7 or 9 arguments, not " + arguments.size());
    reading.acceptVariants();
    reading.reading(console).refuseSource("git gives two versions of one file");
    Style style = pagerStyle();
    OutputOptions.toStandardOutput(console, stream -> write(stream, style));
    return ExitCode.OK;
  }

  /**
   * One of the two versions.
   *
   * @param path as the user gave it
   * @param file git's copy of the version
   * @param hash hash of the contents; all zeros if git does not know it
   * @param mode {@code .} if the version does not exist
   */
  private record Side(String path, String file, String hash, String mode) {
    boolean isAbsent() {
      return mode.equals(".");
    }

    VersionFile version() {
      return isAbsent() ? VersionFile.absent(path) : new VersionFile(path, file);
    }

    boolean isSurelyAs(Side other) {
      return hash.equals(other.hash) && !hash.matches("0*");
    }
  }

  private void write(OutputStream stream, Style style) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    String path = arguments.get(0);
    if (arguments.size() == 1) {
      out.write(head(path, List.of("not merged yet")));
    } else {
      String newPath = arguments.size() == 9 ? arguments.get(7) : path;
      Side old = new Side(path, arguments.get(1), arguments.get(2), arguments.get(3));
      Side revised = new Side(newPath, arguments.get(4), arguments.get(5), arguments.get(6));
      out.write(head(path, facts(old, revised)));
      compare(out, style, old, revised);
    }
    out.flush();
  }

  private static String head(String path, List<String> facts) {
    String rest = facts.isEmpty() ? "" : ", " + String.join(", ", facts);
    return "== " + TerminalText.plain(path + rest) + " ==\n\n";
  }

  private static List<String> facts(Side old, Side revised) {
    List<String> facts = new ArrayList<>();
    if (old.isAbsent()) {
      facts.add("added");
    } else if (revised.isAbsent()) {
      facts.add("removed");
    } else if (!old.mode().equals(revised.mode())) {
      facts.add("mode " + old.mode() + ", now " + revised.mode());
    }
    if (!old.path().equals(revised.path())) {
      facts.add("now " + revised.path());
    }
    return facts;
  }

  private void compare(Writer out, Style style, Side old, Side revised) throws IOException {
    if (old.isSurelyAs(revised)) {
      out.write("the contents are the same\n\n");
      return;
    }
    ComparedVersions compared;
    try {
      compared =
          new RevisionComparison(console.workplace(), notices().aside())
              .compare(
                  new RevisionComparison.GitVersions(old.version(), revised.version()),
                  new RevisionComparison.Options(
                      reading.reading(console), glossary.wanted(), ChangeFilter.CHANGES, 0));
    } catch (InputException e) {
      // Report success in any case, so that git continues with the other files.
      String reason = TerminalText.plain(String.valueOf(e.getMessage()));
      out.write("the files differ and cannot be compared: " + reason + "\n\n");
      return;
    }
    new DiffText(out, style).write(compared);
    if (!compared.hasChanges()) {
      out.write("the files differ in something else: dates, names or layout\n");
    }
    out.write('\n');
  }

  /** Returns the style for the terminal of git's pager, if there is one. */
  private Style pagerStyle() {
    if (!"true".equals(console.environment().get("GIT_PAGER_IN_USE"))) {
      return style();
    }
    Style style = style(console.behindPager());
    boolean forced = colour == ConsoleCommand.Colour.ALWAYS;
    // No links: git's pager may not show them.
    return new Style(style.columns(), style.colour() && (forced || gitAllowsColour()));
  }

  private boolean gitAllowsColour() {
    List<String> question = List.of("config", "--get-colorbool", "color.diff", "true");
    return new Git(console.directory()).run(question).text().strip().equals("true");
  }
}
