package ballast.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.time.Duration;
import java.util.List;

/**
 * Says, when a command is broken off (Ctrl-C, or a signal to end), what it leaves behind and how to
 * go on. Temporary files go by themselves.
 */
public final class Cancellation implements Runnable {

  /** How long a message may wait for a standard error that takes none. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final StandardOutput out;
  private final List<String> args;
  private final Thread hook;

  private Cancellation(StandardOutput out, List<String> args) {
    this.out = out;
    this.args = args;
    this.hook = new Thread(this, "interruption");
  }

  /**
   * Watches from now on.
   *
   * @param out its pager may have the terminal, and goes first
   * @param args the command line
   */
  public static Cancellation watch(StandardOutput out, String... args) {
    Cancellation interruption = new Cancellation(out, List.of(args));
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** The command has ended by itself. */
  public void isOver() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException tooLate) {
      // It was broken off at the last moment; the message is being written.
    }
  }

  /** Writes the message, with streams of its own: the command may hold the others. */
  @Override
  public void run() {
    if (out.awaitPager()) {
      return; // Ctrl-C is for the pager, which has everything
    }
    Thread writer =
        new Thread(
            () -> {
              MessageStream err =
                  new MessageStream(
                      new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), UTF_8));
              err.println(""); // after ^C, and what progress was shown
              err.println("interrupted: " + left(args));
              err.println("try:   " + next(args));
            },
            "interruption message");
    writer.setDaemon(true);
    writer.start();
    try {
      writer.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is safe. */
  static String left(List<String> args) {
    if (begins(args, "align") && isOnSpark(args)) {
      return "the folder has every stretch of the list that was finished, whole";
    }
    if (begins(args, "align") && !args.contains("--no-tm") && !isDryRun(args)) {
      return "the memory has every article that was finished, whole, and nothing of the others;"
          + " no file was written";
    }
    if (begins(args, "tm", "import") && !isDryRun(args)) {
      return "the memory has every file that was finished, whole, and nothing of the others";
    }
    if (begins(args, "open")) {
      return "all that you did in the browser is in the folder and its memory";
    }
    if (begins(args, "serve")) {
      return "the server has stopped; it has written nothing";
    }
    return "every file, and the memory, is as it was or complete; only what was printed may be cut"
        + " short";
  }

  /** How to go on. */
  static String next(List<String> args) {
    if (begins(args, "align") && isOnSpark(args)) {
      return "run the same command again; what the folder has is not aligned again";
    }
    if (begins(args, "align")) {
      return "run the same command again; what the memory has is not aligned again";
    }
    if (begins(args, "tm", "import")) {
      return "run the same command again; units that the memory has are not added again";
    }
    if (begins(args, "open")) {
      return "run the same command again to go on";
    }
    return "run the same command again";
  }

  private static boolean isOnSpark(List<String> args) {
    return args.stream().anyMatch(arg -> arg.equals("--engine") || arg.startsWith("--engine="));
  }

  private static boolean isDryRun(List<String> args) {
    return args.contains("-n") || args.contains("--dry-run");
  }

  private static boolean begins(List<String> args, String... words) {
    return args.size() >= words.length && args.subList(0, words.length).equals(List.of(words));
  }
}
