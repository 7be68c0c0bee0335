package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Document;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Sentences a second on one core, warm, and the time to load everything cold. */
class SegmentationSpeedTest {

  private static final int WARM_UPS = 4;
  private static final int ROUNDS = 5;

  @Test
  void splitsFastEnoughForALibrary() throws IOException {
    long loadStart = cpu();
    Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);
    segmenter.segment(SegmentationAccuracyTest.document("天亮了。", "zh"));
    segmenter.segment(SegmentationAccuracyTest.document("Apex Inc. Zhou left.", "en"));
    double load = (cpu() - loadStart) / 1e6;
    double english = sentencesPerSecond(segmenter, "en");
    double chinese = sentencesPerSecond(segmenter, "zh");
    System.out.printf(
        Locale.ROOT,
        "segmentation: cold load %.0f ms of CPU, English %.0f, Chinese %.0f sentences/s%n",
        load,
        english,
        chinese);

    assertThat(load).isLessThan(1_500);
    assertThat(english).isGreaterThan(3_000);
    assertThat(chinese).isGreaterThan(15_000);
  }

  /** Nanoseconds of this thread: other work of the machine must not fail the run. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double sentencesPerSecond(Segmenter segmenter, String lang) throws IOException {
    List<Document> documents = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (Path file : SegmentationAccuracyTest.files(AccuracyTable.evalDirectory("segment"))) {
      if (file.getFileName().toString().startsWith(lang)) {
        for (String line : Files.readAllLines(file)) {
          String text = json.readTree(line).get("text").asText();
          documents.add(SegmentationAccuracyTest.document(text, lang));
        }
      }
    }
    double best = 0;
    for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
      long start = cpu();
      int sentences = 0;
      for (Document document : documents) {
        sentences += segmenter.segment(document).size();
      }
      double rate = sentences / ((cpu() - start) / 1e9);
      best = round < WARM_UPS ? 0 : Math.max(best, rate);
    }
    return best;
  }
}
