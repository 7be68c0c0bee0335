package ballast.app.corpus;

import ballast.app.corpus.SparkPlace.SparkMaster;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An aligned corpus, and the Spark master for jobs on it.
 *
 * @param folder the output folder of {@link CorpusAlignment}
 * @param engine the master of Spark: {@code local[2]}, {@code spark://HOST:7077}, {@code yarn}
 */
public record Corpus(String folder, String engine) {

  /**
   * @throws ballast.bitext.InputException if the master is not a valid address of Spark
   */
  public Corpus {
    SparkMaster.require(engine);
  }

  /**
   * The units of a corpus that a job reads.
   *
   * @param directory the working directory, base of the relative folder name
   * @param folder the folder of the corpus, as given by the user
   * @param deduped whether to read only the units kept by {@code ballast corpus dedupe}
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
