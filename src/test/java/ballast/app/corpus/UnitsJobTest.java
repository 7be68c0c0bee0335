package ballast.app.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.RecordBytes;
import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.app.corpus.UnitStream.UnitLanguages;
import ballast.app.corpus.UnitStream.UnitRow;
import ballast.app.corpus.UnitStream.UnitsJob;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two processes tell each other arrives as it was sent. */
final class UnitsJobTest {

  private static final UnitsJob JOB =
      new UnitsJob(
          new CorpusUnits("/家/ann", "s3://bucket/语料", true),
          new UnitLanguages(new Lang("zh-TW"), null),
          5_000_000_000L,
          3,
          false);

  @Test
  void arrivesAsItWasSent() {
    assertThat(RecordBytes.read(RecordBytes.of(JOB), UnitsJob.class)).isEqualTo(JOB);
  }

  @Test
  void aLanguageStandsForItsVariantsAndNoneForAll() {
    Lang taiwan = new Lang("zh-TW");
    assertThat(UnitLanguages.ALL.admit(taiwan, Lang.EN_US)).isTrue();
    assertThat(new UnitLanguages(new Lang("zh"), null).admit(taiwan, Lang.EN_US)).isTrue();
    assertThat(new UnitLanguages(Lang.ZH_CN, null).admit(taiwan, Lang.EN_US)).isFalse();
    assertThat(new UnitLanguages(taiwan, new Lang("en-GB")).admit(taiwan, Lang.EN_US)).isFalse();
  }

  @Test
  void aUnitArrivesAsItWasSent() {
    Instant now = Instant.parse("2026-02-14T08:30:00Z");
    Unit unit =
        new Unit(
            "",
            Lang.ZH_CN,
            Lang.EN_US,
            "他说：\t“走\\吧”。\n\r",
            "He said:\n\"Let's go\".",
            Provenance.aligned("文 章/一", 7, "mei", now, 0.1 + 0.2),
            List.of(
                new InlineCode(Side.SOURCE, 2, "bpt", "i=\"1\"", "<b>"),
                new InlineCode(Side.TARGET, 3, "ph", "", "\t")));
    JobMessage received = JobMessage.in(UnitRow.of(unit).line()).orElseThrow();
    assertThat(UnitRow.unit(received, "mei", now)).isEqualTo(unit);
  }
}
