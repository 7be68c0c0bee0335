package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ballast convert}, both ways and there and back. */
final class ConvertTest extends CommandTest {

  private static final String TMX =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <tmx version="1.4">
        <header srclang="zh-CN" segtype="sentence" adminlang="en" datatype="xml" o-tmf="x"
          creationtool="x" creationtoolversion="1"/>
        <body>
          <tu tuid="7" creationdate="20240301T080000Z" creationid="lin">
            <prop type="x-Project">港口</prop>
            <note>先看图纸</note>
            <tuv xml:lang="zh-CN"><seg>锚在<ph x="1">{1}</ph>船头。</seg></tuv>
            <tuv xml:lang="en-US"><seg>The anchor is <ph x="1">{1}</ph>at the bow.</seg></tuv>
          </tu>
          <tu>
            <tuv xml:lang="EN"><seg>Wind from the north.</seg></tuv>
            <tuv xml:lang="zh"><seg>北风。</seg></tuv>
          </tu>
          <tu>
            <tuv xml:lang="EN"><seg>Wind from the north.</seg></tuv>
            <tuv xml:lang="zh"><seg>北风。</seg></tuv>
          </tu>
          <tu><tuv xml:lang="de"><seg>Nordwind.</seg></tuv></tu>
        </body>
      </tmx>
      """;

  @BeforeEach
  void writeTmx() throws IOException {
    write("风.tmx", TMX);
  }

  @Test
  void aWordfastMemoryIsWrittenByItsExtensionAndKnownByItsFirstBytes() throws IOException {
    run(0, "convert 风.tmx 风.wf.txt");
    Files.move(folder.resolve("风.wf.txt"), folder.resolve("风.txt"));
    run(0, "convert 风.txt again.tsv");
    assertThat(read("again.tsv"))
        .startsWith("锚在船头。\tThe anchor is at the bow.\t")
        .contains("北风。\tWind from the north.\t");
    assertThat(run(0, "tm import 风.txt --json").out()).contains("\"read\":3");
    run(0, "tm export -o all.wf.txt");
    assertThat(Files.readString(folder.resolve("all.wf.txt"), StandardCharsets.UTF_16LE))
        .contains("\tZH-CN\t锚在&tA;船头。\tEN-US\tThe anchor is &tA;at the bow.\r\n");
    assertThat(run(2, "tm export --format wordfast").err())
        .contains("cannot be written to standard output");
  }

  @Test
  void aTableForASpreadsheetHasNoFormulas() throws IOException {
    write("in.tsv", "=港口\t=cmd|' /C calc'!A0\n船\t-5 °C\n");
    run(0, "tm import in.tsv");
    assertThat(run("tm export --format tsv").out())
        .contains("=港口\t=cmd|' /C calc'!A0\t", "\t-5 °C\t")
        .doesNotContain("'=");
    assertThat(run("tm export --format tsv --spreadsheet").out())
        .contains("'=港口\t'=cmd|' /C calc'!A0\t", "\t'-5 °C\t");
    run(0, "tm export -o all.tmx");
    run(0, "convert all.tmx guarded.tsv --spreadsheet");
    assertThat(read("guarded.tsv")).contains("'=港口\t'=cmd|' /C calc'!A0\t");
    assertThat(run("convert all.tmx out.xlf --spreadsheet").err())
        .contains("--spreadsheet is for TSV, not for XLIFF");
  }

  @Test
  void equalUnitsAreNotMergedAndLeftOutOnesAreListed() throws IOException {
    Outcome outcome = run(0, "convert 风.tmx 风.tsv");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("wrote 3 units to 风.tsv").contains("line 20, left out");
    assertThat(read("风.tsv").lines().map(line -> line.split("\t")[0]))
        .containsExactly("锚在船头。", "北风。", "北风。");
  }

  @Test
  void aProgramGetsWhatWasLeftOutAndNoMessage() {
    Outcome outcome = run("convert 风.tmx 风.tsv --json");
    assertThat(outcome.out())
        .isEqualTo(
            """
            {"schema":2,"input":"风.tmx","file":"风.tsv","format":"tsv","units":3,"skipped":1,\
            "mapped":{"EN":2,"zh":2},\
            "problems":[{"line":20,"skipped":true,"reason":"it has no text in zh-CN (it has de)"}],\
            "moreProblems":0}
            """);
    assertThat(outcome.err()).contains("line 20, left out").doesNotContain("wrote");
  }

  @Test
  void aProgramGetsTheTermsThatTheFormatCannotHold() throws IOException {
    write("terms.csv", "zh,en,status\n船,ship,\n帆,sheet,forbidden\n,mast,\n");
    Outcome outcome = run("convert terms.csv terms.utf8 --json");
    assertThat(outcome.out())
        .isEqualTo(
            """
            {"schema":2,"input":"terms.csv","file":"terms.utf8","format":"omegat","concepts":2,\
            "leftOut":[{"concept":"帆","term":"帆",\
            "reason":"its English is forbidden, and the format cannot express that"}],\
            "skipped":1,"problems":[{"line":4,"reason":"it has no zh"}]}
            """);
    assertThat(outcome.err()).contains("left out \"帆\": its English").doesNotContain("wrote");
  }

  /** XLIFF holds one pair of languages. */
  @Test
  void unitsOfOtherLanguagesAreNotCountedAsWritten() throws IOException {
    write("back.tsv", "Come aboard.\t请上船。\n");
    run("tm import 风.tmx");
    run("tm import back.tsv --from en --to zh");
    assertThat(run("tm export -o some.xlf").err())
        .contains("wrote 2 units to some.xlf", "left out 1 unit that is not from zh-CN into en-US");
    assertThat(run("tm export -o again.xlf --json").out())
        .isEqualTo(
            """
            {"schema":2,"file":"again.xlf","format":"xliff","units":2,"doubtful":0,\
            "otherLanguages":1}
            """);
  }

  @Test
  void theExtrasOfATmxUnitAreKept() throws IOException {
    run(0, "convert 风.tmx again.tmx");
    assertThat(read("again.tmx"))
        .contains("锚在<ph x=\"1\">{1}</ph>船头。", "creationdate=\"20240301T080000Z\"", "lin")
        .contains("<prop type=\"x-Project\">港口</prop>", "<note>先看图纸</note>");
    run(0, "convert again.tmx third.tmx");
    assertThat(read("third.tmx")).isEqualTo(read("again.tmx"));
  }

  @Test
  void thereAndBackTheTextsAndCodesAreTheSame() throws IOException {
    for (String version : List.of("1.2", "2.1")) {
      run("convert", "风.tmx", "风.xlf", "--xliff", version, "--force");
      assertThat(run("convert 风.xlf back.tmx.gz --force").err()).contains("wrote 3 units");
      Path packed = folder.resolve("back.tmx.gz");
      try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .contains("北风。", "Wind from the north.", "先看图纸", "船头。");
      }
    }
  }

  @Test
  void theOtherDirectionIsAskedFor() throws IOException {
    run(0, "convert 风.tmx en.tsv --from en --to zh");
    assertThat(read("en.tsv").lines().toList().get(1)).startsWith("Wind from the north.\t北风。");
    assertThat(run(2, "convert 风.tmx fr.tsv --from fr").err()).contains("no pair in fr and en-US");
    assertThat(folder.resolve("fr.tsv")).doesNotExist();
  }

  @Test
  void ofABrokenFileNothingIsWritten() throws IOException {
    write("cut.tmx", TMX.substring(0, TMX.indexOf("北风")));
    assertThat(run(2, "convert cut.tmx cut.tsv").err()).contains("cut.tmx", "line 14");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("风.tmx", "cut.tmx");
    }
  }

  @Test
  void anExistingFileIsKeptUnlessForced() throws IOException {
    write("out.tsv", "mine");
    assertThat(run(2, "convert 风.tmx out.tsv").err()).contains("--force");
    assertThat(read("out.tsv")).isEqualTo("mine");
    run(0, "convert 风.tmx out.tsv --force");
    assertThat(read("out.tsv")).contains("北风。");
  }

  @Test
  void termsGoFromTableToTableAndBack() throws IOException {
    write("terms.csv", "zh,en\n压舱石,ballast stone\n,nothing\n锚,anchor\n");
    assertThat(run(0, "convert terms.csv terms.tbx").err())
        .contains("wrote 2 concepts to terms.tbx")
        .contains("terms.csv:3");
    run(0, "convert terms.tbx terms.xlsx");
    run(0, "convert terms.xlsx terms.tsv");
    assertThat(read("terms.tsv")).contains("压舱石", "ballast stone", "锚", "anchor");
    run(0, "convert terms.tsv omegat.utf8");
    assertThat(read("omegat.utf8")).contains("压舱石\tballast stone");
  }

  @Test
  void formatsAreNeverGuessed() throws IOException {
    write("a.tsv", "锚\tanchor\n");
    assertThat(run("convert a.tsv b.tsv").err()).contains("same form", "try:");
    assertThat(run("convert 风.tmx b.xlsx").err()).contains("cannot convert");
    run(2, "convert 风.tmx b.pdf");
    assertThat(run("convert 没有.tmx b.tsv").err()).contains("the file does not exist");
    run(0, "convert a.tsv b.tmx");
    run(0, "convert a.tsv b.csv");
  }
}
