package ballast.segment;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules for each language under the user's options.
 *
 * <p>English rules in order of precedence: the user's abbreviations; abbreviations that never end a
 * sentence or not before a number; structural exceptions; a break before a word that starts
 * sentences; abbreviations that end a sentence only there; guesses; breaks. The candidates are the
 * same without the guesses.
 */
final class RuleBook {

  private static final String RULES = "rules.srx";

  private final SegmenterOptions options;
  private final AbbreviationOverrides overrides;
  private final @Nullable SrxFile userRules;

  /**
   * Reads the files that the user's options name.
   *
   * @throws InputException if one of them cannot be used
   */
  RuleBook(SegmenterOptions options) {
    this.options = options;
    Path abbreviations = options.abbreviations();
    this.overrides =
        abbreviations == null
            ? AbbreviationOverrides.NONE
            : AbbreviationOverrides.read(abbreviations);
    Path srx = options.srx();
    this.userRules = srx == null ? null : readUserRules(srx);
  }

  /** A key for the rules of {@code lang}: languages with the same rules have the same key. */
  String key(Lang lang) {
    if (userRules != null) {
      return lang.tag();
    }
    return lang.isChinese() ? "zh" : "en";
  }

  /**
   * The rules for {@code lang}. A language that is neither Chinese nor English gets the English
   * rules: most languages in alphabetic scripts end sentences the same way.
   *
   * @throws InputException if the user's rules do not cover it
   */
  RuleSet rules(Lang lang) {
    if (userRules != null) {
      return userRules(userRules, lang);
    }
    SrxFile shipped = readShipped();
    return lang.isChinese() ? chinese(shipped) : english(shipped);
  }

  private RuleSet chinese(SrxFile shipped) {
    List<SrxRule> rules = new ArrayList<>();
    if (options.joinedAttributions()) {
      rules.addAll(shipped.group("ChineseJoinedAttributions"));
    }
    rules.addAll(shipped.group("Chinese"));
    return new RuleSet(shipped.name(), rules, rules, true, false, "");
  }

  private RuleSet english(SrxFile shipped) {
    List<SrxRule> settled = new ArrayList<>(overridingRules());
    List<SrxRule> starter = new ArrayList<>();
    List<SrxRule> guesses = new ArrayList<>(questions());
    guesses.addAll(shipped.group("EnglishGuesses"));
    int number = 0;
    for (AbbreviationGroup group : WordLists.abbreviations("abbreviations.txt")) {
      List<String> kept = group.entries().stream().filter(e -> !overrides.mentions(e)).toList();
      number++;
      if (!kept.isEmpty()) {
        SrxRule rule =
            RuleWriter.noBreak(new AbbreviationGroup(group.kind(), group.title(), kept), number);
        switch (group.kind()) {
          case ALWAYS, NUMBER -> settled.add(rule);
          case STARTER -> starter.add(rule);
          case AMBIGUOUS -> guesses.add(rule);
        }
      }
    }
    settled.addAll(shipped.group("EnglishExceptions"));
    settled.add(RuleWriter.beforeAttribution(WordLists.entries("attribution-verbs.txt")));
    settled.add(RuleWriter.beforeStarter(WordLists.entries("starters.txt")));
    settled.addAll(starter);
    List<SrxRule> breaks = shipped.group("English");
    return new RuleSet(
        shipped.name(),
        concatenated(settled, guesses, breaks),
        concatenated(settled, List.of(), breaks),
        true,
        false,
        "");
  }

  private RuleSet userRules(SrxFile file, Lang lang) {
    List<SrxRule> rules = file.rulesFor(lang);
    List<SrxRule> first = lang.isChinese() ? List.of() : overridingRules();
    List<SrxRule> guesses = lang.isChinese() ? List.of() : questions();
    return new RuleSet(
        file.name(),
        concatenated(first, guesses, rules),
        concatenated(first, List.of(), rules),
        false,
        file.icuBreaks(),
        file.mask());
  }

  private List<SrxRule> overridingRules() {
    List<SrxRule> rules = new ArrayList<>();
    if (!overrides.removed().isEmpty()) {
      rules.add(RuleWriter.ordinaryWord(overrides.removed(), 1));
    }
    if (!overrides.always().isEmpty()) {
      rules.add(userGroup(AbbreviationGroup.Kind.ALWAYS, overrides.always()));
    }
    return rules;
  }

  private List<SrxRule> questions() {
    return overrides.ambiguous().isEmpty()
        ? List.of()
        : List.of(userGroup(AbbreviationGroup.Kind.AMBIGUOUS, overrides.ambiguous()));
  }

  private static SrxRule userGroup(AbbreviationGroup.Kind kind, Iterable<String> entries) {
    List<String> list = new ArrayList<>();
    entries.forEach(list::add);
    return RuleWriter.noBreak(new AbbreviationGroup(kind, "given by the user", list), 0);
  }

  private static List<SrxRule> concatenated(
      List<SrxRule> first, List<SrxRule> second, List<SrxRule> third) {
    List<SrxRule> all = new ArrayList<>(first);
    all.addAll(second);
    all.addAll(third);
    return all;
  }

  private static SrxFile readShipped() {
    try (InputStream in = WordLists.open(RULES)) {
      return SrxReader.read(RULES, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SrxFile readUserRules(Path file) {
    try {
      return SrxReader.read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InputException(
          "cannot read the segmentation rules in \"" + file + "\": " + e.getMessage(),
          "check that the file is there and may be read",
          e);
    }
  }
}
