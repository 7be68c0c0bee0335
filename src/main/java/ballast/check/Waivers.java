package ballast.check;

import ballast.bitext.Excerpt;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Location.Locator;
import ballast.check.PairChecker.Unchecked;
import ballast.glossary.Concept;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Removes waived findings, matched by rule and, if the rule is about terms, by concept. An
 * incomplete waiver removes nothing. Several pairs may share a waiver, as the same object; its
 * problem is reported once. For one thread.
 */
public final class Waivers {

  private static final Rule RULE = Rules.of(Waiver.RULE).orElseThrow();

  /** Maximum code points of a waiver in a message. */
  private static final int SHOWN = 60;

  /** The open and the waived findings; those about waivers are open. */
  public record Outcome(List<LocatedFinding> open, List<Waived> waived) {

    public Outcome {
      open = List.copyOf(open);
      waived = List.copyOf(waived);
    }
  }

  private record Entry(Waiver waiver, CheckedPair<Passage> place, Set<String> concepts) {

    boolean isFor(Finding finding) {
      return finding.rule().equals(waiver.rule())
          && (waiver.term().isEmpty() || concepts.contains(finding.term()));
    }
  }

  private static final Passage NOWHERE = new Passage("", "", Lang.ZH_CN, Lang.EN_US, "", "");

  private final IdentityHashMap<Passage, List<Entry>> entries = new IdentityHashMap<>();

  /** The first entry of each waiver, reported if the waiver has no effect. */
  private final List<Entry> first = new ArrayList<>();

  private final List<LocatedFinding> problems = new ArrayList<>();

  /**
   * @param waiving the pairs with waivers
   * @param astray waivers without a pair, with the place of each
   * @param concepts all concepts of the glossaries, to resolve names of terms
   */
  public Waivers(
      List<CheckedPair<Passage>> waiving, List<Waiver> astray, Collection<Concept> concepts) {
    for (Waiver waiver : astray) {
      String message =
          "the waiver \"%s\" belongs to no sentence that is checked"
              .formatted(Excerpt.of(waiver.name(), SHOWN));
      problems.add(checked(waiver, CheckedPair.at(NOWHERE, waiver.where()), message));
    }
    Map<String, Set<String>> ids = new HashMap<>();
    if (!waiving.isEmpty()) {
      for (Concept concept : concepts) {
        ids.computeIfAbsent(concept.id(), name -> new HashSet<>()).add(concept.id());
        for (String form : concept.zhForms()) {
          ids.computeIfAbsent(form, name -> new HashSet<>()).add(concept.id());
        }
      }
    }
    Set<Waiver> known = Collections.newSetFromMap(new IdentityHashMap<>());
    for (CheckedPair<Passage> place : waiving) {
      for (Waiver waiver : place.value().waivers()) {
        if (concepts.isEmpty() && Rules.concernsTerms(waiver.rule())) {
          continue; // without a glossary no terms have been checked
        }
        Set<String> meant = ids.getOrDefault(waiver.term(), Set.of());
        String problem = problem(waiver, meant);
        boolean isNew = known.add(waiver);
        if (problem.isEmpty()) {
          Entry entry = new Entry(waiver, place, meant);
          entries.computeIfAbsent(place.value(), passage -> new ArrayList<>()).add(entry);
          if (isNew) {
            first.add(entry);
          }
        } else if (isNew) {
          problems.add(checked(waiver, place, problem));
        }
      }
    }
  }

  /** Why a waiver is invalid; empty if it is valid. */
  private static String problem(Waiver waiver, Set<String> meant) {
    String name = '"' + Excerpt.of(waiver.name(), SHOWN) + '"';
    if (waiver.rule().isEmpty()) {
      return "a waiver must name its rule: " + Waiver.SIGN + " RULE TERM – reason";
    }
    if (Rules.of(waiver.rule()).isEmpty() || waiver.rule().equals(Waiver.RULE)) {
      return "cannot waive the unknown rule \"" + Excerpt.of(waiver.rule(), SHOWN) + '"';
    }
    boolean about = Rules.concernsTerms(waiver.rule());
    if (about && waiver.term().isEmpty()) {
      return "the waiver " + name + " must name its term, by id or in Chinese";
    }
    if (!about && !waiver.term().isEmpty()) {
      return "the waiver %s names a term, but the rule is about none; a reason comes after a dash"
          .formatted(name);
    }
    if (about && meant.isEmpty()) {
      return "the waiver " + name + " is for a term that the glossary does not have";
    }
    return waiver.reason().isEmpty() ? "the waiver " + name + " gives no reason" : "";
  }

  /**
   * Divides findings into open and waived ones.
   *
   * @param unchecked rules that were not applied to some pairs; their waivers are not reported as
   *     out of date
   * @param considered whether a rule and term were checked. Waivers of others are not reported as
   *     out of date, either; without the rule on waivers, none are.
   */
  public Outcome apply(
      List<LocatedFinding> findings,
      List<Unchecked> unchecked,
      BiPredicate<String, String> considered) {
    if (entries.isEmpty() && problems.isEmpty()) {
      return new Outcome(findings, List.of());
    }
    List<LocatedFinding> open = new ArrayList<>();
    List<Waived> waived = new ArrayList<>();
    Set<Waiver> used = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Unchecked one : unchecked) {
      entries.getOrDefault(one.place().value(), List.of()).stream()
          .map(Entry::waiver)
          .filter(waiver -> one.rules().contains(waiver.rule()))
          .forEach(used::add);
    }
    for (LocatedFinding checked : findings) {
      List<Entry> fitting =
          entries.getOrDefault(checked.place().value(), List.of()).stream()
              .filter(entry -> entry.isFor(checked.finding()))
              .toList();
      fitting.forEach(entry -> used.add(entry.waiver()));
      if (fitting.isEmpty()) {
        open.add(checked);
      } else {
        waived.add(new Waived(checked, fitting.get(0).waiver()));
      }
    }
    if (considered.test(Waiver.RULE, "")) {
      open.addAll(problems);
      first.stream()
          .filter(entry -> !used.contains(entry.waiver()) && isConsidered(entry, considered))
          .forEach(entry -> open.add(stale(entry)));
      open.sort(LocatedFinding.ORDER);
    }
    return new Outcome(open, waived);
  }

  private static boolean isConsidered(Entry entry, BiPredicate<String, String> considered) {
    String rule = entry.waiver().rule();
    return entry.waiver().term().isEmpty()
        ? considered.test(rule, "")
        : entry.concepts().stream().allMatch(concept -> considered.test(rule, concept));
  }

  private static LocatedFinding stale(Entry entry) {
    String message =
        "nothing to waive: \"%s\" is not found here any more"
            .formatted(Excerpt.of(entry.waiver().name(), SHOWN));
    return checked(entry.waiver(), entry.place(), message);
  }

  private static LocatedFinding checked(Waiver waiver, CheckedPair<Passage> place, String message) {
    Finding finding = RULE.finding(Finding.Spans.NONE, message);
    if (waiver.where().equals(Location.UNKNOWN)) {
      return new LocatedFinding(finding, place);
    }
    Locator where = Locator.from(waiver.where());
    return new LocatedFinding(finding, new CheckedPair<>(place.value(), where, where));
  }

  /** A waived finding, with the first waiver that applies to it. */
  public record Waived(LocatedFinding checked, Waiver waiver) {}
}
