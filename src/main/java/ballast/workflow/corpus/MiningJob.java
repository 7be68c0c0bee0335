package ballast.workflow.corpus;

import ballast.glossary.Concept;
import ballast.workflow.glossary.TermMining;
import ballast.workflow.project.ConceptBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A corpus that is to be mined: what this process tells Spark's, as bytes.
 *
 * @param units the units that are mined
 * @param concepts the known ones, one per row as in the glossaries
 * @param wanted what is to be proposed
 */
public record MiningJob(CorpusUnits units, List<Concept> concepts, TermMining.Wanted wanted) {

  public MiningJob {
    concepts = List.copyOf(concepts);
  }

  /** Writes it for {@link #of}. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(bytes)) {
      units.write(stream);
      ConceptBytes.write(stream, concepts);
      stream.writeInt(wanted.limit());
      stream.writeInt(wanted.min());
      for (TermMining.Proposal kind : TermMining.Proposal.values()) {
        stream.writeBoolean(wanted.kinds().contains(kind));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} has written. */
  public static MiningJob of(byte[] bytes) {
    try (DataInputStream stream = new DataInputStream(new ByteArrayInputStream(bytes))) {
      CorpusUnits units = CorpusUnits.read(stream);
      List<Concept> concepts = ConceptBytes.read(stream);
      int limit = stream.readInt();
      int min = stream.readInt();
      Set<TermMining.Proposal> kinds = EnumSet.noneOf(TermMining.Proposal.class);
      for (TermMining.Proposal kind : TermMining.Proposal.values()) {
        if (stream.readBoolean()) {
          kinds.add(kind);
        }
      }
      return new MiningJob(units, concepts, new TermMining.Wanted(kinds, limit, min));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
