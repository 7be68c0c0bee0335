package ballast.workbench;

import ballast.app.align.PairList;
import ballast.app.units.MemoryOverview;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.Comments.Comment;
import ballast.memory.DocumentSummary;
import ballast.workbench.Arrivals.Arrival;
import ballast.workbench.Arrivals.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The content of the Articles room, for its templates.
 *
 * @param rows all articles
 * @param hasTexts whether the folder has files to align
 * @param counting whether the rows have no counts yet, or old ones
 * @param only the articles to list
 */
record ArticlesPage(
    List<Row> rows,
    List<Arrival> arrivals,
    boolean hasTexts,
    Job.State<Progress> state,
    boolean counting,
    Only only) {

  /**
   * An article of the memory.
   *
   * @param counts null until they are known
   * @param errors number of findings that are errors; 0 until the memory has been checked
   * @param open open comments
   */
  record Row(
      DocumentSummary document,
      MemoryOverview.@Nullable Article counts,
      int errors,
      List<Comment> open) {

    Row {
      open = List.copyOf(open);
    }

    String name() {
      return document.name();
    }

    String title() {
      return counts == null ? "" : counts.title();
    }

    int looks() {
      return counts == null ? 0 : counts.looks();
    }

    /** Returns the share of approved units in percent. */
    long approved() {
      return counts == null || counts.units().total() == 0
          ? 0
          : counts.units().count(Unit.Status.APPROVED) * 100 / counts.units().total();
    }
  }

  /** Which articles are listed. */
  enum Only {
    ALL,
    LOOKS,
    ERRORS,
    COMMENTS;

    private boolean admits(Row row) {
      return switch (this) {
        case ALL -> true;
        case LOOKS -> row.looks() > 0;
        case ERRORS -> row.errors() > 0;
        case COMMENTS -> !row.open().isEmpty();
      };
    }

    /** Returns the choice with this name, else all. */
    static Only named(String name) {
      for (Only only : values()) {
        if (only.label().equals(name)) {
          return only;
        }
      }
      return ALL;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  List<Row> listed(Only wanted) {
    return rows.stream().filter(wanted::admits).toList();
  }

  /**
   * The files of the folder.
   *
   * @param pairs by name of the article
   * @param problem the reason why the folder cannot be read; "" if it can
   */
  record InFolder(
      List<PairList.Pair> pairs, List<LeftOver> leftOver, List<String> others, String problem) {

    InFolder {
      pairs = List.copyOf(pairs);
      leftOver = List.copyOf(leftOver);
      others = List.copyOf(others);
    }

    static InFolder of(PairList list) {
      List<PairList.Pair> pairs = new ArrayList<>();
      List<LeftOver> leftOver = new ArrayList<>();
      for (PairList.Entry entry : list.entries()) {
        if (entry instanceof PairList.Pair pair) {
          pairs.add(pair);
        } else if (entry instanceof PairList.Alone alone) {
          leftOver.add(new LeftOver(alone.file(), alone.reason()));
        } else if (entry instanceof PairList.Unusable unusable) {
          leftOver.add(new LeftOver(unusable.name(), reason(unusable.reason())));
        }
      }
      return new InFolder(pairs, leftOver, list.others(), /* problem= */ "");
    }

    static InFolder impossible(InputException e) {
      return new InFolder(List.of(), List.of(), List.of(), reason(e));
    }

    private static String reason(InputException e) {
      return e.getMessage() + (e.hint().isEmpty() ? "" : ": " + e.hint());
    }
  }

  /** A file that is in no pair. */
  record LeftOver(String file, String reason) {}

  /**
   * The progress of the job.
   *
   * @param all number of articles in the current request; 0 while they are searched
   * @param outcomes of the current or last request, in order
   */
  record Progress(int all, List<Outcome> outcomes) {

    static final Progress IDLE = new Progress(0, List.of());

    Progress {
      outcomes = List.copyOf(outcomes);
    }

    /** Returns the number of articles that are done. */
    int done() {
      return (int) outcomes.stream().filter(Outcome::isArticle).count();
    }
  }
}
