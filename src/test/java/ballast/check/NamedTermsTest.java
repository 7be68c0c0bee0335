package ballast.check;

import static ballast.check.Checks.concept;
import static ballast.check.Checks.pair;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Severity;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A short form of a term that the document has named in full. */
final class NamedTermsTest {

  private static final Lexicon LEXICON = Lexicon.bundled();

  private static final Glossary GLOSSARY =
      Glossary.of(
          List.of(concept("双端队列", "double-ended queue"), concept("时间复杂度", "time complexity")));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # Introduced beside the full name, in either order.
          双端队列很灵活。; A double-ended queue (deque) is flexible.; 双端队列比栈快。; A deque is faster than a stack.; INFO
          双端队列很灵活。; A deque (double-ended queue) is flexible.; 双端队列比栈快。; Deques are faster than stacks.; INFO
          双端队列又称deque。; A double-ended queue, also known as a deque.; 双端队列比栈快。; A deque is faster than a stack.; INFO
          双端队列很灵活。; A deque, also called a double-ended queue, is flexible.; 双端队列比栈快。; The deque is faster than a stack.; INFO
          # Another word is in the brackets.
          双端队列很灵活。; A double-ended queue (see below) is flexible.; 双端队列比栈快。; A deque is faster than a stack.; ERROR
          双端队列很灵活。; A double-ended queue is flexible.; 双端队列比栈快。; A deque is faster than a stack.; ERROR
          # The head of the name.
          时间复杂度是线性的。; The time complexity is linear.; 时间复杂度很重要。; The complexity matters.; INFO
          线性的。; It is linear.; 时间复杂度很重要。; The complexity matters.; ERROR
          """)
  void aShortFormIsAHint(String zh1, String en1, String zh2, String en2, Severity severity) {
    Checker checker = new Checker(new TermJudge(GLOSSARY, LEXICON, LEXICON), Checks.standard());
    checker.check(pair(1, zh1, en1));
    checker.check(pair(2, zh2, en2));
    assertThat(checker.findings())
        .filteredOn(one -> one.finding().rule().equals(TermRules.MISSING))
        .singleElement()
        .extracting(one -> one.finding().severity())
        .isEqualTo(severity);
  }
}
