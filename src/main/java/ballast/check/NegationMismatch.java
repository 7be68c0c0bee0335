package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.language.Negation;
import ballast.language.WordList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds prohibitions and exemptions that became permissions or duties, and the reverse: 不得 as
 * "may". A negation counts as lost only if the other text has no word at all that could express it.
 */
final class NegationMismatch extends Rule {

  private static final WordList WORDS = WordList.load("language/negation.txt");
  private static final Pattern PROHIBITION = WORDS.pattern("prohibitions");
  private static final Pattern COMPARISON = WORDS.pattern("comparisons");
  private static final Pattern HARMLESS =
      Pattern.compile(WORDS.pattern("harmless") + "|" + Negation.HARMLESS);
  private static final Pattern MODAL = WORDS.pattern("modals");
  private static final Pattern NEGATION = WORDS.pattern("negations");
  private static final Pattern UNAPPROVED = WORDS.pattern("unapproved");
  private static final Pattern LIMIT = WORDS.pattern("limits");
  private static final Pattern ENGLISH_MODAL = WORDS.pattern("english-modals");
  private static final Pattern ENGLISH_PROHIBITION = WORDS.pattern("english-prohibitions");
  private static final Pattern ENGLISH_COMPARISON = WORDS.pattern("english-comparisons");
  private static final Pattern REFUSAL = WORDS.pattern("refusals");
  private static final Pattern EXCEPTION = WORDS.pattern("exceptions");
  private static final Pattern NEGATIVE = WORDS.pattern("negative");

  private static final Pattern CONSENT =
      Pattern.compile(
          "(?i)\\bwithout (?:(?:the|an?|any|such|its|their|prior|express|written) ){0,4}"
              + "(?:consent|approval|permission|authori[sz]ation|agreement)\\b");

  private static final Pattern CONDITION = Pattern.compile("[^，。；]*(?:[的者时后前外下]|同意|许可|批准|情形|情事)，");

  private static final Pattern ENGLISH_CONDITION =
      Pattern.compile(
          "(?:[^,]{0,30}\\b)?(?:If|Where|When|In case|In the event|Should|Unless|Except|Save|Without"
              + "|Until|After|Before|Upon|Once)\\b[^,;.]*,");

  private static final Pattern VERB = Pattern.compile("(?: be)? [a-z]+");

  NegationMismatch() {
    super(
        "negation-mismatch", Severity.WARNING, "a prohibition became a permission, or the reverse");
  }

  @Override
  List<Finding> check(PairReading reading) {
    String chinese = reading.judge().simplified(reading.chinese());
    String english = reading.english();
    if (!PROHIBITION.matcher(chinese).find() && !ENGLISH_PROHIBITION.matcher(english).find()) {
      return List.of();
    }
    Optional<Finding> found = difference(chinese, english, reading);
    Matcher zh = CONDITION.matcher(chinese);
    Matcher en = ENGLISH_CONDITION.matcher(english);
    if (found.isEmpty() && zh.lookingAt() && en.lookingAt()) {
      found = difference(mainClause(chinese, zh.end()), mainClause(english, en.end()), reading);
    }
    return found.stream().toList();
  }

  private static String mainClause(String text, int start) {
    return " ".repeat(start) + text.substring(start);
  }

  private Optional<Finding> difference(String written, String english, PairReading reading) {
    String chinese = blanked(written, HARMLESS);
    Matcher prohibition = PROHIBITION.matcher(blanked(chinese, COMPARISON));
    boolean forbids = prohibition.find();
    Matcher zh = forbids ? prohibition : MODAL.matcher(chinese);
    Matcher en =
        (forbids ? ENGLISH_MODAL : ENGLISH_PROHIBITION)
            .matcher(blanked(english, ENGLISH_COMPARISON));
    if (!(forbids || zh.find())
        || !en.find()
        || !(forbids ? isLost(chinese, english) : isAdded(chinese, english))) {
      return Optional.empty();
    }
    Matcher verb = VERB.matcher(english).region(en.end(), english.length());
    Span place = new Span(zh.start(), zh.end());
    Span wrong = new Span(en.start(), verb.lookingAt() ? verb.end() : en.end());
    String message = place.of(reading.chinese()) + " is not \"" + wrong.of(reading.english()) + '"';
    return Optional.of(
        finding(reading.passage(), /* term= */ "", List.of(place), List.of(wrong), message));
  }

  /** Whether no word of the English can express a prohibition of the Chinese. */
  private static boolean isLost(String chinese, String english) {
    boolean consent = UNAPPROVED.matcher(chinese).find();
    String text = consent ? blanked(english, CONSENT) : english;
    String others = PROHIBITION.matcher(blanked(chinese, COMPARISON)).replaceAll("");
    return Negation.inEnglish(text).findAny().isEmpty()
        && !REFUSAL.matcher(text).find()
        && !(consent && text.contains("requir"))
        && NEGATIVE.matcher(text).results().count() <= NEGATION.matcher(others).results().count();
  }

  private static boolean isAdded(String chinese, String english) {
    return !LIMIT.matcher(chinese).find() && !EXCEPTION.matcher(english).find();
  }

  private static String blanked(String text, Pattern pattern) {
    return pattern.matcher(text).replaceAll(found -> " ".repeat(found.end() - found.start()));
  }
}
