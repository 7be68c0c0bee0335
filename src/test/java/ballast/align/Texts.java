package ballast.align;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Documents for tests: typed blocks of sentences, and invented texts of any length. */
public final class Texts {

  private final String name;
  private final Lang lang;
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<List<Span>> spans = new ArrayList<>();

  public Texts(String name, Lang lang) {
    this.name = name;
    this.lang = lang;
  }

  static Texts zh() {
    return new Texts("a.zh.txt", Lang.ZH_CN);
  }

  static Texts en() {
    return new Texts("a.en.txt", Lang.EN_US);
  }

  public Texts block(BlockType type, String... sentences) {
    int start = text.length();
    List<Span> here = new ArrayList<>();
    for (String sentence : sentences) {
      text.append(text.length() > start && !lang.isChinese() ? " " : "");
      here.add(new Span(text.length(), text.length() + sentence.length()));
      text.append(sentence);
    }
    blocks.add(new Block(new Span(start, text.length()), type));
    spans.add(here);
    text.append('\n');
    return this;
  }

  public List<Segment> segments() {
    Document document = new Document(name, lang, text.toString(), blocks, SourceMap.NONE);
    List<Segment> segments = new ArrayList<>();
    for (int b = 0; b < spans.size(); b++) {
      for (Span span : spans.get(b)) {
        segments.add(new Segment(document, b, span));
      }
    }
    return segments;
  }

  /** One sentence a line: each its own paragraph, or a mark if it is {@code %%%}. */
  public static List<Segment> lines(Lang lang, List<String> lines) {
    Texts texts = new Texts(lang.isChinese() ? "a.zh.txt" : "a.en.txt", lang);
    lines.forEach(
        line -> texts.block(line.equals("%%%") ? BlockType.MARK : BlockType.PARAGRAPH, line));
    return texts.segments();
  }

  public static List<Segment> lines(Lang lang, String... lines) {
    return lines(lang, List.of(lines));
  }

  /** Both sides of an alignment, one sentence a line. */
  static BothTexts both(List<String> zh, List<String> en) {
    return both(lines(Lang.ZH_CN, zh), lines(Lang.EN_US, en), Lexicon.bundled());
  }

  static BothTexts both(List<Segment> zh, List<Segment> en, Lexicon lexicon) {
    Sentence.Reader reader = new Sentence.Reader(lexicon.words());
    return BothTexts.of(
        TextSide.of(zh, reader), TextSide.of(en, reader), lexicon, AlignerParameters.DEFAULT);
  }

  static List<String> beads(Alignment alignment) {
    return alignment.beads().stream().map(Bead::toIndexLists).toList();
  }

  /**
   * Invented sentences and their word-for-word translation: {@code [0]} Chinese, {@code [1]}
   * English. Words are drawn with the skew of real texts, so that most occur again; three of four
   * are in the bundled lexicon, the others are invented.
   */
  static List<List<String>> invented(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String[]> words = vocabulary(seed);
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder chinese = new StringBuilder();
      StringBuilder english = new StringBuilder();
      int length = 3 + random.nextInt(14);
      for (int w = 0; w < length; w++) {
        String[] word = words.get((int) (Math.pow(random.nextDouble(), 2) * words.size()));
        chinese.append(word[0]);
        english.append(w == 0 ? "" : " ").append(word[1]);
      }
      if (random.nextInt(6) == 0) {
        int number = 10 + random.nextInt(5000);
        chinese.append(number).append("个");
        english.append(' ').append(number);
      }
      boolean asks = random.nextInt(10) == 0;
      zh.add(chinese.append(asks ? "？" : "。").toString());
      en.add(english.append(asks ? "?" : ".").toString());
    }
    return List.of(zh, en);
  }

  /** Pairs of words. The English words are keys of the lexicon, each of which is its own key. */
  private static List<String[]> vocabulary(long seed) {
    Lexicon lexicon = Lexicon.bundled();
    SplittableRandom random = new SplittableRandom(seed + 1);
    List<String[]> words = new ArrayList<>();
    while (words.size() < 900) {
      int made = words.size();
      if (made % 4 == 3) {
        String han =
            new StringBuilder()
                .appendCodePoint(0x4E10 + made)
                .appendCodePoint(0x5800 + made * 7 % 900)
                .toString();
        words.add(new String[] {han, word(made)});
        continue;
      }
      int id = random.nextInt(lexicon.chineseWords());
      String[] best = {lexicon.chineseWord(id), ""};
      double[] bestProduct = {0.3};
      lexicon.translations(
          id,
          (english, there, back, links) -> {
            if (links > 3
                && there * back > bestProduct[0]
                && lexicon.englishWord(english).length() > 3) {
              bestProduct[0] = there * back;
              best[1] = lexicon.englishWord(english);
            }
          });
      if (!best[1].isEmpty() && best[0].length() > 1) {
        words.add(best);
      }
    }
    return words;
  }

  private static String word(int word) {
    String[] syllables = {"ba", "ko", "ri", "ne", "su", "mi", "to", "la", "ge", "po"};
    return syllables[word / 100 % 10] + syllables[word / 10 % 10] + syllables[word % 10];
  }
}
