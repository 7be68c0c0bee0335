package ballast.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Notices;
import ballast.app.SilentNotices;
import ballast.app.Workplace;
import ballast.app.check.BaselineFile.KnownFindings;
import ballast.app.project.Glossaries;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.cli.CommandRunner;
import ballast.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A folder whose translations are checked as a program would, by request and result. */
final class CheckedFolder extends SilentNotices {

  private final Path directory;
  private final List<String> messages = new ArrayList<>();

  CheckedFolder(Path directory) {
    this.directory = directory;
  }

  Workplace workplace() {
    return workplace("");
  }

  Workplace workplace(String input) {
    return new Workplace(
        directory.toAbsolutePath(),
        new ByteArrayInputStream(input.getBytes(UTF_8)),
        () -> CommandRunner.NOW,
        "mei");
  }

  /** Checks files against the glossaries and under the settings of the folder. */
  FindingReport check(PairSource pairs) {
    return check(pairs, request -> request);
  }

  /** The same, the request changed before. */
  FindingReport check(PairSource pairs, UnaryOperator<TranslationCheck.Request> change) {
    messages.clear();
    return new TranslationCheck(workplace(), this, Lexicon.bundled())
        .check(change.apply(request(pairs)));
  }

  TranslationCheck.Request request(PairSource pairs) {
    CheckSettings settings = SettingsChoice.NEAREST.read(workplace(), List.of(), Notices.NONE);
    ReadGlossaries glossaries =
        ReadGlossaries.read(Glossaries.OF_PROJECT, workplace(), this)
            .in(settings.defaults().scope());
    return new TranslationCheck.Request(
        pairs, glossaries, RuleChoice.ALL, settings, KnownFindings.NONE, /* counting= */ false);
  }

  static TranslationCheck.Request only(TranslationCheck.Request request, RuleChoice choice) {
    return new TranslationCheck.Request(
        request.pairs(),
        request.glossaries(),
        choice,
        request.settings(),
        request.known(),
        request.counting());
  }

  static TranslationCheck.Request without(TranslationCheck.Request request, KnownFindings known) {
    return new TranslationCheck.Request(
        request.pairs(),
        request.glossaries(),
        request.choice(),
        request.settings(),
        known,
        request.counting());
  }

  List<String> messages() {
    return List.copyOf(messages);
  }

  /** Place, severity, rule, term and message of each finding, a line each. */
  static String lines(FindingReport report) {
    return report.all().stream().map(CheckedFolder::line).collect(Collectors.joining("\n"));
  }

  private static String line(LocatedFinding one) {
    Finding finding = one.finding();
    return String.join(
        " ",
        one.location().toString(),
        finding.severity().label(),
        finding.rule(),
        finding.term(),
        finding.message());
  }

  @Override
  public void say(String message) {
    messages.add(message);
  }

  @Override
  public void warn(String message) {
    messages.add(message);
  }
}
