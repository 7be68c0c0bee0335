package ballast.app.revisions;

import ballast.app.page.Imprint;
import ballast.app.page.Numbers;
import ballast.app.page.PageRows;
import ballast.bitext.CountedNoun;
import ballast.revise.Change;
import ballast.revise.Edit;
import ballast.revise.EditRate;
import ballast.revise.FirstLook;
import ballast.revise.RevisedPassage;
import ballast.revise.RevisedPassage.ChangedBy;
import ballast.revise.RevisionReport;
import ballast.revise.RevisionReport.RepeatedEdit;
import ballast.revise.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes as one self-contained page for screen, keyboard and paper: source, old and new text side
 * by side; for two reviews, the draft next to both. Unchanged sentences are included unless there
 * are too many, and are shown on request. The filters use only CSS: without script everything works
 * except the keys.
 *
 * @param sources whether there is a column for sources
 */
public record DiffPage(ComparedVersions compared, PageRows<RevisedPassage> rows, boolean sources) {

  /** Maximum units of a file to show all of them on the page, including unchanged ones. */
  public static final int MAX_ROWS = PageRows.MAX_ROWS;

  static final int MAX_REPEATED = 50;

  private static final int MAX_LINKS = 40;

  static final List<Choice> RATES =
      List.of(
          new Choice("rate", "0", "any", true),
          new Choice("rate", "11", "over 10%", false),
          new Choice("rate", "31", "over 30%", false),
          new Choice("rate", "61", "over 60%", false));

  record Figure(String name, String value, String look) {}

  /**
   * A box or radio button of a filter.
   *
   * @param group null for a box
   */
  record Choice(@Nullable String group, String value, String label, boolean on) {

    String id() {
      return group == null ? value : group + "-" + value;
    }
  }

  /** Changes to look at first, with the first of their rows. */
  record FirstLooks(String name, int count, List<Integer> shown) {}

  public static DiffPage of(ComparedVersions compared) {
    PageRows<RevisedPassage> rows =
        PageRows.of(listed(compared), compared.same().count(), RevisedPassage::isUnchanged);
    boolean sources = rows.rows().stream().anyMatch(row -> !row.value().sources().isEmpty());
    return new DiffPage(compared, rows, sources);
  }

  /** Returns the beginning of the text. */
  String title(Imprint imprint) {
    return compared.passages().stream()
        .findFirst()
        .map(
            first ->
                imprint.title(
                    List.of(
                        first.last().revised().text(),
                        first.sources().stream()
                            .map(SourceText::current)
                            .collect(Collectors.joining())),
                    compared.revised().name()))
        .orElse(compared.revised().name());
  }

  /** Returns the result in a sentence. */
  String summary(Imprint imprint) {
    if (!compared.hasTwoReviews()) {
      return imprint.sentence(
          List.of(changed(compared.changed(), compared.size(), compared.rate(0).rate())));
    }
    String changed = CountedNoun.of(compared.changed(), "sentence");
    return imprint.sentence(
        List.of(changed + " of " + Numbers.count(compared.size()) + " changed"));
  }

  /** Returns for example {@code 12 sentences of 48 changed, 8.1% of the words}. */
  static String changed(int changed, int all, double rate) {
    return (CountedNoun.of(changed, "sentence") + " of " + Numbers.count(all) + " changed, ")
        + (DiffText.percent(rate) + " of the words");
  }

  /** Returns the requested passages, and the unchanged ones between them. */
  private static List<RevisedPassage> listed(ComparedVersions compared) {
    Set<RevisedPassage> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    shown.addAll(compared.shown());
    return compared.passages().stream()
        .filter(passage -> passage.isUnchanged() || shown.contains(passage))
        .toList();
  }

  /** Returns the changes to look at first; empty if none has priority. */
  List<FirstLooks> firstLooks() {
    IdentityHashMap<Change, Integer> numbers = new IdentityHashMap<>();
    rows.rows().forEach(row -> numbers.put(row.value().first(), row.number()));
    List<FirstLooks> looks = new ArrayList<>();
    FirstLook.among(List.copyOf(numbers.keySet()))
        .forEach(
            (look, changes) -> {
              List<Integer> found = changes.stream().map(numbers::get).sorted().toList();
              List<Integer> shown = found.subList(0, Math.min(MAX_LINKS, found.size()));
              looks.add(new FirstLooks(look.inWords(found.size()), found.size(), shown));
            });
    return looks;
  }

