package ballast.app.glossary;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.Acceptance;
import ballast.app.check.Fixing;
import ballast.app.check.TranslationCheck;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.check.Baseline;
import ballast.check.Decision;
import ballast.check.LocatedFinding;
import ballast.glossary.Term.TermStatus;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out an editor's answers to the decisions of a check, in the project's glossary, its
 * baseline, or the translations.
 *
 * <pre>{@code
 * Workplace workplace = Workplace.in(folder);
 * ReadGlossaries glossaries =
 *     ReadGlossaries.read(Glossaries.OF_PROJECT, workplace, Notices.NONE);
 * TranslationCheck.Request check =
 *     TranslationCheck.Request.of(PairSource.ofFiles("units.tmx")).against(glossaries);
 * TranslationCheck checker =
 *     new TranslationCheck(workplace, Notices.NONE, Lexicon.bundled());
 * List<Answering.Answer> answers =
 *     checker.check(check).decisions().stream()
 *         .map(one -> Answering.Answer.of(one.key() + "=fix"))
 *         .toList();
 * Answering.Request request =
 *     new Answering.Request(
 *         check, answers, "", false, new CommandInfo.Origin("Lin", "check --answer"));
 * new Answering(workplace, Notices.NONE, Lexicon.bundled()).answer(request);
 * }</pre>
 */
public record Answering(Workplace workplace, Notices notices, Lexicon lexicon) {

