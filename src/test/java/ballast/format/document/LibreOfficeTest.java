package ballast.format.document;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Sha256;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Older formats are read by way of a program that may be missing, fail or never end. */
@DisabledOnOs(OS.WINDOWS) // the program is a script of sh
final class LibreOfficeTest {

  private static final byte[] RTF = "{\\rtf1 x}".getBytes(ISO_8859_1);

  @TempDir Path folder;
  private Path program;

  @BeforeEach
  void nameTheProgram() {
    program = folder.resolve("bin/soffice");
  }

  /** A program that finds its folder for output in the variable out. */
  private void install(String script) throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    String head =
        "#!/bin/sh\nfor a; do last=$a; done\nout=$(dirname \"$last\")/out\nmkdir \"$out\"\n";
    Files.writeString(program, head + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private ReadText read(Map<String, String> environment, int millis) {
    LibreOffice office = new LibreOffice(environment, Duration.ofMillis(millis));
    return new DocumentReader(ReaderOptions.DEFAULT, office).read(RTF, "港口.rtf");
  }

  private ReadText read() {
    return read(Map.of("BALLAST_SOFFICE", program.toString()), 60_000);
  }

  private Path kept(String name) {
    return folder.resolve(name);
  }

  @Test
  void theDocumentKeepsItsNameAndItsHash() throws IOException {
    Files.write(kept("made.docx"), Packages.docx(Packages.p("船到了。")).bytes());
    install("cp '%s' \"$out/document.docx\"".formatted(kept("made.docx")));
    ReadText text = read(Map.of("PATH", "bin:" + program.getParent()), 60_000);
    assertThat(text.document().text()).isEqualTo("船到了。");
    assertThat(text.document().name()).isEqualTo("港口.rtf");
    assertThat(text.sha256()).isEqualTo(Sha256.hex(RTF));
    assertThat(text.format()).isEqualTo(ArticleFormat.RTF);
    assertThat(text.warnings()).isEmpty();
  }

  @Test
  void theProgramHasAProfileWithoutMacrosThatIsDeleted() throws IOException {
    install(
        "echo \"$@\" >'%s'; cp \"$(dirname \"$last\")\"/profile/user/*.xcu '%s'"
            .formatted(kept("arguments"), kept("settings")));
    assertRefused(this::read, "LibreOffice (" + program + ") cannot convert it");
    String arguments = Files.readString(kept("arguments"));
    assertThat(arguments).contains("--headless", "--convert-to docx", "/document.rtf");
    assertThat(Files.readString(kept("settings")))
        .contains("DisableMacrosExecution", "DisableActiveContent");
    String made = arguments.strip().replaceFirst(".* ", "");
    assertThat(Path.of(made).getParent()).doesNotExist();
  }

  @Test
  void aFailureIsReportedInItsWords() throws IOException {
    install("echo 'loading'; echo 'no such filter' >&2; exit 3");
    assertRefused(this::read, "cannot read \"港口.rtf\": ", ": no such filter");
    install("echo 'not a document' >\"$out/document.docx\"");
    assertRefused(this::read, "cannot read \"港口.rtf\": ");
    Files.writeString(program, "#!/no/such/shell\n");
    assertRefused(this::read, "cannot run LibreOffice");
  }

  @Test
  void aProgramThatNeverEndsIsEnded() throws IOException {
    install("(echo $$ >'%s'; sleep 300) & wait".formatted(kept("process")));
    Map<String, String> environment = Map.of("BALLAST_SOFFICE", program.toString());
    assertRefused(() -> read(environment, 1_500), "took more than 1 seconds");
    long process = Long.parseLong(Files.readString(kept("process")).strip());
    assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void withoutTheProgramThereIsAHint() {
    assertRefused(this::read, "a rich text document (RTF)", "BALLAST_SOFFICE names no program")
        .asInstanceOf(InstanceOfAssertFactories.type(InputException.class))
        .satisfies(refusal -> assertThat(refusal.hint()).contains("install LibreOffice", ".docx"));
  }

  @Test
  void theFirstBytesDecideUnlessADocumentContainsAnother() {
    for (List<String> kind :
        List.of(
            List.of("WordDocument", "DOC"),
            List.of("Workbook", "XLS"),
            List.of("PowerPoint Document", "PPT"))) {
      ArticleFormat format = ArticleFormat.valueOf(kind.get(1));
      assertThat(ArticleFormat.of("a.txt", old(kind.get(0)))).isEqualTo(format);
      assertThat(
              ArticleFormat.of(
                  "a." + format.extension(), old("WordDocument Workbook PowerPoint Document")))
          .isEqualTo(format);
    }
    assertThat(ArticleFormat.of("a.doc", old("EncryptedPackage"))).isEqualTo(ArticleFormat.TEXT);
  }

  private static byte[] old(String parts) {
    String names = new String(parts.getBytes(UTF_16LE), ISO_8859_1);
    return ("\u00D0\u00CF\u0011\u00E0" + names).getBytes(ISO_8859_1);
  }

  @Test
  void nothingIsWrittenIntoSuchAFormat() {
    assertRefused(
        () -> DocumentWriter.write(Lang.EN_US, RTF, "a.rtf", Map.of()),
        "cannot write a translation of \"a.rtf\": it is a rich text document (RTF)");
  }

  @Tag("slow")
  @Test
  void realDocumentsAreRead() throws IOException, InterruptedException {
    String cell = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>船到了。</t></is></c></row>";
    Map<String, Packages> originals =
        Map.of(
            "doc", Packages.docx(Packages.p("船到了。")),
            "rtf", Packages.docx(Packages.p("船到了。")),
            "xls", Packages.xlsx("S", "", cell),
            "ods", Packages.xlsx("S", "", cell));
    for (Map.Entry<String, Packages> original : originals.entrySet()) {
      String extension = original.getKey();
      String from =
          ArticleFormat.named("a." + extension).orElseThrow().readAs().orElseThrow().extension();
      Path source = Files.write(folder.resolve("a." + from), original.getValue().bytes());
      try {
        new ProcessBuilder(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                extension,
                "--outdir",
                folder.toString(),
                source.toString())
            .redirectOutput(folder.resolve("log").toFile())
            .redirectErrorStream(true)
            .start()
            .waitFor();
      } catch (IOException e) {
        assumeThat(e).as("LibreOffice is not installed").isNull();
      }
      Path old = folder.resolve("a." + extension);
      ReadText text = new DocumentReader(ReaderOptions.DEFAULT).read(old, "a." + extension);
      assertThat(text.format().extension()).isEqualTo(extension);
      assertThat(text.document().text()).isEqualTo("船到了。");
    }
  }
}
