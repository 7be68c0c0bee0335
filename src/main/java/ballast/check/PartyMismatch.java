package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.language.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds parties of a contract, or roles such as lessor and lessee, taken for each other: one text
 * names another one, or both name the same two, each in the place of the other in the sentence.
 */
final class PartyMismatch extends Rule {

  private static final List<String> LINES = WordList.load("language/roles.txt").entries();

  /** Groups of roles that exclude each other. */
  private static final List<List<Role>> GROUPS =
      LINES.stream().map(line -> Stream.of(line.split(" \\| ")).map(Role::of).toList()).toList();

  private static final Pattern ANY =
      WordList.anyOf(
          LINES.stream()
              .flatMap(line -> Stream.of(line.replaceAll(" =.*?( \\||$)", "").split(" ")))
              .toList());

  /** Minimum excess of the fit of exchanged roles: one place in the sentence that only they fit. */
  private static final int MIN_LEAD = 3;

  PartyMismatch() {
    super("party-mismatch", Severity.ERROR, "a party or role is taken for another one");
  }

  @Override
  List<Finding> check(PairReading reading) {
    String chinese = reading.judge().simplified(reading.chinese());
    return ANY.matcher(chinese).find()
        ? GROUPS.stream().flatMap(group -> mistake(group, chinese, reading).stream()).toList()
        : List.of();
  }

