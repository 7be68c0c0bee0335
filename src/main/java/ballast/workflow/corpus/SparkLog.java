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

  /** Why a cluster has ended an application; what stands behind it in the log follows from that. */
  private static final Pattern VERDICT =
      Pattern.compile(
          "(?:Application has been killed\\. Reason"
              + "|Exiting due to error from cluster scheduler"
              + "|Diagnostics message): (.+)");

  private static final Pattern EXECUTOR =
      Pattern.compile(
          "Executor\\b.* (?:FAILED|EXITED|LOST) \\((?:[\\w.$]+(?:Exception|Error): )?(.+)\\)$");

  /** What is thrown because Spark has been stopped says nothing of the reason. */
  private static final Pattern SHUTDOWN =
      Pattern.compile(
          "LiveListenerBus is stopped|stopped SparkContext"
              + "|SparkContext (?:was|is|has been) (?:shut ?down|stopped)"
              + "|RpcEnv.* stopped|Could not find CoarseGrainedScheduler");

  /** Spark's own news, with the time before them, say how far it was. */
  private static final Pattern NEWS =
      Pattern.compile("^[0-9/.-]+ (?:[0-9:.,]+ )?(?:INFO|WARN|DEBUG|TRACE) .*");

  private static final int MAX_LENGTH = 300;

  private String verdict = "";
  private String executor = "";
  private String exception = "";
  private String shutdown = "";
  private String last = "it has not said why";

  private SparkLog() {}

  /**
   * Why the cluster has ended the job, if it has; or the innermost cause that the log names last;
   * or else its last line but for news. Never empty.
   */
  static String reason(Path log) {
    SparkLog read = new SparkLog();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(Files.newInputStream(log), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        read.add(line);
      }
    } catch (IOException e) {
      return "its log cannot be read: " + e.getMessage();
    }
    String found = read.reason();
    return found.length() > MAX_LENGTH ? found.substring(0, MAX_LENGTH) + "…" : found;
  }

  private void add(String line) {
    verdict = verdict.isEmpty() ? in(VERDICT, line) : verdict;
    String failure = in(EXECUTOR, line);
    executor = failure.isEmpty() || !verdict.isEmpty() ? executor : failure;
    String thrown = in(EXCEPTION, line);
    if (SHUTDOWN.matcher(thrown).find()) {
      shutdown = thrown;
    } else if (!thrown.isEmpty()) {
      exception = thrown;
    }
    last = line.isBlank() || NEWS.matcher(line).matches() ? last : line.strip();
  }

  private static String in(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? matcher.group(1) : "";
  }

  private String reason() {
    if (!verdict.isEmpty()) {
      return executor.isEmpty() ? verdict : verdict + "; its last executor failed: " + executor;
    }
    String thrown = exception.isEmpty() ? shutdown : exception;
    return thrown.isEmpty() ? last : thrown;
  }
}
