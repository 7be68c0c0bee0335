package ballast.align;

import ballast.bitext.Range;
import java.util.Arrays;

/**
 * What a translation keeps of the punctuation of a text: quotations, questions, end marks, brackets
 * around a sentence. Immutable.
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

  private final TextSide side;
  private final Quotations quotations;
  private final EndMark[] ends;
  private final int[] bracketedSums;

  SentenceMarks(TextSide side) {
    this.side = side;
    this.quotations = Quotations.of(side);
    this.ends = new EndMark[side.size()];
    this.bracketedSums = new int[side.size() + 1];
    Arrays.setAll(ends, i -> endMark(side.text(i)));
    for (int i = 0; i < side.size(); i++) {
      bracketedSums[i + 1] = bracketedSums[i] + (isBracketed(side.text(i)) ? 1 : 0);
    }
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
