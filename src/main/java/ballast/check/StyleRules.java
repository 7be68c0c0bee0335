package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  private static final String AT_END = "(?=[\"'”’」』）)】\\]》*_ \n\r\t]*+\\z)";

  /** A letter or digit at the end. */
  private static final Pattern UNMARKED = Pattern.compile("[\\p{L}\\p{Nd}]" + AT_END);

  /** A mark at the end of a text; a shorter one may be an abbreviation. */
  private static final Pattern MARKED = Pattern.compile("(?s)(?<=.{3})[.!?。！？]" + AT_END);

  static final Set<String> IDS = all().stream().map(Rule::id).collect(Collectors.toSet());

  private StyleRules() {}

  static List<Rule> all() {
    return List.of(
        new StyleRule("double-space", "several spaces in a row", SPACES, StyleRules::space),
        new StyleRule(
            "space-before-mark",
            "a space before a punctuation mark",
            SPACE_BEFORE_MARK,
            (reading, found) -> found.group(1)),
        new StyleRule(
            "straight-quote",
            "a straight quotation mark or apostrophe in English",
            STRAIGHT,
            StyleRules::curly),
        new StyleRule(
            "final-mark", "no mark at the end as in the source", UNMARKED, StyleRules::marked));
  }

  private static String space(PairReading reading, MatchResult spaces) {
    String text = reading.passage().target();
    return Han.isHan(text.charAt(spaces.start() - 1)) && Han.isHan(text.charAt(spaces.end()))
        ? ""
        : " ";
  }

  private static @Nullable String curly(PairReading reading, MatchResult mark) {
    if (!reading.isIntoEnglish()) {
      return null;
    }
    String text = reading.passage().target();
    char last = mark.start() > 0 ? text.charAt(mark.start() - 1) : ' ';
    char next = mark.end() < text.length() ? text.charAt(mark.end()) : ' ';
    boolean single = mark.group().equals("'");
    boolean opens =
        (Character.isWhitespace(last) || "([{—–-/“‘\"".indexOf(last) >= 0)
            && !Character.isWhitespace(next)
            && !(single && Character.isDigit(next)); // the '90s
    return single ? opens ? "‘" : "’" : opens ? "“" : "”";
  }

  /** The letter or digit at the end with a mark, if the source ends in one. */
  private static @Nullable String marked(PairReading reading, MatchResult end) {
    Matcher source = MARKED.matcher(reading.passage().source());
    boolean english = reading.isIntoEnglish();
    int mark = source.find() ? (english ? "。！？" : ".!?").indexOf(source.group().charAt(0)) : -1;
    return mark < 0 ? null : end.group() + (english ? ".!?" : "。！？").charAt(mark);
  }

  private static final class StyleRule extends Rule {

    private final Pattern wrong;
    private final BiFunction<PairReading, MatchResult, @Nullable String> right;

    StyleRule(
        String id,
        String summary,
        Pattern wrong,
        BiFunction<PairReading, MatchResult, @Nullable String> right) {
      super(
          id,
          Severity.WARNING,
          summary + " (off unless named)",
          Feature.CHEAP,
          Feature.NEEDS_NO_SOURCE,
          Feature.OPTIONAL);
      this.wrong = wrong;
      this.right = right;
    }

    @Override
    List<Finding> check(PairReading reading) {
      List<Finding> findings = new ArrayList<>();
      Matcher found = wrong.matcher(reading.passage().target());
      while (found.find()) {
        String correction = right.apply(reading, found);
        if (correction != null) {
          String message = "\"%s\" should be \"%s\"".formatted(found.group(), correction);
          Span place = new Span(found.start(), found.end());
          findings.add(inTarget(place, message).suggesting(List.of(correction)));
        }
      }
      return findings;
    }
  }
}
