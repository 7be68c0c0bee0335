package ballast.app.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.corpus.JobMessage.JobFile;
import ballast.bitext.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Starts jobs on Spark and receives their messages. A job stops when this process does. */
record SparkProcess(Workplace workplace, Notices notices, SparkPlace spark) {

  /**
   * The serial collector takes less memory and CPU than Java's default for many threads. The higher
   * threshold compiles only frequently run code, because compiling never pays for much of Spark's.
   */
  private static final String JAVA_OPTIONS = "-XX:+UseSerialGC -XX:CompileThresholdScaling=3";

  /** The exit status of a process ended by SIGKILL, on systems that have it. */
  private static final int KILLED = 128 + 9;

  /**
   * @param command the command of Ballast: {@code align}
   * @param main the simple name of the class to start
   */
  record Job(String command, String main, Record content) {}

  /**
   * Runs a job.
   *
   * @param listener receives its progress and its rows; if it throws, the job is ended
   * @throws InputException if it rejects its input, or fails
   */
  <T extends Record> T run(Job job, String engine, Consumer<JobMessage> listener, Class<T> result) {
    try {
      Path folder = Files.createTempDirectory("ballast-spark-");
      Path file = Files.write(folder.resolve("job"), JobFile.of(job.content()));
      return run(builder(job, engine, file), folder, listener).result(result);
    } catch (IOException e) {
      throw new InputException("cannot start Spark: " + e.getMessage(), "", e);
    }
  }

  private JobMessage run(ProcessBuilder builder, Path folder, Consumer<JobMessage> listener)
      throws IOException {
    Path log = folder.resolve("spark.log");
    notices.detail("starting " + String.join(" ", builder.command()) + "; its log is " + log);
    notices.step("starting Spark");
    // Its standard input stays open: the job ends when it closes, even if this process is killed.
    Process process = builder.redirectError(log.toFile()).start();
    Thread stop = new Thread(process::destroy, "stop Spark");
    Runtime.getRuntime().addShutdownHook(stop);
    @Nullable JobMessage end;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      end = listen(lines, listener);
    } catch (InputException e) {
      clear(folder);
      throw e;
    } finally {
      notices.pause();
      Runtime.getRuntime().removeShutdownHook(stop);
      process.destroy();
    }
    if (end == null) {
      throw new InputException(
          "the job on Spark did not finish: " + reason(process, log),
          "its log is "
              + log
              + "; `ballast align` goes on where it stopped, other commands begin anew");
    }
    clear(folder);
    return end;
  }

  private String reason(Process process, Path log) {
    if (process.onExit().join().exitValue() == KILLED) {
      return "its process was killed, perhaps because the computer had too little memory";
    }
    String reason = SparkLog.reason(log);
    return InputException.isOfFullDisk(reason)
        ? reason
            + ": the disk is full that has the folder of the corpus, or the one that has Spark's"
            + " temporary folder, \""
            + spark.temporary()
            + "\""
        : reason;
  }

  private ProcessBuilder builder(Job job, String engine, Path file) {
    ProcessBuilder builder =
        new ProcessBuilder(command(job, engine, file)).directory(workplace.directory().toFile());
    if (isLocal(engine)) {
      // The name of a computer without a network often has no address.
      builder.environment().putIfAbsent("SPARK_LOCAL_HOSTNAME", "localhost");
    }
    return builder;
  }

  private static boolean isLocal(String engine) {
    return engine.startsWith("local");
  }

  private List<String> command(Job job, String engine, Path file) {
    List<String> command = new ArrayList<>(List.of(spark.submit().toString(), "--master", engine));
    command.addAll(List.of("--name", "ballast " + job.command()));
    command.addAll(List.of("--class", "ballast.spark." + job.main()));
    if (isLocal(engine)) {
      // On this computer no administrator sets Java's options.
      for (String process : List.of("driver", "executor")) {
        command.add("--conf");
        command.add("spark." + process + ".defaultJavaOptions=" + JAVA_OPTIONS);
      }
      // Its page would show the names of the files to everyone in the network.
      command.add("--conf");
      command.add("spark.ui.enabled=false");
    }
    command.add(spark.artefact().toString());
    command.add(file.toString());
    return command;
  }

  /** Passes messages on until the job ends. Returns its final message; null if there is none. */
  private @Nullable JobMessage listen(BufferedReader lines, Consumer<JobMessage> listener)
      throws IOException {
    @Nullable JobMessage end = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JobMessage message = JobMessage.in(line).orElse(null);
      if (message != null) {
        switch (message.kind()) {
          case PROGRESS, ROW -> listener.accept(message);
          case WARNING -> notices.warn(message.cells().get(0));
          case REFUSED -> throw new InputException(message.cells().get(0), message.cells().get(1));
          case ENDED -> end = message;
        }
      }
    }
    return end;
  }

  private static void clear(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("job"));
    Files.deleteIfExists(folder.resolve("spark.log"));
    Files.deleteIfExists(folder);
  }

  static final class SparkLog {

    private static final Pattern EXCEPTION =
        Pattern.compile(
            "^(?:Caused by: |Exception in thread \"[^\"]*\" )?[\\w.$]+(?:Exception|Error): (.+)");

    /**
     * The cluster's reason for ending an application; later lines of the log are consequences of
     * it.
     */
    private static final Pattern VERDICT =
        Pattern.compile(
            "(?:Application has been killed\\. Reason"
                + "|Exiting due to error from cluster scheduler"
                + "|Diagnostics message): (.+)");

    private static final Pattern EXECUTOR =
        Pattern.compile(
            "Executor\\b.* (?:FAILED|EXITED|LOST) \\((?:[\\w.$]+(?:Exception|Error): )?(.+)\\)$");

    /** Exceptions because Spark has been stopped do not show the reason. */
    private static final Pattern SHUTDOWN =
        Pattern.compile(
            "LiveListenerBus is stopped|stopped SparkContext"
                + "|SparkContext (?:was|is|has been) (?:shut ?down|stopped)"
                + "|RpcEnv.* stopped|Could not find CoarseGrainedScheduler");

    /** Spark's own news, with a timestamp, only show the progress. */
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
     * The cluster's reason for ending the job, if any; or the last innermost cause in the log; or
     * else its last line except news. Never empty.
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
}
