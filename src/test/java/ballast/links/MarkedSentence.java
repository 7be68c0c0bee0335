package ballast.links;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A sentence written with its codes: {@code <b>..</b>}, {@code <a>..</a>} and {@code <n/>}.
 *
 * @param text without the codes
 * @param codes with ids such as {@code b1}: the first b of the sentence
 */
record MarkedSentence(String text, Lang lang, List<InlineCode> codes) {

  private static final Pattern CODE = Pattern.compile("<(/?)([a-z]+)(/?)>");

  /** A sentence and its translation. */
  record Pair(MarkedSentence source, MarkedSentence target) {
    Pair reversed() {
      return new Pair(target, source);
    }
  }

  static MarkedSentence parse(String marked, Lang lang, Side side) {
    StringBuilder text = new StringBuilder();
    List<InlineCode> codes = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    Matcher code = CODE.matcher(marked);
    int from = 0;
    while (code.find()) {
      text.append(marked, from, code.start());
      from = code.end();
      boolean closes = code.group(1).equals("/");
      boolean lone = code.group(3).equals("/");
      String id =
          closes ? open.pop() : code.group(2) + counts.merge(code.group(2), 1, Integer::sum);
      if (!closes && !lone) {
        open.push(id);
      }
      String element = lone ? "ph" : closes ? "/pc" : "<pc";
      codes.add(new InlineCode(side, text.length(), element, "id=\"" + id + "\"", code.group()));
    }
    text.append(marked.substring(from));
    return new MarkedSentence(text.toString(), lang, codes);
  }

  /** The sentence with its codes, or with others. */
  String with(List<InlineCode> others) {
    StringBuilder marked = new StringBuilder();
    int from = 0;
    for (InlineCode code : others) {
      marked.append(text, from, code.offset()).append(code.content());
      from = code.offset();
    }
    return marked.append(text.substring(from)).toString();
  }

  /** The sentences of a file of {@code codes}, Chinese to English. */
  static List<Pair> all(String name) {
    try (InputStream in = MarkedSentence.class.getResourceAsStream("/codes/" + name)) {
      List<Pair> pairs = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          String[] sides = line.split("\t");
          pairs.add(
              new Pair(
                  parse(sides[0], Lang.ZH_CN, Side.SOURCE),
                  parse(sides[1], Lang.EN_US, Side.TARGET)));
        }
      }
      return pairs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every other sentence of marked.tsv: those for developing (0) or for judging (1). */
  static List<Pair> half(int remainder) {
    List<Pair> all = all("marked.tsv");
    return IntStream.range(0, all.size())
        .filter(k -> k % 2 == remainder)
        .mapToObj(all::get)
        .toList();
  }
}
