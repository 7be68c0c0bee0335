package ballast.format.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The ordinary characters for those that a font has taken the place of: ligatures, the radicals
 * that look like characters, the signs of symbol fonts.
 */
final class GlyphText {

  /** Radicals of the supplement and the characters that they are forms of, in pairs. */
  private static final String RADICALS =
      "⺁厂⺄乙⺅亻⺈刀⺉刂⺋卩⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗忄⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺"
          + "⺣灬⺤爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糸⺰纟⺱罓⺲罒⺳㓁⺶羊⺸芈⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见"
          + "⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠"
          + "⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

  private static final Map<Integer, Integer> CHARACTERS = characters();

  private GlyphText() {}

  /** The text that a character of the file stands for. */
  static String of(String printed) {
    if (printed.length() == 1 && isOrdinary(printed.charAt(0))) {
      return printed;
    }
    StringBuilder text = new StringBuilder();
    printed.codePoints().forEach(c -> append(text, c));
    return text.toString();
  }

  private static boolean isOrdinary(char c) {
    return (c >= ' ' && c < 0x7F) || (c >= 0x3000 && c < 0xD800);
  }

  private static void append(StringBuilder text, int c) {
    Integer character = CHARACTERS.get(c);
    if (character != null) {
      text.appendCodePoint(character);
    } else if ((c >= 0x2F00 && c <= 0x2FD5) || (c >= 0xFB00 && c <= 0xFB06)) {
      text.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
    } else if (c >= 0xF020 && c <= 0xF0FF) {
      // Symbol fonts have their signs here; of those in running text nearly all are bullets.
      text.append('•');
    } else if (c == '\t' || c == '\n' || c == '\r' || c == 0xA0) {
      text.append(' ');
    } else if (c >= ' ' && c != 0x7F && c != 0xFEFF && c != 0x200B && !Character.isISOControl(c)) {
      text.appendCodePoint(c);
    }
  }

  private static Map<Integer, Integer> characters() {
    Map<Integer, Integer> map = new HashMap<>();
    int[] pairs = RADICALS.codePoints().toArray();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return Map.copyOf(map);
  }
}
