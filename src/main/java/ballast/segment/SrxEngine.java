package ballast.segment;

import ballast.bitext.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.sf.okapi.common.ISegmenter;
import net.sf.okapi.lib.segmentation.Rule;
import net.sf.okapi.lib.segmentation.SRXDocument;

/**
 * SRX rules compiled for Okapi's segmenter, which runs them over a text one after the other; at
 * each position the first rule that matches decides. Okapi's segmenter holds its results: use an
 * engine in one thread only.
 */
final class SrxEngine {

  private static final String GROUP = "rules";

  private final RuleSet set;
  private final List<SrxRule> rules;
  private final ISegmenter segmenter;

  private SrxEngine(RuleSet set, List<SrxRule> rules, ISegmenter segmenter) {
    this.set = set;
    this.rules = rules;
    this.segmenter = segmenter;
  }

  /**
   * @param set how the rules are run
   * @param rules the rules of the set to compile
   * @throws InputException if a rule is not a regular expression; the message names it
   */
  static SrxEngine compile(RuleSet set, List<SrxRule> rules) {
    return new SrxEngine(set, rules, segmenter(set, rules, set.icuBreaks()));
  }

  /** The positions of the breaks inside {@code text}, in ascending order. */
  List<Integer> breaks(String text) {
    return positions(segmenter, text);
  }

  /**
   * For each position that a rule matches, the first such rule. Runs every rule on its own, in time
   * proportional to the length of the text times the number of rules: meant for explanations.
   */
  Map<Integer, SrxRule> deciders(String text) {
    Map<Integer, SrxRule> deciders = new TreeMap<>();
    for (SrxRule rule : rules) {
      SrxRule alone =
          new SrxRule(rule.group(), rule.number(), rule.before(), rule.after(), true, "");
      for (int position : positions(segmenter(set, List.of(alone), false), text)) {
        deciders.putIfAbsent(position, rule);
      }
    }
    return deciders;
  }

  private List<Integer> positions(ISegmenter engine, String text) {
    try {
      engine.computeSegments(text);
    } catch (StackOverflowError e) {
      // The regular expression engine recurses once per character for some repeated groups.
      throw new InputException(
          String.format(
              Locale.ROOT,
              "a rule of \"%s\" runs out of stack on a paragraph of %d characters",
              set.source(),
              text.length()),
          "replace repeated groups such as (a|b)* in its rules by classes such as [ab]*",
          e);
    }
    return engine.getSplitPositions().stream()
        .filter(position -> position > 0 && position < text.length())
        .toList();
  }

  private static ISegmenter segmenter(RuleSet set, List<SrxRule> rules, boolean icuBreaks) {
    SRXDocument document = new SRXDocument();
    document.setUseICU4JBreakRules(icuBreaks);
    document.setMaskRule(checked(set));
    ArrayList<Rule> group = new ArrayList<>();
    for (SrxRule rule : rules) {
      group.add(compilable(set, rule, document));
    }
    document.addLanguageRule(GROUP, group);
    return document.compileSingleLanguageRule(GROUP, null);
  }

  private static Rule compilable(RuleSet set, SrxRule rule, SRXDocument document) {
    // Without the marker Okapi looks for markup codes at every position; our text has none.
    String beforeBreak =
        rule.before().isEmpty() || rule.before().endsWith(SRXDocument.NOAUTO)
            ? rule.before()
            : rule.before() + SRXDocument.NOAUTO;
    Rule okapi = new Rule(beforeBreak, rule.after(), rule.breaks());
    try {
      Pattern.compile(
          document
              .generateRuleRegex(okapi)
              .replace(SRXDocument.ANYCODE, SRXDocument.INLINECODE_PATTERN),
          Pattern.UNICODE_CHARACTER_CLASS);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "\"%s\": rule %d of the language rule \"%s\" is not a regular expression: %s in %s",
              set.source(),
              rule.number(),
              rule.group(),
              e.getDescription(),
              e.getPattern()),
          "correct the rule's beforebreak or afterbreak",
          e);
    }
    return okapi;
  }

  private static String checked(RuleSet set) {
    try {
      Pattern.compile(set.mask(), Pattern.UNICODE_CHARACTER_CLASS);
      return set.mask();
    } catch (PatternSyntaxException e) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "\"%s\": the rangeRule is not a regular expression: %s",
              set.source(),
              e.getDescription()),
          "correct it or remove it",
          e);
    }
  }
}
