package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.WriterStream;
import ballast.format.file.OutputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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
}
