package ballast.segment;

import ballast.bitext.CountedText;
import ballast.bitext.InputException;
import ballast.segment.RuleBook.RuleSet;
import ballast.segment.SrxFile.SrxRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.sf.okapi.common.ISegmenter;
import net.sf.okapi.lib.segmentation.Rule;
import net.sf.okapi.lib.segmentation.SRXDocument;

/**
 * SRX rules compiled for Okapi's segmenter, which runs them over a text one after the other. At
 * each position the first matching rule decides. Okapi's segmenter holds its results: use an engine
 * in one thread only.
 */
final class SrxEngine {

  private static final String GROUP = "rules";

  /** Maximum characters that one rule may read of one paragraph: about a second. */
  private static final long MAX_READS = 50_000_000;

  /** Characters that a rule may read of any paragraph, before the allowance per character. */
  private static final long READS = 2_000_000;

  /**
   * Allowance per character; five hundred abbreviations use it up, and a document takes seconds.
   */
  private static final long READS_PER_CHARACTER = 500;

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final RuleSet set;
  private final List<SrxRule> rules;
  private final ISegmenter segmenter;

  /** The expressions of a user's rules; empty for the built-in ones. */
  private final Map<SrxRule, Pattern> patterns;

  private SrxEngine(
      RuleSet set, List<SrxRule> rules, ISegmenter segmenter, Map<SrxRule, Pattern> patterns) {
    this.set = set;
    this.rules = rules;
    this.segmenter = segmenter;
    this.patterns = Map.copyOf(patterns);
  }

  /**
   * @throws InputException if a rule is not a regular expression; the message names it
   */
  static SrxEngine compile(RuleSet set, List<SrxRule> rules) {
    Map<SrxRule, Pattern> patterns = new HashMap<>();
    if (set.isFromUser()) {
      rules.forEach(rule -> patterns.put(rule, pattern(set, rule)));
    }
    return new SrxEngine(set, rules, segmenter(set, rules, set.icuBreaks()), patterns);
  }

  List<Integer> breaks(String text) {
    return positions(segmenter, rules, text);
  }

  /**
   * For each position that a rule matches, the first such rule. Runs every rule separately, in time
   * proportional to the length of the text times the number of rules: meant for explanations.
   */
  Map<Integer, SrxRule> deciders(String text) {
    Map<Integer, SrxRule> deciders = new TreeMap<>();
    for (SrxRule rule : rules) {
      SrxRule alone =
          new SrxRule(rule.group(), rule.number(), rule.before(), rule.after(), true, "");
      ISegmenter engine = segmenter(set, List.of(alone), false);
      for (int position : positions(engine, List.of(rule), text)) {
        deciders.putIfAbsent(position, rule);
      }
    }
    return deciders;
  }

  private List<Integer> positions(ISegmenter engine, List<SrxRule> run, String text) {
    try {
      if (!patterns.isEmpty()) {
        requireQuick(run, text);
      }
      engine.computeSegments(text);
    } catch (StackOverflowError e) {
      // The regular expression engine recurses once per character for some repeated groups.
      throw new InputException(
          "a rule of \"%s\" runs out of stack on a paragraph of %s characters"
              .formatted(set.source(), text.length()),
          "replace repeated groups such as (a|b)* in its rules by classes such as [ab]*",
          e);
    }
    return engine.getSplitPositions().stream()
        .filter(position -> position > 0 && position < text.length())
        .toList();
  }

  /** Okapi reads a text without counting, so each expression runs on a counted one first. */
  private void requireQuick(List<SrxRule> run, String text) {
    for (SrxRule rule : run) {
      String what = "rule " + rule.number() + " of the language rule \"" + rule.group() + '"';
      requireQuick(patterns.getOrDefault(rule, NOTHING), what, text);
    }
    requireQuick(set.mask().isEmpty() ? NOTHING : checked(set), "the rangeRule", text);
  }

  private void requireQuick(Pattern pattern, String what, String text) {
    try {
      long reads = Math.min(MAX_READS, READS + READS_PER_CHARACTER * text.length());
      Matcher matcher = pattern.matcher(new CountedText(text, reads));
      matcher.useTransparentBounds(true);
      while (matcher.find()) {
        // Only the time matters.
      }
    } catch (CountedText.TooManyReads e) {
      throw new InputException(
          "\"%s\": %s takes too long on a paragraph of %s characters"
              .formatted(set.source(), what, text.length()),
          "do not repeat what is repeated already, as (a+)+ does, and do not refer back (\\1) to"
              + " what may be repeated or left out; say how often at most: a{1,20}",
          e);
    }
  }

  private static ISegmenter segmenter(RuleSet set, List<SrxRule> rules, boolean icuBreaks) {
    SRXDocument document = new SRXDocument();
    document.setUseICU4JBreakRules(icuBreaks);
    document.setMaskRule(checked(set).pattern());
    ArrayList<Rule> group = new ArrayList<>();
    for (SrxRule rule : rules) {
      pattern(set, rule); // rejects expressions that Okapi would pass on as Java's error
      group.add(okapiRule(rule));
    }
    document.addLanguageRule(GROUP, group);
    return document.compileSingleLanguageRule(GROUP, null);
  }

  private static Rule okapiRule(SrxRule rule) {
    // Without the marker Okapi looks for markup codes at every position; our text has none.
    String beforeBreak =
        rule.before().isEmpty() || rule.before().endsWith(SRXDocument.NOAUTO)
            ? rule.before()
            : rule.before() + SRXDocument.NOAUTO;
    return new Rule(beforeBreak, rule.after(), rule.breaks());
  }

  private static Pattern pattern(RuleSet set, SrxRule rule) {
    try {
      return Pattern.compile(
          new SRXDocument()
              .generateRuleRegex(okapiRule(rule))
              .replace(SRXDocument.ANYCODE, SRXDocument.INLINECODE_PATTERN),
          Pattern.UNICODE_CHARACTER_CLASS);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          "\"%s\": rule %s of the language rule \"%s\" is not a regular expression: %s in %s"
              .formatted(
                  set.source(), rule.number(), rule.group(), e.getDescription(), e.getPattern()),
          "correct the rule's beforebreak or afterbreak",
          e);
    }
  }

  private static Pattern checked(RuleSet set) {
    try {
      return Pattern.compile(set.mask(), Pattern.UNICODE_CHARACTER_CLASS);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          "\"%s\": the rangeRule is not a regular expression: %s"
              .formatted(set.source(), e.getDescription()),
          "correct it or remove it",
          e);
    }
  }
}
