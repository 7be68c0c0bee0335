package ballast.cli.terminal;

import ballast.bitext.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** Saves the stack trace of an internal error to a file for a bug report. */
public final class Trace {

  private Trace() {}

  /**
   * Saves a trace.
   *
   * @param args the command line
   * @return a message for the user: where the trace is, or why it could not be saved
   */
  public static String save(Throwable e, String... args) {
    try {
      Path file = Files.createTempFile("ballast-", ".trace.txt");
      try (PrintWriter trace = new PrintWriter(Files.newBufferedWriter(file))) {
        trace.println(
            Version.current() + ", Java " + Runtime.version() + ", " + Arrays.toString(args));
        e.printStackTrace(trace);
      }
      return "please report it with " + file;
    } catch (IOException unwritable) {
      return "its trace could not be saved: " + Objects.toString(e.getMessage(), "no message");
    }
  }
}
