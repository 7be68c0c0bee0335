package ballast.likeness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ballast.Rounds;
import ballast.language.WhiteSpace;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
  void theReplacementOfOneCharacterPointsBackToIt() {
    NormalText text = new NormalText();
    text.read("走…… 吧");
    assertEquals("走...... 吧", read(text));
    assertEquals(1, text.start(1));
    assertEquals(2, text.end(3));
    assertEquals(2, text.start(4));
    assertEquals(3, text.end(6));
    assertEquals(4, text.start(8));
  }

  /** Letters, spaces, marks and signs in any order, each with its place. */
  @Test
  void textsAreReadPieceByPiece() {
    List<String> parts =
        List.of(
            "a", "Z", "é", "天", "地", " ", " ", "Ｂ", "，", "ｶ", "ﾞ", "\u0301", "\u3000", "\t", "…",
            "ﬁ", "\u200B", "'", "𠮷", "\u0000");
    SplittableRandom random = new SplittableRandom(5);
    NormalText text = new NormalText();
    for (int i = 0; i < Rounds.of(50_000); i++) {
      StringBuilder raw = new StringBuilder();
      for (int n = random.nextInt(9); n > 0; n--) {
        raw.append(parts.get(random.nextInt(parts.size())));
      }
      text.read(raw.toString());
      assertEquals(pieceByPiece(raw.toString()), placed(text), raw.toString());
    }
  }

  /** By the definition, each code point with the stretch that it comes from. */
  private static List<String> pieceByPiece(String raw) {
    List<String> made = new ArrayList<>();
    int spaceStart = -1;
    int spaceEnd = -1;
    for (int start = 0, end; start < raw.length(); start = end) {
      end = raw.offsetByCodePoints(start, 1);
      boolean space = isSpace(raw.codePointAt(start));
      while (!space && end < raw.length() && NormalText.isMark(raw.codePointAt(end))) {
        end = raw.offsetByCodePoints(end, 1);
      }
      String piece = Normalizer.normalize(raw.substring(start, end), Normalizer.Form.NFKC);
      for (int code : piece.codePoints().toArray()) {
        if (isSpace(code)) {
          spaceStart = spaceStart < 0 ? start : spaceStart;
          spaceEnd = end;
        } else if (Character.getType(code) != Character.FORMAT) {
          if (spaceStart >= 0 && !made.isEmpty()) {
            made.add(placed(' ', spaceStart, spaceEnd));
          }
          spaceStart = -1;
          made.add(placed(Character.toLowerCase(code), start, end));
        }
      }
    }
    return made;
  }

  private static List<String> placed(NormalText text) {
    return IntStream.range(0, text.size())
        .mapToObj(i -> placed(text.code(i), text.start(i), text.end(i)))
        .toList();
  }

  private static String placed(int code, int start, int end) {
    return String.format("U+%04X %d-%d", code, start, end);
  }

  private static boolean isSpace(int code) {
    return Character.isWhitespace(code) || Character.isSpaceChar(code);
  }

  /** By the definition: NFKC, white space one space, format characters left out, lower case. */
  private static String expected(int c) {
    StringBuilder made = new StringBuilder();
    boolean space = false;
    String normal = Normalizer.normalize("天" + Character.toString(c), Normalizer.Form.NFKC);
    for (int code : (normal + "地").codePoints().toArray()) {
      if (isSpace(code)) {
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

  /** Indexes that are stored were made before these two were spaces. */
  @Test
  void whiteSpaceIsThatOfOtherTextsButForTwoCharacters() {
    int[] other =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> NormalText.isSpace(c) != WhiteSpace.isSpace(c))
            .toArray();
    assertArrayEquals(new int[] {0x85, 0xFEFF}, other);
  }
}
