package ballast.memory.postgres;

import static ballast.memory.contract.Edits.MEI;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.language.WhiteSpace;
import ballast.memory.FuzzyQuery;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import ballast.memory.TeamStore.Role;
import ballast.memory.TextKey;
import ballast.memory.contract.Edits;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import ballast.memory.index.IndexKeeper;
import ballast.memory.sql.SqlMemory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Members who write plain SQL, and somebody with no role at all. Ann and Bob translate, Cao
 * maintains, Dan reads, Eve has no role.
 */
final class HostileMembersTest extends PostgresTest {

  private static final String TEXT = "春天来了，河边的柳树都绿了。";

  /** Adds a change of the user first, in the same transaction. */
  private static final String OWN = "INSERT INTO {}.member_change (kind) VALUES ('judged'); ";

  /** Adds a revision without units to Bob's article first. */
  private static final String REVISED =
      "INSERT INTO {}.member_change (kind) VALUES ('aligned'); INSERT INTO {}.member_revision"
          + " (document, number, step, source_file, source_sha256, target_file, target_sha256,"
          + " source_sentences, target_sentences, beads, furniture, tool, settings) SELECT document,"
          + " 2, 0, 'a', source_sha256, 'b', target_sha256, 1, 1, 1, 0, 'x', '' FROM {}.revision WHERE"
          + " id = 1; ";

  private static final String PLACED = "INSERT INTO {}.placement (document, rank, set_in, unit) ";

  /** Takes back the user's last change first. */
  private static final String BACK =
      "INSERT INTO {}.member_change (kind, undoes) SELECT 'undone', max(id) FROM {}.change WHERE"
          + " author = session_user; ";

  private String eve = "";

  @BeforeEach
  void fill() throws SQLException {
    owner.make();
    eve = schema + "_eve";
    sql("CREATE ROLE {}_eve LOGIN");
    owner.grant(Role.TRANSLATOR, "ann");
    owner.grant(Role.TRANSLATOR, "bob");
    owner.grant(Role.MAINTAINER, "cao");
    owner.grant(Role.READER, "dan");
    try (Memory memory = as("bob").openForWriting(Revisions.options())) {
      memory.addRevision(
          revision("doc", TEXT, "Spring.", "船到了。", "The ship.")
              .withPins(
                  List.of(
                      new PinnedBead(
                          new PinnedText("船到了。", 0),
                          new PinnedText("The ship.", 0),
                          true,
                          null,
                          "bob",
                          Revisions.NOON))));
    }
    try (Memory memory = as("cao").openForWriting(Revisions.options())) {
      ImportedUnits.take(memory, 40, i -> ImportedUnits.plain("第" + i + "句粮食。", "Grain " + i));
    }
    try (Memory memory = as("ann").openForWriting(Revisions.options())) {
      Edits.judge(memory, Edits.withTarget(memory, "The ship."), Unit.Status.REJECTED);
    }
    try (SqlMemory memory = owner.openForWriting(Revisions.options())) {
      new IndexKeeper(memory.database()).extend();
    }
  }

  /** Selects every row of every table as one text. */
  private String rows() {
    return PostgresSchema.TABLES.stream()
        .map("(SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM {}.%s t)"::formatted)
        .collect(Collectors.joining(", ", "SELECT concat_ws(';', ", ")"))
        .replace("{}", schema);
  }

