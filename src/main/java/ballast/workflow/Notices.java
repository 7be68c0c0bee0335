package ballast.workflow;

import java.util.function.Supplier;

/**
 * Whom a use case tells what it does: messages for people, one line each, without a prefix. What a
 * use case finds out is in its result; what is said here, a program may ignore.
 *
 * <p>Called on the thread that called the use case.
 */
public interface Notices {

  /** Tells nobody. */
  Notices NONE =
      new Notices() {
        @Override
        public void say(String message) {}

        @Override
        public void detail(String message) {}

        @Override
        public void warn(String message) {}
      };

  /** What was done. */
  void say(String message);

  /** What was chosen, and why. */
  void detail(String message);

  /** Whether details are wanted, for those who would say the same at greater length. */
  default boolean wantsDetails() {
    return false;
  }

  /** What a person should know before using the result. */
  void warn(String message);

  /**
   * Whom to tell about what only helps, such as a glossary found beside an article: of its faults,
   * someone who wants to read errors only need not know.
   */
  default Notices aside() {
    return this;
  }

  /**
   * How far it is. Called often; must be quick.
   *
   * @param what {@code aligning 3/20 pairs}, asked for only when it is shown
   * @param done how much is done, in the unit of {@code all}; 0 when that says nothing about the
   *     time that is left
   * @param all how much there is to do; at least {@code done}
   */
  default void progress(Supplier<String> what, long done, long all) {}

  /** Nothing is under way any longer, or something else is about to be written. */
  default void pause() {}
}
