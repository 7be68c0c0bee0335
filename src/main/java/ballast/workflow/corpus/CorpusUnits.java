package ballast.workflow.corpus;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The units of a corpus that a job reads.
 *
 * @param directory the working directory, which the name of the folder is relative to
 * @param folder the folder of the corpus, as the user gave it
 * @param deduped whether they are those that {@code ballast corpus dedupe} has left, and not all
 *     that were aligned
 */
public record CorpusUnits(String directory, String folder, boolean deduped) {

  void write(DataOutput out) throws IOException {
    out.writeUTF(directory);
    out.writeUTF(folder);
    out.writeBoolean(deduped);
  }

  static CorpusUnits read(DataInput in) throws IOException {
    return new CorpusUnits(in.readUTF(), in.readUTF(), in.readBoolean());
  }
}