  public enum Kind {
    /** The words are right in all texts: the glossary admits them. */
    ALLOW,
    /** The words are right in these places: the baseline records them, with the reason. */
    WAIVE,
    /** Takes a waiver back. */
    REOPEN,
    /** The term is not meant: the glossary gets the longer word. */
    NOT_IN,
    /** The words are wrong: the preferred rendering replaces them. */
    FIX;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @param key of the decision, or its beginning
   * @param word the longer Chinese word of {@link Kind#NOT_IN}; empty for the one of the decision
   */
  public record Answer(String key, Kind kind, String word) {

    /**
     * Parses {@code KEY=ANSWER} or {@code KEY=not-in:WORD}.
     *
     * @throws InputException if it is none
     */
    public static Answer of(String text) {
      String key = text.substring(0, Math.max(0, text.indexOf('='))).strip();
      String[] parts = text.substring(text.indexOf('=') + 1).strip().split("[:：]", 2);
      for (Kind kind : key.isEmpty() ? new Kind[0] : Kind.values()) {
        if (kind.toString().equals(parts[0]) && (kind == Kind.NOT_IN || parts.length == 1)) {
          return new Answer(key, kind, parts.length > 1 ? parts[1].strip() : "");
        }
      }
      throw new InputException(
          "\"" + text + "\" is not an answer",
          "KEY=ANSWER, where ANSWER is allow, fix, waive, reopen or not-in:WORD");
    }
  }

  /**
   * @param reason of a waiver, or for words that the glossary forbids; may be empty otherwise
   * @param applying whether to write; otherwise the answers are only tried out
   * @param origin author and method of corrections, for the history of the memory
   */
  public record Request(
      TranslationCheck.Request check,
      List<Answer> answers,
      String reason,
      boolean applying,
      Origin origin) {}

  /**
   * @param lines what each answer has done, or would do, and how to take it back
   * @param fixes the corrections; null if no answer asks for them
   */
  public record Result(List<String> lines, Fixing.@Nullable Result fixes) {}

  /**
   * Tries out all answers, then carries them out.
   *
   * @throws InputException if one of them cannot be carried out; then nothing has been written
   */
  public Result answer(Request request) {
    TranslationCheck.Checked checked =
        new TranslationCheck(workplace, notices, lexicon).run(request.check(), /* keeps= */ false);
    List<Decision> open = checked.report().decisions();
    List<Decision> waived =
        Decision.of(checked.report().accepted(), checked.report().extent().agreed());
    List<Chosen> chosen = new ArrayList<>();
    for (Answer answer : request.answers()) {
      chosen.add(chosen(answer, answer.kind() == Kind.REOPEN ? waived : open));
    }
    Turn turn = new Turn(request, checked.places());
    List<String> lines = chosen.stream().map(one -> turn.take(one, /* dryRun= */ true)).toList();
    Fixing.Result fixes = null;
    Set<String> wrong =
        chosen.stream()
            .filter(one -> one.answer().kind() == Kind.FIX)
            .map(one -> one.decision().key())
            .collect(toSet());
    if (!wrong.isEmpty()) {
      fixes =
          new Fixing(workplace, notices, lexicon)
              .fix(
                  new Fixing.Request(request.check(), wrong, request.applying(), request.origin()));
    }
    if (request.applying()) {
      chosen.forEach(one -> turn.take(one, /* dryRun= */ false));
    }
    return new Result(lines.stream().filter(line -> !line.isEmpty()).toList(), fixes);
  }

  private record Chosen(Answer answer, Decision decision) {

    String zh() {
      return decision.agreed().zh();
    }

    String places() {
      return CountedNoun.of(decision.findings().size(), "place");
    }
  }

  private static Chosen chosen(Answer answer, List<Decision> decisions) {
    List<Decision> found =
        decisions.stream().filter(one -> one.key().startsWith(answer.key())).toList();
    if (found.size() != 1) {
      throw new InputException(
          "%s decision of this check has the key \"%s\""
              .formatted(found.isEmpty() ? "no" : "more than one", answer.key()),
          "ballast check --group rendering lists them, with their keys in brackets");
    }
    return new Chosen(answer, found.get(0));
  }

  /** The answers of one request. */
  private final class Turn {

    private final Request request;
    private final Function<String, Baseline.Scope> places;
    private final TermEdits glossary = new TermEdits(workplace);
    private final Acceptance waivers;

    Turn(Request request, Function<String, Baseline.Scope> places) {
      this.request = request;
      this.places = places;
      this.waivers = new Acceptance(workplace, request.check().known().baseline());
    }

    /** Returns what it does, or an empty string for a correction, which is made with others. */
    String take(Chosen chosen, boolean dryRun) {
      if (chosen.zh().isEmpty() && chosen.answer().kind() != Kind.WAIVE) {
        throw new InputException(
            "\"%s\" is forbidden for every term".formatted(words(chosen.decision().words())),
            "waive it here, or change the row of the glossary");
      }
      return switch (chosen.answer().kind()) {
        case ALLOW -> allow(chosen, dryRun);
        case NOT_IN -> notIn(chosen, dryRun);
        case WAIVE -> waive(chosen, dryRun);
        case REOPEN -> reopen(chosen, dryRun);
        case FIX -> "";
      };
    }

    private String allow(Chosen chosen, boolean dryRun) {
      List<String> words = chosen.decision().admissible();
      if (words.isEmpty()) {
        throw new InputException(
            "nothing stands in the place of " + chosen.zh() + " that could be allowed",
            "waive the places, or say in which longer word the term is not meant: not-in:WORD");
      }
      if (chosen.decision().isForbidden() && request.reason().isBlank()) {
        throw new InputException(
            "the glossary forbids \"" + words.get(0) + "\" for " + chosen.zh(),
            "say with --reason why it is right all the same");
      }
      String note = request.reason().isBlank() ? null : request.reason();
      Set<String> tables =
          words.stream()
              .map(
                  word ->
                      new TermEdits.NewTerm(
                          chosen.zh(), word, TermStatus.ADMITTED, List.of(), note, ""))
              .map(term -> glossary.add(term, dryRun))
              .collect(toSet());
      return "%s may be \"%s\" (%s), in %s; taken back by: %s"
          .formatted(
              chosen.zh(),
              words(words),
              chosen.places(),
              String.join(", ", tables),
              words.stream()
                  .map(word -> "ballast glossary remove %s \"%s\"".formatted(chosen.zh(), word))
                  .collect(joining("; ")));
    }

    private String notIn(Chosen chosen, boolean dryRun) {
      String word =
          chosen.answer().word().isEmpty()
              ? chosen.decision().longerWord()
              : chosen.answer().word();
      if (chosen.decision().forms().stream()
          .noneMatch(form -> word.contains(form) && !word.equals(form))) {
        throw new InputException(
            word.isEmpty()
                ? "the places of " + chosen.zh() + " have no longer word in common"
                : "\"" + word + "\" is not a longer word with " + chosen.zh(),
            "name it: " + chosen.answer().key() + "=not-in:WORD");
      }
      TermEdits.Change change = new TermEdits.Change("", null, List.of(word), null);
      String place =
          TermEdits.place(
              glossary.edit(
                  new TermEdits.Chosen(chosen.zh(), "", chosen.decision().term()), change, dryRun));
      return "%s is not meant in %s (%s), in %s"
          .formatted(chosen.zh(), word, chosen.places(), place);
    }

    private String waive(Chosen chosen, boolean dryRun) {
      waivers.requireReason(request.reason());
      if (!dryRun) {
        waivers.accept(
            chosen.decision().findings(), place(places.apply(waivers.file())), request.reason());
      }
      return "%s, \"%s\": %s waived, in %s; taken back by: --answer %s=reopen"
          .formatted(
              chosen.zh(),
              words(chosen.decision().words()),
              chosen.places(),
              waivers.file(),
              chosen.decision().key());
    }

    private String reopen(Chosen chosen, boolean dryRun) {
      if (!dryRun) {
        waivers.withdraw(chosen.decision().findings(), place(places.apply(waivers.file())));
      }
      return "%s, \"%s\": %s open again"
          .formatted(chosen.zh(), words(chosen.decision().words()), chosen.places());
    }

    private static Function<LocatedFinding, String> place(Baseline.Scope scope) {
      return finding -> scope.place(finding.place());
    }

    private static String words(List<String> words) {
      return String.join("\", \"", words);
    }
  }
}
