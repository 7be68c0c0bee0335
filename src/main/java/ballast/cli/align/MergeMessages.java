package ballast.cli.align;

import ballast.app.documents.MergedDocument;
import ballast.app.documents.MergedDocument.MergeRemark;
import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;

/** The messages about a merge. */
record MergeMessages(Console console, CommonOptions common) {

  void warn(MergedDocument result) {
    for (MergeRemark one : result.repaired()) {
      common.warn(console, one.location() + ": " + one.what());
    }
  }

  /** Reports the merge, the written file and the untranslated sentences. */
  void say(MergedDocument result, String file) {
    for (MergeRemark one : result.untranslated()) {
      common.say(
          console,
          "  %s: not translated%s: %s"
              .formatted(
                  one.location(),
                  one.what().isEmpty() ? "" : " (" + one.what() + ")",
                  AlignmentMessages.excerpt(one.text())));
    }
    common.say(
        console,
        "merged   %s into %s, %s not translated"
            .formatted(
                CountedNoun.of(result.translated(), "sentence"),
                result.target(),
                result.untranslated().size()));
    common.say(console, "wrote    " + file);
  }

  static int status(MergedDocument result) {
    boolean whole = result.untranslated().isEmpty() && result.repaired().isEmpty();
    return whole ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
