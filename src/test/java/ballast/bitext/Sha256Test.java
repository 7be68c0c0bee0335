package ballast.bitext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class Sha256Test {

  /** The first example of FIPS 180-4. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void textsBytesAndStreamsOfOneContentHaveOneDigest() throws IOException {
    byte[] bytes = "abc".getBytes(UTF_8);
    assertThat(Sha256.hex("abc")).isEqualTo(ABC);
    assertThat(Sha256.hex(bytes)).isEqualTo(ABC);
    assertThat(Sha256.hex(new ByteArrayInputStream(bytes))).isEqualTo(ABC);
    assertThat(HexFormat.of().formatHex(Sha256.of("abc"))).isEqualTo(ABC);
    assertThat(HexFormat.of().formatHex(Sha256.newDigest().digest(bytes))).isEqualTo(ABC);
  }

  @Test
  void textsAreTakenAsUtf8() {
    assertThat(Sha256.hex("中")).isEqualTo(Sha256.hex("中".getBytes(UTF_8)));
  }
}
