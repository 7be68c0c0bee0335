package ballast.cli.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.cli.option.Form;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.lexicon.Lexicon;
import ballast.report.revision.ThreeHtml;
import ballast.report.revision.ThreeJson;
import ballast.report.revision.ThreeText;
import ballast.revise.Pairing;
import ballast.revise.ThreeVersions;
import ballast.revise.UnitVersions;
import ballast.workflow.revise.DiffInputs;
import ballast.workflow.revise.RevisionView;
import ballast.workflow.revise.ThreeView;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code ballast diff} of a draft and two reviews. */
final class DiffThree {

  @Option(
      names = "--names",
      paramLabel = "NAME,NAME,NAME",
      split = ",",
      description =
          "What to call draft and reviews, or the reviews alone. Default: the names of the files.")
  List<String> given = List.of();

  @Option(
      names = "--apart",
      description =
          "Both reviews are of the draft; else REVIEW2 is of REVIEW1, and may undo what it did.")
  boolean apart;

  /**
   * @throws InputException if an option was given that is for three versions only
   */
  void refuse() {
    if (apart || !given.isEmpty()) {
      throw new InputException(
          (apart ? "--apart" : "--names") + " is for a draft and two reviews",
          "ballast diff DRAFT REVIEW1 REVIEW2");
    }
  }

  /** Compares three files, and writes. */
  int run(
      Console console,
      List<String> files,
      DiffInputs inputs,
      Lexicon words,
      boolean all,
      DiffOutput out,
      OutputOptions output) {
    requireForm(out.form());
    List<String> names = names(files);
    DiffInputs.Versions one = inputs.files(files.get(0), files.get(1));
    DiffInputs.Versions other = inputs.files(files.get(1), files.get(2));
    UnitVersions before = one.versions();
    UnitVersions after = other.versions();
    Pairing pairing = new Pairing(words);
    ThreeVersions versions =
        new ThreeVersions(
            List.of(before.old(), after.old(), after.revised()), after.sources(), apart, words);
    ThreeView view =
        new ThreeView(
            new RevisionView.Name(names.get(0), one.old().language()),
            new RevisionView.Name(names.get(1), other.old().language()),
            new RevisionView.Name(names.get(2), other.revised().language()),
            other.sourceLang().tag(),
            apart,
            versions.passages(
                pairing.pair(before.old(), before.revised()),
                pairing.pair(after.old(), after.revised())),
            all);
    output.write(
        console,
        stream -> {
          Writer writer = new OutputStreamWriter(stream, UTF_8);
          switch (out.form()) {
            case JSON -> ThreeJson.write(writer, view);
            case HTML -> ThreeHtml.write(writer, view);
            default -> ThreeText.write(writer, out.style(), view);
          }
          writer.flush();
        });
    return view.hasChanges() ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private static void requireForm(Form form) {
    if (form != Form.TEXT && form != Form.JSON && form != Form.HTML) {
      throw new InputException(
          "three versions are written as text, JSON or a page, not as " + form,
          "compare two files for " + form);
    }
  }

  private List<String> names(List<String> files) {
    if (!given.isEmpty()) {
      if (given.size() < 2 || given.size() > 3 || given.stream().anyMatch(String::isBlank)) {
        throw new InputException(
            "--names takes three names, or two for the reviews", "--names draft,Li,Wang");
      }
      return given.size() == 3 ? given : List.of("draft", given.get(0), given.get(1));
    }
    List<String> names = files.stream().map(DiffThree::last).toList();
    return new HashSet<>(names).size() == 3 ? names : files;
  }

  private static String last(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
