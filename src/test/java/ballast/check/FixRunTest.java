package ballast.check;

import static ballast.check.Checks.judge;
import static ballast.check.Checks.pair;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Location;
import ballast.check.FixPlanner.FixPlan;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The replacements of forbidden renderings, and the findings that are left to a person. */
final class FixRunTest {

  private static Term term(String text, TermStatus status, String part) {
    TermUse use = new TermUse(Term.Match.AUTO, false, part);
    return new Term(text, status, use, Remarks.NONE, Location.UNKNOWN);
  }

  /** A concept with its preferred and its forbidden term. */
  private static Concept concept(String zh, String right, String wrong, String part) {
    return new Concept(
        zh,
        List.of(zh),
        List.of(term(right, TermStatus.PREFERRED, part), term(wrong, TermStatus.FORBIDDEN, part)));
  }

  private static final TermJudge JUDGE =
      judge(
          concept("盟友", "ally", "confederate", ""),
          concept("压舱石", "ballast stone", "cornerstone", "noun"),
          concept("政策", "policy", "guideline", "noun"),
          concept("引领", "guide", "steer", "verb"),
          concept("现代化", "modernization", "makeover", ""),
          concept("生产力", "productive forces", "productivity", ""),
          concept("倡议", "the Belt and Road Initiative", "OBOR", ""),
          concept("一边倒", "leaning to one side", "one-sided policy", ""));

  private static FixRun run(List<CheckedPair<Passage>> pairs) {
    Checker checker = new Checker(JUDGE, Checks.standard());
    pairs.forEach(checker::check);
    FixRun run = new FixRun(JUDGE, pairs);
    run.plan(checker.findings(), false);
    return run;
  }

