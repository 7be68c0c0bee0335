package ballast.workflow.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log of a job on Spark. */
final class SparkLog {

  private static final Pattern EXCEPTION =
      Pattern.compile(
          "^(?:Caused by: |Exception in thread \"[^\"]*\" )?[\\w.$]+(?:Exception|Error): (.+)");

  /** Spark's own news, with the time before them, say how far it was. */
  private static final Pattern NEWS =
      Pattern.compile("^[0-9/.-]+ (?:[0-9:.,]+ )?(?:INFO|WARN|DEBUG|TRACE) .*");

  private static final int MAX_LENGTH = 300;

  private SparkLog() {}

  /** The innermost cause that it names last, or else its last line but for news; never empty. */
  static String reason(Path log) {
    String reason = "";
    String last = "it has not said why";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(Files.newInputStream(log), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher exception = EXCEPTION.matcher(line);
        reason = exception.find() ? exception.group(1) : reason;
        last = line.isBlank() || NEWS.matcher(line).matches() ? last : line.strip();
      }
    } catch (IOException e) {
      return "its log cannot be read: " + e.getMessage();
    }
    String found = reason.isEmpty() ? last : reason;
    return found.length() > MAX_LENGTH ? found.substring(0, MAX_LENGTH) + "…" : found;
  }
}
