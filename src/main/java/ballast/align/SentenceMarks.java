package ballast.align;

import ballast.bitext.Range;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a translation keeps of the punctuation of a text: quotations, questions, end marks, brackets
 * around a sentence; and where a text was cut amid a sentence, or repeats itself. Immutable.
 */
final class SentenceMarks {

  /** How a sentence ends. */
  enum EndMark {
    NONE,
    STOP,
    QUESTION,
    EXCLAMATION,
    COLON,
    DOTS
  }

  /** What has no word of its own, and closes the sentence before it. */
  private static final Pattern CLOSING = Pattern.compile("[。，、；：”’」』）)】\\]》,.;:\\s]+");

  /** What ends no sentence: a comma, or an abbreviation that something must follow. */
  private static final Pattern OPEN_END =
      Pattern.compile(
          "(?:[，、,]|\\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
              + "|No|Mrs?|Ms|Dr|St|vs|Gen|Prof)\\.)$");

  /** In characters: an abbreviation, its stop, and the character before it. */
  private static final int LONGEST_END = 6;

  private final TextSide side;
  private final Quotations quotations;
  private final EndMark[] ends;
  private final int[] bracketedSums;

  /** For each sentence how much it has in common with the one before, 0 to 1. */
  private final double[] repeated;

  /** For each sentence whether it goes on with the one before. */
  private final boolean[] continued;

  SentenceMarks(TextSide side) {
    this.side = side;
    this.quotations = Quotations.of(side);
    this.ends = new EndMark[side.size()];
    this.bracketedSums = new int[side.size() + 1];
    this.repeated = new double[side.size()];
    this.continued = new boolean[side.size() + 1];
    Arrays.setAll(ends, i -> endMark(side.text(i)));
    for (int i = 0; i < side.size(); i++) {
      bracketedSums[i + 1] = bracketedSums[i] + (isBracketed(side.text(i)) ? 1 : 0);
      repeated[i] = i == 0 ? 0 : alike(side.sentences().get(i - 1), side.sentences().get(i));
      continued[i] = i > 0 && isContinued(side.text(i - 1), side.text(i));
    }
  }

  /** The share of the distinct words of two sentences that both have (Dice), 0 to 1. */
  private static double alike(Sentence one, Sentence other) {
    Set<String> words = new HashSet<>(one.words());
    Set<String> others = new HashSet<>(other.words());
    int all = words.size() + others.size();
    words.retainAll(others);
    return all == 0 ? 0 : 2.0 * words.size() / all;
  }

  /** Whether a text was cut between two of its sentences amid a sentence. */
  static boolean isContinued(String before, String next) {
    String begins = next.strip();
    String ended = before.strip();
    return !begins.isEmpty()
        && (Character.isLowerCase(begins.codePointAt(0))
            || CLOSING.matcher(begins).matches()
            || OPEN_END.matcher(ended.substring(Math.max(0, ended.length() - LONGEST_END))).find());
  }

  /** How much a sentence among some has in common with the one before it, at most; 0 to 1. */
  double repeated(Range sentences) {
    double most = 0;
    for (int i = sentences.start() + 1; i < sentences.end(); i++) {
      most = Math.max(most, repeated[i]);
    }
    return most;
  }

  /** How many of the two ends of some sentences are amid a sentence of the text. */
  int cuts(Range sentences) {
    return (continued[sentences.start()] ? 1 : 0) + (continued[sentences.end()] ? 1 : 0);
  }

  Quotations quotations() {
    return quotations;
  }

  EndMark endMark(int sentence) {
    return ends[sentence];
  }

  /** Whether one of the sentences is a question. */
  boolean asks(Range sentences) {
    return sentences.of(side.sentences()).stream().anyMatch(Sentence::asks);
  }

  /** How many of the sentences stand in brackets from beginning to end. */
  int bracketed(Range sentences) {
    return bracketedSums[sentences.end()] - bracketedSums[sentences.start()];
  }

  /** The end mark of a sentence; closing quotation marks and brackets after it are skipped. */
  static EndMark endMark(String text) {
    for (int k = text.length() - 1; k >= 0; k--) {
      char c = text.charAt(k);
      switch (c) {
        case '。', '；', ';' -> {
          return EndMark.STOP;
        }
        case '.' -> {
          return k > 0 && text.charAt(k - 1) == '.' ? EndMark.DOTS : EndMark.STOP;
        }
        case '？', '?' -> {
          return EndMark.QUESTION;
        }
        case '！', '!' -> {
          return EndMark.EXCLAMATION;
        }
        case '：', ':' -> {
          return EndMark.COLON;
        }
        case '…' -> {
          return EndMark.DOTS;
        }
        default -> {
          if (Character.isLetterOrDigit(c)) {
            return EndMark.NONE;
          }
        }
      }
    }
    return EndMark.NONE;
  }

  /** Whether a sentence begins with an opening quotation mark. */
  boolean opensQuotation(int sentence) {
    String stripped = side.text(sentence).strip();
    return !stripped.isEmpty() && "“「『‘\"'".indexOf(stripped.charAt(0)) >= 0;
  }

  /** Whether a sentence ends with a closing quotation mark, before its end mark or after it. */
  boolean closesQuotation(int sentence) {
    String stripped = side.text(sentence).strip();
    int end = stripped.length();
    while (end > 0 && "。！？!?.,，；;…".indexOf(stripped.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && "”」』’\"'".indexOf(stripped.charAt(end - 1)) >= 0;
  }

  /**
   * Whether a sentence begins with a bracket and ends with one, before its end mark or after it.
   */
  static boolean isBracketed(String text) {
    String stripped = text.strip();
    return stripped.length() > 2
        && "(（[【".indexOf(stripped.charAt(0)) >= 0
        && (closes(stripped.charAt(stripped.length() - 1))
            || closes(stripped.charAt(stripped.length() - 2)));
  }

  private static boolean closes(char c) {
    return ")）]】".indexOf(c) >= 0;
  }
}
