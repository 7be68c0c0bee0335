package ballast.revise;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A reviewer's verdict on a row. */
public enum Verdict {
  ACCEPT("yes y accept accepted approve approved ok true 1 x ✓ ✔ √ 是 对 好 接受 同意 通过"),
  REJECT("no n reject rejected false 0 ✗ ✘ 否 不 拒绝 驳回 不同意 不接受"),
  /** No verdict. */
  UNDECIDED("");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** The words for this verdict. */
  List<String> words() {
    return List.of(words.split(" ", -1));
  }

  /**
   * The verdict in a cell, ignoring case, width and surrounding white space. Empty when the cell
   * has none of the words.
   */
  static Optional<Verdict> of(String cell) {
    String word = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    for (Verdict verdict : values()) {
      if (verdict.words().contains(word)) {
        return Optional.of(verdict);
      }
    }
    return Optional.empty();
  }
}
