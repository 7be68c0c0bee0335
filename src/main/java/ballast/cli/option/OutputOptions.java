package ballast.cli.option;

import ballast.app.Notices;
import ballast.app.page.Form;
import ballast.app.project.FilesInUse;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.WriterStream;
import ballast.format.file.OutputFile;
import ballast.format.unit.XliffEntry.XliffVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

public final class OutputOptions {

  /**
   * Names of standard output. Opening /dev/stdout as a file would overwrite a redirected file from
   * its start.
   */
  private static final Set<String> STANDARD_OUTPUT =
      Set.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      completionCandidates = FileNames.class,
      description = "Write to FILE; - is standard output.")
  public @Nullable String output;

  @Option(names = "--force", description = "Replace FILE if it is already there.")
  public boolean force;

  private boolean page;

  /** The options of a command that names its file otherwise. */
  public static OutputOptions of(String file, boolean force) {
    OutputOptions options = new OutputOptions();
    options.output = file;
    options.force = force;
    return options;
  }

  public boolean isGiven() {
    return output != null;
  }

  /** The file name; call only if it was given. */
  public String file() {
    if (output == null) {
      throw new IllegalStateException("no output file was given");
    }
    return output;
  }

  public boolean isStandardOutput() {
    return output == null || isStandardOutput(output);
  }

  static boolean isStandardOutput(String name) {
    return STANDARD_OUTPUT.contains(name);
  }

  /** The extension in lower case, without the dot, or "". */
  public String extension() {
    return isStandardOutput() || output == null ? "" : extension(output);
  }

  /** The extension in lower case, without the dot, or "". */
  static String extension(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  public boolean isPacked() {
    return extension().equals("gz");
  }

  /**
   * Sets whether the output is a page, or a document in the format of its original. Other data are
   * never written over a file that a browser opens. Call before {@link #check}.
   */
  public void isPage(boolean written) {
    page = written;
  }

  /** Stops before any work if the file may not be written. */
  public void check(Console console) {
    if (isStandardOutput() || output == null) {
      return;
    }
    if (page) {
      OutputFile.checkPage(console.resolve(output), force);
    } else {
      OutputFile.check(console.resolve(output), force);
    }
  }

  /**
   * Requires a file, because binary data cannot go to standard output.
   *
   * @param what the kind of data, for the message
   */
  public void requireFile(String what) {
    if (isStandardOutput()) {
      throw new InputException(
          what + " cannot be written to standard output", "name a file with -o FILE");
    }
  }

  /**
   * Opens the file under a temporary name. Call only if it was given and is not standard output.
   */
  public OutputFile open(Console console) {
    Path path = console.resolve(file());
    return page ? OutputFile.createPage(path, force) : OutputFile.create(path, force);
  }

  @FunctionalInterface
  public interface Body {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes the data to standard output or to the file. The file is written completely or not at
   * all.
   */
  public void write(Console console, Body body) {
    if (isStandardOutput()) {
      toStandardOutput(console, body);
      return;
    }
    try (OutputFile file = open(console)) {
      writeTo(file, body);
      file.publish();
    }
  }

  @FunctionalInterface
  public interface Work<T> {
    T write(OutputStream out) throws IOException;
  }

  public <T> T writing(Console console, Work<T> work) {
    List<T> result = new ArrayList<>();
    write(console, out -> result.add(work.write(out)));
    return result.get(0);
  }

  /** Writes the data under the file's temporary name and forces them to disk. */
  private void writeTo(OutputFile file, Body body) {
    try {
      body.write(file.stream());
    } catch (IOException e) {
      throw OutputFile.cannotWrite(Path.of(String.valueOf(output)), e);
    }
    file.finish();
  }

  @FunctionalInterface
  public interface Text {
    void write(Writer out) throws IOException;
  }

  public static void print(Console console, Text text) {
    try {
      text.write(console.out().text());
      console.out().check();
    } catch (IOException e) {
      throw cannotPrint(e);
    }
  }

  public static void toStandardOutput(Console console, Body body) {
    try (WriterStream stream = new WriterStream(console.out())) {
      body.write(stream);
    } catch (IOException e) {
      throw cannotPrint(e);
    }
    console.out().check();
  }

  public static InputException cannotPrint(IOException e) {
    return new InputException("cannot write to standard output: " + e.getMessage(), "", e);
  }

  public static final class SpreadsheetOption {

    @Option(
        names = "--spreadsheet",
        description =
            "TSV for a spreadsheet program: a text that it would take for a formula (it begins with"
                + " = + - @) gets an apostrophe before it. Without this, texts are written as they"
                + " are, for other programs.")
    public boolean spreadsheet;
  }

  public static final class XliffOption {

    @Option(
        names = "--xliff",
        paramLabel = "VERSION",
        completionCandidates = Versions.class,
        defaultValue = "1.2",
        description = "1.2 or 2.1. Default: ${DEFAULT-VALUE}.")
    String version = "1.2";

    /**
     * @throws InputException if there is no such version
     */
    public XliffVersion xliffVersion() {
      for (XliffVersion one : XliffVersion.values()) {
        if (one.toString().equals(version)) {
          return one;
        }
      }
      throw new InputException("cannot write XLIFF \"" + version + "\"", "1.2 or 2.1");
    }

    static final class Versions implements Iterable<String> {

      @Override
      public Iterator<String> iterator() {
        return Arrays.stream(XliffVersion.values()).map(XliffVersion::toString).iterator();
      }
    }
  }

  /**
   * The forms that one command offers. A subclass without parameters lists them. {@code --format}
   * uses it as its converter and for completion, so help, completion and messages all use one list:
   *
   * <pre>
   * static final class Offered extends Forms {
   *   Offered() {
   *     super(Form.TEXT, Form.JSON);
   *   }
   * }
   * </pre>
   */
  public abstract static class Forms implements ITypeConverter<Form>, Iterable<String> {

    private final List<Form> forms;

    /**
     * @param forms in the order of help and messages
     */
    protected Forms(Form... forms) {
      this.forms = List.of(forms);
    }

    /** Returns the form of this name, ignoring case. */
    @Override
    public Form convert(String name) {
      return forms.stream()
          .filter(form -> form.toString().equals(name.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of " + String.join(", ", this) + " but was '" + name + "'"));
    }

    /** Returns the names, for completion and help. */
    @Override
    public Iterator<String> iterator() {
      return forms.stream().map(Form::toString).iterator();
    }

    /**
     * Returns the form of a file extension.
     *
     * @param extension in lower case, without the dot
     */
    public Optional<Form> find(String extension) {
      return forms.stream().filter(form -> form.extensions().contains(extension)).findFirst();
    }

    /**
     * Returns the form of a file extension.
     *
     * @param extension in lower case, without the dot
     * @throws InputException if no form has this extension
     */
    public Form ofExtension(String extension) {
      return find(extension)
          .orElseThrow(
              () ->
                  new InputException(
                      "cannot tell what to write into a file whose name ends in \""
                          + extension
                          + "\"",
                      "end it in " + extensions() + ", or add --format " + String.join("|", this)));
    }

    /** The usual extension of each form: {@code .tmx, .xlf or .tsv}. */
    private String extensions() {
      List<String> extensions =
          forms.stream()
              .flatMap(form -> form.extensions().stream().limit(1))
              .map(extension -> "." + extension)
              .toList();
      int last = extensions.size() - 1;
      return Stream.of(String.join(", ", extensions.subList(0, last)), extensions.get(last))
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(" or "));
    }
  }

  /**
   * Stops a command that would overwrite one of its inputs before it does anything. It examines the
   * command line instead of the command, so no command can forget it.
   */
  public static final class OutputGuard {

    private static final Set<String> OUTPUTS =
        Set.of("--output", "--report", "--rejected", "--salvage");
    private static final String OUTPUT_PARAMETER = "OUT";
    private static final String PAIR_LIST = "--pairs";
    private static final String WRITES_GLOSSARY = "ballast glossary import";

    private OutputGuard() {}

    public static boolean isOutput(ArgSpec arg) {
      return arg instanceof OptionSpec option
          ? OUTPUTS.contains(option.longestName())
          : arg.paramLabel().equals(OUTPUT_PARAMETER);
    }

    /**
     * Checks a command line.
     *
     * @param command the part of the last subcommand
     * @throws ballast.bitext.InputException if an output is also an input
     */
    public static void check(ParseResult command, Console console) {
      List<String> outputs = new ArrayList<>();
      List<String> named = new ArrayList<>();
      List<String> lists = new ArrayList<>();
      for (ArgSpec arg : command.matchedArgs()) {
        (isOutput(arg) ? outputs : named).addAll(arg.originalStringValues());
        if (arg instanceof OptionSpec option && option.longestName().equals(PAIR_LIST)) {
          lists.addAll(arg.originalStringValues());
        }
      }
      boolean writesGlossary = command.commandSpec().qualifiedName().equals(WRITES_GLOSSARY);
      FilesInUse inUse = new FilesInUse(named, lists, !writesGlossary);
      for (String output : outputs) {
        if (!OutputOptions.isStandardOutput(output)) {
          inUse.refuse(output, console.workplace());
        }
      }
    }
  }

  /**
   * The option of commands with reports that may be longer than the screen. These commands need no
   * code for it: {@link #begin} examines the command line.
   */
  public static final class PagerOption {

    public static final String NAME = "--no-pager";

    /** The help text, for a command that declares the option itself. */
    public static final String ABOUT =
        "Print all at once what is longer than the screen. Otherwise BALLAST_PAGER, PAGER or less"
            + " shows it.";

    @Option(names = NAME, description = ABOUT)
    boolean none;

    /** Enables the pager if the command supports it and no option prevents it. */
    public static void begin(ParseResult command, Console console) {
      boolean isReport =
          command.commandSpec().findOption(NAME) != null
              && command.matchedOptions().stream().noneMatch(PagerOption::isAgainst);
      if (isReport) {
        console.page();
      }
    }

    /** Whether an option disables the pager, redirects the output, or makes it machine-readable. */
    private static boolean isAgainst(OptionSpec option) {
      return switch (option.longestName()) {
        case NAME, "--json", "--output", "--file" -> true;
        case "--format" -> !"text".equals(String.valueOf(option.<Object>getValue()));
        default -> false;
      };
    }
  }

  /**
   * The option of commands that write files: prints the summary as JSON instead of as messages.
   * Warnings are always shown.
   */
  public static final class SummaryOption {

    @Option(names = "--json", description = "Print the summary as JSON.")
    boolean json;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec command;

    /**
     * Rejects a command line that would send both data and summary to standard output.
     *
     * @throws picocli.CommandLine.ParameterException if both would go there
     */
    public void check(OutputOptions output) {
      Misuse.refuse(
          json && output.isStandardOutput(),
          command,
          "--json needs standard output: give -o FILE too");
    }

    /**
     * Reports the summary as JSON if requested, else in messages.
     *
     * @param written writes the JSON
     * @param said writes the messages
     */
    public void report(Console console, OutputOptions.Text written, Runnable said) {
      if (json) {
        OutputOptions.print(console, written);
      } else {
        said.run();
      }
    }
  }

  /** The option to export doubtful units that are not approved. */
  public static final class DoubtfulUnits {

    @Option(
        names = "--all",
        description =
            "Export doubtful units too: confidence below 50%% "
                + "and not approved. Default: they stay in the memory only.")
    boolean all;

    public boolean all() {
      return all;
    }

    /** Reports the number of skipped units, the reason, and the option to include them. */
    public static void sayLeftOut(Notices notices, long count) {
      if (count > 0) {
        notices.say(
            "left out %s (confidence below 50%%, not approved); --all takes them too",
            CountedNoun.of(count, "doubtful unit"));
      }
    }
  }
}
