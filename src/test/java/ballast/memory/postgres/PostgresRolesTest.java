package ballast.memory.postgres;

import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.language.WhiteSpace;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import ballast.memory.Replacement;
import ballast.memory.TeamRight;
import ballast.memory.TeamStore;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.OnDuplicate;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader, a translator and a maintainer may do, and that each is told what he may not. */
@Tag("postgres")
final class PostgresRolesTest {

  private static final Origin ANYBODY = new Origin("somebody else", "");

  private PostgresServer server;
  private PostgresStore owner;
  private Path folder;

  /** Ann translates, Bob translates, Cao maintains, Dan reads. */
  @BeforeEach
  void admit(@TempDir Path temporary) {
    folder = temporary;
    server = PostgresServer.get();
    owner = server.made(folder);
    owner.grant(TeamStore.Role.TRANSLATOR, "ann");
    owner.grant(TeamStore.Role.TRANSLATOR, "bob");
    owner.grant(TeamStore.Role.MAINTAINER, "cao");
    owner.grant(TeamStore.Role.READER, "dan");
  }

  private Memory open(String user) {
    return new PostgresStore(server.memory(folder, user)).openForWriting(Revisions.options());
  }

  private void as(String user, Consumer<Memory> work) {
    try (Memory memory = open(user)) {
      work.accept(memory);
    }
  }

  private void assertRefused(String user, String reason, Consumer<Memory> work) {
    assertRefused(() -> as(user, work), user, reason);
  }

