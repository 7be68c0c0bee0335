package ballast.links;

import ballast.bitext.Range;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Equivalent punctuation marks of the two languages, and the text between paired marks. */
final class Punctuation {

  private static final String OPENING = "“‘「『《〈（([【〔";
  private static final String CLOSING = "”’」』》〉）)]】〕";

  /** Marks with the same form for opening and closing. */
  private static final String BOTH = "\"'";

  private static final String BRACKETS = "（([【〔）)]】〕";

  /** Groups of equivalent marks; the first mark names the group. */
  private static final String[] ALIKE = {".。．", ",，、", ";；", ":：", "?？", "!！", "…⋯", "—–-－～", "%％"};

  private Punctuation() {}

  /** Returns a key that is equal for equivalent marks, Chinese or not. */
  static String meaning(String mark) {
    for (String group : ALIKE) {
      if (group.contains(mark)) {
        return group.substring(0, 1);
      }
    }
    boolean quote = BOTH.contains(mark);
    boolean opens = OPENING.contains(mark);
    if (quote || opens || CLOSING.contains(mark)) {
      String what = BRACKETS.contains(mark) ? "bracket" : "quote";
      return quote ? "quote" : what + (opens ? " opens" : " closes");
    }
    return mark;
  }

  static boolean alike(String one, String other) {
    String first = meaning(one);
    String second = meaning(other);
    return first.equals(second)
        || (first.startsWith("quote")
            && second.startsWith("quote")
            && (first.equals("quote") || second.equals("quote")));
  }

  static boolean endsClause(Token token) {
    return token.isMark() && ".,;:?!…—".contains(meaning(token.key())) && !token.key().equals("-");
  }

  static boolean endsSentence(Token token) {
    return token.isMark() && ".:?!".contains(meaning(token.key()));
  }

  static boolean opens(Token token) {
    return token.isMark() && (OPENING + BOTH).contains(token.key());
  }

  static boolean closes(Token token) {
    return token.isMark() && (CLOSING + BOTH).contains(token.key());
  }

  /** The tokens between quotation marks or brackets, without these; inner ones first. */
  static List<Range> quoted(List<Token> tokens) {
    List<Range> found = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Integer last = open.peek();
      boolean same = last != null && tokens.get(last).key().equals(token.key());
      if (closes(token) && last != null && (same || !BOTH.contains(token.key()))) {
        found.add(new Range(open.pop() + 1, i));
      } else if (opens(token)) {
        open.push(i);
      }
    }
    return found;
  }
}
