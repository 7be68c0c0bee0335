package ballast.format.term;

import ballast.format.term.GlossaryTableWriter.LeftOutTerm;
import ballast.glossary.Concept;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Writes glossaries. The same concepts give the same bytes on every machine. Ballast's tables and
 * TBX hold everything; OmegaT and DeepL know only terms and their translations, so forbidden terms
 * and everything else that they cannot hold are left out and reported.
 */
public final class GlossaryWriter {

  private final boolean origins;

  public GlossaryWriter() {
    this(false);
  }

  private GlossaryWriter(boolean origins) {
    this.origins = origins;
  }

  /**
   * A writer that also writes into tables, as source, the file and line from which a term comes.
   */
  public GlossaryWriter withOrigins() {
    return new GlossaryWriter(true);
  }

  /**
   * Writes a glossary; the stream is flushed, not closed.
   *
   * @return what was left out and why
   */
  public List<LeftOutTerm> write(OutputStream out, GlossaryFormat format, List<Concept> concepts)
      throws IOException {
    return format.write(out, concepts, origins);
  }

  /**
   * Writes one of Ballast's tables with one more column, in which each group of concepts has its
   * name; the stream is flushed, not closed.
   */
  public void writeCsv(OutputStream stream, String column, Map<String, List<Concept>> groups)
      throws IOException {
    new GlossaryTableWriter(origins).writeCsv(stream, column, groups);
  }
}
