package ballast.app.documents;

import ballast.app.Notices;
import ballast.app.Texts;
import ballast.app.Workplace;
import ballast.app.documents.Direction.SearchSide;
import ballast.app.documents.MatchAnalysis.Neighbourhood;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.DocumentReader;
import ballast.likeness.Score;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how much of new documents is already in a memory, in the match bands used for pricing.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * MemoryCoverage.Request request =
 *     MemoryCoverage.Request.of(List.of("article.zh.txt"), memory);
 * MatchAnalysis analysis = new MemoryCoverage(Workplace.in(folder), Notices.NONE).count(request);
 * long known = analysis.segments() - analysis.segments(MatchAnalysis.MatchBand.NONE);
 * }</pre>
 */
public final class MemoryCoverage {

  /**
   * The documents, and the units to compare them with.
   *
   * @param files text files or HTML pages; {@code -} is standard input
   * @param units its units that count; without a status and a language, those offered to a
   *     translator of the document
   * @param side the texts of the units that are compared with the documents
   */
  public record Request(
      List<String> files,
      ReaderOptions reading,
      SegmenterOptions segmenting,
      MemoryStore memory,
      UnitFilter units,
      SearchSide side) {

    public Request {
      files = List.copyOf(files);
    }

    public static Request of(List<String> files, MemoryStore memory) {
      return new Request(
          files,
          ReaderOptions.DEFAULT,
          SegmenterOptions.DEFAULT,
          memory,
          UnitFilter.OFFERED,
          SearchSide.BOTH);
    }
  }

  private final Workplace workplace;
  private final Notices notices;

  public MemoryCoverage(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * Counts all documents together. A sentence that occurred in an earlier document is a repetition.
   * A file that is given twice is counted once.
   *
   * @throws ballast.bitext.InputException if a document or the memory cannot be read
   */
  public MatchAnalysis count(Request request) {
    UnitFilter units = request.units();
    UnitFilter offered =
        units.statuses().isEmpty() ? units.withStatuses(UnitFilter.OFFERED.statuses()) : units;
    MatchAnalysis analysis = new MatchAnalysis();
    DocumentReader reader = new DocumentReader(request.reading().forTranslation());
    Segmenter segmenter = Segmenter.create(request.segmenting());
    try (Memory memory = request.memory().openForReading()) {
      for (String file : different(request.files())) {
        ReadText text = Texts.read(workplace, reader, file);
        Lang lang = text.document().lang();
        Map<Side, UnitFilter> sides =
            request.side().units(offered, lang, Direction.usualTargets(lang));
        notices.step("looking up the sentences of " + file);
        MemoryLookup lookup = new MemoryLookup(memory, sides, Score.MIN_THRESHOLD);
        analysis.startDocument(file);
        for (Neighbourhood place : Neighbourhood.of(segmenter.segment(text.document()))) {
          analysis.add(place.text(), () -> lookup.score(place));
        }
      }
    }
    return analysis;
  }

  private Collection<String> different(List<String> files) {
    Map<Path, String> different = new LinkedHashMap<>();
    for (String file : files) {
      String first = different.putIfAbsent(realPath(file), file);
      if (first != null) {
        notices.warn(
            file.equals(first)
                ? "\"" + file + "\" is given more than once and is counted once"
                : "\"" + file + "\" is the same file as \"" + first + "\" and is counted once");
      }
    }
    return different.values();
  }

  private Path realPath(String file) {
    Path path = workplace.resolve(file);
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path; // standard input, or a missing file, which is reported when it is read
    }
  }
}
