package ballast.cli.align;

import ballast.app.documents.MergedDocument;
import ballast.app.documents.MergedDocument.MergeRemark;
import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;

/** What a merge has to say, on standard error. */
record MergeMessages(Console console, CommonOptions common) {

  /** Warns of repaired codes. */
  void warn(MergedDocument result) {
    for (MergeRemark one : result.repaired()) {
      common.warn(console, one.location() + ": " + one.what());
    }
  }

  /** Says what was merged and written, and which sentences are not translated. */
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

  /** The exit status. */
  static int status(MergedDocument result) {
    boolean whole = result.untranslated().isEmpty() && result.repaired().isEmpty();
    return whole ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
