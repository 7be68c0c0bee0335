package ballast.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Texts that are alike and repeat themselves, with characters of every kind. */
public final class RandomTexts {

  private static final int[] CHARACTERS =
      "的一是不了在人有我他这中大来上国个到说们船石港风浪桅帆锚。，？“”0123456789 abcXYZＡ１é\uD842\uDFB7\uD83D\uDEA2"
          .codePoints()
          .toArray();
  private static final String[] WORDS = {
    "ship", "stone", "The", "the", "of", "harbour", "don't", "3.5", "1,200", "wind-blown",
    "a", "keel", "\uD835\uDC00x", "naïve", "ballast", "and", "not", "甲板", "sea", "(",
    ")."
  };

  private final SplittableRandom random;
  private final Measure measure;

  public RandomTexts(SplittableRandom random, Measure measure) {
    this.random = random;
    this.measure = measure;
  }

  /** A text of about that many symbols; small alphabets and repeated stretches are common. */
  public String text(int symbols) {
    StringBuilder text = new StringBuilder();
    int alphabet =
        1 + random.nextInt(measure == Measure.CHARACTERS ? CHARACTERS.length : WORDS.length);
    int period = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : Integer.MAX_VALUE;
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < symbols; i++) {
      String piece = i >= period ? pieces.get(i - period) : piece(alphabet);
      pieces.add(piece);
      text.append(piece);
    }
    return text.toString();
  }

  /** The text with a few clustered edits. */
  public String edited(String text, int edits) {
    StringBuilder edited = new StringBuilder(text);
    for (int i = 0; i < edits; i++) {
      int at = boundary(edited, random.nextInt(edited.length() + 1));
      int end = boundary(edited, Math.min(edited.length(), at + 1 + random.nextInt(4)));
      int kind = random.nextInt(3);
      if (kind != 0) {
        edited.replace(at, Math.max(at, end), "");
      }
      if (kind != 1) {
        edited.insert(at, text(1 + random.nextInt(3)));
      }
    }
    return edited.toString();
  }

  private String piece(int alphabet) {
    return measure == Measure.CHARACTERS
        ? Character.toString(CHARACTERS[random.nextInt(alphabet)])
        : WORDS[random.nextInt(alphabet)] + " ";
  }

  /** Not between the two halves of a character. */
  private static int boundary(CharSequence text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
