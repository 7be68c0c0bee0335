package ballast.check;

import ballast.bitext.Severity;

/** One thing that can be wrong: a {@code UnitRule} or a {@code CorpusRule}. Thread-safe. */
public interface Rule {

  /** Its name, {@code [a-z-]+}; its page is {@code rules/ID.md}. */
  String id();

  /** How bad it is. */
  Severity severity();

  /** What it looks for, in half a sentence. */
  String summary();
}
