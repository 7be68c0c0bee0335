package ballast.memory.fuzzy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class NormalTextTest {

  @Test
  void everyCharacterIsReadAsTheNormaliserReadsIt() {
    NormalText text = new NormalText();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (!Character.isDefined(c) || Character.getType(c) == Character.SURROGATE) {
        continue;
      }
      text.read("天" + Character.toString(c) + "地");
      assertEquals(expected(c), read(text), String.format("U+%04X", c));
    }
  }

  @Test
  void whatOneSignBecomesPointsBackToIt() {
    NormalText text = new NormalText();
    text.read("走…… 吧");
    assertEquals("走...... 吧", read(text));
    assertEquals(1, text.start(1));
    assertEquals(2, text.end(3));
    assertEquals(2, text.start(4));
    assertEquals(3, text.end(6));
    assertEquals(4, text.start(8));
  }

  /** By the definition: NFKC, white space one space, format characters left out, lower case. */
  private static String expected(int c) {
    StringBuilder made = new StringBuilder();
    boolean space = false;
    String normal = Normalizer.normalize("天" + Character.toString(c), Normalizer.Form.NFKC);
    for (int code : (normal + "地").codePoints().toArray()) {
      if (Character.isWhitespace(code) || Character.isSpaceChar(code)) {
        space = true;
      } else if (Character.getType(code) != Character.FORMAT) {
        made.append(space ? " " : "").appendCodePoint(Character.toLowerCase(code));
        space = false;
      }
    }
    return made.toString();
  }

  private static String read(NormalText text) {
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < text.size(); i++) {
      read.appendCodePoint(text.code(i));
    }
    return read.toString();
  }
}
