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
 * The totals of a report.
 *
 * @param kinds number of changes of each kind; every kind has an entry
 * @param classes number of edits of each class; every class has an entry
 * @param bands number of changes in each band of the edit rate; every band has an entry
 * @param terms number of effects on terms of each kind; every kind has an entry
 * @param rate how much was changed in all
 * @param rewritten number of changes that left little of the old wording
 * @param repeated edits that were made more than once, the most frequent first, without those of
 *     function words and marks only
 */
public record RevisionSummary(
    Map<ChangeKind, Integer> kinds,
    Map<EditClass, Integer> classes,
    Map<RateBand, Integer> bands,
    Map<TermEffect.Kind, Integer> terms,
    EditRate rate,
    int rewritten,
    List<RepeatedEdit> repeated) {

  public RevisionSummary {
    kinds = new EnumMap<>(kinds);
    classes = new EnumMap<>(classes);
    bands = new EnumMap<>(bands);
    terms = new EnumMap<>(terms);
    repeated = List.copyOf(repeated);
  }

  /** The totals of these changes. */
  public static RevisionSummary of(List<Change> changes) {
    return of(changes, SameUnits.NONE);
  }

  static RevisionSummary of(List<Change> changes, SameUnits same) {
    Map<ChangeKind, Integer> kinds = zeros(ChangeKind.class);
    Map<EditClass, Integer> classes = zeros(EditClass.class);
    Map<RateBand, Integer> bands = zeros(RateBand.class);
    Map<TermEffect.Kind, Integer> terms = zeros(TermEffect.Kind.class);
    EditRate rate = same.size();
    kinds.merge(ChangeKind.UNCHANGED, same.count(), Integer::sum);
    bands.merge(RateBand.of(0), same.count(), Integer::sum);
    terms.merge(TermEffect.Kind.OPEN, same.openTerms(), Integer::sum);
    for (Change change : changes) {
      kinds.merge(change.kind(), 1, Integer::sum);
      bands.merge(RateBand.of(change.rate().rate()), 1, Integer::sum);
      change.edits().forEach(edit -> classes.merge(edit.editClass(), 1, Integer::sum));
      change.terms().forEach(term -> terms.merge(term.kind(), 1, Integer::sum));
      rate = rate.plus(change.rate());
    }
    int rewritten = (int) changes.stream().filter(Change::isRewritten).count();
    return new RevisionSummary(kinds, classes, bands, terms, rate, rewritten, repeated(changes));
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
   * Whether the edit, made again and again, may be a decision: one about white space, articles or
   * commas is not.
   */
  private static boolean saysSomething(Edit edit) {
    String both = edit.oldText() + " " + edit.newText();
    return edit.editClass() == EditClass.FORMAT
        ? !both.isBlank()
        : Tokens.of(both, ChineseWords.NONE).list().stream().anyMatch(Token::hasContent);
  }

  private static List<String> key(Edit edit) {
    if (edit.editClass() == EditClass.FORMAT) {
      return List.of(edit.oldText().strip(), edit.newText().strip());
    }
    return List.of(bare(edit.oldText()), bare(edit.newText()));
  }

  /** The text without its article: "the productive forces" and "productive forces" are one edit. */
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
