package ballast.app.corpus;

import ballast.app.corpus.SparkPlace.SparkMaster;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A corpus that has been aligned, and who works on it.
 *
 * @param folder the folder that {@link CorpusAlignment} has filled
 * @param engine the master of Spark: {@code local[2]}, {@code spark://HOST:7077}, {@code yarn}
 */
public record Corpus(String folder, String engine) {

  /**
   * @throws ballast.bitext.InputException if the master is no address of Spark
   */
  public Corpus {
    SparkMaster.require(engine);
  }

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
}
