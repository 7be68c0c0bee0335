package ballast.app.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.corpus.SparkProcess.SparkLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reason is the first thing that went wrong, not what followed from it. */
final class SparkLogTest {

  @TempDir Path directory;

  private String reason(String log) throws IOException {
    return SparkLog.reason(Files.writeString(directory.resolve("spark.log"), log, UTF_8));
  }

  @Test
  void whatAClusterSaysOfItsExecutorsIsTheReason() throws IOException {
    String log =
        """
        26/11/30 04:40:01 INFO StandaloneAppClient$ClientEndpoint: Executor updated: app-1/8 is now \
        FAILED (java.io.IOException: Cannot run program "java")
        26/11/30 04:40:02 INFO StandaloneAppClient$ClientEndpoint: Executor updated: app-1/9 is now \
        FAILED (java.lang.IllegalStateException: Cannot find any build directories.)
        26/11/30 04:40:02 ERROR StandaloneSchedulerBackend: Application has been killed. Reason: \
        Master removed our application: FAILED
        26/11/30 04:40:02 INFO StandaloneAppClient$ClientEndpoint: Executor updated: app-1/1 is now \
        EXITED (Command exited with code 143)
        26/11/30 04:40:02 ERROR Inbox: Ignoring error
        org.apache.spark.SparkException: Exiting due to error from cluster scheduler: Master removed
        \tat x.Y
        Exception in thread "main" java.lang.IllegalStateException: LiveListenerBus is stopped.
        \tat z.Y
        """;
    assertThat(reason(log))
        .isEqualTo(
            "Master removed our application: FAILED; its last executor failed: Cannot find any"
                + " build directories.");
  }

  @Test
  void aClusterMayEndAnApplicationWithoutExecutors() throws IOException {
    assertThat(
            reason(
                """
                26/11/30 04:40:02 ERROR YarnClientSchedulerBackend: Diagnostics message: Max number \
                of executor failures (3) reached
                org.apache.spark.SparkException: Job 0 cancelled because SparkContext was shut down
                """))
        .isEqualTo("Max number of executor failures (3) reached");
  }

  @Test
  void anExceptionIsTheReasonBeforeThoseOfSparksEnd() throws IOException {
    String end =
        "java.lang.IllegalStateException: Cannot call methods on a stopped SparkContext.\n";
    assertThat(reason("java.io.IOException: Connection reset\n\tat x.Y\n" + end))
        .isEqualTo("Connection reset");
    assertThat(reason(end)).isEqualTo("Cannot call methods on a stopped SparkContext.");
  }

  /** An executor that is lost while others go on is no reason. */
  @Test
  void anExecutorAloneIsNoReason() throws IOException {
    assertThat(
            reason(
                """
                26/11/30 04:40:02 INFO X: Executor updated: app-1/1 is now EXITED (Command exited)
                java.io.IOException: Connection reset
                """))
        .isEqualTo("Connection reset");
  }
}
