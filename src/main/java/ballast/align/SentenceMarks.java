package ballast.align;

import ballast.bitext.Range;
import java.util.Arrays;

/**
 * Signs of the sentences of one text that a translation keeps: quotations, questions, how a
 * sentence ends, brackets around it, numbers. Immutable.
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
  private final int[] bracketedBefore;

  SentenceMarks(TextSide side) {
    this.side = side;
    this.quotations = Quotations.of(side);
    this.ends = new EndMark[side.size()];
    this.bracketedBefore = new int[side.size() + 1];
    Arrays.setAll(ends, i -> endMark(side.text(i)));
    for (int i = 0; i < side.size(); i++) {
      bracketedBefore[i + 1] = bracketedBefore[i] + (isBracketed(side.text(i)) ? 1 : 0);
    }
  }

  Quotations quotations() {
    return quotations;
  }

  EndMark endMark(int sentence) {
    return ends[sentence];
  }

  /** Whether one of the sentences asks. */
  boolean asks(Range sentences) {
    return sentences.of(side.sentences()).stream().anyMatch(Sentence::asks);
  }

  /** How many of the sentences stand in brackets as a whole. */
  int bracketed(Range sentences) {
    return bracketedBefore[sentences.end()] - bracketedBefore[sentences.start()];
  }

  /** The last mark of a sentence, whatever closes after it. */
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
    String bare = side.text(sentence).strip();
    return !bare.isEmpty() && "“「『‘\"'".indexOf(bare.charAt(0)) >= 0;
  }

  /** Whether a sentence ends with a closing quotation mark, before its end mark or after it. */
  boolean closesQuotation(int sentence) {
    String bare = side.text(sentence).strip();
    int end = bare.length();
    while (end > 0 && "。！？!?.,，；;…".indexOf(bare.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && "”」』’\"'".indexOf(bare.charAt(end - 1)) >= 0;
  }

  /** Whether a sentence begins with a bracket and ends with one, its end mark apart. */
  static boolean isBracketed(String text) {
    String bare = text.strip();
    return bare.length() > 2
        && "(（[【".indexOf(bare.charAt(0)) >= 0
        && (closes(bare.charAt(bare.length() - 1)) || closes(bare.charAt(bare.length() - 2)));
  }

  private static boolean closes(char c) {
    return ")）]】".indexOf(c) >= 0;
  }
}
