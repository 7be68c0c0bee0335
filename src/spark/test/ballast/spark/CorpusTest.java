package ballast.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.format.table.TsvLine;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole jobs beside the ordinary command, which answers first. */
final class CorpusTest {

  private static final int DOCUMENTS = 110;

  @TempDir static Path folder;

  /** What the ordinary command makes of the list. */
  private static byte[] lines = {};

  private static List<String> rejects = List.of();

  @BeforeAll
  static void alignInOneProcess() throws Exception {
    SparkHome.make();
    Files.writeString(folder.resolve("pairs.tsv"), String.join("\n", list()) + "\n", UTF_8);
    SparkHome.Outcome outcome =
        SparkHome.ballast(
            folder,
            "align",
            "--pairs",
            "pairs.tsv",
            "-o",
            "all.tsv",
            "--no-tm",
            "--report",
            "report.tsv");
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    SparkHome.ballast(
        folder, "align", "--pairs", "pairs.tsv", "-o", "all.align", "--no-tm", "--format", "beads");
    lines = Files.readAllBytes(folder.resolve("all.tsv"));
    rejects = rejects(folder.resolve("report.tsv"));
    assertThat(rejects).hasSize(8);
  }

  /** Good documents in both directions and of two encodings, and bad entries among them. */
  private static List<String> list() throws IOException {
    Path articles = Path.of("tm/articles");
    List<String> names =
        List.of("ballast-stone", "distant-friends", "leaning-to-one-side", "new-productive-forces");
    List<String> list = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      String name = names.get(i % names.size());
      String chinese = Files.readString(articles.resolve(name + ".zh.txt"), UTF_8);
      String english = Files.readString(articles.resolve(name + ".en.txt"), UTF_8);
      String own = "这是第" + (i + 1) + "篇。\n\n";
      Files.writeString(folder.resolve(i + ".zh.txt"), own + chinese, UTF_8);
      Files.writeString(
          folder.resolve(i + ".en.txt"), "This is No. " + (i + 1) + ".\n\n" + english, UTF_8);
      list.add(i + ".zh.txt\t" + i + ".en.txt\tdocument " + i);
    }
    Files.copy(
        Path.of("tm/versions/distant-friends.zh.gb18030.txt"),
        folder.resolve("gb.zh.txt"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(folder.resolve("empty.txt"), "", UTF_8);
    list.set(3, "gb.zh.txt\t1.en.txt\tGB18030");
    list.set(10, "10.zh.txt\tnowhere.txt\tmissing");
    list.set(11, "11.en.txt\t11.zh.txt\tEnglish to Chinese");
    list.set(12, "12.zh.txt\t13.zh.txt\tone language");
    list.set(40, "empty.txt\t40.en.txt\tempty");
    list.set(41, "41.zh.txt\t40.en.txt\tnot translations");
    list.set(70, "0.zh.txt\t0.en.txt\tonce more");
    list.set(71, "71.zh.txt\t71.en.txt\tdocument 0");
    list.set(72, "only one column");
    return list;
  }

  /** The rejected documents in a report of the ordinary command, as the job writes them. */
  private static List<String> rejects(Path report) throws IOException {
    return Files.readAllLines(report, UTF_8).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(cells -> !cells[0].equals("aligned"))
        .map(
            cells ->
                String.join(
                    "\t",
                    cells[1],
                    cells[2],
                    cells[3],
                    cells[0].equals("failed") ? "failed" : "unrelated",
                    "",
                    cells[cells.length - 1]))
        .toList();
  }

  private static SparkHome.Outcome align(String out, String engine, String... more)
      throws Exception {
    List<String> args =
        new ArrayList<>(
            List.of("align", "--pairs", "pairs.tsv", "-o", out, "--engine", engine, "--no-tm"));
    args.addAll(Arrays.asList(more));
    int list = args.lastIndexOf("--pairs");
    if (list > 1) { // another list than the usual one
      args.subList(1, 3).clear();
    }
    return SparkHome.ballast(folder, args.toArray(String[]::new));
  }

  private static byte[] all(String table) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(table))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file, UTF_8));
      }
      return all.toString().getBytes(UTF_8);
    }
  }

  private static List<String> rejectsIn(String out) throws IOException {
    return new String(all(out + "/rejects/tsv"), UTF_8).lines().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[1]", "local[2]"})
  void givesTheSameBytesAsOneProcess(String engine) throws Exception {
    String out = "corpus " + engine.charAt(6);
    SparkHome.Outcome outcome = align(out, engine);
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    assertThat(all(out + "/aligned/tsv")).isEqualTo(lines);
    assertThat(rejectsIn(out)).isEqualTo(rejects);
    assertThat(folder.resolve(out).resolve("_work")).doesNotExist();
    assertThat(outcome.output())
        .contains("total    110 pairs: 102 aligned, 7 failed, 1 not translations of each other")
        .contains("8 documents rejected; " + out + "/rejects/tsv says why");
    if (engine.equals("local[1]")) {
      SparkHome.tool(folder, "links", out + "/aligned/parquet", "links");
      assertThat(folder.resolve("links")).hasSameTextualContentAs(folder.resolve("all.align"));
      theTablesSayWhatTheLinesSay(out);
    }
  }

  private static void theTablesSayWhatTheLinesSay(String out) throws Exception {
    List<CorpusRow> rows = CorpusRow.of(folder, out + "/aligned/parquet");
    assertThat(rows.stream().filter(row -> !row.get("type").equals("code")).map(CorpusTest::line))
        .containsExactlyElementsOf(
            new String(lines, UTF_8)
                .lines()
                .map(line -> TsvLine.text(line.substring(0, line.lastIndexOf('\t'))))
                .toList());
    assertThat(rows.stream().map(row -> row.get("settings")).distinct()).hasSize(1);
    String document = "";
    long bead = 0;
    for (CorpusRow row : rows) {
      bead = row.get("document").equals(document) ? bead + 1 : 1;
      document = row.get("document");
      assertThat(row.number("bead")).as(document).isEqualTo(bead);
      assertThat(row.get("status")).isEqualTo("draft");
      assertThat(row.get("source_sha256") + row.get("target_sha256")).matches("[0-9a-f]{128}");
      assertThat(row.get("unit") + row.get("moved")).matches("(true|false){2}");
      if (document.startsWith("document")) {
        assertThat(row.get("source_file"))
            .isEqualTo(document.substring(9) + ".zh.txt")
            .isEqualTo((row.number("seq") - 1) + ".zh.txt");
        assertThat(row.get("source_lang") + row.get("target_lang")).startsWith("zh-CNen");
      }
    }
    SparkHome.tool(
        folder, "rows", out + "/rejects/parquet", "rejects", "document,seq,kind,bug,trace,hint");
    assertThat(Files.readAllLines(folder.resolve("rejects"), UTF_8))
        .hasSize(rejects.size())
        .contains("not translations\t42\tunrelated\tfalse\t\tif they are, take them with --force");
  }

  private static String line(CorpusRow row) {
    return row.get("source")
        + "\t"
        + row.get("target")
        + "\t"
        + String.format(Locale.ROOT, "%.2f", Double.parseDouble(row.get("score")));
  }

  @Test
  void givesTheSameBytesOnAClusterOfWhichAProcessIsKilled() throws Exception {
    Path output = folder.resolve("output");
    Process job =
        SparkHome.start(
            folder,
            output,
            "align",
            "--pairs",
            "pairs.tsv",
            "-o",
            "cluster",
            "--engine",
            "local-cluster[2,1,1024]",
            "--no-tm");
    assertThat(killsAnExecutor(job)).isTrue();
    assertThat(job.waitFor()).as(Files.readString(output, UTF_8)).isEqualTo(2);
    assertThat(all("cluster/aligned/tsv")).isEqualTo(lines);
    assertThat(rejectsIn("cluster")).isEqualTo(rejects);
  }

  /** Kills the first process that has worked for a while; those of a driver start it. */
  private static boolean killsAnExecutor(Process job) throws InterruptedException {
    while (job.isAlive()) {
      List<ProcessHandle> executors = job.descendants().filter(CorpusTest::isExecutor).toList();
      for (ProcessHandle executor : executors) {
        Duration worked = executor.info().totalCpuDuration().orElse(Duration.ZERO);
        if (worked.toSeconds() >= 7) {
          return executor.destroyForcibly();
        }
      }
      Thread.sleep(100);
    }
    return false;
  }

  private static boolean isExecutor(ProcessHandle process) {
    return process.info().arguments().stream()
        .flatMap(Arrays::stream)
        .anyMatch(argument -> argument.endsWith("CoarseGrainedExecutorBackend"));
  }

  @Test
  void aCommandThatIsKilledTakesItsJobWithItAndIsGivenAgain() throws Exception {
    String[] command = {
      "align", "--pairs", "pairs.tsv", "-o", "killed", "--engine", "local[1]", "--no-tm"
    };
    Process killed = SparkHome.start(folder, folder.resolve("output of the killed"), command);
    List<ProcessHandle> jobs = List.of();
    while (killed.isAlive() && !Files.exists(folder.resolve("killed/_work/000000"))) {
      jobs = killed.descendants().toList();
      Thread.sleep(100);
    }
    assertThat(jobs).isNotEmpty();
    killed.destroyForcibly();
    SparkHome.Outcome outcome = SparkHome.ballast(folder, command);
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    assertThat(all("killed/aligned/tsv")).isEqualTo(lines);
    assertThat(jobs).noneMatch(ProcessHandle::isAlive);
    assertThat(folder.resolve("killed/_lock")).doesNotExist();
  }

  @Test
  void twoCommandsDoNotWriteToOneFolderAtOnce() throws Exception {
    Path lock = Files.createDirectories(folder.resolve("locked")).resolve("_lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      SparkHome.Outcome outcome = align("locked", "local[1]", "--pairs", "pairs.tsv");
      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.output()).contains("another command is writing to \"locked\"");
      assertThat(folder.resolve("locked/aligned")).doesNotExist();
    }
  }

  @Test
  void goesOnWhereItStoppedAndMixesNothing() throws Exception {
    List<String> some = list().subList(20, 24);
    Path list = folder.resolve("some.tsv");
    Files.writeString(list, String.join("\n", some.subList(0, 2)) + "\n", UTF_8);
    assertThat(align("some", "local[2]", "--pairs", "some.tsv").status()).isZero();
    byte[] first = all("some/aligned/tsv");
    Files.writeString(list, String.join("\n", some) + "\n", UTF_8);
    Files.writeString(folder.resolve("21.en.txt"), "Another text.\n", UTF_8);
    SparkHome.Outcome outcome = align("some", "local[2]", "--pairs", "some.tsv");
    assertThat(outcome.output())
        .contains("total    4 pairs: 2 aligned, 1 already aligned, 1 failed")
        .doesNotContain("the list does not name");
    assertThat(rejectsIn("some"))
        .singleElement()
        .asString()
        .contains("document 21", "its files have changed since it was aligned");
    assertThat(folder.resolve("some/aligned/tsv/000000.tsv")).hasBinaryContent(first);
    assertThat(folder.resolve("some/aligned/tsv/000001.tsv")).isNotEmptyFile();
    SparkHome.Outcome other =
        align("some", "local[1]", "--pairs", "some.tsv", "--join-attributions");
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.output()).contains("\"some\" was aligned with other settings");
    assertThat(folder.resolve("some/_lock")).doesNotExist();
    assertThat(folder.resolve("some/_work")).doesNotExist();
    list(); // as it was
  }

  @Test
  void rejectsStayUntilTheirDocumentsAreAligned() throws Exception {
    String gone = "gone.zh.txt\tgone.en.txt\tgone";
    Path first = folder.resolve("a.tsv");
    Files.writeString(first, list().get(24) + "\n" + gone + "\none column\n", UTF_8);
    Files.writeString(folder.resolve("b.tsv"), "lost.zh.txt\tlost.en.txt\tlost\n", UTF_8);
    assertThat(align("rest", "local[1]", "--pairs", "a.tsv").status()).isEqualTo(2);
    SparkHome.Outcome others = align("rest", "local[1]", "--pairs", "b.tsv");
    assertThat(others.output())
        .contains("total    1 pair: 1 failed")
        .contains("kept     1 document that the corpus has and the list does not name");
    assertThat(rejectsIn("rest"))
        .map(line -> line.split("\t", -1)[0])
        .containsExactly("lost", "gone", "a.tsv:3");
    Files.copy(folder.resolve("25.zh.txt"), folder.resolve("gone.zh.txt"));
    Files.copy(folder.resolve("25.en.txt"), folder.resolve("gone.en.txt"));
    Files.writeString(first, list().get(24) + "\n" + gone + "\n", UTF_8); // mended
    SparkHome.Outcome again = align("rest", "local[1]", "--pairs", "a.tsv");
    assertThat(again.output()).contains("total    2 pairs: 1 aligned, 1 already aligned");
    assertThat(again.status()).isZero();
    assertThat(rejectsIn("rest")).map(line -> line.split("\t", -1)[0]).containsExactly("lost");
    SparkHome.Outcome stats =
        SparkHome.ballast(folder, "corpus", "stats", "rest", "--engine", "local[1]", "--json");
    assertThat(stats.output()).contains("\"documents\":2").contains("\"failed\":1");
    Files.write(folder.resolve("rest/aligned/parquet/000003.parquet"), new byte[0]);
    assertThat(SparkHome.ballast(folder, "corpus", "stats", "rest").output())
        .contains("\"rest/aligned/parquet/000003.parquet\" is damaged");
  }

  @Test
  void aCorpusOfRejectsIsOne() throws Exception {
    Files.writeString(folder.resolve("bare.tsv"), "no.zh.txt\tno.en.txt\tno\n", UTF_8);
    assertThat(align("bare", "local[1]", "--pairs", "bare.tsv").status()).isEqualTo(2);
    Files.createFile(folder.resolve("bare/.hidden"));
    SparkHome.Outcome stats =
        SparkHome.ballast(folder, "corpus", "stats", "bare", "--engine", "local[1]", "--json");
    assertThat(stats.output()).contains("\"documents\":0").contains("\"failed\":1");
    SparkHome.Outcome deduped =
        SparkHome.ballast(folder, "corpus", "dedupe", "bare", "--engine", "local[1]");
    assertThat(deduped.status()).isEqualTo(2);
    assertThat(deduped.output()).contains("\"bare\" has no aligned/parquet");
    assertThat(folder.resolve("bare/_lock")).doesNotExist();
    assertThat(folder.resolve("bare/_work")).doesNotExist();
  }

  @Test
  void namesADocumentThatIsTooLargeAndOneThatTakesTooLong() throws Exception {
    String chinese = Files.readString(folder.resolve("0.zh.txt"), UTF_8);
    String english = Files.readString(folder.resolve("0.en.txt"), UTF_8);
    Files.writeString(folder.resolve("50.txt"), chinese.repeat(50_000_000 / 5_000), UTF_8);
    Files.writeString(folder.resolve("long.zh.txt"), chinese.repeat(300), UTF_8);
    Files.writeString(folder.resolve("long.en.txt"), english.repeat(300), UTF_8);
    Files.writeString(
        folder.resolve("bad.tsv"),
        """
        50.txt\t1.en.txt\tlarge
        long.zh.txt\tlong.en.txt\tlong
        2.zh.txt\t2.en.txt\tgood
        /dev/zero\t3.en.txt\tno file
        """,
        UTF_8);
    SparkHome.Outcome outcome = align("bad", "local[1]", "--pairs", "bad.tsv", "--max-time", "4");
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    assertThat(outcome.output()).contains("4 pairs: 1 aligned, 3 failed");
    assertThat(rejectsIn("bad").get(0)).contains("large", "more than the 2.0 MB");
    assertThat(rejectsIn("bad").get(1)).contains("long", "takes longer than 4 s");
    assertThat(rejectsIn("bad").get(2)).contains("\"/dev/zero\": it is not a regular file");
  }

  @Test
  void aListThatCannotBeReadMakesNoFolder() throws Exception {
    Files.createDirectories(folder.resolve("texts"));
    SparkHome.Outcome outcome = align("unmade", "local[1]", "--pairs", "texts");
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    assertThat(outcome.output()).contains("there is no Parquet in \"texts\"");
    assertThat(folder.resolve("unmade")).doesNotExist();
  }

  @Test
  void namesADamagedFileOfTheCorpus() throws Exception {
    Files.writeString(folder.resolve("two.tsv"), String.join("\n", list().subList(30, 32)), UTF_8);
    assertThat(align("cut", "local[1]", "--pairs", "two.tsv").status()).isZero();
    Path table = folder.resolve("cut/aligned/parquet/000000.parquet");
    byte[] bytes = Files.readAllBytes(table);
    Files.write(table, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    SparkHome.Outcome outcome = align("cut", "local[1]", "--pairs", "two.tsv");
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    assertThat(outcome.output())
        .contains("error: \"cut/aligned/parquet/000000.parquet\" is damaged", "restore the file")
        .doesNotContain("goes on where it stopped");
  }

  @Test
  void readsParquetAndNamesItsDamagedFiles() throws Exception {
    Path list = folder.resolve("thirty.tsv");
    Files.writeString(list, String.join("\n", list().subList(80, 110)) + "\n", UTF_8);
    SparkHome.Outcome made = SparkHome.tool(folder, "list", "thirty.tsv", "thirty");
    List<Path> files;
    try (Stream<Path> found = Files.list(folder.resolve("thirty"))) {
      files = found.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
    assertThat(files).as(made.output()).hasSize(3);
    Files.write(files.get(0), "PAR1 it begins so".getBytes(UTF_8));
    byte[] bytes = Files.readAllBytes(files.get(1));
    Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 2_000, (byte) 0);
    Files.write(files.get(1), bytes);
    SparkHome.Outcome outcome = align("parquet", "local[2]", "--pairs", "thirty");
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    List<String> bad = rejectsIn("parquet");
    assertThat(bad.get(0)).contains(files.get(0).getFileName().toString(), "is damaged");
    assertThat(bad.subList(1, bad.size()))
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.contains(files.get(1).getFileName() + "\" is damaged"));
    String beads = new String(all("parquet/aligned/tsv"), UTF_8);
    assertThat(beads.lines().collect(Collectors.toSet()))
        .isSubsetOf(new String(lines, UTF_8).lines().collect(Collectors.toSet()))
        .hasSizeGreaterThan(20);
  }
}
