package ballast.workbench;

import ballast.app.Notices;
import ballast.app.check.Fixing;
import ballast.app.glossary.Answering;
import ballast.app.glossary.Answering.Kind;
import ballast.app.glossary.Answering.Offer;
import ballast.check.Decision;
import ballast.check.LocatedFinding;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.KeptCheck.Row;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers the decisions of the check. */
final class DecisionRoutes {

  private final KeptCheck checking;
  private final FileChanges changes;
  private final MemoryDesk desk;
  private final Answering answering;

  /** The last reason, which the next answer offers to choose. */
  private String reason = "";

  DecisionRoutes(Bench bench, KeptCheck checking, FileChanges changes) {
    this.checking = checking;
    this.changes = changes;
    this.desk = new MemoryDesk(bench);
    this.answering = new Answering(bench.workplace(), Notices.NONE, bench.lexicon());
  }

  List<Route> routes() {
    return List.of(
        Route.page("/check/decision", this::panel),
        Route.page("/check/places", this::places),
        Route.change("/check/answer", this::answer));
  }

  /** Returns what each answer would write, in all places or in a unit. */
  private Answer panel(Call call) throws IOException {
    Decision decision = decision(call, call.query());
    String unit = call.query().text("unit");
    UnitFilter units = UnitFilter.CURRENT.named(units(decision, unit));
    Map<Kind, Offer> offers = answering.offers(checking.check().request(units), decision.key());
    String usual = lastReason();
    return Shell.part(
        call,
        (out, words) ->
            JteCheckAnswersGenerated.render(out, null, words, decision, unit, offers, usual));
  }

  /** Returns the row with its places. */
  private Answer places(Call call) throws IOException {
    ShownDecision shown = opened(decision(call, call.query()));
    return Shell.part(
        call, (out, words) -> JteCheckDecisionGenerated.render(out, null, words, shown));
  }

  private ShownDecision opened(Decision decision) {
    Set<LocatedFinding> own = Collections.newSetFromMap(new IdentityHashMap<>());
    own.addAll(decision.findings());
    List<Row> places =
        checking.known().value().rows().stream()
            .filter(row -> own.contains(row.checked()))
            .toList();
    return new ShownDecision(decision, "", places.size(), places);
  }

  /** Answers a decision as in all its places, or as in a unit. */
  private Answer answer(Call call) throws IOException {
    Parameters form = call.form();
    Decision decision = decision(call, form);
    String unit = form.text("unit");
    Set<String> asking = units(decision, unit);
    Set<String> units = units(decision, "");
    Answering.Answer asked =
        Answering.Answer.of(
            decision.key()
                + "="
                + form.required("answer")
                + (form.text("word").isBlank() ? "" : ":" + form.text("word").strip()));
    if (asked.kind() == Kind.REOPEN) {
      throw RefusedException.badRequest("an open decision cannot be opened");
    }
    Answering.Result result =
        checking.changeAll(
            units,
            () ->
                answering.answer(
                    new Answering.Request(
                        checking.check().request(UnitFilter.CURRENT.named(asking)),
                        List.of(asked),
                        form.text("reason"),
                        /* applying= */ true,
                        desk.origin("check --answer"))));
    Optional<Decision> left = find(decision.key());
    String text = text(Words.of(call), decision, asked, asking, result.fixes());
    Fixing.Result fixes = result.fixes();
    if (fixes == null || fixes.fixed() > 0) {
      changes.keep(
          decision.agreed().zh(), text, decision.key(), units, result.undo(), fixes != null);
    }
    keepReason(form.text("reason"));
    ShownDecision shown =
        left.isPresent() && !unit.isEmpty()
            ? opened(left.get())
            : new ShownDecision(
                decision, text, left.map(one -> one.findings().size()).orElse(0), List.of());
    KeptResult.State<KeptCheck.Checked> state = checking.known();
    return Shell.part(
            call,
            (out, words) ->
                JteCheckAnsweredGenerated.render(
                    out, null, words, shown, state.value().decisions(), text))
        .with("HX-Trigger", "answered, reviewed");
  }

  private static String text(
      Words words,
      Decision decision,
      Answering.Answer asked,
      Set<String> units,
      Fixing.@Nullable Result fixes) {
    String found = String.join("\", \"", decision.admissible());
    long places =
        decision.findings().stream()
            .filter(one -> units.contains(one.place().value().id()))
            .count();
    String word = asked.word().isEmpty() ? decision.longerWord() : asked.word();
    return switch (asked.kind()) {
      case ALLOW -> words.say("decide.done.allow", found);
      case NOT_IN -> words.say("decide.done.not-in", word);
      case WAIVE -> words.say("decide.done.waive", places);
      case FIX -> words.say("decide.done.fix", fixes == null ? 0 : fixes.fixed());
      case REOPEN -> "";
    };
  }

  private synchronized void keepReason(String why) {
    if (!why.isBlank()) {
      reason = why.strip();
    }
  }

  private synchronized String lastReason() {
    return reason;
  }

  private Decision decision(Call call, Parameters given) {
    return find(given.required("decision"))
        .orElseThrow(() -> RefusedException.conflict(Words.of(call).say("check.gone")));
  }

  private Optional<Decision> find(String key) {
    return checking.known().value().decisions().stream()
        .filter(one -> one.key().equals(key))
        .findFirst();
  }

  /** Returns the units of a decision; only the given one if it is not empty. */
  private static Set<String> units(Decision decision, String unit) {
    return !unit.isEmpty()
        ? Set.of(unit)
        : decision.findings().stream()
            .map(one -> one.place().value().id())
            .collect(Collectors.toSet());
  }
}
