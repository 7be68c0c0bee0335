package ballast.workbench.memory;

import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.likeness.Warning;
import ballast.memory.Concordance;
import ballast.memory.Match;
import ballast.memory.Penalty;
import ballast.report.page.Html;
import ballast.report.page.Marks;
import ballast.workbench.frame.Words;
import ballast.workbench.memory.UnitHtml.Marked;
import ballast.workflow.memory.MemorySearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the list of units that a query has found. */
final class FoundHtml {

  private final Html html;
  private final Words words;
  private final UnitHtml units;

  FoundHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
    this.units = new UnitHtml(html, words);
  }

  /** Writes the list, which asks for itself again when the memory has changed elsewhere. */
  void write(MemoryQuery query, Found found) throws IOException {
    String address = query.address();
    String after = query.after().isEmpty() ? "" : "&after=" + query.after();
    html.add("<section id=\"units\" aria-label=\"{}\"", words.say("memory.units"));
    html.add(" hx-get=\"/memory?{}\" hx-select=\"#units\"", address + after);
    html.add(" hx-trigger=\"memory-changed from:body\" hx-swap=\"outerHTML\"");
    // A search that is on its way brings the same news, and would find its place gone.
    html.add(" hx-sync=\"#search:abort\" hx-disinherit=\"*\">\n");
    if (found instanceof Found.Page page) {
      writePage(query, page);
    } else if (found instanceof Found.Search search) {
      writeSearch(search.text(), search.result());
    } else if (found instanceof Found.Impossible impossible) {
      html.add("<p class=\"alert\">{}</p>\n", impossible.message());
    }
    html.add("</section>\n");
  }

  private void writePage(MemoryQuery query, Found.Page page) throws IOException {
    if (page.units().isEmpty()) {
      html.add("<p class=\"soft\">{}</p>\n", words.say("memory.none"));
    }
    String document = "";
    boolean open = false;
    for (Unit unit : page.units()) {
      String here = unit.provenance().document();
      if (!open || !here.equals(document)) {
        html.add(open ? "</ol>\n" : "");
        html.add("<h2>{}</h2>\n", here.isEmpty() ? words.say("memory.no.document") : here);
        html.add("<ol class=\"units by-article\">\n");
        document = here;
        open = true;
      }
      units.writeBeginning(unit, Marked.NOTHING);
      units.writeEnd(unit, page.deleted());
    }
    html.add(open ? "</ol>\n" : "");
    writePages(query, page);
  }

  private void writePages(MemoryQuery query, Found.Page page) throws IOException {
    if (query.after().isEmpty() && !page.hasMore()) {
      return;
    }
    html.add("<nav class=\"line\" aria-label=\"{}\">", words.say("memory.pages"));
    if (!query.after().isEmpty()) {
      html.add("<a class=\"button\" href=\"/memory?{}\">", query.address());
      html.add("{}</a> ", words.say("memory.first"));
    }
    if (page.hasMore()) {
      String last = page.units().get(page.units().size() - 1).id();
      html.add(
          "<a class=\"button\" id=\"next\" href=\"/memory?{}&amp;after={}\">",
          query.address(),
          last);
      html.add("{}</a>", words.say("memory.next"));
    }
    html.add("</nav>\n");
  }

  private void writeSearch(String text, MemorySearch.Result found) throws IOException {
    if (found.matches().isEmpty() && found.hits().isEmpty()) {
      html.add("<p class=\"soft\">{}</p>\n", words.say("memory.nothing"));
    }
    if (!found.matches().isEmpty()) {
      html.add("<h2>{}</h2>\n", words.say("memory.similar", found.matches().size()));
      html.add("<ol class=\"units\">\n");
      for (Match match : found.matches()) {
        writeMatch(text, found.side(), match);
      }
      html.add("</ol>\n");
    }
    if (!found.hits().isEmpty()) {
      html.add("<h2>{}</h2>\n", words.say("memory.places", found.total()));
      html.add("<ol class=\"units\">\n");
      // A unit that has the text on both sides is two hits; it is written once, with both marked.
      Map<String, List<Concordance.Hit>> byUnit = new LinkedHashMap<>();
      for (Concordance.Hit hit : found.hits()) {
        byUnit.computeIfAbsent(hit.unit().id(), id -> new ArrayList<>()).add(hit);
      }
      for (List<Concordance.Hit> hits : byUnit.values()) {
        writeHits(hits);
      }
      html.add("</ol>\n");
    }
  }

  private void writeMatch(String text, Side side, Match match) throws IOException {
    Unit unit = match.unit();
    List<Span> differences = match.likeness().differences().right();
    units.writeBeginning(unit, Marked.on(side, differences, "other"));
    html.add("<div class=\"match\"><p><strong class=\"score\">{} %</strong>", match.score());
    html.add(" <span class=\"soft\">{}</span></p>", reasons(match));
    List<Span> asked = match.likeness().differences().left();
    if (!asked.isEmpty()) {
      html.add("<p class=\"asked\"><span class=\"soft\">{}</span> ", words.say("memory.asked"));
      html.add("<span lang=\"{}\">", unit.lang(side).tag());
      Marks.write(html, text, asked, "other");
      html.add("</span></p>");
    }
    for (Warning warning : match.likeness().warnings()) {
      html.add("<p class=\"alert\">{}</p>", words(warning));
    }
    html.add("</div>\n");
    units.writeEnd(unit, /* deleted= */ false);
  }

  /** Why the score differs from the similarity. */
  private String reasons(Match match) {
    List<String> reasons = new ArrayList<>();
    if (match.context() > 0) {
      reasons.add(words.say("match.neighbours", match.context()));
    }
    for (Penalty penalty : match.penalties()) {
      reasons.add(words.say("penalty." + key(penalty.kind()), penalty.points()));
    }
    return String.join(", ", reasons);
  }

  private String words(Warning warning) {
    String yours = String.join(", ", warning.onlyInQuery());
    String units = String.join(", ", warning.onlyInUnit());
    String kind = words.say("warning." + key(warning.kind()));
    return kind
        + (yours.isEmpty() ? "" : words.say("warning.yours", yours))
        + (units.isEmpty() ? "" : words.say("warning.unit", units));
  }

  private void writeHits(List<Concordance.Hit> hits) throws IOException {
    Unit unit = hits.get(0).unit();
    units.writeBeginning(
        unit, new Marked(spans(hits, Side.SOURCE), spans(hits, Side.TARGET), "hit"));
    units.writeEnd(unit, /* deleted= */ false);
  }

  private static List<Span> spans(List<Concordance.Hit> hits, Side side) {
    return hits.stream()
        .filter(hit -> hit.side() == side)
        .flatMap(hit -> hit.spans().stream())
        .toList();
  }

  private static String key(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
