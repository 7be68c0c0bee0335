package ballast.lexicon;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/** The section of a lexicon file for single characters: simplified forms, then pinyin readings. */
public final class CharacterSection {

  public static final int MAX_READINGS = 15;

  private CharacterSection() {}

  static void write(CharacterTable table, BitWriter out) {
    int[] traditional = table.traditional();
    out.writeNumber(traditional.length);
    int previous = 0;
    for (int character : traditional) {
      out.writeNumber(character - previous);
      int simplified = table.simplified(character);
      out.writeNumber(
          simplified > character
              ? 2L * (simplified - character)
              : 2L * (character - simplified) + 1);
      previous = character;
    }
    List<String> syllables = table.syllables();
    byte[] names = String.join(" ", syllables).getBytes(US_ASCII);
    out.writeNumber(syllables.size());
    out.writeNumber(names.length);
    out.writeBytes(names);
    int[] read = table.read();
    out.writeNumber(read.length);
    int bits = bits(syllables.size());
    previous = 0;
    for (int i = 0; i < read.length; i++) {
      out.writeNumber(read[i] - previous);
      previous = read[i];
    }
    for (int i = 0; i < read.length; i++) {
      int[] readings = table.readingsAt(i);
      for (int k = 0; k < Math.min(MAX_READINGS, readings.length); k++) {
        out.write(1, 1);
        out.write(readings[k], bits);
      }
      out.write(0, 1);
    }
    out.align();
  }

  static CharacterTable read(BitReader in) {
    int[] traditional = new int[in.readNumber(in.remaining())];
    int[] simplified = new int[traditional.length];
    int previous = 0;
    for (int i = 0; i < traditional.length; i++) {
      traditional[i] = codePoint(previous + (long) in.readNumber(Character.MAX_CODE_POINT));
      previous = traditional[i];
      int distance = in.readNumber(2 * Character.MAX_CODE_POINT + 1);
      int way = distance >>> 1;
      simplified[i] = codePoint((distance & 1) == 0 ? previous + way : previous - way);
    }
    int number = in.readNumber(in.remaining());
    byte[] names = new byte[in.readNumber(in.remaining())];
    in.readBytes(names);
    String[] syllables = number == 0 ? new String[0] : new String(names, US_ASCII).split(" ");
    if (syllables.length != number) {
      throw new DamagedException("the number of its syllables is wrong");
    }
    int[] read = new int[in.readNumber(in.remaining())];
    previous = 0;
    for (int i = 0; i < read.length; i++) {
      read[i] = codePoint(previous + (long) in.readNumber(Character.MAX_CODE_POINT));
      previous = read[i];
    }
    int[][] readings = new int[read.length][];
    int bits = bits(number);
    int[] found = new int[MAX_READINGS];
    for (int i = 0; i < read.length; i++) {
      int count = 0;
      while (count < MAX_READINGS && in.readBit() == 1) {
        found[count] = in.read(bits);
        if (found[count++] >= number) {
          throw new DamagedException("a reading has no syllable");
        }
      }
      if (count == MAX_READINGS && in.readBit() == 1) {
        throw new DamagedException("a character has too many readings");
      }
      readings[i] = java.util.Arrays.copyOf(found, count);
    }
    in.align();
    in.checkEnd();
    return new CharacterTable(traditional, simplified, read, readings, syllables);
  }

  private static int bits(int values) {
    return 32 - Integer.numberOfLeadingZeros(Math.max(1, values));
  }

  private static int codePoint(long value) {
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      throw new DamagedException("a character is not a Unicode code point");
    }
    return (int) value;
  }
}
