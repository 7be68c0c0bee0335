package ballast.format.article;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Span;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text and its translation, mostly in one file: paragraph by paragraph, column by column, or one
 * after the other. The scripts distinguish the two languages, so that one is Chinese and the other
 * uses Latin letters.
 *
 * @param source the first text in each pair, or the one in the user's source language
 * @param untranslated blocks of the source that have no translation; only in a catalogue
 */
public record BilingualText(
    ReadText source, ReadText target, Layout layout, List<Block> untranslated) {

  /** The arrangement of two texts in one file, or in two. */
  public enum Layout {
    TWO_FILES("each in a file of its own"),
    PARAGRAPHS("paragraph by paragraph"),
    COLUMNS("column by column"),
    ONE_AFTER_THE_OTHER("one text after the other"),
    /** The translated blocks of one text are those of the other, in the same order. */
    CATALOGUE("the msgid and msgstr pairs of a PO catalogue");

    private final String label;

    Layout(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Whether the file itself says which blocks translate each other. */
  public boolean isCatalogue() {
    return layout == Layout.CATALOGUE;
  }

  /** Minimum letters of a translation for each Han character; 3 to 4 are usual. */
  private static final double MIN_RATIO = 1;

  private static final double MAX_RATIO = 10;

  /** Minimum share of the text that has a translation next to it. */
  private static final double MIN_PAIRED = 0.6;

  /** Minimum share of the cells, for a table and for one with both languages in a cell. */
  private static final double MIN_CELLS = 0.5;

  /** Maximum length of a cell with both languages. */
  private static final int MAX_CELL = 1000;

  /** A cell with its translation: 金额（万元）Amount (RMB 10,000). */
  private static final Pattern CHINESE_FIRST =
      Pattern.compile(
          "(?s)(?<zh>.*\\p{IsHan}(?:（[^（）]*）)?[）)」』》】”]*)[\\s/|｜]*(?<en>\\p{IsLatin}\\P{IsHan}*)");

  private static final Pattern ENGLISH_FIRST =
      Pattern.compile("(?s)(?<en>\\p{IsLatin}\\P{IsHan}*?)[\\s/|｜]*(?<zh>[（(「『《【“]?\\p{IsHan}.*)");

  /** A word that is no abbreviation and no part of a file name or address. */
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}./])\\p{L}?[a-z]{2,}+(?![./]?\\p{L})");

  /**
   * @param text the file, read as one document
   * @param from language of the source; null for the first language in each pair
   * @throws InputException if it does not hold two texts that may be translations of each other
   */
  public static BilingualText of(ReadText text, @Nullable Lang from) {
    Document document = text.document();
    List<Run> runs = Run.of(stretches(document), document);
    long chinese = runs.stream().filter(run -> run.chinese).count();
    if (chinese == 0 || chinese == runs.size()) {
      throw notBilingual(document, "it holds one language only");
    }
    int first = paired(runs, 1) > paired(runs, 0) ? 1 : 0;
    if (paired(runs, first) < MIN_PAIRED) {
      throw notBilingual(
          document,
          "it holds two languages, but neither paragraph by paragraph nor in columns, nor one"
              + " after the other");
    }
    boolean sourceIsChinese = from == null ? runs.get(first).chinese : from.isChinese();
    return new BilingualText(
        text.with(side(text.document(), runs, sourceIsChinese)),
        text.asSecond(side(text.document(), runs, !sourceIsChinese)),
        layout(document, runs),
        List.of());
  }

  /**
   * Returns the two texts of a file with explicit pairs of blocks.
   *
   * @param untranslated blocks of {@code first} that have no counterpart in {@code second}
   * @param from language of the source; null for that of {@code first}
   * @throws InputException if both are in one language
   */
  public static BilingualText ofCatalogue(
      ReadText first, ReadText second, List<Block> untranslated, @Nullable Lang from) {
    Document messages = first.document();
    String one = messages.lang().language();
    String other = second.document().lang().language();
    if (one.equals(other)) {
      throw notBilingual(messages, "its messages and their translations are both in " + one);
    }
    if (from == null || !from.language().equals(other)) {
      return new BilingualText(first, second, Layout.CATALOGUE, untranslated);
    }
    List<Block> translated = new ArrayList<>(messages.blocks());
    translated.removeAll(untranslated);
    return new BilingualText(
        second,
        first.with(messages.part(messages.lang(), translated)),
        Layout.CATALOGUE,
        List.of());
  }

  private static InputException notBilingual(Document document, String why) {
    return new InputException(
        "cannot find a text and its translation in \"" + document.name() + "\": " + why,
        "give the source and its translation: ballast align SOURCE TARGET");
  }

  private static Layout layout(Document document, List<Run> runs) {
    if (runs.size() == 2) {
      return Layout.ONE_AFTER_THE_OTHER;
    }
    long all = runs.stream().mapToLong(run -> run.stretches.size()).sum();
    long cells =
        runs.stream()
            .flatMap(run -> run.stretches.stream())
            .filter(one -> one.type() == BlockType.CELL || !document.blocks().contains(one))
            .count();
    return cells >= MIN_CELLS * all ? Layout.COLUMNS : Layout.PARAGRAPHS;
  }

  private static Document side(Document document, List<Run> runs, boolean chinese) {
    List<Block> stretches =
        runs.stream()
            .filter(run -> run.chinese == chinese)
            .flatMap(run -> run.stretches.stream())
            .toList();
    StringBuilder words = new StringBuilder();
    stretches.forEach(one -> words.append(one.span().of(document.text())).append('\n'));
    Lang lang = new ScriptDetector().detect(words).lang();
    return document.part(lang, stretches);
  }

  private static List<Block> stretches(Document document) {
    List<Block> stretches = new ArrayList<>();
    Set<Block> cells = new HashSet<>();
    for (Block block : document.blocks()) {
      int before = stretches.size();
      if (block.type().isContent()) {
        divide(document.text(), block, stretches);
      }
      String words = block.span().of(document.text());
      boolean dash = before > 0 && words.codePoints().noneMatch(Character::isLetterOrDigit);
      if (block.type() == BlockType.CELL
          || stretches.size() > before + 1
          || (dash && cells.contains(stretches.get(before - 1)))) {
        cells.addAll(stretches.subList(before, stretches.size()));
      }
    }
    stretches.removeIf(one -> cells.contains(one) && !hasLetters(one, document));
    cells.retainAll(stretches);
    for (Pattern both : List.of(CHINESE_FIRST, ENGLISH_FIRST)) {
      long holding = cells.stream().filter(one -> parts(one, both, document).size() > 1).count();
      if (holding > 0 && holding >= MIN_CELLS * cells.size()) {
        return stretches.stream()
            .flatMap(
                one -> cells.contains(one) ? parts(one, both, document).stream() : Stream.of(one))
            .toList();
      }
    }
    return stretches;
  }

  private static boolean hasLetters(Block stretch, Document document) {
    return stretch.span().of(document.text()).codePoints().anyMatch(Character::isLetter);
  }

  /** Returns the two languages of a cell, or the cell itself if it has no translation in it. */
  private static List<Block> parts(Block cell, Pattern both, Document document) {
    Matcher parts = both.matcher(document.text());
    parts.region(cell.span().start(), cell.span().end());
    if (cell.span().length() > MAX_CELL
        || !parts.matches()
        || !WORD.matcher(parts.group("en")).find()) {
      return List.of(cell);
    }
    long han = parts.group("zh").codePoints().filter(Han::isHan).count();
    long letters = parts.group("en").codePoints().filter(Character::isLetter).count();
    return letters < MIN_RATIO * han || letters > MAX_RATIO * han
        ? List.of(cell)
        : IntStream.of(1, 2)
            .mapToObj(i -> new Span(parts.start(i), parts.end(i)))
            .map(part -> new Block(part, cell.type(), cell.level(), cell.place()))
            .toList();
  }

  private static void divide(String text, Block block, List<Block> into) {
    if (block.span().of(text).indexOf('\t') < 0) {
      into.add(block);
      return;
    }
    int start = block.span().start();
    while (start < block.span().end()) {
      int tab = text.indexOf('\t', start);
      int end = tab < 0 || tab > block.span().end() ? block.span().end() : tab;
      if (!text.substring(start, end).isBlank()) {
        into.add(new Block(new Span(start, end), block.type(), block.level(), block.place()));
      }
      start = end + 1;
    }
  }

  /** Returns the share of the text, in letters, in pairs of neighbours of plausible lengths. */
  private static double paired(List<Run> runs, int first) {
    double all = runs.stream().mapToDouble(Run::weight).sum();
    double paired = 0;
    for (int i = first; i + 1 < runs.size(); i += 2) {
      Run one = runs.get(i);
      Run other = runs.get(i + 1);
      double letters = one.chinese ? other.letters : one.letters;
      double han = one.chinese ? one.letters : other.letters;
      if (letters >= MIN_RATIO * han && letters <= MAX_RATIO * han) {
        paired += one.weight() + other.weight();
      }
    }
    return paired / all;
  }

  private static final class Run {

    private static final double LETTERS_A_HAN = 3.5;

    private final List<Block> stretches = new ArrayList<>();
    private final boolean chinese;

    /** Han characters of Chinese, Latin letters of the other language. */
    private int letters;

    private Run(boolean chinese) {
      this.chinese = chinese;
    }

    /** Stretches without letters belong to the previous run, the first ones to the first run. */
    static List<Run> of(List<Block> stretches, Document document) {
      List<Run> runs = new ArrayList<>();
      List<Block> silentOnes = new ArrayList<>();
      for (Block stretch : stretches) {
        String words = stretch.span().of(document.text());
        int han = (int) words.codePoints().filter(Han::isHan).count();
        int latin = (int) words.codePoints().filter(Character::isLetter).count() - han;
        boolean isChinese = ScriptDetector.isMostlyHan(words);
        boolean silent = han + latin == 0;
        if (runs.isEmpty() || (!silent && runs.get(runs.size() - 1).chinese != isChinese)) {
          if (silent) {
            silentOnes.add(stretch);
            continue;
          }
          runs.add(new Run(isChinese));
        }
        Run last = runs.get(runs.size() - 1);
        last.stretches.add(stretch);
        last.letters += isChinese ? han : latin;
      }
      if (!runs.isEmpty()) {
        runs.get(0).stretches.addAll(0, silentOnes);
      }
      return runs;
    }

    double weight() {
      return chinese ? letters * LETTERS_A_HAN : letters;
    }
  }
}
