package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.language.Han;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for spaces and marks that not every project has. Each finding suggests its correction. */
final class StyleRules {

  private static final Pattern SPACES =
      Pattern.compile("(?<=[^\\s\\xA0])[ \\xA0\\u3000]{2,}+(?=[^\\s\\xA0])");

  /** Not before " ..." and " .5". */
  private static final Pattern SPACE_BEFORE_MARK =
      Pattern.compile(
          "(?<=[^\\s\\xA0(])[ \\xA0\\u3000]++([,;:!?.](?![^\\s\"'”’\\]])|[，。；：！？、）】》」』”)])");

  /** Not after a digit, of feet or inches. */
  private static final Pattern STRAIGHT = Pattern.compile("(?<![0-9])[\"']");

  private static final String CLOSING = "\"'”’」』）)】]》*_ \n\r\t";

  /** Minimum length of a source text, in characters; a shorter one may be an abbreviation. */
  private static final int MIN_LENGTH = 4;

  static final Set<String> IDS = all().stream().map(Rule::id).collect(Collectors.toSet());

  private StyleRules() {}

  static List<Rule> all() {
    return List.of(
        new StyleRule(
            "double-space",
            "several spaces in a row",
            reading -> corrections(SPACES, reading, StyleRules::space)),
        new StyleRule(
            "space-before-mark",
            "a space before a punctuation mark",
            reading -> corrections(SPACE_BEFORE_MARK, reading, (text, found) -> found.group(1))),
        new StyleRule(
            "straight-quote",
            "a straight quotation mark or apostrophe in English",
            reading ->
                reading.isIntoEnglish()
                    ? corrections(STRAIGHT, reading, StyleRules::curly)
                    : Stream.of()),
        new StyleRule("final-mark", "no mark at the end as in the source", StyleRules::finalMark));
  }

  private static Stream<Correction> corrections(
      Pattern pattern, PairReading reading, BiFunction<String, MatchResult, String> right) {
    String text = reading.passage().target();
    return pattern
        .matcher(text)
        .results()
        .map(
            found ->
                new Correction(new Span(found.start(), found.end()), right.apply(text, found)));
  }

  private static String space(String text, MatchResult spaces) {
    return Han.isHan(text.charAt(spaces.start() - 1)) && Han.isHan(text.charAt(spaces.end()))
        ? ""
        : " ";
  }

  private static String curly(String text, MatchResult mark) {
    char last = mark.start() > 0 ? text.charAt(mark.start() - 1) : ' ';
    char next = mark.end() < text.length() ? text.charAt(mark.end()) : ' ';
    boolean single = mark.group().equals("'");
    boolean opens =
        (Character.isWhitespace(last) || "([{—–-/“‘\"".indexOf(last) >= 0)
            && !Character.isWhitespace(next)
            && !(single && Character.isDigit(next)); // the '90s
    return single ? opens ? "‘" : "’" : opens ? "“" : "”";
  }

  /** A mark after the letter or digit at the end, if the source ends in one. */
  private static Stream<Correction> finalMark(PairReading reading) {
    String source = reading.passage().source();
    String text = reading.passage().target();
    int end = end(text);
    int sourceEnd = end(source);
    if (end == 0 || sourceEnd < MIN_LENGTH) {
      return Stream.of();
    }
    boolean english = reading.isIntoEnglish();
    int mark = (english ? "。！？" : ".!?").indexOf(source.charAt(sourceEnd - 1));
    Span last = new Span(text.offsetByCodePoints(end, -1), end);
    return mark >= 0 && Character.isLetterOrDigit(text.codePointAt(last.start()))
        ? Stream.of(new Correction(last, last.of(text) + (english ? ".!?" : "。！？").charAt(mark)))
        : Stream.of();
  }

  private static int end(String text) {
    int end = text.length();
    while (end > 0 && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private record Correction(Span place, String right) {}

  private static final class StyleRule extends Rule {

    private final Function<PairReading, Stream<Correction>> corrections;

    StyleRule(String id, String summary, Function<PairReading, Stream<Correction>> corrections) {
      super(
          id,
          Severity.WARNING,
          summary + " (off unless named)",
          Feature.CHEAP,
          Feature.NEEDS_NO_SOURCE,
          Feature.OPTIONAL);
      this.corrections = corrections;
    }

    @Override
    List<Finding> check(PairReading reading) {
      String text = reading.passage().target();
      return corrections.apply(reading).map(one -> finding(one, text)).toList();
    }

    private Finding finding(Correction correction, String text) {
      String wrong = correction.place().of(text);
      String message = "\"%s\" should be \"%s\"".formatted(wrong, correction.right());
      return inTarget(correction.place(), message).suggesting(List.of(correction.right()));
    }
  }
}
