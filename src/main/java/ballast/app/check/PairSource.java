package ballast.app.check;

import ballast.app.align.ArticleReading;
import ballast.format.article.ReaderOptions;
import ballast.format.unit.UnitFormat;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import ballast.segment.SegmenterOptions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of texts of a request, and how to read them.
 *
 * @param named the files; none for the memory
 * @param memory read if no file is named; null only if there are files
 * @param filter selects units of the memory; rejected ones only if it names their status
 * @param source options for the article; its language also applies to the sources of tables
 * @param target options for the translation
 * @param segmenting how to split an article into sentences
 * @param isFinal whether files are complete: segments without a translation are errors even if
 *     their file says that the work on them has not begun
 */
public record PairSource(
    Named named,
    @Nullable MemoryStore memory,
    UnitFilter filter,
    ReaderOptions source,
    ReaderOptions target,
    SegmenterOptions segmenting,
    boolean isFinal) {

  /**
   * The files of a request.
   *
   * @param files files of units; articles with their translations; folders of both; patterns of
   *     names; or {@code -}, standard input
   * @param pairList a list of articles and their translations, one pair a line; empty if there is
   *     none
   * @param standardInput the format of the units in standard input; null if it has the text of an
   *     article
   */
  public record Named(List<String> files, String pairList, @Nullable UnitFormat standardInput) {

    public Named {
      files = List.copyOf(files);
    }

    public static Named of(List<String> files) {
      return new Named(files, "", null);
    }

    public boolean isEmpty() {
      return files.isEmpty() && pairList.isEmpty();
    }
  }

  public PairSource {
    if (named.isEmpty() && memory == null) {
      throw new IllegalArgumentException("neither files nor a memory");
    }
  }

  /** Pairs of these files; languages and encodings are detected. */
  public static PairSource ofFiles(String... files) {
    return of(List.of(files), null);
  }

  /** All units of a memory except rejected ones. */
  public static PairSource ofMemory(MemoryStore memory) {
    return of(List.of(), memory);
  }

  private static PairSource of(List<String> files, @Nullable MemoryStore memory) {
    return new PairSource(
        Named.of(files),
        memory,
        UnitFilter.CURRENT,
        ReaderOptions.DEFAULT,
        ReaderOptions.DEFAULT,
        SegmenterOptions.DEFAULT,
        /* isFinal= */ false);
  }

  public PairSource where(UnitFilter units) {
    return new PairSource(named, memory, units, source, target, segmenting, isFinal);
  }

  public PairSource complete(boolean areFinal) {
    return new PairSource(named, memory, filter, source, target, segmenting, areFinal);
  }

  ArticleReading reading() {
    return new ArticleReading(source, target, segmenting);
  }

  public boolean isMemory() {
    return named.isEmpty();
  }

  /** Whether no condition but the document selects units, so that whole documents are read. */
  boolean isWhole() {
    return filter.inDocuments(Set.of()).equals(UnitFilter.CURRENT);
  }

  MemoryStore requireMemory() {
    if (memory == null) {
      throw new IllegalStateException("the pairs are those of files");
    }
    return memory;
  }
}
