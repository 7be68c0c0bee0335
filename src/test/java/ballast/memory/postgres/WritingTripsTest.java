package ballast.memory.postgres;

import static ballast.memory.contract.Revisions.current;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.bitext.Unit.Context;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Property;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.contract.Edits;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writing to a server takes few statements and journeys. */
final class WritingTripsTest extends PostgresTest {

  private static final int UNITS = 20_000;
  private static final int EDITED = 1_000;

  @BeforeEach
  void make() {
    owner.make();
  }

  /** Without the checks of references, which the server counts as statements of their own. */
  private long statements() {
    return server.number(
        "SELECT sum(calls) FROM pg_stat_statements WHERE query NOT LIKE '%FOR KEY SHARE%'");
  }

  private Memory open(CountingProxy proxy) {
    return new PostgresStore(proxy.in(address), CacheFolder.NONE)
        .openForWriting(Revisions.options());
  }

  private static ImportedUnit unit(int number) {
    return ImportedUnits.with(
        ImportedUnits.plain("第" + number + "号文件 \\ \t 一", "document\n number " + number),
        new Extras(List.of(Property.ofUnit("client", "c" + number)), Context.NONE));
  }

  private static void fill(Memory memory, int from, int units) {
    ImportedUnits.take(memory, units, i -> unit(from + i));
  }

  @Test
  void anImportTakesAStatementForAHundredUnits() {
    try (Memory memory = owner.openForWriting(Revisions.options())) {
      long before = statements();
      fill(memory, 0, UNITS);
      long first = statements();
      fill(memory, UNITS, UNITS);
      long second = statements();
      System.out.printf(
          "%d units: %d statements, again: %d%n", UNITS, first - before, second - first);
      assertThat(first - before).isLessThanOrEqualTo(UNITS / 100);
      assertThat(second - first).isLessThanOrEqualTo(UNITS / 100);
      assertThat(memory.unitCount()).isEqualTo(2L * UNITS);
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.verifyIndex(20)).isEmpty();
    }
  }

  @Test
  void whatIsImportedComesBackToTheLetter() {
    try (Memory memory = owner.openForWriting(Revisions.options())) {
      fill(memory, 0, EDITED);
      assertThat(current(memory))
          .extracting(unit -> unit.source() + unit.target() + unit.extras())
          .contains(unit(7).unit().source() + unit(7).unit().target() + unit(7).unit().extras())
          .hasSize(EDITED);
    }
  }

  @Test
  void revisionsAndEditsTakeFewJourneys() {
    try (CountingProxy proxy = server.proxy();
        Memory memory = open(proxy)) {
      long before = proxy.journeys();
      memory.addRevision(Revisions.large("large", EDITED, 1));
      long added = proxy.journeys();
      Edits.replace(memory, UnitFilter.CURRENT, "grain", "rice");
      long edited = proxy.journeys();
      System.out.printf(
          "revision of %d units: %d journeys, replacement: %d%n",
          EDITED, added - before, edited - added);
      assertThat(added - before).isLessThanOrEqualTo(60);
      assertThat(edited - added).isLessThanOrEqualTo(60);
      assertThat(memory.verify()).isEmpty();
    }
  }

  /** Others wait for all but the last one. */
  @Test
  void aJudgementTakesEightJourneys() {
    try (CountingProxy proxy = server.proxy();
        Memory memory = open(proxy)) {
      memory.addRevision(Revisions.large("large", 10, 1));
      for (Unit unit : current(memory)) {
        long before = proxy.journeys();
        Edits.judge(memory, unit.id(), Unit.Status.APPROVED, "mei");
        assertThat(proxy.journeys() - before).isLessThanOrEqualTo(8);
      }
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void aCommandOfTheHistoryTakesFiveJourneys() {
    int commands = 20;
    for (int salt = 1; salt <= commands; salt++) {
      try (Memory memory = owner.openForWriting(Revisions.options())) {
        memory.addRevision(Revisions.large("large", EDITED, salt));
      }
    }
    try (CountingProxy proxy = server.proxy();
        Memory memory = open(proxy)) {
      long before = proxy.journeys();
      assertThat(memory.care().commands(commands)).hasSize(commands);
      long listed = proxy.journeys();
      memory.care().undo(Edits.MEI);
      long undone = proxy.journeys();
      System.out.printf(
          "%d commands listed: %d journeys, one taken back: %d%n",
          commands, listed - before, undone - listed);
      assertThat(listed - before).isLessThanOrEqualTo(5 * commands + 10);
      assertThat(undone - listed).isLessThanOrEqualTo(120);
    }
  }

  /** All who write while an import ends would otherwise read its units at once. */
  @Test
  void nobodyElseWorksOnTheIndexDuringAnImport() {
    String covered = "SELECT covered FROM " + schema + ".fuzzy_state";
    try (Memory importing = owner.openForWriting(Revisions.options());
        Memory other = owner.openForWriting(Revisions.options())) {
      importing.importUnits(
          ImportedUnits.ADD,
          units -> {
            units.take(unit(1));
            other.addRevision(Revisions.large("large", 3 * EDITED, 1));
            assertThat(server.number(covered)).isZero();
          });
      assertThat(server.number(covered)).isEqualTo(3 * EDITED + 1);
      other.addRevision(Revisions.large("other", 3 * EDITED, 2));
      assertThat(server.number(covered)).isGreaterThan(3 * EDITED + 1);
      assertThat(other.verifyIndex(20)).isEmpty();
    }
  }
}
