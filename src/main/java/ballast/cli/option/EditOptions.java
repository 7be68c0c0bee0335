package ballast.cli.option;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.CareJson;
import ballast.app.units.EditJson;
import ballast.app.units.EditReport;
import ballast.app.units.EditText;
import ballast.app.units.EditedMemory.EditScope;
import ballast.app.units.MovedUnits;
import ballast.app.units.MovedUnitsText;
import ballast.cli.terminal.CommandNote;
import ballast.cli.terminal.Console;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryStore;
import ballast.memory.TeamStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the commands that change units of the memory. */
public final class EditOptions {

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin FilterOptions filter = new FilterOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin AuthorOption author = new AuthorOption();

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show what would be done, write nothing.")
  boolean dryRun;

  @Option(
      names = {"-p", "--print"},
      description = "Print every unit that changes; --dry-run does, too.")
  boolean print;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec command;

  public FilterOptions filter() {
    return filter;
  }

  public boolean isDryRun() {
    return dryRun;
  }

  public Notices notices(Console console) {
    return common.notices(console);
  }

  public EditScope scope(Console console) {
    MemoryStore store = memory.store(console);
    return new EditScope(
        store,
        filter.filter(),
        author.origin(console, notices(console), dryRun ? null : store, CommandNote.of(command)),
        dryRun);
  }

  /** Runs an edit. If requested, prints the changes while it runs. */
  public <T> T printing(Console console, Function<EditReport, T> work) {
    List<T> result = new ArrayList<>();
    OutputOptions.print(
        console,
        out -> {
          EditReport report = EditReport.NONE;
          if (json) {
            report = new EditJson(out, command.name(), dryRun);
          } else if (print || dryRun) {
            report = new EditText(out, common.style(console));
          }
          try {
            result.add(work.apply(report));
            report.finish();
          } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
          }
        });
    return result.get(0);
  }

  public ParameterException mistake(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /** The author of a change to the memory. Unlike {@code --author}, it does not select units. */
  public static final class AuthorOption {

    static final String NOTED =
        " Default: BALLAST_AUTHOR, else USER. A memory on a server always notes the user of the"
            + " connection.";

    @Option(names = "--by", paramLabel = "NAME", description = "Who does this." + NOTED)
    @Nullable String by;

    /**
     * Returns the author and the command of a change. Warns if the memory will record another
     * author.
     *
     * @param memory the memory to write, or null
     * @param note the command, or ""
     */
    public Origin origin(
        Console console, Notices notices, @Nullable MemoryStore memory, String note) {
      if (by == null) {
        sayUnknown("--by", console, notices, memory);
        return new Origin(console.user(), note);
      }
      warnOfAnother("--by", by, notices, memory);
      return new Origin(by, note);
    }

    /** Warns that the history will have no author if the user is unknown. */
    static void sayUnknown(
        String option, Console console, Notices notices, @Nullable MemoryStore memory) {
      if (memory != null && !(memory instanceof TeamStore) && console.user().isEmpty()) {
        notices.say(
            "author   unknown: the history will not say who did this; set BALLAST_AUTHOR, or give "
                + option
                + " NAME");
      }
    }

    /** Warns that the memory will record another author. */
    static void warnOfAnother(
        String option, String author, Notices notices, @Nullable MemoryStore memory) {
      if (memory instanceof TeamStore team && !team.user().equals(author)) {
        notices.warn(
            "%s \"%s\" is not noted: a memory on a server notes the user of the connection, \"%s\""
                .formatted(option, author, team.user()));
      }
    }
  }

  /**
   * The author of recorded articles or units. Unlike {@link FilterOptions}' {@code --author}, it
   * does not select units.
   */
  public static final class RecorderOption {

    @Option(
        names = "--author",
        paramLabel = "NAME",
        description = "Who does this." + AuthorOption.NOTED)
    @Nullable String author;

    public boolean isGiven() {
      return author != null;
    }

    /**
     * Returns the workplace of the author. Warns if the memory will record another author.
     *
     * @param memory the memory to write, or null
     */
    public Workplace workplace(Console console, Notices notices, @Nullable MemoryStore memory) {
      Workplace workplace = console.workplace();
      if (author == null) {
        AuthorOption.sayUnknown("--author", console, notices, memory);
        return workplace;
      }
      AuthorOption.warnOfAnother("--author", author, notices, memory);
      return workplace.withAuthor(author);
    }
  }

  /** The options of the commands that move the beads of units. */
  public static final class MoveOptions {

    @Mixin CommonOptions common = new CommonOptions();
    @Mixin MemoryOptions memory = new MemoryOptions();
    @Mixin AuthorOption author = new AuthorOption();

    @Option(
        names = {"-n", "--dry-run"},
        description = "Show what would be done, write nothing.")
    boolean dryRun;

    @Option(
        names = {"-p", "--print"},
        description = "Print the units before and after; --dry-run does, too.")
    boolean print;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec command;

    public boolean isDryRun() {
      return dryRun;
    }

    public MemoryStore memory(Console console) {
      return memory.store(console);
    }

    public Notices notices(Console console) {
      return common.notices(console);
    }

    public Workplace workplace(Console console) {
      Origin origin = author.origin(console, notices(console), dryRun ? null : memory(console), "");
      return console.workplace().withAuthor(origin.author());
    }

    /**
     * @param done the action done, such as "joined 2 units"
     */
    public void report(Console console, MovedUnits moved, String done) {
      if (json) {
        OutputOptions.print(console, out -> CareJson.writeMove(out, command.name(), dryRun, moved));
      } else if (print || dryRun) {
        OutputOptions.print(
            console, out -> new MovedUnitsText(out, common.style(console)).write(moved));
      }
      common.say(
          console,
          (dryRun ? "would have " : "")
              + done
              + " of "
              + moved.document()
              + (dryRun ? "; nothing was written" : ": revision " + moved.revision()));
    }
  }
}