  private static String fixed(String zh, String en) {
    FixRun run = run(List.of(pair(1, zh, en)));
    return run.corrected().isEmpty()
        ? run.left().stream().map(FixPlan::reason).toList().toString()
        : run.corrected().get(0).after().value().target();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "盟友来了。|A confederate came.|An ally came.",
        "盟友来了。|He met a confederate.|He met an ally.",
        "盟友来了。|Confederates came.|Allies came.",
        "盟友来了。|The Confederate came.|The Ally came.",
        "盟友来了。|The confederate's men came.|The ally's men came.",
        "盟友来了。|OUR CONFEDERATES CAME.|OUR ALLIES CAME.",
        "压舱石。|It is a cornerstone.|It is a ballast stone.",
        "压舱石。|Trade: Two Cornerstones of Peace|Trade: Two Ballast Stones of Peace",
        "压舱石。|Peace came. Cornerstones matter.|Peace came. Ballast stones matter.",
        "政策很好。|These guidelines matter.|These policies matter.",
        "引领发展。|It steers growth.|It guides growth.",
        "引领发展。|Steering growth, it won.|Guiding growth, it won.",
        "引领发展。|It has steered growth.|It has guided growth.",
        "倡议好。|The OBOR matters.|The Belt and Road Initiative matters.",
        "倡议好。|OBOR matters.|The Belt and Road Initiative matters.",
        "发展生产力。|It is the growth of productivity in China.|It is the growth of productive forces in"
            + " China.",
        "一边倒。|The one-sided policy won.|The leaning to one side won.",
        "盟友来了。|This is a 盟友.|This is an ally.",
        "压舱石。|This 压舱石 holds.|This ballast stone holds.",
      })
  void safeFixesKeepTheFormOfTheWord(String zh, String en, String fixed) {
    assertThat(fixed(zh, en)).isEqualTo(fixed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "盟友来了。|The \"confederate\" came.|it is in quotation marks",
        "盟友来了。|A confederate-like man came.|it is part of a longer word",
        "盟友来了。|See confederate.org for more.|it may be part of an address",
        "盟友来了。|A confederate met a confederate.|there are 2 renderings, and the Chinese has the"
            + " term once",
        "现代化。|Many makeovers came.|the plural of \"modernization\" is uncertain",
        "生产力。|Productivity drives growth.|\"productive forces\" is plural, unlike the text that"
            + " it would replace",
        "倡议好。|Our OBOR plan matters.|has an article of its own",
        "一边倒。|One-sided policies won.|the plural of \"leaning to one side\" is uncertain",
        "压舱石。|He calls it Cornerstone of peace.|it is not clear what its capital means",
        "盟友来了。|Two 盟友 came.|it is not clear whether it is singular or plural",
        "倡议好。|This 倡议 matters.|it is not clear whether it is singular or plural",
        "压舱石。|This 压舱石like thing holds.|it is part of a longer word",
        "压舱石。|This \"压舱石\" holds.|it is in quotation marks",
        "盟友来了。|They came.|it is not clear which words translate it",
      })
  void unsafeFixesAreLeftWithTheReason(String zh, String en, String reason) {
    assertThat(fixed(zh, en)).contains(reason);
  }

  @Test
  void spacesAndMarksAreCorrected() {
    List<CheckedPair<Passage>> pairs =
        List.of(
            pair(1, "他说：“门开了吗？”", "\"Isn't  the gate , sir, open?\" he asked"),
            pair(2, "门开了。", "The gate opened"));
    Checker checker = new Checker(JUDGE, Rules.all());
    pairs.forEach(checker::check);
    FixRun run = new FixRun(JUDGE, pairs);
    run.plan(checker.findings(), false);
    assertThat(run.corrected())
        .extracting(one -> one.after().value().target())
        .containsExactly("“Isn’t the gate, sir, open?” he asked?", "The gate opened.");
  }

  @Test
  void aFixThatMakesPairsDisagreeIsWithdrawn() {
    List<CheckedPair<Passage>> twice =
        List.of(
            pair(1, "盟友昨天来到了这座城市。", "A confederate came to this city."),
            pair(1, "盟友昨天来到了这座城市。", "A confederate came to this city."));
    assertThat(run(twice).corrected()).hasSize(2);
    Checker checker = new Checker(JUDGE, Checks.standard());
    twice.forEach(checker::check);
    FixRun run = new FixRun(JUDGE, twice);
    run.plan(checker.findings().subList(0, 1), false);
    assertThat(run.corrected()).isEmpty();
    assertThat(run.left().get(0).reason())
        .isEqualTo(
            "the replacement would cause a finding in other texts: inconsistent-translation");
  }

  /**
   * In any text only the forbidden rendering changes, its finding disappears, and no new one
   * appears.
   */
  @Test
  void onlyTheNamedPlacesChange() {
    Random random = new Random(20261125);
    int made = 0;
    for (int round = 0; round < Rounds.of(400); round++) {
      CheckedPair<Passage> pair = randomPair(random);
      FixRun run = run(List.of(pair));
      String before = pair.value().target();
      String seed = "round " + round + ": " + before;
      for (FixRun.Corrected one : run.corrected()) {
        String after = one.after().value().target();
        StringBuilder expected = new StringBuilder();
        int at = 0;
        for (TextEdit fix : one.fixes()) {
          assertThat(fix.span().start()).as(seed).isGreaterThanOrEqualTo(at);
          expected.append(before, at, fix.span().start()).append(fix.text());
          at = fix.span().end();
          made++;
        }
        assertThat(after).as(seed).isEqualTo(expected + before.substring(at));
        List<String> old = rules(pair);
        List<String> now = rules(one.after());
        assertThat(old.size() - now.size()).as(seed).isGreaterThanOrEqualTo(one.fixes().size());
        now.forEach(rule -> assertThat(old.remove(rule)).as(seed + rule).isTrue());
        assertThat(one.after().value().source()).isEqualTo(pair.value().source());
      }
    }
    assertThat(made).as("texts in which something was replaced").isGreaterThan(Rounds.of(100));
  }

  private static List<String> rules(CheckedPair<Passage> pair) {
    Checker checker = new Checker(JUDGE, Checks.standard());
    checker.check(pair);
    return new ArrayList<>(
        checker.findings().stream()
            .filter(one -> !Rules.comparesPairs(one.finding().rule()))
            .map(one -> one.finding().rule() + " " + one.finding().term())
            .toList());
  }

  private static CheckedPair<Passage> randomPair(Random random) {
    String[] wrong = {
      "confederate", "confederates", "Confederate", "cornerstone", "Cornerstones", "guideline",
      "guidelines", "steer", "steering", "steered", "makeover", "productivity",
      "OBOR", "one-sided policies", "GUIDELINES"
    };
    String[] other = {
      "the", "a", "an", "A", "of", "ally", "policy", "is", "are", "café", "\uD83D\uDEA2",
      "\u201c", "\u201d", ",", ".", "\n", "\t", "  ", "'s", "-", "“a", "5%",
      "new", "stone", "&", "(", ")", "\u00a0", "e\u0301"
    };
    StringBuilder text = new StringBuilder("So");
    int length = 3 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append(random.nextInt(8) == 0 ? "" : " ");
      String[] from = random.nextInt(3) == 0 ? wrong : other;
      text.append(from[random.nextInt(from.length)]);
    }
    String[] terms = {"盟友", "压舱石", "政策", "引领", "现代化", "生产力", "倡议", "一边倒"};
    StringBuilder zh = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      zh.append(terms[random.nextInt(terms.length)]).append(i % 3 == 0 ? "，" : "。");
    }
    return pair(1, zh.toString(), text.append(" end.").toString());
  }
}