  private static void assertRefused(ThrowingCallable work, String user, String reason) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.hint()).contains("maintainer").contains("cao"))
        .hasMessageContaining("the user \"" + user + "\" may not do that")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("UPDATE");
  }

  private static void assertReader(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(InputException.class, e -> assertNamesWhoAdmits(e.hint()))
        .hasMessageContaining("the user \"dan\" is a reader of it")
        .hasMessageContaining("only a translator or a maintainer writes to it");
  }

  private String schema() {
    return server.memory(folder).memory();
  }

  private static void align(Memory memory) {
    memory.addRevision(revision("doc", "春天来了。", "Spring has come.", "船到了。", "The ship."));
  }

  private static void take(Memory memory) {
    memory.importUnits(
        new ImportOptions(OnDuplicate.ADD, "mei", false),
        units -> units.take(ImportedUnits.plain("甲。", "A.")));
  }

  @Test
  void theMembersAreListed() {
    assertThat(owner.members())
        .contains(
            new TeamStore.Member("ann", TeamStore.Role.TRANSLATOR, false),
            new TeamStore.Member("cao", TeamStore.Role.MAINTAINER, false),
            new TeamStore.Member("dan", TeamStore.Role.READER, false),
            new TeamStore.Member(PostgresServer.USER, TeamStore.Role.MAINTAINER, true));
    owner.grant(TeamStore.Role.READER, "ann");
    assertThat(owner.members()).contains(new TeamStore.Member("ann", TeamStore.Role.READER, false));
    assertThatThrownBy(() -> owner.grant(TeamStore.Role.READER, "nobody"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the server has no user \"nobody\"");
  }

  @Test
  void whoMayDoMoreThanARoleIsNotSaidToHaveLess() {
    assertThatThrownBy(() -> owner.grant(TeamStore.Role.READER, PostgresServer.USER))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("\"%s\" is the owner of the memory".formatted(PostgresServer.USER));
    String group = schema() + "_group";
    server.execute("CREATE ROLE " + group + " NOLOGIN");
    server.execute("GRANT " + schema() + "_maintainer TO " + group);
    server.execute("GRANT " + group + " TO dan");
    assertThatThrownBy(() -> owner.grant(TeamStore.Role.READER, "dan"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has the role reader")
        .hasMessageContaining("is a maintainer all the same");
  }

  @Test
  void aGroupOfUsersMayHaveARole() {
    String group = schema() + "_editors";
    server.execute("CREATE ROLE " + group + " NOLOGIN");
    String eva = schema() + "_eva";
    server.execute("CREATE ROLE " + eva + " LOGIN");
    server.execute("GRANT " + group + " TO " + eva);
    owner.grant(TeamStore.Role.TRANSLATOR, group);
    assertThat(owner.members())
        .contains(new TeamStore.Member(eva, TeamStore.Role.TRANSLATOR, false))
        .extracting(TeamStore.Member::user)
        .doesNotContain(group);
    owner.grant(TeamStore.Role.READER, group);
    assertThat(owner.members()).contains(new TeamStore.Member(eva, TeamStore.Role.READER, false));
    String own = schema() + "_reader";
    assertThatThrownBy(() -> owner.grant(TeamStore.Role.TRANSLATOR, own))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("\"" + own + "\" is a role of the memory");
    assertThat(owner.mayGrant()).isTrue();
    assertThat(new PostgresStore(server.memory(folder, "cao")).mayGrant()).isFalse();
  }

  @Test
  void aReaderReadsAndWritesNothing() {
    as("ann", PostgresRolesTest::align);
    try (Memory memory = new PostgresStore(server.memory(folder, "dan")).openForReading()) {
      assertThat(current(memory)).hasSize(2);
      assertThat(memory.exact("船到了。", Side.SOURCE, UnitFilter.CURRENT)).hasSize(1);
      assertThat(memory.history("doc")).hasSize(2);
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.verifyIndex(5)).isEmpty();
    }
    assertReader(() -> as("dan", PostgresRolesTest::align));
    assertReader(
        () ->
            as(
                "dan",
                memory ->
                    memory
                        .care()
                        .judge(UnitFilter.CURRENT, Unit.Status.APPROVED, ANYBODY, edit -> {})));
    assertReader(() -> new PostgresStore(server.memory(folder, "dan")).require(TeamRight.WRITE));
    new PostgresStore(server.memory(folder, "ann")).require(TeamRight.WRITE);
    owner.require(TeamRight.WRITE);
  }

  @Test
  void aTranslatorRecordsArticlesAndEditsAndTakesBackHerOwn() {
    as("ann", PostgresRolesTest::align);
    as("ann", memory -> memory.addRevision(revision("doc", "春天到了。", "Spring is here.")));
    as(
        "ann",
        memory -> {
          memory.care().judge(UnitFilter.CURRENT, Unit.Status.APPROVED, ANYBODY, edit -> {});
          Replacement summer = Replacement.ofText("Spring", "Summer", false, Side.TARGET);
          memory.care().replace(UnitFilter.CURRENT, summer, false, ANYBODY, (edit, text) -> {});
          memory.care().delete(UnitFilter.CURRENT, ANYBODY, edit -> {});
        });
    as("ann", memory -> assertThat(memory.care().undo(ANYBODY)).isPresent());
    as("ann", memory -> assertThat(memory.care().undo(ANYBODY)).isPresent());
    as("ann", memory -> assertThat(memory.care().redo(ANYBODY)).isPresent());
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
    assertRefused("ann", "only a maintainer imports units", PostgresRolesTest::take);
    assertRefused(
        "ann",
        "only a maintainer makes a memory smaller",
        memory -> memory.care().compact(ANYBODY));
    as("ann", memory -> memory.care().delete(withTarget(memory, "The ship."), ANYBODY, e -> {}));
    assertRefused(
        "ann", "only a maintainer removes what is kept", memory -> memory.care().compact(ANYBODY));
    as("ann", memory -> assertThat(memory.care().undo(ANYBODY)).isPresent());
    assertRefused("ann", "only a maintainer rebuilds the index", Memory::rebuildIndex);
    as("cao", Memory::rebuildIndex);
    assertRefused("ann", "only a maintainer rebuilds the index", Memory::rebuildIndex);
    assertRefused(
        "ann",
        "only a maintainer takes back or does again a command of \"bob\"",
        memory -> memory.care().undoOf("bob", ANYBODY));
    Replacement ship = Replacement.ofText("船", "车", false, Side.SOURCE);
    assertRefused(
        "ann",
        "only a maintainer changes the source of a unit",
        memory ->
            memory.care().replace(UnitFilter.CURRENT, ship, false, ANYBODY, (edit, text) -> {}));
    try (Memory memory = owner.openForReading()) {
      assertThat(current(memory)).hasSize(3);
      assertThat(memory.verify()).isEmpty();
    }
  }

  private static UnitFilter withTarget(Memory memory, String target) {
    return UnitFilter.CURRENT.named(
        current(memory).stream()
            .filter(unit -> unit.target().equals(target))
            .map(Unit::id)
            .collect(Collectors.toSet()));
  }

  @Test
  void aMaintainerMay() {
    as("ann", PostgresRolesTest::align);
    as("cao", PostgresRolesTest::take);
    as("cao", memory -> assertThat(memory.care().undoOf("ann", ANYBODY)).isPresent());
    as("ann", memory -> assertThat(memory.care().redo(ANYBODY)).isPresent());
    as(
        "cao",
        memory -> {
          Replacement ship = Replacement.ofText("船", "车", false, Side.SOURCE);
          memory.care().replace(UnitFilter.CURRENT, ship, false, ANYBODY, (edit, text) -> {});
          memory.rebuildIndex();
        });
    as("cao", memory -> memory.care().compact(ANYBODY));
    try (Memory memory = owner.openForReading()) {
      assertThat(Revisions.texts(current(memory))).contains("车到了。|The ship.");
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.verifyIndex(5)).isEmpty();
    }
    assertThatThrownBy(() -> server.executeAs("cao", "DROP TABLE " + schema() + ".unit"))
        .hasMessageContaining("must be owner");
  }

  @Test
  void whoHasNoRoleIsToldWhomToAsk() {
    owner.grant(TeamStore.Role.READER, "dan");
    server.execute("REVOKE " + schema() + "_reader FROM dan");
    assertThatThrownBy(
            () -> new PostgresStore(server.memory(folder, "dan")).openForReading().close())
        .isInstanceOfSatisfying(InputException.class, e -> assertNamesWhoAdmits(e.hint()))
        .hasMessageContaining("the user \"dan\" may not do that")
        .hasMessageContaining("the user has no role in it");
    server.execute(
        "GRANT %1$s_reader, %1$s_translator TO bob WITH ADMIN OPTION".formatted(schema()));
    assertThatThrownBy(
            () -> new PostgresStore(server.memory(folder, "dan")).openForReading().close())
        .isInstanceOfSatisfying(InputException.class, e -> assertNamesWhoAdmits(e.hint()));
    server.execute("GRANT %s_maintainer TO bob WITH ADMIN OPTION".formatted(schema()));
    assertThatThrownBy(
            () -> new PostgresStore(server.memory(folder, "dan")).openForReading().close())
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
    PostgresStore cao = new PostgresStore(server.memory(folder, "cao"));
    assertThatThrownBy(() -> cao.grant(TeamStore.Role.READER, "dan"))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.hint())
                    .contains("an administrator of the memory: ", PostgresServer.USER)
                    .contains("GRANT " + schema() + "_reader TO dan;"))
        .hasMessageContaining("only an administrator gives roles");
  }

  @Test
  void nothingIsForgedInPlainSql() {
    as("ann", PostgresRolesTest::align);
    as("cao", PostgresRolesTest::take);
    for (String user : List.of("ann", "cao", PostgresServer.USER)) {
      assertThatThrownBy(
              () ->
                  server.executeAs(
                      user,
                      "INSERT INTO %s.change (id, kind, at, author)".formatted(schema())
                          + " VALUES (99, 'judged', '2026-03-01T12:00:00Z', 'bob')"))
          .as(user)
          .hasMessageContaining("a change is recorded with the name of the user");
    }
    for (String forgery :
        List.of(
            "UPDATE %s.change SET author = 'bob'",
            "DELETE FROM %s.change",
            "DELETE FROM %s.unit",
            "UPDATE %s.unit SET created_in = 1",
            "UPDATE %s.unit SET source = 'x'",
            "UPDATE %s.unit_history SET old_target = 'x'",
            "UPDATE %s.memory SET schema_version = 99",
            "ALTER TABLE %s.change DISABLE TRIGGER change_guard",
            "DROP TABLE %s.unit")) {
      assertThatThrownBy(() -> server.executeAs("ann", forgery.formatted(schema())))
          .as(forgery)
          .hasMessageMatching("(?s).*(permission denied|must be owner|only a maintainer).*");
    }
    for (String forgery :
        List.of(
            "UPDATE %s.change SET author = 'bob'",
            "UPDATE %s.unit SET id = 99",
            "UPDATE %s.unit_history SET old_target = 'x'",
            "UPDATE %s.pin SET author = 'bob'")) {
      assertThatThrownBy(() -> server.executeAs("cao", forgery.formatted(schema())))
          .as(forgery)
          .hasMessageContaining("permission denied");
    }
  }

  private void assertForged(String forgery, String reason) {
    for (String user : List.of("ann", "cao")) {
      assertThatThrownBy(() -> server.executeAs(user, forgery.replace("{}", schema())))
          .as(user + ": " + forgery)
          .hasMessageContaining(reason);
    }
  }

  @Test
  void nobodyDoesAnythingInTheNameOfAnother() {
    as("bob", PostgresRolesTest::align);
    String own =
        "INSERT INTO {}.change (id, kind, at, author) SELECT max(id) + 1, 'judged',"
            + " '2026-03-01T12:00:00Z', session_user FROM {}.change; ";
    assertForged("UPDATE {}.unit SET target = 'x'", "a unit is changed by a command");
    assertForged("UPDATE {}.unit SET status = 1", "a unit is changed by a command");
    assertForged("UPDATE {}.unit SET changed_in = 9", "a unit is changed by a command");
    assertForged("UPDATE {}.unit SET codes = 'x'", "a unit is changed by a command");
    assertForged("UPDATE {}.unit SET deleted_in = 1", "a unit is changed by a command");
    assertForged(own + "UPDATE {}.unit SET deleted_in = 1", "a unit is changed by a command");
    assertForged(own + "UPDATE {}.unit SET retired_in = 1", "a unit is changed by a command");
    assertForged(own + "UPDATE {}.unit SET target = 'x'", "a unit is changed by a command");
    assertForged(
        "INSERT INTO {}.unit_history (unit, change, kind) SELECT u.id, 1, 'changed' FROM {}.unit u",
        "the history of a unit is recorded with the change that makes it");
    assertForged(
        "INSERT INTO {}.unit_extras_history (unit, change) SELECT u.id, 1 FROM {}.unit u",
        "the history of a unit is recorded with the change that makes it");
    assertForged(
        own
            + "INSERT INTO {}.revision SELECT id + 1, document, number + 1, change, source_file,"
            + " source_sha256, target_file, target_sha256, source_sentences, target_sentences,"
            + " beads, furniture, tool, digest, settings FROM {}.revision",
        "a revision is recorded with the change that makes it");
    server.execute(
        "INSERT INTO {}.change (id, kind, at, author) VALUES (2, 'judged', '2026-03-01T12:00:00Z',"
                .replace("{}", schema())
            + " session_user)");
    assertForged(own + "UPDATE {}.unit SET changed_in = 2", "a unit is changed by a command");
    assertThatThrownBy(
            () ->
                server.executeAs(
                    "ann",
                    (own + "UPDATE {}.unit SET source = 'x', changed_in = 3")
                        .replace("'judged'", "'aligned'")
                        .replace("{}", schema())))
        .hasMessageContaining("only a maintainer changes the source of a unit");
  }

  @Test
  void nothingIsForgedWithTheTakingBackOfOnesOwn() throws SQLException {
    as("bob", PostgresRolesTest::align);
    as(
        "ann",
        memory ->
            memory.care().judge(UnitFilter.CURRENT, Unit.Status.APPROVED, ANYBODY, edit -> {}));
    String back =
        "INSERT INTO {}.change (id, kind, at, author, undoes) VALUES (3, 'undone',"
            + " '2026-03-01T12:00:00Z', session_user, 2); UPDATE {}.unit SET changed_in = 1, ";
    for (String column :
        List.of(
            "target = 'x'",
            "status = 2",
            "codes = 'x'",
            "deleted_in = 1",
            "deleted_in = 3",
            "retired_in = 1")) {
      assertForged(back + column, "taking back gives a unit what it was");
    }
    assertThatThrownBy(
            () -> server.executeAs("cao", (back + "source = 'x'").replace("{}", schema())))
        .hasMessageContaining("taking back gives a unit what it was");
    server.executeAs("ann", (back + "status = 0").replace("{}", schema()));
  }

  @Test
  void aTranslatorGivesNoUnitAnAuthor() throws SQLException {
    as("bob", PostgresRolesTest::align);
    String author = "INSERT INTO {}.unit_extras (unit, author) SELECT id, %s FROM {}.unit";
    for (String name : List.of("'dan'", "session_user")) {
      String added = author.formatted(name).replace("{}", schema());
      assertThatThrownBy(() -> server.executeAs("ann", added))
          .hasMessageContaining("only a maintainer imports units");
    }
    server.executeAs("cao", author.formatted("'dan'").replace("{}", schema()));
    for (String name : List.of("'bob'", "NULL")) {
      assertThatThrownBy(
              () ->
                  server.executeAs(
                      "ann", "UPDATE " + schema() + ".unit_extras SET author = " + name))
          .hasMessageContaining("only a maintainer imports units");
    }
  }

  @Test
  void noChangeStopsThoseOfOthers() {
    as("bob", PostgresRolesTest::align);
    String change =
        "INSERT INTO {}.change (id, kind, at, author, undoes) VALUES (%s, 'judged', '%s',"
            + " session_user, %s)";
    String time = "2026-03-01T12:00:00Z";
    String numbered = "changes are numbered one after another";
    assertForged(change.formatted("9223372036854775807", time, "NULL"), numbered);
    assertForged(change.formatted("2", time, "2"), numbered);
    assertForged(change.formatted("2", "1999-13-45 nonsense", "NULL"), "is no time");
    assertForged(change.formatted("2", "1999-13-45T10:00:00Z", "NULL"), "out of range");
    assertForged(change.formatted("2", "10000-01-01T10:00:00Z", "NULL"), "is no time");
  }

  @Test
  void theCountOfTransactionsGrowsByOne() {
    for (String changes : List.of("9223372036854775807", "-5", "changes + 2")) {
      assertForged(
          "UPDATE {}.memory SET changes = " + changes,
          "writing transactions are counted one after another");
    }
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
    as("bob", memory -> assertThat(memory.care().undo(ANYBODY)).isPresent());
    assertSetBy("ann", "bob", "bob");
  }

  @Test
  void noSetBeadIsForgedInPlainSql() throws SQLException {
    as("ann", memory -> set(memory, bead("春天", "ann")));
    String like =
        "INSERT INTO %1$s.pin (document, set_in, rank, confirmed, type, author, at,"
            + " source_occurrence, source_count, target_occurrence, target_count, source, target)"
            + " SELECT document, set_in, rank + 1, confirmed, type, %2$s, at, 0, 1, 0, 1, %3$s,"
            + " target FROM %1$s.pin ORDER BY id LIMIT 1";
    for (String user : List.of("bob", "cao", PostgresServer.USER)) {
      for (String columns : List.of("author, '夏天'", "'dan', source", "'', source")) {
        String[] column = columns.split(", ");
        assertThatThrownBy(
                () -> server.executeAs(user, like.formatted(schema(), column[0], column[1])))
            .as(user + " " + columns)
            .hasMessageContaining("a bead is recorded with the name of the user");
      }
    }
    server.executeAs("bob", like.formatted(schema(), "session_user", "source"));
    // Each character that Ballast calls white space, and no other one.
    for (int c = 1; c < 0x10000; c++) {
      if (WhiteSpace.isSpace(c)) {
        server.executeAs("bob", like.formatted(schema(), "author", "source || chr(" + c + ")"));
      }
    }
    for (int c : new int[] {'.', 0x200B, 0x2060, 0x180E}) {
      assertThatThrownBy(
              () ->
                  server.executeAs(
                      "bob", like.formatted(schema(), "author", "source || chr(" + c + ")")))
          .as("U+%04X", c)
          .hasMessageContaining("a bead is recorded with the name of the user");
    }
  }

  /** Everybody may make temporary tables, and PostgreSQL looks among them first. */
  @Test
  void aTemporaryTableDoesNotStandForThatOfTheMemory() {
    as("bob", PostgresRolesTest::align);
    String undoing =
        "CREATE TEMPORARY TABLE change (id BIGINT, kind TEXT, author TEXT, undoes BIGINT);"
            + " INSERT INTO pg_temp.change VALUES (1, 'aligned', 'ann', NULL);"
            + " INSERT INTO %s.change (id, kind, at, author, undoes)"
            + " VALUES (2, 'undone', '2026-03-01T12:00:00Z', 'ann', 1)";
    String source =
        "CREATE TEMPORARY TABLE change (id BIGINT, kind TEXT);"
            + " INSERT INTO pg_temp.change VALUES (99, 'aligned');"
            + " UPDATE %s.unit SET source = 'x'";
    for (String forgery : List.of(undoing, source)) {
      assertThatThrownBy(() -> server.executeAs("ann", forgery.formatted(schema())))
          .as(forgery)
          .hasMessageContaining("only a maintainer");
    }
  }

  /** A statement that a policy would make ineffective must not pass silently. */
  @Test
  void aPolicyOfAnAdministratorIsNotTakenForSuccess() {
    as("ann", PostgresRolesTest::align);
    server.execute("ALTER TABLE " + schema() + ".unit ENABLE ROW LEVEL SECURITY");
    assertRefused(
        "ann",
        "row-level security",
        memory ->
            memory.care().judge(UnitFilter.CURRENT, Unit.Status.APPROVED, ANYBODY, edit -> {}));
    assertThat(owner.verify()).anyMatch(problem -> problem.contains("policy unit"));
  }

  @Test
  void whoMayMakeNoSchemaGetsTheStatementsForAnAdministrator() {
    PostgresAddress address =
        new PostgresAddress(
            server.memory(folder).host(),
            server.memory(folder).port(),
            server.memory(folder).database(),
            "ann",
            schema() + "_b");
    PostgresStore store = new PostgresStore(address);
    TeamStore.Setup first = store.make();
    assertThat(first.exists()).isFalse();
    assertThat(first.statements())
        .containsExactly(
            "CREATE ROLE " + schema() + "_b_reader NOLOGIN ADMIN ann",
            "CREATE ROLE " + schema() + "_b_translator NOLOGIN ADMIN ann",
            "CREATE ROLE " + schema() + "_b_maintainer NOLOGIN ADMIN ann",
            "CREATE SCHEMA \"" + schema() + "_b\" AUTHORIZATION ann");
    first.statements().forEach(server::execute);
    assertThat(store.make().statements()).isEmpty();
    store.grant(TeamStore.Role.TRANSLATOR, "bob");
    PostgresStore bobs =
        new PostgresStore(
            new PostgresAddress(
                address.host(), address.port(), address.database(), "bob", address.memory()));
    try (Memory memory = bobs.openForWriting(Revisions.options())) {
      align(memory);
    }
    assertThat(store.verify()).isEmpty();
    assertThat(store.make()).isEqualTo(new TeamStore.Setup(true, List.of(), List.of()));
    assertThatThrownBy(() -> bobs.grant(TeamStore.Role.MAINTAINER, "bob"))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.hint()).contains("GRANT " + schema() + "_b_maintainer TO bob;"))
        .hasMessageContaining("the user \"bob\" may not do that");
  }
}
