package ballast.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Side;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sentence pairs of which each side marks one stretch: with asterisks or low lines, as plain text
 * marks emphasis, or with quotation marks. Read from files of a folder in which each line is
 * Chinese TAB English. The marks are replaced by codes. A pair is left out if one side has more
 * marks, if what is marked looks like code, or if hardly any of it is translated.
 */
enum MarkedCorpus {
  EMPHASIS(
      "(?<![*\\w\\\\])\\*{1,2}(?!\\s)([^*]+)(?<!\\s)\\*{1,2}(?![*\\w])"
          + "|(?<![\\w\\\\])_(?!\\s)([^_]+)(?<!\\s)_(?!\\w)",
      "\\*{1,2}(?!\\s)([^*]+)(?<!\\s)\\*{1,2}"
          + "|(?<![a-zA-Z0-9\\\\])_(?!\\s)([^_]+)(?<!\\s)_(?![a-zA-Z0-9])"),
  QUOTATION("(?<!\\w)[“\"]([^“”\"]+)[”\"]()", "[“「《\"]([^“”「」《》\"]+)[”」》\"]()");

  /** Of one file and kind of marks. */
  private static final int MOST = 60;

  /** Of a sentence; longer ones have too many candidates. */
  private static final int MAX_LENGTH = 120;

  private static final int MAX_TOKENS = 90;
  private static final double MIN_SAID = 0.5;

  /** What stands in code rather than in a sentence. */
  private static final Pattern CODE = Pattern.compile("[<>{}=_`|\\\\/()（）\\[\\]*#$@]");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

  /** Blanks that Chinese text has only because of its marks. */
  private static final Pattern BLANKS = Pattern.compile("(?<=\\p{IsHan}) ?(</?b>) ?(?=\\p{IsHan})");

  private final Pattern english;
  private final Pattern chinese;

  MarkedCorpus(String english, String chinese) {
    this.english = Pattern.compile(english);
    this.chinese = Pattern.compile(chinese);
  }

  /**
   * Those of all files of a folder, in both directions, at most so many of a file that none
   * outweighs the others; empty if there is no such folder.
   */
  static List<MarkedStretch> stretches(Path folder, Lexicon lexicon) throws IOException {
    WordLinker linker = new WordLinker(lexicon, lexicon);
    List<MarkedStretch> stretches = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
          List<String> lines = Files.readAllLines(file, UTF_8).stream().distinct().toList();
          for (MarkedCorpus marks : values()) {
            marks.pairs(lines).stream()
                .flatMap(pair -> MarkedStretch.both(pair, linker).stream())
                .filter(MarkedCorpus::isTranslated)
                .forEach(stretches::add);
          }
        }
      }
    }
    return stretches;
  }

  /** Whether the sentence is translated rather than put in other words. */
  private static boolean isTranslated(MarkedStretch stretch) {
    WordLinks links = stretch.links();
    Range all = new Range(0, links.source().size());
    Range target = new Range(0, links.target().size());
    return links.target().size() < MAX_TOKENS
        && links.said(all, target) >= MIN_SAID
        && links.said(stretch.marked(), target) > 0;
  }

  /** The marked pairs among some lines, at most {@link #MOST}, evenly spread. */
  private List<MarkedSentence.Pair> pairs(List<String> lines) {
    List<MarkedSentence.Pair> all = new ArrayList<>();
    for (String line : lines) {
      String[] sides = line.split("\t", -1);
      if (sides.length == 2 && sides[0].length() <= MAX_LENGTH && !line.contains("<")) {
        Optional<String> from = marked(sides[0], chinese, HAN);
        Optional<String> to = marked(sides[1], english, LETTER);
        if (from.isPresent() && to.isPresent()) {
          all.add(
              new MarkedSentence.Pair(
                  MarkedSentence.parse(from.get(), Lang.ZH_CN, Side.SOURCE),
                  MarkedSentence.parse(to.get(), Lang.EN_US, Side.TARGET)));
        }
      }
    }
    int step = Math.max(1, (all.size() + MOST - 1) / MOST);
    return IntStream.range(0, (all.size() + step - 1) / step)
        .mapToObj(k -> all.get(k * step))
        .toList();
  }

  /** The sentence with codes instead of its marks; empty unless just one stretch is marked. */
  private static Optional<String> marked(String text, Pattern marks, Pattern needed) {
    List<MatchResult> found = marks.matcher(text).results().toList();
    if (found.size() != 1) {
      return Optional.empty();
    }
    MatchResult one = found.get(0);
    String words = one.group(1) == null ? one.group(2) : one.group(1);
    String sentence =
        text.substring(0, one.start()) + "<b>" + words + "</b>" + text.substring(one.end());
    boolean plain = needed.matcher(words).find() && !CODE.matcher(words).find();
    return plain ? Optional.of(BLANKS.matcher(sentence).replaceAll("$1")) : Optional.empty();
  }
}
