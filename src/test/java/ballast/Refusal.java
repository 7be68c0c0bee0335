package ballast;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Input that must be refused with a message for the user. */
public final class Refusal {

  private Refusal() {}

  /** Asserts that the call ends with an {@link InputException} that says all of these parts. */
  public static AbstractThrowableAssert<?, ?> assertRefused(
      ThrowingCallable call, String... parts) {
    AbstractThrowableAssert<?, ?> refusal =
        assertThatThrownBy(call).isInstanceOf(InputException.class);
    for (String part : parts) {
      refusal = refusal.hasMessageContaining(part);
    }
    return refusal;
  }
}
