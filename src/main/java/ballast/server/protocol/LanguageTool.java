package ballast.server.protocol;

import ballast.server.Answer;
import ballast.server.Call;
import ballast.workflow.check.LiveCheck;
import ballast.workflow.check.TextFinding;
import java.util.List;

/**
 * Answers the clients of LanguageTool servers: OmegaT, LibreOffice and others. OmegaT sends the
 * source text beside the translation, and so gets all findings for the pair; the protocol is
 * version 2 of LanguageTool's HTTP API.
 */
final class LanguageTool {

  /** The languages, as the protocol writes them. */
  private static final String LANGUAGES =
      """
      [
        {"name": "Chinese", "code": "zh", "longCode": "zh"},
        {"name": "Chinese (China)", "code": "zh", "longCode": "zh-CN"},
        {"name": "Chinese (Taiwan)", "code": "zh", "longCode": "zh-TW"},
        {"name": "English", "code": "en", "longCode": "en"},
        {"name": "English (Australian)", "code": "en", "longCode": "en-AU"},
        {"name": "English (Canadian)", "code": "en", "longCode": "en-CA"},
        {"name": "English (GB)", "code": "en", "longCode": "en-GB"},
        {"name": "English (New Zealand)", "code": "en", "longCode": "en-NZ"},
        {"name": "English (US)", "code": "en", "longCode": "en-US"}
      ]
      """;

  private final LiveCheck check;

  LanguageTool(LiveCheck check) {
    this.check = check;
  }

  List<Operation> operations() {
    return List.of(
        new Operation(
            "/v2/check",
            Operation.GET_AND_POST,
            "Findings in a text, in the form of LanguageTool; offsets count UTF-16 units",
            CheckedText.FIELDS,
            Operation.Content.JSON,
            this::check),
        new Operation(
            "/v2/languages",
            Operation.GET_AND_POST,
            "The languages that are checked",
            List.of(),
            Operation.Content.JSON,
            call -> Answer.of(Answer.JSON, out -> out.write(LANGUAGES))),
        new Operation(
            "/v2/info",
            Operation.GET,
            "Name and version of the program",
            List.of(),
            Operation.Content.JSON,
            call -> Answer.of(Answer.JSON, LanguageToolJson::writeInfo)));
  }

  private Answer check(Call call) throws java.io.IOException {
    CheckedText text = CheckedText.of(call);
    LiveCheck.Outcome outcome = check.check(text.request());
    List<TextFinding> found = outcome.findings().stream().filter(text.filter()::admits).toList();
    LanguageToolJson json =
        new LanguageToolJson(text, check.sentences(text.lang(), text.text().plain()));
    return Answer.of(Answer.JSON, out -> json.write(out, found, outcome.isWhole()));
  }
}
