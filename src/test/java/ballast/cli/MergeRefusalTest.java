package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a merge refuses, and that it leaves nothing behind then. */
final class MergeRefusalTest extends MergeScene {

  @Test
  void aLostCodeIsRefusedAndNamed() throws IOException {
    outOfTool("<target>The hold was full of tea and porcelain.</target>");
    refused(
        "cannot merge: a.docx (paragraph 1): the code <run1> is lost in \"货舱里装着茶叶和瓷器。\"",
        "merge a.docx a.xlf -o b.docx");
    String said = run(1, "merge a.docx a.xlf -o b.docx --lenient").err();
    assertThat(said).contains("a.docx (paragraph 1): the code <run1> is lost");
    assertThat(bodyOf("b.docx")).contains("The hold was full of tea and porcelain.");
  }

  @Test
  void aDoubledOrForeignCodeIsRefusedAndNamed() throws IOException {
    outOfTool("<target>A <g id=\"1\">hold</g> of <g id=\"1\">tea</g>.</target>");
    refused(
        "a.docx (paragraph 1): the code <run1> is there twice in", "merge a.docx a.xlf -o b.docx");
    run(1, "merge a.docx a.xlf -o b.docx --lenient");
    assertThat(bodyOf("b.docx")).containsSubsequence("A ", "<w:b/>", ">hold<", "> of tea.<");
    outOfTool("<target>A <g id=\"1\">hold</g> of <x id=\"7\"/>tea.</target>");
    refused("the code 7 is not in the original sentence", "merge a.docx a.xlf -o c.docx");
  }

  /** The bold word of the first sentence comes back from a tool in this target. */
  private void outOfTool(String target) throws IOException {
    write("a.docx", REPORT);
    run(1, "translate a.docx --tm none.db -o a.xlf --force");
    CatFile cat = new CatFile(folder.resolve("a.xlf"));
    String source = "货舱里装着<g id=\"1\" ctype=\"bold\">茶叶</g>和瓷器。";
    cat.translate(source, "?").replace("<target>?</target>", target).save();
  }

  @Test
  void whatDoesNotBelongTogetherIsRefused() throws IOException {
    write("a.md", SHIP + "\n");
    write("b.md", CAPTAIN + "\n");
    run(0, "translate a.md -o a.xlf");
    String other = "\"b.md\" is not the document from which \"a.xlf\" was made";
    refused(other, "merge b.md a.xlf -o c.md");
    write("a.md", SHIP + CAPTAIN + "\n");
    refused("or has changed since", "merge a.md a.xlf -o c.md");
    refused("\"old.tsv\" is not an XLIFF file: it begins with", "merge a.md old.tsv -o c.md");
    refused("\"a.md\" is not an XLIFF file: it begins with", "merge a.xlf a.md -o c.md");
    refused("the file does not exist", "merge a.md none.xlf -o c.md");
    write("a.md", SHIP + "\n");
    refused("the original is a Markdown text", "merge a.md a.xlf -o c.docx");
    refused("the original is a Markdown text", "translate a.md -o c.docx");
  }

  @Test
  void nothingIsLeftBehindWhereNothingCanBeWritten() throws IOException {
    write("a.docx", REPORT);
    run(0, "translate a.docx -o a.xlf");
    write("there.docx", "mine");
    refused("exists", "merge a.docx a.xlf -o there.docx");
    assertThat(bytesOf("there.docx")).isEqualTo(bytes("mine"));
    refused("cannot write", "merge a.docx a.xlf -o nowhere/b.docx");
    if (Files.exists(Path.of("/dev/full"))) {
      refused("the disk is full", "merge a.docx a.xlf -o /dev/full --force");
    }
    refused("a document", "merge a.docx a.xlf");
    refused("it is read by this command", "merge a.docx a.xlf -o a.docx --force");
  }

  @Test
  void aPdfIsForReading() throws IOException {
    write("a.md", SHIP + "\n");
    run(0, "translate a.md -o a.xlf");
    write("a.pdf", "%PDF-1.4\n");
    String why = "cannot write a translation of \"a.pdf\": it is a PDF file";
    refused(why, "merge a.pdf a.xlf -o b.pdf");
  }
}
