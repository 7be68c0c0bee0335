package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.glossary.EnglishText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds repeated words in an English translation; each run is one finding. */
final class RepeatedWord implements UnitRule {

  /** Words with legitimate repetitions: "he had had", "a long, long way". */
  private static final Set<String> TWICE =
      Set.of(
          "had", "that", "is", "very", "so", "no", "ha", "bye", "long", "many", "much", "more",
          "again", "over", "on", "in", "half", "knock", "blah", "step", "bit", "never", "far");

  @Override
  public String id() {
    return "repeated-word";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "a word stands twice in a row in the English translation";
  }

  @Override
  public boolean isCheap() {
    return true;
  }

  @Override
  public boolean needsSource() {
    return false;
  }

  @Override
  public List<Finding> check(PairReading reading) {
    if (!reading.isIntoEnglish()) {
      return List.of();
    }
    EnglishText text = reading.englishText();
    List<Span> code = reading.passage().code().target();
    List<Finding> findings = new ArrayList<>();
    int end = 0;
    for (int first = 0; first < text.size(); first = end) {
      end = first + 1;
      while (end < text.size() && isRepeated(text, end)) {
        end++;
      }
      // "the flag `flag`" names a variable.
      if (end - first > 1 && code.stream().noneMatch(text.span(first, end)::overlaps)) {
        findings.add(
            PairReading.inTarget(this, List.of(text.span(first, end)), message(text, first, end)));
      }
    }
    return findings;
  }

  private static String message(EnglishText text, int first, int end) {
    String twice = '"' + text.span(first, first + 2).of(text.raw()) + '"';
    int more = end - first - 1;
    return twice + (more == 1 ? ": a word too many" : " and so on: " + more + " words too many");
  }

  private static boolean isRepeated(EnglishText text, int word) {
    String here = text.word(word);
    if (!here.equals(text.word(word - 1)) || TWICE.contains(here)) {
      return false;
    }
    Span first = text.span(word - 1, word);
    Span second = text.span(word, word + 1);
    String raw = text.raw();
    boolean spaceOnly =
        raw.substring(first.end(), second.start()).isBlank() && first.end() < second.start();
    boolean names =
        Character.isUpperCase(raw.charAt(first.start()))
            && Character.isUpperCase(raw.charAt(second.start()));
    return spaceOnly && !names && here.codePoints().allMatch(Character::isLetter);
  }
}
