package ballast.format.term;

import ballast.format.term.GlossaryTableWriter.LeftOutTerm;
import ballast.glossary.Concept;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Writes glossaries. The same concepts give the same bytes on every machine. Ballast's tables and
 * TBX hold everything. OmegaT and DeepL hold only terms and their translations, so forbidden terms
 * and all other data are omitted and reported.
 */
public final class GlossaryWriter {

  private final boolean origins;

  public GlossaryWriter() {
    this(false);
  }

  private GlossaryWriter(boolean origins) {
    this.origins = origins;
  }

  /** Returns a writer that adds the file and line of a term to its source in tables. */
  public GlossaryWriter withOrigins() {
    return new GlossaryWriter(true);
  }

  /**
   * Writes a glossary; the stream is flushed, not closed.
   *
   * @return the omitted terms with reasons
   */
  public List<LeftOutTerm> write(OutputStream out, GlossaryFormat format, List<Concept> concepts)
      throws IOException {
    return format.write(out, concepts, origins);
  }

  /**
   * Writes one of Ballast's tables with an additional column for the name of each group of
   * concepts; the stream is flushed, not closed.
   */
  public void writeCsv(OutputStream stream, String column, Map<String, List<Concept>> groups)
      throws IOException {
    new GlossaryTableWriter(origins).writeCsv(stream, column, groups);
  }
}
