package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.Project;
import ballast.bitext.InputException;
import ballast.check.Baseline;
import ballast.check.LocatedFinding;
import ballast.format.file.FileChange;
import ballast.format.file.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Waives single findings about the memory: records them in the baseline of the project, each with
 * the reason. A waived finding reappears when its texts change. If the settings have no baseline,
 * this class creates one next to them and adds it to {@code ballast.toml}, so that {@code ballast
 * check} skips the same findings.
 *
 * <pre>{@code
 * Workplace workplace = Workplace.in(folder).withAuthor("Lin");
 * Acceptance acceptance = new Acceptance(workplace);
 * System.out.println(acceptance.file()); // ballast-baseline.tsv
 * }</pre>
 *
 * @param workplace its author is recorded
 * @param baseline name of the baseline; empty for the one of the settings
 */
public record Acceptance(Workplace workplace, String baseline) {

  private static final String DEFAULT = "ballast-baseline.tsv";

  private static final String LINE = "baseline = \"" + DEFAULT + "\"";

  /** The head of the settings table for {@link #LINE}. */
  private static final Pattern TABLE = Pattern.compile("(?m)^[ \\t]*\\[check\\][ \\t]*(#.*)?$");

  private static final Pattern NAMED = Pattern.compile("(?m)^[ \\t]*baseline[ \\t]*=");

  private static final Pattern SIGNED = Pattern.compile("(.*\\S) \\(([^()]+)\\)");

  /**
   * The name of the baseline file for messages; the file need not exist.
   *
   * @throws InputException if the settings are wrong
   */
  public String file() {
    return workplace.shown(path());
  }

  public Acceptance(Workplace workplace) {
    this(workplace, "");
  }

  private Path path() {
    Path named =
        baseline.isEmpty() ? settings().defaults().baseline() : workplace.resolve(baseline);
    return named == null ? settingsFile().resolveSibling(DEFAULT) : named;
  }

  private CheckSettings settings() {
    return SettingsChoice.NEAREST.read(workplace, List.of(), Notices.NONE);
  }

  private Path settingsFile() {
    Optional<Path> found = SettingsChoice.NEAREST.path(workplace, List.of());
    return found.orElse(workplace.directory().resolve(Project.SETTINGS));
  }

  /**
   * Records a finding about the memory that is right as it is.
   *
   * @param why not blank
   * @throws InputException if no reason is given, or a file cannot be read or written
   */
  public void accept(LocatedFinding finding, String why) {
    accept(List.of(finding), Acceptance::document, why);
  }

  /**
   * @param place the file or document of a finding, as in the baseline
   */
  public void accept(
      List<LocatedFinding> findings, Function<LocatedFinding, String> place, String why) {
    requireReason(why);
    boolean isNamed = !baseline.isEmpty() || settings().defaults().baseline() != null;
    known().add(findings, place, signed(why));
    if (!isNamed) {
      nameBaseline(settingsFile());
    }
  }

  /** The lines of the baseline that {@link #accept(List, Function, String)} adds. */
  public List<String> lines(
      List<LocatedFinding> findings, Function<LocatedFinding, String> place, String why) {
    Baseline added = Baseline.NONE;
    for (LocatedFinding one : findings) {
      added = added.with(one, place.apply(one), signed(why));
    }
    return added.lines().subList(1, added.lines().size());
  }

  private String signed(String why) {
    String author = workplace.author();
    return author.isEmpty() ? why.strip() : why.strip() + " (" + author + ")";
  }

  /** The files that may change: the baseline, and the settings if they do not name it yet. */
  public List<Path> files() {
    return List.of(path(), settingsFile());
  }

  /**
   * @throws InputException if no reason is given
   */
  public void requireReason(String why) {
    if (why.isBlank()) {
      throw new InputException(
          "a finding cannot be waived without a reason",
          "say in a few words why it is right as it is");
    }
  }

  private static String document(LocatedFinding finding) {
    return Baseline.document(finding.place().value().document());
  }

  private BaselineFile known() {
    return new BaselineFile(file(), workplace, Notices.NONE);
  }

  /**
   * Withdraws a waiver, if there is one.
   *
   * @throws InputException if the baseline cannot be read or written
   */
  public void withdraw(LocatedFinding finding) {
    withdraw(List.of(finding), Acceptance::document);
  }

  /**
   * @param place as in {@link #accept(List, Function, String)}
   */
  public void withdraw(List<LocatedFinding> findings, Function<LocatedFinding, String> place) {
    if (Files.exists(path())) {
      known().remove(findings, place);
    }
  }

  /**
   * Returns the reasons and authors of waived findings.
   *
   * @return in their order
   * @throws InputException if the baseline cannot be read
   */
  public List<Accepted> reasons(List<LocatedFinding> findings) {
    if (findings.isEmpty() || !Files.exists(path())) {
      return List.of();
    }
    Baseline entries = known().read();
    return findings.stream().map(one -> accepted(one, entries.reason(one))).toList();
  }

  private static Accepted accepted(LocatedFinding finding, String note) {
    Matcher signed = SIGNED.matcher(note);
    return signed.matches()
        ? new Accepted(finding, signed.group(1), signed.group(2))
        : new Accepted(finding, note, "");
  }

  private static void nameBaseline(Path settings) {
    try {
      FileChange.make(settings, text -> named(text.orElse("")));
    } catch (IOException e) {
      throw OutputFile.cannotWrite(settings, e);
    }
  }

  private static String named(String settings) {
    if (NAMED.matcher(settings).find()) {
      return settings; // another program has just added it
    }
    Matcher table = TABLE.matcher(settings);
    if (table.find()) {
      return settings.substring(0, table.end()) + "\n" + LINE + settings.substring(table.end());
    }
    String end = settings.isEmpty() || settings.endsWith("\n") ? "" : "\n";
    return settings + end + "[check]\n" + LINE + "\n";
  }

  /**
   * @param reason why it is right as it is; empty if not given
   * @param author author of the reason; may be empty
   */
  public record Accepted(LocatedFinding finding, String reason, String author) {}
}
