package ballast.memory.postgres;

import static ballast.memory.contract.Edits.MEI;
import static ballast.memory.contract.Edits.withTarget;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import ballast.memory.Replacement;
import ballast.memory.TeamRight;
import ballast.memory.TeamStore.Member;
import ballast.memory.TeamStore.Role;
import ballast.memory.TeamStore.Setup;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Edits;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader, a translator and a maintainer may do, and that each is told what he may not. */
final class PostgresRolesTest extends PostgresTest {

  /** Ann translates, Bob translates, Cao maintains, Dan reads. */
  @BeforeEach
  void admit() {
    owner.make();
    owner.grant(Role.TRANSLATOR, "ann");
    owner.grant(Role.TRANSLATOR, "bob");
    owner.grant(Role.MAINTAINER, "cao");
    owner.grant(Role.READER, "dan");
  }

  private void as(String user, Consumer<Memory> work) {
    try (Memory memory = as(user).openForWriting(Revisions.options())) {
      work.accept(memory);
    }
  }

  private void assertAnnRefused(String reason, Consumer<Memory> work) {
    assertThatThrownBy(() -> as("ann", work))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.hint()).contains("maintainer", "cao"))
        .hasMessageContaining("the user \"ann\" may not do that")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("UPDATE");
  }

  private static void assertReader(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(InputException.class, e -> assertNamesWhoAdmits(e.hint()))
        .hasMessageContaining("the user \"dan\" is a reader of it")
        .hasMessageContaining("only a translator or a maintainer writes to it");
  }

  private static void align(Memory memory) {
    memory.addRevision(revision("doc", "春天来了。", "Spring has come.", "船到了。", "The ship."));
  }

  private static void approve(Memory memory) {
    Edits.judge(memory, UnitFilter.CURRENT, Unit.Status.APPROVED);
  }

  /** Changes the source of a unit. */
  private static void replaceShip(Memory memory) {
    Replacement ship = Replacement.ofText("船", "车", false, Side.SOURCE);
    Edits.replace(memory, UnitFilter.CURRENT, ship);
  }

  private static void take(Memory memory) {
    ImportedUnits.take(memory, ImportedUnits.plain("甲。", "A."));
  }

  @Test
  void theMembersAreListed() {
    assertThat(owner.members())
        .contains(
            new Member("ann", Role.TRANSLATOR, false),
            new Member("cao", Role.MAINTAINER, false),
            new Member("dan", Role.READER, false),
            new Member(PostgresServer.USER, Role.MAINTAINER, true));
    owner.grant(Role.READER, "ann");
    assertThat(owner.members()).contains(new Member("ann", Role.READER, false));
    assertThatThrownBy(() -> owner.grant(Role.READER, "nobody"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the server has no user \"nobody\"");
  }

  @Test
  void whoMayDoMoreThanARoleIsNotSaidToHaveLess() {
    assertThatThrownBy(() -> owner.grant(Role.READER, PostgresServer.USER))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("\"%s\" is the owner of the memory".formatted(PostgresServer.USER));
    sql("CREATE ROLE {}_group NOLOGIN");
    sql("GRANT {}_maintainer TO {}_group");
    sql("GRANT {}_group TO dan");
    assertThatThrownBy(() -> owner.grant(Role.READER, "dan"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has the role reader")
        .hasMessageContaining("is a maintainer all the same");
  }

  @Test
  void aGroupOfUsersMayHaveARole() {
    String group = schema + "_editors";
    String eva = schema + "_eva";
    sql("CREATE ROLE {}_editors NOLOGIN");
    sql("CREATE ROLE {}_eva LOGIN");
    sql("GRANT {}_editors TO {}_eva");
    owner.grant(Role.TRANSLATOR, group);
    assertThat(owner.members())
        .contains(new Member(eva, Role.TRANSLATOR, false))
        .extracting(Member::user)
        .doesNotContain(group);
    owner.grant(Role.READER, group);
    assertThat(owner.members()).contains(new Member(eva, Role.READER, false));
    String own = schema + "_reader";
    assertThatThrownBy(() -> owner.grant(Role.TRANSLATOR, own))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("\"" + own + "\" is a role of the memory");
    assertThat(owner.mayGrant()).isTrue();
    assertThat(as("cao").mayGrant()).isFalse();
  }

  @Test
  void aReaderReadsAndWritesNothing() {
    as("ann", PostgresRolesTest::align);
    try (Memory memory = as("dan").openForReading()) {
      assertThat(current(memory)).hasSize(2);
      assertThat(memory.exact("船到了。", Side.SOURCE, UnitFilter.CURRENT)).hasSize(1);
      assertThat(memory.history("doc")).hasSize(2);
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.verifyIndex(5)).isEmpty();
    }
    assertReader(() -> as("dan", PostgresRolesTest::align));
    assertReader(() -> as("dan", PostgresRolesTest::approve));
    assertReader(() -> as("dan").require(TeamRight.WRITE));
    as("ann").require(TeamRight.WRITE);
    owner.require(TeamRight.WRITE);
  }

  @Test
  void aTranslatorRecordsArticlesAndEditsAndTakesBackHerOwn() {
    as("ann", PostgresRolesTest::align);
    as("ann", memory -> memory.addRevision(revision("doc", "春天到了。", "Spring is here.")));
    as(
        "ann",
        memory -> {
          approve(memory);
          Edits.replace(memory, UnitFilter.CURRENT, "Spring", "Summer");
          Edits.delete(memory, UnitFilter.CURRENT);
        });
    as("ann", memory -> assertThat(memory.care().undo(MEI)).isPresent());
    as("ann", memory -> assertThat(memory.care().undo(MEI)).isPresent());
    as("ann", memory -> assertThat(memory.care().redo(MEI)).isPresent());
    as(
        "dan",
        memory -> {
          assertThat(Revisions.texts(current(memory))).containsExactly("春天到了。|Spring is here.");
          assertThat(memory.care().commands(9))
              .allMatch(command -> command.origin().author().equals("ann"));
          assertThat(memory.verify()).isEmpty();
        });
  }

  @Test
  void aTranslatorMayNotDoWhatIsForMaintainers() {
    as("ann", PostgresRolesTest::align);
    as("bob", memory -> memory.addRevision(revision("other", "乙。", "B.")));
    assertAnnRefused("only a maintainer imports units", PostgresRolesTest::take);
    assertAnnRefused(
        "only a maintainer makes a memory smaller", memory -> memory.care().compact(MEI));
    as("ann", memory -> Edits.delete(memory, withTarget(memory, "The ship.")));
    assertAnnRefused(
        "only a maintainer removes what is kept", memory -> memory.care().compact(MEI));
    as("ann", memory -> assertThat(memory.care().undo(MEI)).isPresent());
    assertAnnRefused("only a maintainer rebuilds the index", Memory::rebuildIndex);
    as("cao", Memory::rebuildIndex);
    assertAnnRefused("only a maintainer rebuilds the index", Memory::rebuildIndex);
    assertAnnRefused(
        "only a maintainer takes back or does again a command of \"bob\"",
        memory -> memory.care().reverse(false, Choice.of("bob"), MEI));
    assertAnnRefused(
        "only a maintainer changes the source of a unit", PostgresRolesTest::replaceShip);
    try (Memory memory = owner.openForReading()) {
      assertThat(current(memory)).hasSize(3);
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void aMaintainerMay() {
    as("ann", PostgresRolesTest::align);
    as("cao", PostgresRolesTest::take);
    as(
        "cao",
        memory -> assertThat(memory.care().reverse(false, Choice.of("ann"), MEI)).isPresent());
    as("ann", memory -> assertThat(memory.care().redo(MEI)).isPresent());
    as(
        "cao",
        memory -> {
          replaceShip(memory);
          memory.rebuildIndex();
        });
    as("cao", memory -> memory.care().compact(MEI));
    try (Memory memory = owner.openForReading()) {
      assertThat(Revisions.texts(current(memory))).contains("车到了。|The ship.");
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.verifyIndex(5)).isEmpty();
    }
    assertThatThrownBy(() -> server.executeAs("cao", "DROP TABLE " + schema + ".unit"))
        .hasMessageContaining("must be owner");
  }

  @Test
  void whoHasNoRoleIsToldWhomToAsk() {
    owner.grant(Role.READER, "dan");
    sql("REVOKE {}_reader FROM dan");
    assertThatThrownBy(as("dan")::openForReading)
        .isInstanceOfSatisfying(InputException.class, e -> assertNamesWhoAdmits(e.hint()))
        .hasMessageContaining("the user \"dan\" may not do that")
        .hasMessageContaining("the user has no role in it");
    sql("GRANT {}_reader, {}_translator TO bob WITH ADMIN OPTION");
    assertThatThrownBy(as("dan")::openForReading)
        .isInstanceOfSatisfying(InputException.class, e -> assertNamesWhoAdmits(e.hint()));
    sql("GRANT {}_maintainer TO bob WITH ADMIN OPTION");
    assertThatThrownBy(as("dan")::openForReading)
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.hint()).contains("bob", PostgresServer.USER).doesNotContain("cao"));
  }

  private static void assertNamesWhoAdmits(String hint) {
    assertThat(hint)
        .contains("an administrator", PostgresServer.USER)
        .doesNotContain("ann", "bob", "cao");
  }

  @Test
  void aMaintainerWhoGivesARoleIsToldWhoMay() {
    assertRefused(
        () -> as("cao").grant(Role.READER, "dan"),
        "only an administrator gives roles",
        "an administrator of the memory: ",
        PostgresServer.USER,
        "GRANT " + schema + "_reader TO dan;");
  }

  private static PinnedBead bead(String source, String author) {
    return new PinnedBead(
        new PinnedText(source, 0), new PinnedText("x", 0), true, null, author, Revisions.NOON);
  }

  private static void set(Memory memory, PinnedBead... beads) {
    memory.addRevision(revision("doc", "春天来了。", "Spring has come.").withPins(List.of(beads)));
  }

  private void assertSetBy(String... authors) {
    try (Memory memory = owner.openForReading()) {
      assertThat(memory.pins("doc")).extracting(PinnedBead::author).containsExactly(authors);
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void aSetBeadIsOfWhoSetItWhateverItSays() {
    as("ann", memory -> set(memory, bead("春天 来了。", "somebody else")));
    assertSetBy("ann");
    as("bob", memory -> set(memory, bead("春天\u3000来了。", "ann"), bead("乙", "ann"), bead("丙", "")));
    assertSetBy("ann", "bob", "bob");
    as("bob", PostgresRolesTest::set);
    assertSetBy();
    as("bob", memory -> assertThat(memory.care().undo(MEI)).isPresent());
    assertSetBy("ann", "bob", "bob");
  }

  /** A statement that a policy would make ineffective must not pass silently. */
  @Test
  void aPolicyOfAnAdministratorIsNotTakenForSuccess() {
    as("ann", PostgresRolesTest::align);
    sql("ALTER TABLE {}.unit ENABLE ROW LEVEL SECURITY");
    assertAnnRefused("row-level security", PostgresRolesTest::approve);
    assertThat(owner.verify()).anyMatch(problem -> problem.contains("policy unit"));
  }

  @Test
  void whoMayMakeNoSchemaGetsTheStatementsForAnAdministrator() {
    String name = schema + "_b";
    PostgresStore store = store(address.database(), "ann", name);
    Setup first = store.make();
    assertThat(first.exists()).isFalse();
    assertThat(first.statements())
        .containsExactly(
            "CREATE ROLE " + name + "_reader NOLOGIN ADMIN ann",
            "CREATE ROLE " + name + "_translator NOLOGIN ADMIN ann",
            "CREATE ROLE " + name + "_maintainer NOLOGIN ADMIN ann",
            "CREATE SCHEMA \"" + name + "\" AUTHORIZATION ann");
    first.statements().forEach(server::execute);
    assertThat(store.make().statements()).isEmpty();
    store.grant(Role.TRANSLATOR, "bob");
    PostgresStore bobs = store(address.database(), "bob", name);
    add(bobs, "doc");
    assertThat(store.verify()).isEmpty();
    assertThat(store.make()).isEqualTo(new Setup(true, List.of(), List.of()));
    assertRefused(
        () -> bobs.grant(Role.MAINTAINER, "bob"),
        "the user \"bob\" may not do that",
        "GRANT " + name + "_maintainer TO bob;");
  }
}
