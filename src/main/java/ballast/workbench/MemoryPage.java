package ballast.workbench;

import ballast.app.units.MemoryQueries;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.likeness.Warnings.Warning;
import ballast.memory.Concordance.Hit;
import ballast.memory.DocumentSummary;
import ballast.memory.HistoryEntry;
import ballast.memory.Match;
import ballast.memory.Match.Penalty;
import ballast.memory.Statistics.StatusCounts;
import ballast.workbench.ShownUnit.Marked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of the Memory room, for its templates. */
record MemoryPage(MemoryQuery query, List<DocumentSummary> documents, Found found) {

  /** Maximum documents to choose from. A longer list would be slow and useless. */
  static final int MAX_LISTED = 300;

  /** Returns the query string of this page. */
  String here() {
    return query.address() + (query.after().isEmpty() ? "" : "&after=" + query.after());
  }

  static Marked marked(List<Hit> hits) {
    return new Marked(spans(hits, Side.SOURCE), spans(hits, Side.TARGET), "hit");
  }

  private static List<Span> spans(List<Hit> hits, Side side) {
    return hits.stream()
        .filter(hit -> hit.side() == side)
        .flatMap(hit -> hit.spans().stream())
        .toList();
  }

  static String reasons(Words words, Match match) {
    List<String> reasons = new ArrayList<>();
    if (match.context() > 0) {
      reasons.add(words.say("match.neighbours", match.context()));
    }
    if (match.renumbered() != null) {
      reasons.add(words.say("match.renumbered"));
    }
    for (Penalty penalty : match.penalties()) {
      reasons.add(words.say("penalty." + key(penalty), penalty.points()));
    }
    return String.join(", ", reasons);
  }

  static String warning(Words words, Warning warning) {
    String yours = String.join(", ", warning.onlyInQuery());
    String units = String.join(", ", warning.onlyInUnit());
    return words.say("warning." + key(warning.kind()))
        + (yours.isEmpty() ? "" : words.say("warning.yours", yours))
        + (units.isEmpty() ? "" : words.say("warning.unit", units));
  }

  private static String key(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the change of a unit in words. */
  static String what(Words words, HistoryEntry entry) {
    return entry.what() == HistoryEntry.What.JUDGED
        ? words.say("status." + entry.after().status().label())
        : words.say("history." + entry.what().label());
  }

  sealed interface Found {

    /**
     * Units of a list.
     *
     * @param deleted whether the units are deleted
     * @param counts how many units of each status meet the other conditions; null if the memory is
     *     too large to count them for each page
     */
    record Page(List<Unit> units, boolean hasMore, boolean deleted, @Nullable StatusCounts counts)
        implements Found {
      public Page {
        units = List.copyOf(units);
      }

      /** Returns the units of each article. */
      List<List<Unit>> byArticle() {
        List<List<Unit>> articles = new ArrayList<>();
        String document = "";
        for (Unit unit : units) {
          String here = unit.provenance().document();
          if (articles.isEmpty() || !here.equals(document)) {
            articles.add(new ArrayList<>());
            document = here;
          }
          articles.get(articles.size() - 1).add(unit);
        }
        return articles;
      }

      /** Returns how many units the list has on all its pages; 0 if they are not counted. */
      long total(MemoryQuery query) {
        if (counts == null) {
          return 0;
        }
        return query.statuses().isEmpty()
            ? counts.total()
            : query.statuses().stream().mapToLong(counts::count).sum();
      }

      String last() {
        return units.get(units.size() - 1).id();
      }
    }

    /** Units that are similar to a text or contain it. */
    record Search(String text, MemoryQueries.Found result) implements Found {

      /** Returns the hits of each unit: two if both sides have the text. */
      Collection<List<Hit>> hitsByUnit() {
        Map<String, List<Hit>> byUnit = new LinkedHashMap<>();
        for (Hit hit : result.hits()) {
          byUnit.computeIfAbsent(hit.unit().id(), id -> new ArrayList<>()).add(hit);
        }
        return byUnit.values();
      }
    }

    /**
     * No result, because the query is invalid.
     *
     * @param message reason and hint
     */
    record Impossible(String message) implements Found {}
  }
}
