package ballast.cli.option;

import ballast.app.Notices;
import ballast.app.check.BaselineFile.KnownFindings;
import ballast.app.check.CheckSettings;
import ballast.app.check.CheckSettings.EntryScope;
import ballast.app.check.CheckSettings.NamedFields;
import ballast.app.check.Fixing;
import ballast.app.check.PairSource;
import ballast.app.check.RuleChoice;
import ballast.app.check.SettingsChoice;
import ballast.app.check.TranslationCheck;
import ballast.app.glossary.Answering;
import ballast.app.page.Form;
import ballast.bitext.InputException;
import ballast.check.Rules;
import ballast.cli.option.OutputOptions.Forms;
import ballast.cli.terminal.CommandNote;
import ballast.cli.terminal.Console;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryStore;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

public final class CheckOptions {

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      completionCandidates = RuleNames.class,
      split = ",",
      description = "Only this rule; several with commas. ballast explain lists them.")
  List<String> rules = List.of();

  @Option(
      names = "--term",
      paramLabel = "TERM",
      split = ",",
      description = "Only this term: its id or its Chinese; several with commas.")
  List<String> terms = List.of();

  /**
   * @throws ballast.bitext.InputException if a rule is unknown
   */
  public RuleChoice chosen() {
    return new RuleChoice(rules, terms);
  }

  public static final class RuleNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Rules.ids().iterator();
    }
  }

  public static final class ScopeOptions {

    @Option(
        names = "--domain",
        paramLabel = "DOMAIN",
        split = ",",
        description = "Only entries of this domain, and those that name none.")
    List<String> domains = List.of();

    @Option(
        names = "--project",
        paramLabel = "PROJECT",
        split = ",",
        description = "Only entries of this project, and those that name none.")
    List<String> projects = List.of();

    /** The values of the options; where an option was not given, the value of the settings. */
    public EntryScope scope(EntryScope settings) {
      return new EntryScope(
          domains.isEmpty() ? settings.domains() : new NamedFields(domains, ""),
          projects.isEmpty() ? settings.projects() : new NamedFields(projects, ""));
    }
  }

  public static final class SettingsOptions {

    @Option(
        names = "--config",
        paramLabel = "FILE",
        completionCandidates = FileNames.Settings.class,
        description =
            "Rules, severities, paths: see the manual. Default: ballast.toml "
                + "next to the glossary, in this folder or one above it.")
    @Nullable String file;

    @Option(names = "--no-config", description = "Ignore ballast.toml.")
    boolean none;

    /**
     * Finds and reads {@code ballast.toml}.
     *
     * @throws ballast.bitext.InputException if the file is invalid
     */
    public CheckSettings read(Console console, Notices notices, List<String> glossaries) {
      return choice().read(console.workplace(), glossaries, notices);
    }

    public SettingsChoice choice() {
      return new SettingsChoice(file == null ? "" : file, none);
    }
  }

  /** The options for known findings, which are not reported. */
  public static final class BaselineOptions {

    @Option(
        names = "--baseline",
        paramLabel = "FILE",
        completionCandidates = FileNames.Lines.class,
        description =
            "Leave out the findings in FILE; reports those in it that are no longer found.")
    @Nullable String file;

    @Option(
        names = "--update-baseline",
        description =
            "Write all current findings into the baseline; entries of what was not checked stay.")
    boolean update;

    @Option(
        names = "--prune",
        description =
            "Remove findings from the baseline that are no longer found where this run has looked.")
    boolean prune;

    public void otherwise(@Nullable Path defaultFile, Console console) {
      if (file == null && defaultFile != null) {
        file = console.workplace().shown(defaultFile);
      }
    }

    /**
     * @throws InputException if {@code --update-baseline} or {@code --prune} has no baseline
     */
    public void check() {
      if (file == null && (update || prune)) {
        throw new InputException(
            (update ? "--update-baseline" : "--prune") + " needs --baseline FILE",
            "for example --baseline ballast-baseline.tsv");
      }
    }

    /**
     * @param since the value of {@code --since}, or ""
     */
    public KnownFindings known(String since) {
      KnownFindings.Upkeep upkeep =
          update
              ? KnownFindings.Upkeep.UPDATE
              : prune ? KnownFindings.Upkeep.PRUNE : KnownFindings.Upkeep.NONE;
      return new KnownFindings(since, file == null ? "" : file, upkeep);
    }
  }

  public static final class FixOptions {

    @Option(
        names = "--fix",
        description =
            "Show how forbidden renderings would be "
                + "replaced, where that is safe, and which findings are left.")
    public boolean fix;

    @Option(
        names = "--answer",
        paramLabel = "KEY=ANSWER",
        description = {
          "Try out the answer to a decision of --group rendering: allow (the glossary admits the"
              + " words), fix (the preferred rendering replaces them), not-in:WORD (the term is not"
              + " meant in this longer word), waive (right in these places), reopen. May be"
              + " repeated."
        })
    List<String> answers = List.of();

    @Option(
        names = "--reason",
        paramLabel = "WHY",
        description = "Why places are waived, or words allowed that the glossary forbids.")
    String reason = "";

    @Option(
        names = "--apply",
        description = "With --fix or --answer: do it, in the files or the memory.")
    boolean apply;

    @Mixin AuthorOption author = new AuthorOption();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec command;

    public Fixing.Request request(
        TranslationCheck.Request check, Console console, Notices notices) {
      return new Fixing.Request(check, Set.of(), apply, origin(check, console, notices));
    }

    public boolean hasAnswers() {
      return !answers.isEmpty();
    }

    public Answering.Request answers(
        TranslationCheck.Request check, Console console, Notices notices) {
      return new Answering.Request(
          check,
          answers.stream().map(Answering.Answer::of).toList(),
          reason,
          apply,
          origin(check, console, notices));
    }

    private Origin origin(TranslationCheck.Request check, Console console, Notices notices) {
      if (!apply) {
        return new Origin("", "");
      }
      PairSource pairs = check.pairs();
      MemoryStore written = pairs.named().isEmpty() ? pairs.memory() : null;
      return author.origin(console, notices, written, CommandNote.of(command));
    }

    /**
     * @throws InputException if the options contradict each other, or have another form than text
     *     and JSON
     */
    public void check(Form format) {
      if (apply && !fix && !hasAnswers()) {
        throw new InputException(
            "--apply needs --fix or --answer", "ballast check --fix --apply ...");
      }
      if (fix && hasAnswers()) {
        throw new InputException("--fix and --answer do not go together", "leave one out");
      }
      if (hasAnswers() && format != Form.TEXT) {
        throw new InputException("--answer reports as text, not as " + format, "leave it out");
      }
      if (fix && format != Form.TEXT && format != Form.JSON) {
        throw new InputException(
            "--fix reports as text or json, not as " + format,
            "run ballast check again without --fix for the other forms");
      }
    }
  }

  public static final class CheckForms extends Forms {

    public CheckForms() {
      super(
          Form.TEXT,
          Form.JSON,
          Form.SARIF,
          Form.JUNIT,
          Form.CHECKSTYLE,
          Form.GITHUB,
          Form.CSV,
          Form.HTML);
    }

    /** Returns the requested form, else the form of the extension, else text. */
    public Form choose(@Nullable Form asked, String extension) {
      return asked == null ? find(extension).orElse(Form.TEXT) : asked;
    }
  }

  /** The option that selects texts changed since a git revision. */
  public static final class SinceOption {

    @Option(
        names = "--since",
        paramLabel = "REV",
        description =
            "Report only findings about texts, or entries of the glossary, that changed since"
                + " this revision in git.")
    @Nullable String revision;

    public String revision() {
      return revision == null ? "" : revision;
    }

    /**
     * @throws InputException if {@code --since} is given without files, or with a baseline to write
     */
    public void check(boolean namesFiles, BaselineOptions baseline) {
      if (revision == null) {
        return;
      }
      if (!namesFiles) {
        throw new InputException(
            "--since is for files in git, not for the memory",
            "name files; or --changed-since DATE for units of the memory");
      }
      if (baseline.update || baseline.prune) {
        throw new InputException(
            "--since does not find all that a baseline must have",
            "write the baseline without --since");
      }
    }
  }
}