  List<Figure> figures() {
    RevisionReport.Summary summary = compared.summary(0);
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("of the words changed", DiffText.percent(summary.rate().rate()), ""));
    figures.add(
        new Figure("of the characters", DiffText.percent(summary.rate().characterRate()), ""));
    if (summary.rewritten() > 0) {
      String all = CountedNoun.of(compared.size(), "sentence");
      String name = "of " + all + " largely rewritten";
      figures.add(new Figure(name, Numbers.count(summary.rewritten()), ""));
    }
    summary.kinds().forEach((kind, n) -> count(figures, kind.inWords(), n, kind.label()));
    summary
        .terms()
        .forEach((kind, n) -> count(figures, "terms " + kind.inWords(), n, "term-" + kind.label()));
    return figures;
  }

  private static void count(List<Figure> figures, String name, int count, String look) {
    if (count > 0) {
      figures.add(new Figure(name, Numbers.count(count), look));
    }
  }

  List<Figure> reviewFigures() {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < compared.reviews().size(); i++) {
      String by = "of the words by " + compared.reviews().get(i).name();
      figures.add(new Figure(by, DiffText.percent(compared.rate(i).rate()), ""));
    }
    compared
        .counts()
        .forEach(
            (by, count) -> {
              if (count > 0) {
                figures.add(new Figure(compared.inWords(by), count.toString(), ""));
              }
            });
    return figures;
  }

  /** Returns the width of the bar of a band, in percent of the largest. */
  long width(EditRate.Band band) {
    Map<EditRate.Band, Integer> bands = compared.summary(0).bands();
    int max = bands.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    return max == 0 ? 0 : Math.round(100.0 * bands.getOrDefault(band, 0) / max);
  }

  static List<RepeatedEdit> first(List<RepeatedEdit> repeated) {
    return repeated.subList(0, Math.min(MAX_REPEATED, repeated.size()));
  }

  List<Choice> kinds() {
    Set<Change.Kind> kinds = EnumSet.noneOf(Change.Kind.class);
    rows.rows().forEach(row -> kinds.add(row.value().first().kind()));
    RevisionReport.Summary summary = compared.summary(0);
    return Arrays.stream(Change.Kind.values())
        .filter(kinds::contains)
        .map(
            kind ->
                new Choice(
                    null,
                    "kind-" + kind.label(),
                    kind.inWords() + " " + summary.kinds().getOrDefault(kind, 0),
                    kind != Change.Kind.UNCHANGED || showsUnchanged()))
        .toList();
  }

  private boolean showsUnchanged() {
    return compared.shown().stream().anyMatch(RevisedPassage::isUnchanged);
  }

  /** Returns the filter by kind of edit. */
  List<Choice> classes() {
    Map<Edit.Kind, Integer> counts = compared.summary(0).classes();
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("class", "all", "anything", true));
    for (Edit.Kind kind : Edit.Kind.values()) {
      int count = counts.getOrDefault(kind, 0);
      if (count > 0) {
        choices.add(new Choice("class", kind.label(), kind.label() + " " + count, false));
      }
    }
    if (counts.getOrDefault(Edit.Kind.FORMAT, 0) > 0) {
      choices.add(new Choice("class", "words", "more than format", false));
    }
    return choices;
  }

  List<Choice> reviewers() {
    List<Choice> choices = new ArrayList<>();
    compared
        .counts()
        .forEach(
            (by, count) -> {
              if (count > 0) {
                String label = compared.inWords(by) + " " + count;
                boolean on = by != ChangedBy.NOBODY || showsUnchanged();
                choices.add(new Choice(null, "by-" + by.label(), label, on));
              }
            });
    return choices;
  }

  static String classes(Change change) {
    StringBuilder classes = new StringBuilder(change.kind().label());
    for (Edit.Kind kind : Edit.Kind.values()) {
      if (change.has(kind) || (kind == Edit.Kind.TERM && !change.terms().isEmpty())) {
        classes.append(" has-").append(kind.label());
      }
    }
    if (change.isFormatOnly()) {
      classes.append(" format-only");
    }
    for (EditRate.Band band : EditRate.Band.values()) {
      if (EditRate.Band.of(change.rate().rate()).compareTo(band) >= 0) {
        String from = band.label().split("-", -1)[0];
        classes.append(" from-").append(from);
      }
    }
    return classes.toString();
  }

  /** Returns the place in the versions; a sentence of a memory has a place only if it moved. */
  static String place(Change change) {
    boolean hasLines = change.old().line() > 0 || change.revised().line() > 0;
    return hasLines || change.kind() == Change.Kind.MOVED ? DiffText.ChangePlace.of(change) : "";
  }
}
