package ballast.cli.align;

import ballast.app.Notices;
import ballast.app.documents.MergedDocument;
import ballast.app.documents.MergedDocument.MergeRemark;
import ballast.bitext.CountedNoun;
import ballast.cli.terminal.FailureReport.ExitCode;

/** The messages about a merge. */
record MergeMessages(Notices notices) {

  void warn(MergedDocument result) {
    for (MergeRemark one : result.repaired()) {
      notices.warn("%s: %s", one.location(), one.what());
    }
  }

  /** Reports the merge, the written file and the untranslated sentences. */
  void say(MergedDocument result, String file) {
    for (MergeRemark one : result.untranslated()) {
      notices.say(
          "  %s: not translated%s: %s",
          one.location(),
          one.what().isEmpty() ? "" : " (" + one.what() + ")",
          AlignmentMessages.excerpt(one.text()));
    }
    notices.say(
        "merged   %s into %s, %s not translated",
        CountedNoun.of(result.translated(), "sentence"),
        result.target(),
        result.untranslated().size());
    notices.say("wrote    " + file);
  }

  static int status(MergedDocument result) {
    boolean whole = result.untranslated().isEmpty() && result.repaired().isEmpty();
    return whole ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
