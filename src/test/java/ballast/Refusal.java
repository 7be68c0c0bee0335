package ballast;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

public final class Refusal {

  private Refusal() {}

  /** Work is refused as the user's error, with a message that has these parts. */
  public static void assertRefused(ThrowingCallable work, String... parts) {
    AbstractThrowableAssert<?, ?> refused =
        assertThatThrownBy(work).isInstanceOf(InputException.class);
    for (String part : parts) {
      refused.hasMessageContaining(part);
    }
  }
}
