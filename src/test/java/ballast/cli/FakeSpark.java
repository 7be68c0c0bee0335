package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.corpus.CorpusJobs.CorpusDuplicates;
import ballast.app.corpus.CorpusJobs.CorpusFindings;
import ballast.app.corpus.CorpusJobs.CorpusTotals;
import ballast.app.corpus.CorpusStatistics;
import ballast.app.corpus.JobMessage;
import ballast.app.corpus.UnitStream.SentUnits;
import ballast.app.corpus.UnitStream.UnitRow;
import ballast.app.glossary.TermMining;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.language.TextAmount;
import ballast.mine.EnglishPhrases.Candidate;
import ballast.mine.KnownTermMiner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder that looks like Spark's: its program notes how it is called, and says what it is to. */
public final class FakeSpark {

  private final Path home;

  /** Makes it; its program says these messages, and writes them into a log as well. */
  public FakeSpark(Path home, String log, int status, JobMessage... says) throws IOException {
    this.home = home;
    Path bin = Files.createDirectories(home.resolve("bin"));
    try (ZipOutputStream jar =
        new ZipOutputStream(Files.newOutputStream(home.resolve("artefact.jar")))) {
      jar.putNextEntry(new ZipEntry("ballast/spark/AlignCorpus.class"));
    }
    says("says", says);
    Files.writeString(home.resolve("log"), log, UTF_8);
    String script =
        """
        #!/bin/sh
        here=$(dirname "$0")/..
        printf '%%s\\n' "$@" >"$here/called"
        printf '%%s' "${SPARK_LOCAL_HOSTNAME-}" >"$here/hostname"
        previous=
        says=$here/says
        for argument in "$@"; do
          if [ "$previous" = --class ] && [ -f "$here/says-$argument" ]; then
            says=$here/says-$argument
          fi
          previous=$argument
        done
        cat "$here/log" >&2
        cat "$says"
        exit %d
        """;
    Path program = bin.resolve("spark-submit");
    Files.writeString(program, script.formatted(status), UTF_8);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /**
   * One that has done every job on a corpus.
   *
   * @param word stands where texts of others would
   */
  public static FakeSpark ofCorpus(Path home, String word) throws IOException {
    FakeSpark spark =
        new FakeSpark(home, "", 0, JobMessage.ended(new CorpusTotals(1, 1, 0, 0, 0, 0, 0)));
    spark.says(
        "says-ballast.spark.DedupeCorpus",
        JobMessage.of(JobMessage.Kind.PROGRESS, 3, 4, 0),
        JobMessage.ended(new CorpusDuplicates(1_200, 200, 30, 1, 2_000)));
    spark.says("says-ballast.spark.CountCorpus", JobMessage.ended(statistics(word)));
    spark.says(
        "says-ballast.spark.CheckCorpus",
        JobMessage.of(JobMessage.Kind.PROGRESS, 900, 1_200, 0),
        JobMessage.ended(
            new CorpusFindings(
                1_200,
                3,
                0,
                7,
                List.of(new CorpusFindings.Count("number-mismatch" + word, Severity.ERROR, 2)))));
    spark.says("says-ballast.spark.MineCorpus", JobMessage.ended(mined(word)));
    spark.says(
        "says-ballast.spark.SendUnits",
        JobMessage.of(JobMessage.Kind.PROGRESS, 0, 1, "zh-CN"),
        UnitRow.of(unit(word)),
        JobMessage.ended(new SentUnits(1)));
    return spark;
  }

  private static TermMining.Result mined(String word) {
    return new TermMining.Result(
        List.of(new Candidate("压舱石" + word, "ballast stone" + word, 3, 3, 1.5, 0)),
        new KnownTermMiner.Proposals(List.of(), List.of()),
        Map.of(0, new Location("document" + word, 1, 1)),
        1_200);
  }

  private static Unit unit(String word) {
    return new Unit(
        "",
        Lang.ZH_CN,
        Lang.EN_US,
        "压舱石" + word,
        "The ballast stone" + word,
        Provenance.aligned("document" + word, 1, "", Instant.EPOCH, 0.9),
        List.of());
  }

  private static CorpusStatistics statistics(String word) {
    TextAmount source = new TextAmount(30_000, 29_000);
    TextAmount target = new TextAmount(90_000, 20_000);
    return new CorpusStatistics(
        new CorpusStatistics.Documents(24, 3, 1, 1),
        new CorpusStatistics.Beads(1_300, 40, 5),
        new CorpusStatistics.Units(1_200, 1_000, 14, source, target),
        List.of(0L, 1L, 2L, 3L, 8L, 20L, 40L, 80L, 160L, 886L),
        List.of(
            new CorpusStatistics.LanguagePair("zh-CN", "en-US", 24, 1_300, 1_200, source, target)),
        List.of(
            new CorpusStatistics.OfType("heading" + word, 100, 90),
            new CorpusStatistics.OfType("paragraph", 1_200, 1_110)),
        new CorpusStatistics.Deduped(1_000, 30));
  }

  private void says(String file, JobMessage... messages) throws IOException {
    Files.writeString(
        home.resolve(file),
        Arrays.stream(messages).map(JobMessage::line).collect(Collectors.joining("\n", "", "\n")),
        UTF_8);
  }

  /** What a command needs to find it. */
  public Map<String, String> environment() {
    return Map.of(
        "USER",
        "mei",
        "SPARK_HOME",
        home.toString(),
        "BALLAST_SPARK_JAR",
        home.resolve("artefact.jar").toString());
  }

  public String called() throws IOException {
    return Files.readString(home.resolve("called"), UTF_8);
  }

  /** The name that it was to use for this computer; empty: the one that the computer has. */
  public String hostname() throws IOException {
    return Files.readString(home.resolve("hostname"), UTF_8);
  }
}
