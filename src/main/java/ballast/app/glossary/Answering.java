package ballast.app.glossary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import ballast.format.file.OutputFile;
import ballast.glossary.Term.TermStatus;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  private static final String BLANK = "……";

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
   * @param undo takes back what was written in files
   */
  public record Result(List<String> lines, Fixing.@Nullable Result fixes, Undo undo) {}

  /**
   * An answer that can be given.
   *
   * @param blank the part of the lines that the editor says: the reason, or the longer word; empty
   *     if nothing needs to be said
   * @param file the file that it changes; empty for translations
   * @param lines the lines of the file that change: "- " and an old one, "+ " and a new one
   * @param fixes the corrections; null for the other answers
   * @param refused why it cannot be given; empty if it can
   */
  public record Offer(
      String blank,
      String file,
      List<String> lines,
      Fixing.@Nullable Result fixes,
      String refused) {}

  /** Files that answers have changed, before and after. Each character is a byte. */
  public record Undo(Map<Path, Optional<String>> before, Map<Path, Optional<String>> after) {

    static final Undo NOTHING = new Undo(Map.of(), Map.of());

    public Undo {
      before = Map.copyOf(before);
      after = Map.copyOf(after);
    }

    /** Makes a change that may write these files. */
    public static Undo of(Collection<Path> files, Runnable change) {
      Map<Path, Optional<String>> before = new HashMap<>();
      Map<Path, Optional<String>> after = new HashMap<>();
      files.forEach(file -> before.put(file, read(file)));
      change.run();
      files.forEach(file -> after.put(file, read(file)));
      before.entrySet().removeIf(one -> one.getValue().equals(after.get(one.getKey())));
      after.keySet().retainAll(before.keySet());
      return new Undo(before, after);
    }

    /**
     * Restores the files.
     *
     * @throws InputException if one of them has changed since; then none is changed
     */
    public void takeBack() {
      after.forEach(
          (file, content) -> {
            if (!read(file).equals(content)) {
              throw new InputException(
                  "\"" + file.getFileName() + "\" has been changed since; nothing was undone",
                  "remove the lines by hand, or in the Glossary room");
            }
          });
      before.forEach(Undo::write);
    }

    private static Optional<String> read(Path file) {
      try {
        return Files.exists(file)
            ? Optional.of(new String(Files.readAllBytes(file), ISO_8859_1))
            : Optional.empty();
      } catch (IOException e) {
        throw new InputException("cannot read \"" + file + "\"", "check the file", e);
      }
    }

    private static void write(Path file, Optional<String> content) {
      if (content.isPresent()) {
        try (OutputFile out = OutputFile.create(file, /* replace= */ true)) {
          out.stream().write(content.get().getBytes(ISO_8859_1));
          out.finish();
          out.publish();
        } catch (IOException e) {
          throw OutputFile.cannotWrite(file, e);
        }
        return;
      }
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw OutputFile.cannotWrite(file, e);
      }
    }
  }

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
    Undo undo =
        request.applying()
            ? Undo.of(
                turn.files(), () -> chosen.forEach(one -> turn.take(one, /* dryRun= */ false)))
            : Undo.NOTHING;
    return new Result(lines.stream().filter(line -> !line.isEmpty()).toList(), fixes, undo);
  }

  /**
   * Tries out the answers to an open decision; {@link Kind#REOPEN} is none.
   *
   * @throws InputException if the check has no such decision
   */
  public Map<Kind, Offer> offers(TranslationCheck.Request check, String key) {
    TranslationCheck.Checked checked =
        new TranslationCheck(workplace, notices, lexicon).run(check, /* keeps= */ false);
    Map<Kind, Offer> offers = new EnumMap<>(Kind.class);
    for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.REOPEN))) {
      Chosen open = chosen(new Answer(key, kind, ""), checked.report().decisions());
      String blank = blank(kind, open.decision());
      Request request =
          new Request(
              check, List.of(), kind == Kind.NOT_IN ? "" : blank, false, new Origin("", ""));
      Chosen chosen = new Chosen(new Answer(key, kind, blank), open.decision());
      offers.put(kind, offer(new Turn(request, checked.places()), chosen, blank));
    }
    return offers;
  }

  private static String blank(Kind kind, Decision decision) {
    if (kind == Kind.NOT_IN) {
      return decision.forms().stream().findFirst().orElse("") + BLANK;
    }
    boolean needsReason = kind == Kind.WAIVE || (kind == Kind.ALLOW && decision.isForbidden());
    return needsReason ? BLANK : "";
  }

  private Offer offer(Turn turn, Chosen chosen, String blank) {
    Fixing.Result fixes = null;
    try {
      turn.take(chosen, /* dryRun= */ true);
      if (chosen.answer().kind() == Kind.FIX) {
        Set<String> wrong = Set.of(chosen.decision().key());
        fixes =
            new Fixing(workplace, notices, lexicon)
                .fix(new Fixing.Request(turn.request.check(), wrong, false, turn.request.origin()));
      }
    } catch (InputException e) {
      return new Offer(blank, "", List.of(), null, (e.getMessage() + "\n" + e.hint()).strip());
    }
    return new Offer(
        blank,
        String.join(", ", turn.changes.keySet()),
        turn.changes.values().stream().flatMap(Set::stream).toList(),
        fixes,
        "");
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
    private final Acceptance waivers;

    /** The changed lines of files. */
    private final Map<String, Set<String>> changes = new LinkedHashMap<>();

    private final TermEdits glossary = new TermEdits(workplace, this::change);

    Turn(Request request, Function<String, Baseline.Scope> places) {
      this.request = request;
      this.places = places;
      this.waivers = new Acceptance(workplace, request.check().known().baseline());
    }

    private void change(String file, List<String> lines) {
      changes.computeIfAbsent(file, one -> new LinkedHashSet<>()).addAll(lines);
    }

    /** The files that it may change. */
    List<Path> files() {
      List<Path> files = new ArrayList<>(waivers.files());
      glossary.tables().forEach(table -> files.add(workplace.resolve(table.name())));
      return files;
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
                          chosen.zh(), word, TermStatus.ADMITTED, List.of(), List.of(), note, ""))
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
      TermEdits.Change change = new TermEdits.Change("", null, List.of(word), null, null);
      String place =
          TermEdits.place(
              glossary.edit(
                  new TermEdits.Chosen(chosen.zh(), "", chosen.decision().term()), change, dryRun));
      return "%s is not meant in %s (%s), in %s"
          .formatted(chosen.zh(), word, chosen.places(), place);
    }

    private String waive(Chosen chosen, boolean dryRun) {
      waivers.requireReason(request.reason());
      List<LocatedFinding> findings = chosen.decision().findings();
      Function<LocatedFinding, String> place = place(places.apply(waivers.file()));
      change(
          waivers.file(),
          waivers.lines(findings, place, request.reason()).stream().map("+ "::concat).toList());
      if (!dryRun) {
        waivers.accept(findings, place, request.reason());
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