  /** Every row, but for the ids that the server counts, if a member wrote this. */
  private String rowsAfter(String user, String sql) throws SQLException {
    try (Connection connection = server.connect(user);
        Statement statement = connection.createStatement()) {
      String all = rows().replace("t::text", "(to_jsonb(t) - 'id' - 'seq')::text");
      statement.execute("BEGIN; " + sql.replace("{}", schema) + "; SET CONSTRAINTS ALL IMMEDIATE");
      try (ResultSet row = statement.executeQuery(all)) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  /** Who, and what: statements in one transaction. */
  private List<String[]> attempts() {
    List<String[]> all = new ArrayList<>();
    for (String sql :
        List.of(
            // Texts and states without a record, or with that of another.
            "UPDATE {}.unit SET target = 'x'",
            "UPDATE {}.unit SET confidence = 0",
            "UPDATE {}.unit SET status = 1",
            "UPDATE {}.unit SET deleted_in = 1",
            "UPDATE {}.unit SET confirmed_in = 1",
            "UPDATE {}.unit SET confirmed_in = NULL",
            "UPDATE {}.unit SET codes = 's0,2:ph0:0:'",
            OWN + "UPDATE {}.unit SET codes = 'x'",
            OWN + "UPDATE {}.unit SET codes = 's99,2:ph0:0:'",
            OWN + "UPDATE {}.unit SET codes = 's0,9:ph0:0:'",
            OWN + "UPDATE {}.unit SET target = ''",
            OWN + "UPDATE {}.unit SET target = ' '",
            OWN + "UPDATE {}.unit SET status = 7",
            OWN + "UPDATE {}.unit SET id = id + 100",
            OWN + "UPDATE {}.unit SET created_in = 1",
            OWN + "UPDATE {}.unit SET document = NULL",
            OWN + "UPDATE {}.unit SET source_lang = 2",
            "DELETE FROM {}.unit",
            "TRUNCATE {}.unit CASCADE",
            // Units that nobody finds, or that stop the next ones.
            OWN
                + "INSERT INTO {}.unit (id, uid, source_lang, target_lang, status, confidence,"
                + " created_in, changed_in, source_key, target_key, source, target) SELECT"
                + " 9000000000000000000, 7, 1, 2, 0, 0, max(id), max(id), 0, 0, 'a', 'b' FROM"
                + " {}.change",
            OWN
                + "INSERT INTO {}.unit (id, uid, source_lang, target_lang, status, confidence,"
                + " created_in, changed_in, source_key, target_key, source, target) SELECT -5, 7, 1,"
                + " 2, 0, 0, max(id), max(id), 0, 0, 'a', 'b' FROM {}.change",
            OWN
                + "INSERT INTO {}.unit (id, uid, source_lang, target_lang, status, confidence,"
                + " created_in, changed_in, source_key, target_key, source, target) SELECT (SELECT"
                + " max(id) + 1 FROM {}.unit), 7, 1, 2, 0, 0, 1, 1, 0, 0, 'a', 'b'",
            OWN
                + "INSERT INTO {}.unit (id, uid, document, source_lang, target_lang, status,"
                + " confidence, created_in, changed_in, source_key, target_key, source, target)"
                + " SELECT (SELECT max(id) + 1 FROM {}.unit), 7, 1, 1, 2, 0, 0, max(id), max(id), 0,"
                + " 0, 'a', 'b' FROM {}.change",
            // Histories, changes, languages.
            "INSERT INTO {}.unit_history (unit, change, kind) VALUES (1, 1, 'changed')",
            "UPDATE {}.unit_history SET old_target = 'x'",
            "DELETE FROM {}.unit_history",
            "DELETE FROM {}.unit_extras_history",
            "INSERT INTO {}.unit_note (unit, note) VALUES (1, 'x')",
            "INSERT INTO {}.change (id, kind, at, author) VALUES (99, 'judged',"
                + " '1999-01-01T00:00:00Z', 'bob')",
            "UPDATE {}.change SET command = command",
            "UPDATE {}.member_change SET author = 'ann'",
            "UPDATE {}.change SET at = '2999-01-01T00:00:00Z'",
            "DELETE FROM {}.change",
            "INSERT INTO {}.member_change (kind, command) VALUES ('judged', 1)",
            "INSERT INTO {}.member_change (kind, undoes) VALUES ('undone', 99)",
            "INSERT INTO {}.member_change (kind, undoes) SELECT 'undone', max(id) + 1 FROM {}.change",
            "INSERT INTO {}.member_change (kind) VALUES ('undone')",
            "INSERT INTO {}.member_change (kind, undoes) VALUES ('judged', 3)",
            "INSERT INTO {}.member_language (tag) VALUES ('no language')",
            "INSERT INTO {}.member_language (tag) VALUES ('und')",
            "INSERT INTO {}.member_language (id, tag) VALUES (9, 'fr')",
            "INSERT INTO {}.language (id, tag) VALUES (9, 'fr')",
            "UPDATE {}.language SET tag = 'fr'",
            "DELETE FROM {}.language",
            // Articles.
            "UPDATE {}.revision SET digest = repeat('0', 64)",
            "UPDATE {}.member_revision SET digest = repeat('0', 64)",
            "UPDATE {}.member_revision SET number = 9",
            "DELETE FROM {}.revision",
            REVISED + "UPDATE {}.placement SET taken_in = 2",
            REVISED + "UPDATE {}.placement SET taken_in = 2; SET CONSTRAINTS ALL IMMEDIATE",
            REVISED + REVISED.substring(REVISED.indexOf("; ") + 2).replace(" 2, 0,", " 2, 1,"),
            REVISED.replace("source_sha256, 'b'", "'x', 'b'"),
            REVISED + PLACED + "SELECT document, rank, 2, unit FROM {}.placement",
            REVISED + PLACED + "SELECT document, rank + 1, 2, unit FROM {}.placement",
            REVISED + PLACED + "SELECT 1, 7, 2, max(id) FROM {}.unit",
            REVISED + PLACED + "VALUES (2, 7, 2, NULL)",
            OWN + PLACED + "VALUES (1, 7, 1, NULL)",
            PLACED + "VALUES (1, 7, 1, NULL)",
            REVISED + "UPDATE {}.placement SET taken_in = 1",
            REVISED + PLACED + "VALUES (1, 7, 2, NULL); UPDATE {}.placement SET taken_in = 2",
            OWN + "UPDATE {}.placement SET taken_in = 1",
            "UPDATE {}.placement SET taken_in = 1",
            "UPDATE {}.placement SET unit = 1",
            "DELETE FROM {}.placement",
            "UPDATE {}.document SET source_lang = 2",
            "UPDATE {}.document SET name = 'x'",
            OWN
                + "INSERT INTO {}.document (id, name, source_lang, target_lang, changed_in) VALUES"
                + " (9000000000000000000, 'x', 1, 2, 1)",
            "DELETE FROM {}.document",
            // Set beads.
            "UPDATE {}.pin SET author = 'ann'",
            "UPDATE {}.pin SET taken_in = 1",
            OWN + "UPDATE {}.pin SET taken_in = 1",
            "DELETE FROM {}.pin",
            OWN
                + "INSERT INTO {}.pin (document, set_in, rank, confirmed, author, at,"
                + " source_occurrence, source_count, target_occurrence, target_count, source,"
                + " target) SELECT document, set_in, rank, 1, 'bob', at, 0, 1, 0, 1, 'x', 'y' FROM"
                + " {}.pin",
            "UPDATE {}.recorded_beads SET beads = ''",
            "UPDATE {}.recorded_beads SET texts = ''",
            "DELETE FROM {}.recorded_beads",
            // Comments.
            "UPDATE {}.comment SET text = 'x'",
            "UPDATE {}.comment SET change = 1",
            "UPDATE {}.comment SET unit = 1",
            "DELETE FROM {}.comment",
            "INSERT INTO {}.comment (unit, change, act, text) VALUES (2, 1, 0, 'x')",
            OWN + "INSERT INTO {}.comment (id, unit, change, act, text) VALUES (99, 2, 1, 0, 'x')",
            OWN + "INSERT INTO {}.comment (unit, change, act, text) VALUES (2, 1, 7, 'x')",
            // The index and the bookkeeping.
            "UPDATE {}.fuzzy_state SET covered = 99999",
            "DELETE FROM {}.fuzzy_part",
            "UPDATE {}.fuzzy_block SET bytes = ''",
            "DELETE FROM {}.fuzzy_pending",
            "UPDATE {}.memory SET schema_version = 99",
            "DELETE FROM {}.memory",
            "SELECT setval('{}.unit_history_id_seq', 9000000000000000000)",
            "SELECT setval('{}.pin_id_seq', 1)",
            "ALTER TABLE {}.unit DISABLE TRIGGER unit_recorded",
            "DROP TABLE {}.unit CASCADE",
            "ALTER FUNCTION {}.server_time() RENAME TO x",
            "CREATE OR REPLACE FUNCTION {}.refused(deed TEXT) RETURNS TEXT LANGUAGE sql AS 'SELECT"
                + " NULL::text'",
            "CREATE FUNCTION {}.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'",
            "SET session_replication_role = replica; UPDATE {}.unit SET target = 'x'",
            "SET SESSION AUTHORIZATION bob; " + OWN,
            // Everybody may make temporary tables, and PostgreSQL looks among them first.
            "CREATE TEMPORARY TABLE change (id BIGINT, kind TEXT, author TEXT, undoes BIGINT);"
                + " INSERT INTO pg_temp.change VALUES (1, 'aligned', session_user, NULL);"
                + " UPDATE {}.unit SET target = 'x'",
            "CREATE TEMPORARY TABLE revision (id BIGINT, change BIGINT, document BIGINT, digest"
                + " TEXT); INSERT INTO pg_temp.revision SELECT 1, max(id), 1, '' FROM {}.change;"
                + " UPDATE {}.unit SET retired_in = 1",
            "LOCK TABLE {}.unit IN ACCESS EXCLUSIVE MODE",
            "LOCK TABLE {}.recorded_beads IN ACCESS EXCLUSIVE MODE",
            "LOCK TABLE {}.memory IN ACCESS EXCLUSIVE MODE")) {
      for (String user : List.of(eve, "dan", "ann", "cao")) {
        all.add(new String[] {user, sql});
      }
    }
    for (String sql :
        List.of(
            OWN + "UPDATE {}.unit SET source = 'x', source_key = 1 WHERE id = 1",
            OWN + "UPDATE {}.unit SET target_key = 0, source = source || ' '",
            "INSERT INTO {}.member_change (kind) VALUES ('compacted')",
            "INSERT INTO {}.member_change (kind) VALUES ('imported')",
            "INSERT INTO {}.member_change (kind, undoes) VALUES ('undone', 1)",
            "UPDATE {}.member_revision SET settings = 'x'",
            OWN + "INSERT INTO {}.unit_extras (unit, author) SELECT id, 'dan' FROM {}.unit",
            OWN + "INSERT INTO {}.unit_extras (unit, extras) SELECT id, 'x' FROM {}.unit",
            "UPDATE {}.member_fuzzy_state SET covered = 99999",
            "DELETE FROM {}.member_fuzzy_part",
            "DELETE FROM {}.member_fuzzy_pending",
            "LOCK TABLE {}.import_lock IN EXCLUSIVE MODE")) {
      for (String user : List.of(eve, "dan", "ann")) {
        all.add(new String[] {user, sql});
      }
    }
    all.add(
        new String[] {
          "cao", OWN + "INSERT INTO {}.unit_extras (unit, extras) SELECT id, 'x' FROM {}.unit"
        });
    all.add(new String[] {"dan", OWN});
    all.add(new String[] {"dan", "LOCK TABLE {}.write_lock IN EXCLUSIVE MODE"});
    all.add(new String[] {eve, "SELECT * FROM {}.unit"});
    return all;
  }

  @Test
  void whateverMembersWriteNothingIsLostForgedHiddenOrBlocked() {
    String before = server.text(rows());
    List<String> changed = new ArrayList<>();
    for (String[] attempt : attempts()) {
      try {
        server.executeAs(attempt[0], "BEGIN; " + attempt[1].replace("{}", schema) + "; COMMIT");
      } catch (SQLException e) {
        assertThat(e.getMessage())
            .as(attempt[1])
            .doesNotContain("syntax error", "null value", "transaction blocks")
            .doesNotContainPattern("(relation|column|function|view) .* does not exist");
      }
      String after = server.text(rows());
      if (!after.equals(before)) {
        changed.add(attempt[0] + ": " + attempt[1]);
        before = after;
      }
    }
    assertThat(changed).isEmpty();
    assertThat(attempts()).hasSizeGreaterThan(300);
    assertThat(owner.verify()).isEmpty();
  }

  /** Numbers, revisions, keys of the same texts, and what taking back gives a unit. */
  @Test
  void whatTheServerRecordsIsNotWhatTheMemberSays() throws SQLException {
    String place = REVISED + PLACED + "VALUES (1, 7, 2, NULL)";
    String spaced = "UPDATE {}.unit SET source = source || ' '";
    String back = BACK + "UPDATE {}.unit SET ";
    String honest = back + "status = 0, changed_in = 1 WHERE id = 2";
    for (List<String> pair :
        List.of(
            List.of(REVISED.replace(" 2, 0,", " 9, 0,"), REVISED),
            List.of(REVISED.replace(" 2, 0,", " 1, 9,"), REVISED.replace(" 2, 0,", " 1, 1,")),
            List.of(REVISED + PLACED + "VALUES (1, 7, 1, NULL)", place),
            List.of(place + "; UPDATE {}.placement SET taken_in = 2 WHERE rank = 7", place),
            List.of(OWN + "UPDATE {}.unit SET source_key = 0", OWN),
            List.of(OWN + "UPDATE {}.unit SET target_key = 0", OWN),
            List.of(OWN + "UPDATE {}.unit SET retired_in = 1", OWN),
            List.of(back + "target = 'x' WHERE id = 2", honest),
            List.of(back + "target_key = 0 WHERE id = 2", honest),
            List.of(back + "deleted_in = 1 WHERE id = 2", honest),
            List.of(back + "confidence = 0 WHERE id = 2", honest),
            List.of(back + "confirmed_in = NULL WHERE id = 2", honest),
            List.of(back + "retired_in = 1 WHERE id = 2", honest),
            List.of(back + "target = 'x' WHERE id = 1", BACK))) {
      for (String user : List.of("ann", "cao")) {
        assertThat(rowsAfter(user, pair.get(0)))
            .as(pair.get(0))
            .isEqualTo(rowsAfter(user, pair.get(1)));
      }
      for (String user : List.of(eve, "dan")) {
        assertThatThrownBy(() -> rowsAfter(user, pair.get(0)))
            .hasMessageContaining("permission denied");
      }
    }
    assertThat(rowsAfter("ann", honest)).isNotEqualTo(rowsAfter("ann", BACK));
    assertThat(rowsAfter("cao", OWN + spaced + ", target_key = 0"))
        .isEqualTo(rowsAfter("cao", OWN + spaced));
  }

  /** Ann judges a unit of Bob's, changes its text, and takes back the judgement alone. */
  @Test
  void aTextIsOfItsAuthorEvenIfWhatCameBeforeIsTakenBack() throws SQLException {
    String update = "UPDATE {}.unit SET %s WHERE id = 1; ";
    String forged =
        (OWN + update.formatted("status = 1"))
            + (OWN + update.formatted("target = 'gone', target_key = " + TextKey.stored("gone")))
            + "INSERT INTO {}.member_change (kind, undoes) SELECT 'undone', max(id) - 1 FROM {}.change; "
            + update.formatted("status = 0, changed_in = 1");
    server.executeAs("ann", forged.replace("{}", schema));
    try (Memory memory = owner.openForReading()) {
      assertThat(current(memory).get(0))
          .satisfies(
              unit -> {
                assertThat(unit.target()).isEqualTo("gone");
                assertThat(unit.provenance().author()).isEqualTo("ann");
              });
      assertThat(memory.verify()).isEmpty();
    }
  }

  /** What a member may do is in his name, with the time of the server, and can be taken back. */
  @Test
  void whatMayBeWrittenIsRecordedAndCanBeTakenBack() throws SQLException {
    String at = "'1999-01-01T00:00:00Z', 'bob')";
    String change =
        "INSERT INTO {}.member_change (id, kind, at, author) VALUES (1, 'edited', " + at;
    String update =
        "; UPDATE {}.unit SET target = 'gone', target_key = %d, confidence = 0, changed_in = 1"
            .formatted(TextKey.stored("gone"));
    for (String user : List.of("ann", "cao")) {
      List<String> before = content();
      server.executeAs(user, (change + update).replace("{}", schema));
      try (Memory memory = as("cao").openForWriting(Revisions.options())) {
        assertThat(current(memory)).extracting(Unit::target).containsOnly("gone");
        assertThat(memory.care().commands(1).get(0))
            .satisfies(
                command -> {
                  assertThat(command.origin().author()).isEqualTo(user);
                  assertThat(command.at()).isEqualTo(Revisions.NOON);
                });
        assertThat(memory.verify()).isEmpty();
        assertThat(memory.verifyIndex(20)).isEmpty();
        assertThat(memory.care().reverse(false, Choice.of(user), MEI)).isPresent();
      }
      assertThat(content()).isEqualTo(before);
    }
  }

  private List<String> content() {
    try (Memory memory = owner.openForReading()) {
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.verifyIndex(20)).isEmpty();
      assertThat(memory.search(FuzzyQuery.of(TEXT, Side.SOURCE))).hasSize(1);
      assertThat(memory.search(FuzzyQuery.of("第7句粮食。", Side.SOURCE))).isNotEmpty();
      List<String> content = new ArrayList<>();
      current(memory)
          .forEach(
              unit ->
                  content.add(
                      unit.source()
                          + unit.target()
                          + unit.provenance().status()
                          + unit.provenance().confidence()
                          + unit.provenance().author()));
      return content;
    }
  }

  @Test
  void compactionTakesAllThatIsOldAndSaysWhoDidIt() throws SQLException {
    try (Memory memory = as("bob").openForWriting(Revisions.options())) {
      memory.addRevision(revision("doc", TEXT, "Spring!", "别的。", "Other."));
      Edits.delete(memory, Edits.withTarget(memory, "Other."));
    }
    List<String> before = content();
    server.executeAs(
        "cao",
        "INSERT INTO {}.member_change (kind, author) VALUES ('compacted', 'bob')"
            .replace("{}", schema));
    assertThat(content()).isEqualTo(before);
    try (Memory memory = as("dan").openForReading()) {
      assertThat(memory.care().commands(1).get(0).origin().author()).isEqualTo("cao");
    }
  }

  /** Locks need a right: whoever may only connect holds nobody up. */
  @Test
  void nobodyWithoutARightHoldsUpAnImport() throws SQLException {
    try (Connection connection = server.connect(eve);
        Statement statement = connection.createStatement()) {
      for (int key : new int[] {0x42615441, 0x4261544D}) {
        statement.execute("SELECT pg_advisory_lock(%d, hashtext('%s'))".formatted(key, schema));
      }
      try (Memory memory = as("cao").openForWriting(Revisions.options())) {
        ImportedUnits.take(memory, ImportedUnits.plain("新的一句。", "A new one."));
        assertThat(current(memory)).hasSize(43);
      }
      assertThat(owner.make().exists()).isTrue();
    }
    for (String user : List.of(eve, "dan", "ann")) {
      assertThatThrownBy(
              () ->
                  server.executeAs(
                      user, "BEGIN; LOCK TABLE " + schema + ".import_lock IN ROW EXCLUSIVE MODE"))
          .hasMessageContaining("permission denied");
    }
  }

  /** Ann gives Bob's article another revision, with the same units and one more set bead. */
  private String beadOf(String source, String author) throws SQLException {
    String sql =
        OWN
            + "INSERT INTO {}.member_revision (document, number, step, source_file, source_sha256,"
            + " target_file, target_sha256, source_sentences, target_sentences, beads, furniture,"
            + " tool, settings) SELECT document, number, step + 1, source_file, source_sha256,"
            + " target_file, target_sha256, 1, 1, 1, 0, 'x', '' FROM {}.revision ORDER BY id DESC"
            + " LIMIT 1; INSERT INTO {}.pin"
            + " (document, set_in, rank, confirmed, author, at, source_occurrence, source_count,"
            + " target_occurrence, target_count, source, target) SELECT document, 1, (SELECT"
            + " max(rank) + 1 FROM {}.pin), confirmed, %s, at, 0, 0, 0, 0, %s, target FROM {}.pin"
            + " ORDER BY id LIMIT 1";
    server.executeAs("ann", sql.formatted(author, source).replace("{}", schema));
    return server.text("SELECT author FROM " + schema + ".pin ORDER BY id DESC LIMIT 1");
  }

  @Test
  void aSetBeadIsOfAnotherOnlyIfItIsHis() throws SQLException {
    assertThat(beadOf("source", "author")).isEqualTo("bob");
    assertThat(beadOf("source || 'x'", "author")).isEqualTo("ann");
    assertThat(beadOf("source", "'dan'")).isEqualTo("ann");
    assertThat(beadOf("source", "''")).isEqualTo("ann");
    // Each character that Ballast calls white space, and no other one.
    for (int c = 1; c < 0x10000; c++) {
      if (WhiteSpace.isSpace(c)) {
        assertThat(beadOf("source || chr(" + c + ")", "author")).as("%x", c).isEqualTo("bob");
      }
    }
    for (int c : new int[] {'.', 0x200B, 0x2060, 0x180E}) {
      assertThat(beadOf("source || chr(" + c + ")", "author")).as("%x", c).isEqualTo("ann");
    }
    assertThat(owner.verify()).isEmpty();
  }

  @Test
  void everyLanguageThatTheServerTakesIsOne() throws SQLException {
    String tag = "INSERT INTO %s.member_language (tag) VALUES ('%s')";
    for (String good :
        List.of("en", "zh-Hans", "zh-Hant-TW", "es-419", "de-1996", "gsw", "sr-Latn-RS")) {
      assertThat(Lang.isCanonical(good)).as(good).isTrue();
      server.executeAs("ann", tag.formatted(schema, good));
    }
    for (String bad :
        List.of(
            "", "x", "EN", "en-us", "und", "iw", "in", "ji", "en_US", "en-", "zh-hans", "a b")) {
      assertThatThrownBy(() -> server.executeAs("ann", tag.formatted(schema, bad)))
          .as(bad)
          .isNotNull();
    }
    assertThat(owner.verify()).isEmpty();
  }
}
