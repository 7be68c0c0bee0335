package ballast.memory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoredTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T09:30:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
        "2024-02-29T12:00:00Z", "2024-02-29T24:00:00Z", "2016-12-31T23:59:60Z",
        "2026-03-01T09:30:00.5Z", "-2026-03-01T09:30:00Z", "2026-03-01t09:30:00z"
      })
  void readsTheTimesThatTheFormatterReads(String time) {
    assertThat(StoredTime.parse(time)).isEqualTo(Instant.parse(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29T12:00:00Z", "2026-13-01T09:30:00Z", "2026-03-01T09:61:00Z",
        "2026-03-01 09:30:00Z", "2026-03-01T09:30:00", "２０２６-03-01T09:30:00Z",
        "+026-03-01T09:30:00Z", ""
      })
  void refusesTheTimesThatTheFormatterRefuses(String time) {
    Throwable theirs = catchThrowable(() -> Instant.parse(time));
    assertThat(theirs).isInstanceOf(DateTimeParseException.class);
    assertThat(catchThrowable(() -> StoredTime.parse(time))).hasMessage(theirs.getMessage());
  }
}