  private Optional<Finding> mistake(List<Role> group, String chinese, PairReading reading) {
    List<Mention> zh = mentions(group, chinese, Role::chinese);
    List<Mention> en = zh.isEmpty() ? zh : mentions(group, reading.english(), Role::english);
    Set<Role> here = roles(zh);
    Set<Role> there = roles(en);
    Optional<Mention> lost = zh.stream().filter(one -> !there.contains(one.role())).findFirst();
    Optional<Mention> added = en.stream().filter(one -> !here.contains(one.role())).findFirst();
    if (lost.isPresent() && added.isPresent()) {
      return Optional.of(finding(List.of(lost.get()), List.of(added.get()), reading));
    }
    List<Role> both =
        here.equals(there) ? group.stream().filter(here::contains).toList() : List.of();
    for (Role one : both) {
      for (Role two : both.subList(both.indexOf(one) + 1, both.size())) {
        if (isCrossed(zh, one, two, en)) {
          List<Mention> wrong = List.of(first(en, two), first(en, one));
          return Optional.of(finding(List.of(first(zh, one), first(zh, two)), wrong, reading));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Mention> mentions(
      List<Role> group, String text, Function<Role, Pattern> pattern) {
    List<Mention> mentions = new ArrayList<>();
    for (Role role : group) {
      Matcher names = pattern.apply(role).matcher(text);
      while (names.find()) {
        Span span = new Span(names.start(), names.end());
        mentions.add(new Mention(role, span, Frame.of(text, span)));
      }
    }
    mentions.sort((one, other) -> one.span().compareTo(other.span()));
    return mentions;
  }

  private static Set<Role> roles(List<Mention> mentions) {
    return mentions.stream().map(Mention::role).collect(Collectors.toSet());
  }

  private static Mention first(List<Mention> mentions, Role role) {
    return mentions.stream().filter(one -> one.role().equals(role)).findFirst().orElseThrow();
  }

  /** Whether two roles fit the sentence only if they are exchanged in the English. */
  private static boolean isCrossed(List<Mention> zh, Role one, Role two, List<Mention> en) {
    int lead = fit(zh, one, en, two) + fit(zh, two, en, one);
    lead -= fit(zh, one, en, one) + fit(zh, two, en, two);
    boolean agents =
        zh.size() == 2
            && en.size() == 2
            && en.stream().allMatch(mention -> mention.frame() == Frame.AGENT);
    return lead >= MIN_LEAD || (lead == 0 && agents && !zh.get(0).role().equals(en.get(0).role()));
  }

  /** How well the places of a role in a Chinese sentence fit those of a role in its English. */
  private static int fit(List<Mention> zh, Role one, List<Mention> en, Role other) {
    return zh.stream()
        .filter(mention -> mention.role().equals(one))
        .mapToInt(
            mention ->
                en.stream()
                    .filter(theirs -> theirs.role().equals(other))
                    .mapToInt(theirs -> mention.frame().fits(theirs.frame()))
                    .max()
                    .orElse(0))
        .sum();
  }

  private Finding finding(List<Mention> zh, List<Mention> en, PairReading reading) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < zh.size(); i++) {
      String name = zh.get(i).span().of(reading.chinese());
      differences.add(name + " is not \"" + en.get(i).span().of(reading.english()) + '"');
    }
    List<Span> chinese = zh.stream().map(Mention::span).sorted().toList();
    List<Span> english = en.stream().map(Mention::span).sorted().toList();
    return finding(reading.passage(), "", chinese, english, String.join(", and ", differences));
  }

  private record Role(Pattern chinese, Pattern english) {

    static Role of(String entry) {
      String[] names = entry.split(" = ");
      List<String> english =
          Stream.of(names[1].split(", "))
              .flatMap(name -> name.contains(" ") ? Stream.of(name) : Stream.of(name, name + "s"))
              .toList();
      Pattern chinese = WordList.anyOf(List.of(names[0].split(" ")));
      return new Role(
          Pattern.compile("(?<!被|受(?=委))" + chinese + "(?!案)"), WordList.anyOf(english));
    }
  }

  private record Mention(Role role, Span span, Frame frame) {}

  /** What a party does in its sentence. The first frame that fits counts. */
  private enum Frame {
    OWNER("3001000", "#(?:[的之]|书面|同意|原因|人员|员工|损失|账户|名义|所有|['’])|\\bof (?:the )?#"),
    RELATIVE("1030000", "#[^应可须不得有向，。；：、]{1,6}的[^，。；：、]"),
    AGENT("0030030", "[由被经从]#|\\b(?:by|from) (?:the )?#"),
    RECIPIENT("2003002", "[向给对为于]#|\\b(?:to|with|against|for|upon|on|between|towards?) (?:the )?#"),
    CONDITION(
        "1010300",
        "^BEGIN#[^，。；：！？、]*[的时者]，|\\b(?:if|where|when|unless|until|once|before|after|in case"
            + "|event that|should|because|since|as) (?:the )?#"),
    SUBJECT(
        "0020130",
        "^(?:BEGIN|\\s*(?:[a-z]+ ){0,2})#|#(?:,[^,]{0,60},)? (?:[a-z]+ly )?(?:shall|may|must|will|is"
            + "|are|ha(?:s|ve)|agrees?|undertakes?|warrants?|represents?|should|can|does)\\b"),
    OTHER("0002003", "#");

    private static final String BEGIN =
        "[（(]?(?:第.{1,6}条)?(?:但是?|如果?|若|因|当|在|且|并|则|除非|未经|每.{0,3}|[本该此].{0,5})?";

    /** Maximum length of the text before and after a mention that can show its frame. */
    private static final int REACH = 80;

    private final String fits;
    private final Pattern pattern;

    /**
     * @param fits how well each frame of an English text fits, 0 to 3
     * @param pattern of the clause around the name, which is #
     */
    Frame(String fits, String pattern) {
      this.fits = fits;
      this.pattern = Pattern.compile("(?i)" + pattern.replace("BEGIN", BEGIN));
    }

    @SuppressWarnings("EnumOrdinal") // the columns of the table
    int fits(Frame english) {
      return fits.charAt(english.ordinal()) - '0';
    }

    static Frame of(String text, Span span) {
      int start = span.start();
      while (start > Math.max(0, span.start() - REACH)
          && "，。；：！？、,;:.".indexOf(text.charAt(start - 1)) < 0) {
        start--;
      }
      String after = text.substring(span.end(), Math.min(text.length(), span.end() + REACH));
      String clause = text.substring(start, span.start()) + '#' + after;
      return Arrays.stream(values())
          .filter(frame -> frame.pattern.matcher(clause).find())
          .findFirst()
          .orElse(OTHER);
    }
  }
}
