package ballast.check;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.language.ChineseWords;
import ballast.language.Renderings;
import java.util.Arrays;
import java.util.List;

/** Pairs of texts and small glossaries to check them by. */
final class Checks {

  private Checks() {}

  /** A pair of Chinese and English in line {@code line} of a file "x". */
  static CheckedPair<Passage> pair(int line, String zh, String en) {
    return CheckedPair.at(
        new Passage("", "", Lang.ZH_CN, Lang.EN_US, zh, en), new Location("x", line, 1));
  }

  /** A concept with the id of its Chinese; English that begins with a minus is forbidden. */
  static Concept concept(String zh, String... en) {
    return new Concept(zh, List.of(zh), Arrays.stream(en).map(Checks::term).toList());
  }

  private static Term term(String text) {
    return text.startsWith("-")
        ? new Term(text.substring(1), TermStatus.FORBIDDEN)
        : new Term(text, TermStatus.PREFERRED);
  }

  /** Judges without any dictionary. */
  static TermJudge judge(Concept... concepts) {
    return new TermJudge(Glossary.of(List.of(concepts)), ChineseWords.NONE, Renderings.NONE);
  }

  /** The rules that need not be named. */
  static List<Rule> standard() {
    return Rules.all().stream().filter(rule -> !rule.isOptional()).toList();
  }

  static Checker checker(Concept... concepts) {
    return new Checker(judge(concepts), standard());
  }
}
