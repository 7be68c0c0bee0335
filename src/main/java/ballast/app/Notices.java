package ballast.app;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Receives the messages of a use case: for people, one line each, without a prefix. Findings are in
 * the result, so a program may ignore these messages.
 *
 * <p>Called on the thread that called the use case.
 */
public interface Notices {

  Notices NONE =
      new Notices() {
        @Override
        public void say(String message) {}

        @Override
        public void detail(String message) {}

        @Override
        public void warn(String message) {}
      };

  /** Reports an action. */
  void say(String message);

  /** Like {@link #say(String)}, with the arguments in their places. */
  @FormatMethod
  default void say(String format, Object... args) {
    say(String.format(Locale.ROOT, format, args));
  }

  /** Reports a choice of the use case and its reason. */
  void detail(String message);

  /** Like {@link #detail(String)}, with the arguments in their places. */
  @FormatMethod
  default void detail(String format, Object... args) {
    detail(String.format(Locale.ROOT, format, args));
  }

  /** Whether details are wanted. If so, a use case may use longer messages. */
  default boolean wantsDetails() {
    return false;
  }

  /** Reports something that a person should know before using the result. */
  void warn(String message);

  /** Like {@link #warn(String)}, with the arguments in their places. */
  @FormatMethod
  default void warn(String format, Object... args) {
    warn(String.format(Locale.ROOT, format, args));
  }

  /**
   * Reports a newly created memory. It is shown even if only errors are wanted, because a new
   * memory in the wrong folder looks like a lost one.
   *
   * @param memory its name relative to the folder of the workplace
   */
  default void madeMemory(String memory) {
    say("created  " + memory + ": a new memory");
  }

  /**
   * Returns the receiver of messages about optional inputs, for example a glossary found next to an
   * article. Problems in them are not shown if only errors are wanted.
   */
  default Notices aside() {
    return this;
  }

  /**
   * Reports progress. Called often, so it must be quick. Work of many small pieces calls it through
   * {@link Progress}.
   *
   * @param what for example {@code aligning 3/20 pairs}; evaluated only if it may be shown
   * @param done work done, in the unit of {@code all}; 0 at the beginning of a piece of work, and
   *     if the remaining time cannot be estimated
   * @param all total work; at least {@code done}; 0 if unknown
   */
  default void progress(Supplier<String> what, long done, long all) {}

  /**
   * Reports the start of work without progress.
   *
   * @param what for example {@code comparing the units}
   */
  default void step(String what) {
    progress(() -> what, 0, 0);
  }

  /** Clears the progress display, because the work has ended or other output follows. */
  default void pause() {}
}
