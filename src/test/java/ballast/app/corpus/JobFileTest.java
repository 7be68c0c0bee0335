package ballast.app.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.corpus.CorpusDeduplication.DeduplicationJob;
import ballast.app.corpus.JobMessage.JobFile;
import ballast.bitext.InputException;
import ballast.bitext.Version;
import org.junit.jupiter.api.Test;

final class JobFileTest {

  @Test
  void givesTheJobBack() {
    byte[] job = new DeduplicationJob("/home/mei", "语料", 85).toBytes();
    assertThat(DeduplicationJob.of(JobFile.job(JobFile.of(job))))
        .isEqualTo(new DeduplicationJob("/home/mei", "语料", 85));
  }

  @Test
  void refusesAJobOfAnotherVersion() {
    byte[] file = JobFile.of(new Version("0.0.1"), "something".getBytes(UTF_8));
    assertThatThrownBy(() -> JobFile.job(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the job is of ballast 0.0.1, and the artefact for Spark of");
  }
}
