package ballast.app;

import java.util.function.Supplier;

/**
 * Receives the messages of a use case: for people, one line each, without a prefix. The findings of
 * a use case are in its result; a program may ignore these messages.
 *
 * <p>Called on the thread that called the use case.
 */
public interface Notices {

  /** Ignores every message. */
  Notices NONE =
      new Notices() {
        @Override
        public void say(String message) {}

        @Override
        public void detail(String message) {}

        @Override
        public void warn(String message) {}
      };

  /** Something that was done. */
  void say(String message);

  /** A choice that the use case made, and why. */
  void detail(String message);

  /** Whether details are wanted; a use case may then word its messages at greater length. */
  default boolean wantsDetails() {
    return false;
  }

  /** What a person should know before using the result. */
  void warn(String message);

  /**
   * A memory was made where there was none. A person who wants to read errors only is told as well,
   * because a new memory in the wrong folder looks like one that was lost.
   *
   * @param memory its name, seen from the folder of the workplace
   */
  default void madeMemory(String memory) {
    say("created  " + memory + ": a new memory");
  }

  /**
   * The receiver of messages about optional inputs, for example a glossary found beside an article:
   * a person who wants to read errors only need not hear of problems in them.
   */
  default Notices aside() {
    return this;
  }

  /**
   * Reports progress. Called often; must be quick. {@link Progress} calls it for work that consists
   * of many small pieces.
   *
   * @param what {@code aligning 3/20 pairs}, evaluated only if it may be shown
   * @param done how much is done, in the unit of {@code all}; 0 at the beginning of a piece of
   *     work, and if the remaining time cannot be estimated
   * @param all how much there is to do; at least {@code done}; 0 if unknown
   */
  default void progress(Supplier<String> what, long done, long all) {}

  /**
   * A piece of work begins that reports no progress.
   *
   * @param what {@code comparing the units}
   */
  default void step(String what) {
    progress(() -> what, 0, 0);
  }

  /** Clears the progress display: the work has ended, or other output follows. */
  default void pause() {}
}
