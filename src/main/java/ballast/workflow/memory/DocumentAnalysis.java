package ballast.workflow.memory;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TextReader;
import ballast.likeness.Score;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import ballast.workflow.Texts;
import ballast.workflow.Workplace;
import ballast.workflow.translate.MatchAnalysis;
import ballast.workflow.translate.MatchCounter;
import ballast.workflow.translate.MemoryLookup;
import ballast.workflow.translate.SearchSide;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out how much of new documents a memory knows, in bands as translators bill them.
 *
 * <pre>{@code
 * try (Memory memory = SqliteMemory.openForReading(folder.resolve("tm/memory.db"))) {
 *   MatchAnalysis known =
 *       new DocumentAnalysis(Workplace.in(folder), memory)
 *           .analyse(DocumentAnalysis.Request.of("article.zh.txt"));
 *   System.out.println(known.segments(MatchBand.EXACT) + " of " + known.segments());
 * }
 * }</pre>
 */
public final class DocumentAnalysis {

  /**
   * What is asked for.
   *
   * @param files the documents, as a person calls them; counted together
   * @param units which units of the memory count
   * @param in which texts of the units are compared
   * @param reading how the documents are read
   * @param segmenting how they are split
   */
  public record Request(
      List<String> files,
      UnitFilter units,
      SearchSide in,
      ReaderOptions reading,
      SegmenterOptions segmenting) {

    public Request {
      files = List.copyOf(files);
    }

    /** With the usual options. */
    public static Request of(String... files) {
      return new Request(
          List.of(files),
          UnitFilter.OFFERED,
          SearchSide.BOTH,
          ReaderOptions.DEFAULT,
          SegmenterOptions.DEFAULT);
    }
  }

  private final Workplace workplace;
  private final Memory memory;

  public DocumentAnalysis(Workplace workplace, Memory memory) {
    this.workplace = workplace;
    this.memory = memory;
  }

  /**
   * Reads and counts the documents. Where the request names no status, rejected units do not count.
   *
   * @throws ballast.bitext.InputException if a document cannot be read
   */
  public MatchAnalysis analyse(Request request) {
    UnitFilter units = request.units();
    UnitFilter offered =
        units.statuses().isEmpty() ? units.withStatuses(UnitFilter.OFFERED.statuses()) : units;
    MatchCounter counter = new MatchCounter();
    TextReader reader = new TextReader(request.reading());
    Segmenter segmenter = Segmenter.create(request.segmenting());
    for (String file : request.files()) {
      ReadText text = Texts.read(workplace, reader, file);
      Map<Side, UnitFilter> sides = sides(offered, request.in(), text.document().lang());
      counter.add(segmenter.segment(text.document()), new MemoryLookup(memory, sides, Score.LEAST));
    }
    return counter.analysis();
  }

  /** The units by the side that is compared with a document; of that side only its language. */
  private static Map<Side, UnitFilter> sides(UnitFilter units, SearchSide in, Lang lang) {
    Set<Lang> same = Set.of(new Lang(lang.language()));
    Map<Side, UnitFilter> sides = new EnumMap<>(Side.class);
    for (Side side : in.sides()) {
      Set<Lang> sources = units.sourceLangs();
      Set<Lang> targets = units.targetLangs();
      if (side == Side.SOURCE) {
        sides.put(side, units.between(sources.isEmpty() ? same : sources, targets));
      } else {
        sides.put(side, units.between(sources, targets.isEmpty() ? same : targets));
      }
    }
    return sides;
  }
}
