package ballast.revise;

import ballast.language.ChineseWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All changes between two versions.
 *
 * @param changes in the order of the new version, including unchanged sentences: every sentence of
 *     both versions is in exactly one
 * @param same unchanged units that are not listed in {@code changes}
 */
public record RevisionReport(List<Change> changes, SameSources.Counts same) {

  public RevisionReport {
    changes = List.copyOf(changes);
  }

  public RevisionReport(List<Change> changes) {
    this(changes, SameSources.Counts.NONE);
  }

  RevisionReport with(SameSources.Counts sameUnits) {
    return new RevisionReport(changes, sameUnits);
  }

  public Summary summary() {
    return Summary.of(changes, same);
  }

  List<Change> differences() {
    return changes.stream().filter(change -> change.kind().isChange()).toList();
  }

  /**
   * The totals of a report. Each map has an entry for every key.
   *
   * @param classes number of edits by class
   * @param terms number of effects on terms by kind
   * @param rewritten number of changes that left little of the old wording
   * @param repeated edits made more than once, the most frequent first, without those of function
   *     words and marks only
   */
  public record Summary(
      Map<Change.Kind, Integer> kinds,
      Map<Edit.Kind, Integer> classes,
      Map<EditRate.Band, Integer> bands,
      Map<TermEffect.Kind, Integer> terms,
      EditRate rate,
      int rewritten,
      List<RepeatedEdit> repeated) {

    public Summary {
      kinds = new EnumMap<>(kinds);
      classes = new EnumMap<>(classes);
      bands = new EnumMap<>(bands);
      terms = new EnumMap<>(terms);
      repeated = List.copyOf(repeated);
    }

    static Summary of(List<Change> changes, SameSources.Counts same) {
      Map<Change.Kind, Integer> kinds = zeros(Change.Kind.class);
      Map<Edit.Kind, Integer> classes = zeros(Edit.Kind.class);
      Map<EditRate.Band, Integer> bands = zeros(EditRate.Band.class);
      Map<TermEffect.Kind, Integer> terms = zeros(TermEffect.Kind.class);
      EditRate rate = same.size();
      kinds.merge(Change.Kind.UNCHANGED, same.count(), Integer::sum);
      bands.merge(EditRate.Band.of(0), same.count(), Integer::sum);
      terms.merge(TermEffect.Kind.OPEN, same.openTerms(), Integer::sum);
      for (Change change : changes) {
        kinds.merge(change.kind(), 1, Integer::sum);
        bands.merge(EditRate.Band.of(change.rate().rate()), 1, Integer::sum);
        change.edits().forEach(edit -> classes.merge(edit.editClass(), 1, Integer::sum));
        change.terms().forEach(term -> terms.merge(term.kind(), 1, Integer::sum));
        rate = rate.plus(change.rate());
      }
      int rewritten = (int) changes.stream().filter(Change::isRewritten).count();
      return new Summary(kinds, classes, bands, terms, rate, rewritten, repeated(changes));
    }

    private static <E extends Enum<E>> Map<E, Integer> zeros(Class<E> type) {
      Map<E, Integer> zeros = new EnumMap<>(type);
      for (E one : type.getEnumConstants()) {
        zeros.put(one, 0);
      }
      return zeros;
    }

    private static List<RepeatedEdit> repeated(List<Change> changes) {
      Map<List<String>, Integer> counts = new LinkedHashMap<>();
      for (Change change : changes) {
        for (Edit edit : change.edits()) {
          if (saysSomething(edit)) {
            counts.merge(key(edit), 1, Integer::sum);
          }
        }
      }
      List<RepeatedEdit> repeated = new ArrayList<>();
      counts.forEach(
          (key, times) -> {
            if (times > 1) {
              repeated.add(new RepeatedEdit(key.get(0), key.get(1), times));
            }
          });
      repeated.sort(Comparator.comparingInt(RepeatedEdit::times).reversed());
      return repeated;
    }

    /**
     * Returns whether repeating the edit may be deliberate: not for white space, articles or
     * commas.
     */
    private static boolean saysSomething(Edit edit) {
      String both = edit.oldText() + " " + edit.newText();
      return edit.editClass() == Edit.Kind.FORMAT
          ? !both.isBlank()
          : Tokens.of(both, ChineseWords.NONE).list().stream().anyMatch(Tokens.Token::hasContent);
    }

    private static List<String> key(Edit edit) {
      if (edit.editClass() == Edit.Kind.FORMAT) {
        return List.of(edit.oldText().strip(), edit.newText().strip());
      }
      return List.of(bare(edit.oldText()), bare(edit.newText()));
    }

    /** Removes the article: "the productive forces" and "productive forces" are one edit. */
    private static String bare(String text) {
      String lower = text.strip().toLowerCase(Locale.ROOT);
      for (String article : List.of("the ", "a ", "an ")) {
        if (lower.startsWith(article)) {
          return lower.substring(article.length());
        }
      }
      return lower;
    }
  }

  /**
   * An edit that was made more than once.
   *
   * @param old the replaced text in lower case, without a leading article; empty for an insertion
   * @param revised the replacement in the same form; empty for a deletion
   * @param times at least 2
   */
  public record RepeatedEdit(String old, String revised, int times) {}
}
