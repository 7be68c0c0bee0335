package ballast.cli.option;

import ballast.app.Notices;
import ballast.app.page.Form;
import ballast.app.project.FilesInUse;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.cli.option.CommonOptions.Misuse;
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

/** The options for the output of a command. */
public final class OutputOptions {

  /** Opened by its name, what it leads to would be written from its beginning. */
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

  public boolean isGiven() {
    return output != null;
  }

  /** FILE; call only if it is given. */
  public String file() {
    if (output == null) {
      throw new IllegalStateException("no output file was given");
    }
    return output;
  }

  /** Whether data goes to standard output. */
  public boolean isStandardOutput() {
    return output == null || isStandardOutput(output);
  }

  /** Whether a name means standard output. */
  static boolean isStandardOutput(String name) {
    return STANDARD_OUTPUT.contains(name);
  }

  /** The extension of FILE in lower case, without the dot; empty when there is none. */
  public String extension() {
    return isStandardOutput() || output == null ? "" : extension(output);
  }

  /** The extension of a file in lower case, without the dot; empty when there is none. */
  static String extension(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether FILE is to be packed. */
  public boolean isPacked() {
    return extension().equals("gz");
  }

  /**
   * Says before {@link #check} whether FILE is a page, or a document as its original is. All other
   * data are kept out of a file that a browser opens.
   */
  public void isPage(boolean written) {
    page = written;
  }

  /** Stops before any work if FILE may not be written. */
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
   * Stops if there is no FILE, because binary data cannot go to standard output.
   *
   * @param what is to be written
   */
  public void requireFile(String what) {
    if (isStandardOutput()) {
      throw new InputException(
          what + " cannot be written to standard output", "name a file with -o FILE");
    }
  }

  /** Opens FILE under a temporary name. Call only when it is given and not standard output. */
  public OutputFile open(Console console) {
    Path path = console.resolve(file());
    return page ? OutputFile.createPage(path, force) : OutputFile.create(path, force);
  }

  /** Something that writes bytes. */
  @FunctionalInterface
  public interface Body {
    void write(OutputStream out) throws IOException;
  }

  /** Writes the data to FILE, whole or not at all, or to standard output. */
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

  /** Writes bytes and returns a result. */
  @FunctionalInterface
  public interface Work<T> {
    T write(OutputStream out) throws IOException;
  }

  /** Like {@link #write}, returning the result of {@code work}. */
  public <T> T writing(Console console, Work<T> work) {
    List<T> result = new ArrayList<>();
    write(console, out -> result.add(work.write(out)));
    return result.get(0);
  }

  /** Writes the data under the file's temporary name and forces it to disk. */
  private void writeTo(OutputFile file, Body body) {
    try {
      body.write(file.stream());
    } catch (IOException e) {
      throw OutputFile.cannotWrite(Path.of(String.valueOf(output)), e);
    }
    file.finish();
  }

  /** Something that writes characters. */
  @FunctionalInterface
  public interface Text {
    void write(Writer out) throws IOException;
  }

  /** Writes text to standard output. */
  public static void print(Console console, Text text) {
    try {
      text.write(console.out().text());
      console.out().check();
    } catch (IOException e) {
      throw cannotPrint(e);
    }
  }

  /** Writes the data to standard output. */
  public static void toStandardOutput(Console console, Body body) {
    try (WriterStream stream = new WriterStream(console.out())) {
      body.write(stream);
    } catch (IOException e) {
      throw cannotPrint(e);
    }
    console.out().check();
  }

  /** The failure to write to standard output. */
  public static InputException cannotPrint(IOException e) {
    return new InputException("cannot write to standard output: " + e.getMessage(), "", e);
  }

  /** The option for a table that people open in a spreadsheet program. */
  public static final class SpreadsheetOption {

    @Option(
        names = "--spreadsheet",
        description =
            "TSV for a spreadsheet program: a text that it would take for a formula (it begins with"
                + " = + - @) gets an apostrophe before it. Without this, texts are written as they"
                + " are, for other programs.")
    public boolean spreadsheet;
  }

  /** The option for the version of XLIFF. */
  public static final class XliffOption {

    @Option(
        names = "--xliff",
        paramLabel = "VERSION",
        completionCandidates = Versions.class,
        defaultValue = "1.2",
        description = "1.2 or 2.1. Default: ${DEFAULT-VALUE}.")
    String version = "1.2";

    /**
     * The version.
     *
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

    /** The versions, for completion in a shell. */
    static final class Versions implements Iterable<String> {

      @Override
      public Iterator<String> iterator() {
        return Arrays.stream(XliffVersion.values()).map(XliffVersion::toString).iterator();
      }
    }
  }

  /**
   * The forms that one command offers. A subclass without parameters names them; the option {@code
   * --format} takes it as its converter and for completion, so that help, completion and messages
   * all come from this list:
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
     * @param forms in the order in which help and messages name them
     */
    protected Forms(Form... forms) {
      this.forms = List.of(forms);
    }

    /** The form of that name, in capitals or not. */
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

    /** The names, for completion and help. */
    @Override
    public Iterator<String> iterator() {
      return forms.stream().map(Form::toString).iterator();
    }

    /**
     * The form of files whose names end so.
     *
     * @param extension in lower case, without the dot
     */
    public Optional<Form> find(String extension) {
      return forms.stream().filter(form -> form.extensions().contains(extension)).findFirst();
    }

    /**
     * The form of files whose names end so.
     *
     * @param extension in lower case, without the dot
     * @throws InputException if there is none among these
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
   * Stops a command, before it does anything, that would write over a file that it reads. It looks
   * at the command line and not at the command, so that no command can forget it.
   */
  public static final class OutputGuard {

    private static final Set<String> OUTPUTS =
        Set.of("--output", "--report", "--rejected", "--salvage");
    private static final String OUTPUT_PARAMETER = "OUT";
    private static final String PAIR_LIST = "--pairs";
    private static final String WRITES_GLOSSARY = "ballast glossary import";

    private OutputGuard() {}

    /** Whether an option or parameter names a file to write. */
    public static boolean isOutput(ArgSpec arg) {
      return arg instanceof OptionSpec option
          ? OUTPUTS.contains(option.longestName())
          : arg.paramLabel().equals(OUTPUT_PARAMETER);
    }

    /**
     * Looks at a command line.
     *
     * @throws ballast.bitext.InputException if an output is also an input
     */
    public static void check(ParseResult line, Console console) {
      ParseResult command = line;
      while (command.hasSubcommand()) {
        command = command.subcommand();
      }
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
   * The option of commands whose reports may be longer than the screen. They need not do anything
   * about it: {@link #begin} looks at the command line.
   */
  public static final class PagerOption {

    /** The name of the option, for a command that declares it itself. */
    public static final String NAME = "--no-pager";

    /** What the help says about it. */
    public static final String ABOUT =
        "Print all at once what is longer than the screen. Otherwise BALLAST_PAGER, PAGER or less"
            + " shows it.";

    @Option(names = NAME, description = ABOUT)
    boolean none;

    /** Lets a report for people be paged, if the command can be, and no option is against it. */
    public static void begin(ParseResult line, Console console) {
      ParseResult command = line;
      while (command.hasSubcommand()) {
        command = command.subcommand();
      }
      boolean isReport =
          command.commandSpec().findOption(NAME) != null
              && command.matchedOptions().stream().noneMatch(PagerOption::isAgainst);
      if (isReport) {
        console.page();
      }
    }

    /**
     * Whether an option wants no pager, sends the output elsewhere, or makes it one for programs.
     */
    private static boolean isAgainst(OptionSpec option) {
      return switch (option.longestName()) {
        case NAME, "--json", "--output", "--file" -> true;
        case "--format" -> !"text".equals(String.valueOf(option.<Object>getValue()));
        default -> false;
      };
    }
  }

  /**
   * The option of commands that write files: what they did is printed as JSON for programs, not
   * said in messages for people. Warnings are given either way.
   */
  public static final class SummaryOption {

    @Option(names = "--json", description = "Print the summary as JSON.")
    boolean json;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec command;

    /**
     * Stops before any work if data and summary would both go to standard output.
     *
     * @throws picocli.CommandLine.ParameterException if so
     */
    public void check(OutputOptions output) {
      Misuse.refuse(
          json && output.isStandardOutput(),
          command,
          "--json needs standard output: give -o FILE too");
    }

    /**
     * Prints the summary as JSON if the option was given; otherwise says it.
     *
     * @param written writes the JSON
     * @param said says the same in messages
     */
    public void report(Console console, OutputOptions.Text written, Runnable said) {
      if (json) {
        OutputOptions.print(console, written);
      } else {
        said.run();
      }
    }
  }

  /** The option to export units that the aligner doubts and nobody has approved. */
  public static final class DoubtfulUnits {

    @Option(
        names = "--all",
        description =
            "Export doubtful units too: confidence below 0.50 "
                + "and not approved. Default: they stay in the memory only.")
    boolean all;

    /** Whether they are exported. */
    public boolean all() {
      return all;
    }

    /** Says how many of them were left out, why, and how to get them. */
    public static void sayLeftOut(Notices notices, long count) {
      if (count > 0) {
        notices.say(
            "left out "
                + CountedNoun.of(count, "doubtful unit")
                + " (confidence below 0.50, not approved); --all takes them too");
      }
    }
  }
}
