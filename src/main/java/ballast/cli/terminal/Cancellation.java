package ballast.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.PageLanguage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.time.Duration;
import java.util.List;

/**
 * Reports after Ctrl-C or a termination signal what a command has left behind and how to continue.
 * Temporary files are removed elsewhere.
 */
public final class Cancellation implements Runnable {

  /** Maximum wait for standard error to accept the message. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Console console;
  private final List<String> args;
  private final Thread hook;

  private Cancellation(Console console, List<String> args) {
    this.console = console;
    this.args = args;
    this.hook = new Thread(this, "interruption");
  }

  /**
   * Starts to watch.
   *
   * @param console its pager may own the terminal; the message waits for it
   * @param args the command line
   */
  public static Cancellation watch(Console console, String... args) {
    Cancellation interruption = new Cancellation(console, List.of(args));
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Stops watching, because the command has ended. */
  public void isOver() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException tooLate) {
      // The command was interrupted at the last moment; the message is being written.
    }
  }

  /**
   * Writes the message to a stream of its own, because the command may hold the lock of the other.
   */
  @Override
  public void run() {
    if (console.out().awaitPager()) {
      return; // Ctrl-C is for the pager, which has all output
    }
    Thread writer =
        new Thread(
            () -> {
              MessageStream err =
                  new MessageStream(
                      new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), UTF_8));
              PageLanguage spoken = console.err().language();
              if (spoken != null) {
                err.speak(spoken);
              }
              err.println(""); // ends the line of ^C and of the progress
              err.println("interrupted: " + left(args));
              err.println(err.say("try:   "), next(args));
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

  /** Returns the state of files and memory after an interruption. */
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
    if (begins(args, "mcp")) {
      return "every proposal that was answered is in the memory or the glossary";
    }
    if (begins(args, "serve")) {
      return "the server has stopped; it has written nothing";
    }
    return "every file, and the memory, is as it was or complete; only what was printed may be cut"
        + " short";
  }

  /** Returns the advice on how to continue. */
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
