package ballast.app.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.app.corpus.CorpusJobs.AlignmentJob;
import ballast.app.corpus.CorpusJobs.DeduplicationJob;
import ballast.app.corpus.JobMessage.JobFile;
import ballast.bitext.InputException;
import ballast.bitext.Version;
import org.junit.jupiter.api.Test;

final class JobFileTest {

  private static final CorpusUnits UNITS = new CorpusUnits("/home/mei", "语料", false);

  @Test
  void givesTheJobBack() {
    DeduplicationJob job = new DeduplicationJob(UNITS, 85);
    assertThat(JobFile.job(JobFile.of(job), DeduplicationJob.class)).isEqualTo(job);
  }

  @Test
  void bytesArriveToo() {
    AlignmentJob job = new AlignmentJob("/", "pairs.tsv", "语料", 5, 6, new byte[] {1, -2});
    assertThat(JobFile.job(JobFile.of(job), AlignmentJob.class))
        .usingRecursiveComparison()
        .isEqualTo(job);
  }

  @Test
  void refusesAJobOfAnotherVersion() {
    byte[] file = JobFile.of(new Version("0.0.1"), UNITS);
    assertThatThrownBy(() -> JobFile.job(file, CorpusUnits.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the job is of ballast 0.0.1, and the artefact for Spark of");
  }
}
