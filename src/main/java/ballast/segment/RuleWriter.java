package ballast.segment;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes SRX rules from word lists.
 *
 * <p>Every rule starts at the full stop and looks back from there; an expression that started with
 * the words would be tried at every letter of the text.
 */
final class RuleWriter {

  /** Quotes and brackets that may open a sentence. */
  private static final String OPENERS = "[\"'“‘(\\[{«]{0,4}+";

  private RuleWriter() {}

  /** No break after the abbreviations of a group, under the condition of its kind. */
  static SrxRule noBreak(AbbreviationGroup group, int number) {
    String after =
        switch (group.kind()) {
          case ALWAYS -> "\\s";
          case NUMBER -> "\\s++(?:\\p{Nd}|[IVXLC]++\\b)";
          case STARTER, AMBIGUOUS -> "\\s++\\S";
        };
    return new SrxRule(
        "abbreviations, " + group.kind().label(),
        number,
        afterAny(group.entries()),
        after,
        false,
        group.title());
  }

  /** A break after these words before a capital or a number, whatever other rules say. */
  static SrxRule ordinaryWord(Collection<String> entries, int number) {
    return new SrxRule(
        "abbreviations, removed",
        number,
        afterAny(entries),
        "\\s++" + OPENERS + "[\\p{Lu}\\p{Nd}]",
        true,
        "taken out by the user");
  }

  /** A break between a full stop and a word that starts sentences. */
  static SrxRule beforeStarter(List<String> starters) {
    return new SrxRule(
        "starters",
        1,
        "[.…][\"'”’)\\]}»]{0,6}+",
        "\\s++" + OPENERS + "(?:" + alternatives(starters) + ")\\b(?!\\.)",
        true,
        "The next word is one that starts sentences.");
  }

  /** No break between a quoted exclamation or question and the words that say who uttered it. */
  static SrxRule beforeAttribution(List<String> verbs) {
    String name = "(?!(?:He|She|They|We|It|You)\\b)\\p{Lu}[\\p{L}\\p{N}_’'-]*+ ?";
    return new SrxRule(
        "attribution verbs",
        1,
        "[!?][\"'”’]",
        "\\s++(?:(?:[Tt]he|[Oo]ne|[Oo]ld|[Hh]is|[Hh]er) ){0,2}+"
            + ("(?:" + name + "|[Tt]he \\p{L}++ |old \\p{L}++ ){0,3}?")
            + ("(?:" + alternatives(verbs) + ")\\b(?!,\\s[\"'“‘\\p{Lu}])"),
        false,
        "\"Stop!\" Father shouted. Not before: I said, \"Why?\" (that begins the next speech).");
  }

  /** An expression for a full stop that ends one of {@code entries} as a whole word. */
  private static String afterAny(Collection<String> entries) {
    return "\\.(?<=(?:^|[^\\p{L}\\p{N}.])(?:" + alternatives(entries) + "))";
  }

  private static String alternatives(Collection<String> words) {
    return words.stream().map(RuleWriter::quoted).collect(Collectors.joining("|"));
  }

  /** Escapes only what needs it, to keep the generated rules readable. */
  private static String quoted(String word) {
    return word.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-')
        ? word.replace(".", "\\.")
        : Pattern.quote(word);
  }
}
