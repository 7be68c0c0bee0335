package ballast.format.unit;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Memories of Trados Studio, made here as Trados makes them. */
final class SdltmReaderTest {

  private static final String TABLES =
      """
      CREATE TABLE translation_memories(id INTEGER PRIMARY KEY, source_language TEXT,
        target_language TEXT);
      CREATE TABLE translation_units(id INTEGER PRIMARY KEY, translation_memory_id INT,
        source_segment TEXT, target_segment TEXT, creation_date DATETIME, creation_user TEXT,
        change_date DATETIME, change_user TEXT, last_used_date DATETIME, last_used_user TEXT,
        usage_counter INT, flags INT);
      CREATE TABLE attributes(id INTEGER PRIMARY KEY, name TEXT, type INT);
      CREATE TABLE string_attributes(translation_unit_id INT, attribute_id INT, value TEXT);
      CREATE TABLE picklist_values(id INTEGER PRIMARY KEY, attribute_id INT, value TEXT);
      CREATE TABLE picklist_attributes(translation_unit_id INT, picklist_value_id INT);
      CREATE TABLE translation_unit_contexts(translation_unit_id INT, left_source_context INTEGER,
        left_target_context INTEGER);
      INSERT INTO translation_memories VALUES (1, 'zh-CN', 'en-US')
      """;

  @TempDir Path folder;

  private static String text(String text) {
    return "<Text><Value>" + text + "</Value></Text>";
  }

  private static String tag(String type, int anchor) {
    return "<Tag><Type>%s</Type><Anchor>%d</Anchor><AlignmentAnchor>1</AlignmentAnchor>"
            .formatted(type, anchor)
        + "<TagID>pt7</TagID><CanHide>false</CanHide></Tag>";
  }

  private static String segment(String lang, String elements) {
    return "<Segment xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><Elements>"
        + elements
        + "</Elements><CultureName>"
        + lang
        + "</CultureName></Segment>";
  }

  private static String unit(int id, String source, String target, String flags) {
    return "INSERT INTO translation_units VALUES (%d, 1, '%s', '%s', '2020-01-08 13:31:36', 'X\\li', "
            .formatted(id, segment("zh-CN", source), segment("en-US", target))
        + "'2020-01-27 13:19:19', 'X\\mei', '2020-02-01 00:00:00', 'X\\mei', 3, "
        + flags
        + ")";
  }

  private static String unit(int id, String source, String target) {
    return unit(id, text(source), text(target), "1");
  }

  private Path file(String... statements) throws SQLException {
    Path file = folder.resolve("m.sdltm");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      List<String> all = new ArrayList<>(List.of(TABLES.split(";")));
      all.addAll(List.of(statements));
      for (String one : all) {
        statement.executeUpdate(one);
      }
    }
    return file;
  }

  @Test
  void datesUsersUsesFieldsAndContextsAreKept() throws SQLException {
    Path file =
        file(
            unit(5, "港口很大。", "The port is large."),
            unit(9, "船到了。", "The ship came."),
            "INSERT INTO attributes VALUES (1, 'File', 2), (2, 'Client', 4)",
            "INSERT INTO string_attributes VALUES (9, 1, 'b.docx'), (5, 1, 'a.docx'), (3, 1, 'no')",
            "INSERT INTO picklist_values VALUES (11, 2, 'ACME')",
            "INSERT INTO picklist_attributes VALUES (9, 11)",
            "INSERT INTO translation_unit_contexts VALUES (5, 0, 0), (9, -7, 8)");
    FoundUnits found = FoundUnits.in(file);
    assertThat(found.texts())
        .containsExactly("港口很大。 | The port is large.", "船到了。 | The ship came.");
    Unit ship = found.units().get(1);
    assertThat(ship.provenance().created()).isEqualTo(Instant.parse("2020-01-08T13:31:36Z"));
    assertThat(ship.provenance().changed()).isEqualTo(Instant.parse("2020-01-27T13:19:19Z"));
    assertThat(ship.provenance().author()).isEqualTo("X\\mei");
    assertThat(FoundUnits.properties(ship))
        .containsExactlyInAnyOrder(
            "creationid=X\\li",
            "lastusagedate=20200201T000000Z",
            "usagecount=3",
            "x-LastUsedBy=X\\mei",
            "x-Origin=TM",
            "x-File:MultipleString=b.docx",
            "x-Client:SinglePicklist=ACME",
            "x-Context=-7, 8");
    assertThat(FoundUnits.properties(found.units().get(0)))
        .contains("x-File:MultipleString=a.docx", "x-Context=0, 0")
        .doesNotContain("x-Client:SinglePicklist=ACME");
    assertThat(found.pairs.get(1).raw().line()).isEqualTo(9);
  }

  @Test
  void tagsAreCodes() throws SQLException {
    String source = text("他") + tag("Start", 4) + text("来") + tag("End", 4) + text("了。");
    String target = text("He came") + tag("Standalone", 2) + text(".") + tag("UnmatchedEnd", 3);
    Unit unit = FoundUnits.in(file(unit(1, source, target, "1"))).units().get(0);
    assertThat(unit.source()).isEqualTo("他来了。");
    assertThat(unit.codes())
        .containsExactly(
            new InlineCode(Side.SOURCE, 1, "bpt", "i=\"4\" x=\"1\" type=\"pt7\"", ""),
            new InlineCode(Side.SOURCE, 2, "ept", "i=\"4\"", ""),
            new InlineCode(Side.TARGET, 7, "ph", "x=\"1\" type=\"pt7\"", ""),
            new InlineCode(Side.TARGET, 8, "it", "pos=\"end\" x=\"1\" type=\"pt7\"", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "0x040001, APPROVED, 1.0", // approved translation
    "0x060002, APPROVED, 1.0", // signed off, though by a machine
    "0x030001, REJECTED, 1.0",
    "0x020002, DRAFT, 1.0", // a translator has confirmed what a machine made
    "0x010001, DRAFT, 1.0",
    "0x010002, DRAFT, 0.4", // a machine's, which nobody has confirmed
    "0, DRAFT, 1.0",
    "-1, DRAFT, 1.0"
  })
  void confirmationAndOriginBecomeStatusAndDoubt(
      String flags, Unit.Status status, double confidence) throws SQLException {
    Unit unit = FoundUnits.in(file(unit(1, text("船到了。"), text("It came."), flags))).units().get(0);
    assertThat(unit.provenance().status()).isEqualTo(status);
    assertThat(unit.provenance().confidence()).isEqualTo(confidence);
  }

  @Test
  void aSegmentThatCannotBeReadCostsOnlyItsUnit() throws SQLException {
    String bomb = "<!DOCTYPE Segment [<!ENTITY a \"aaaa\">]><Segment>&a;</Segment>";
    FoundUnits found =
        FoundUnits.in(
            file(
                unit(1, "船到了。", "The ship came."),
                unit(2, "<b>", "unclosed"),
                "INSERT INTO translation_units VALUES (3, 1, '"
                    + bomb
                    + "', NULL, 0,0,0,0,0,0,0,0)",
                "INSERT INTO translation_units VALUES (4, 1, printf('%.*c', 9000000, 'x'), 'x',"
                    + " 0,0,0,0,0,0,0,0)",
                unit(5, "<Other>他来了。</Other>", ""),
                unit(6, "他来了。", "He came.")));
    assertThat(found.texts()).containsExactly("船到了。 | The ship came.", "他来了。 | He came.");
    assertThat(found.refused)
        .containsExactly(
            "2: its segment is not XML",
            "3: its segment is not XML",
            "4: it has no segment that can be read",
            "5: its en-US text is blank");
  }

  /** A view or a computed column would run SQL that came with the file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE VIEW translation_units AS SELECT 1 AS id, 'a' AS source_segment, 'b' AS"
            + " target_segment",
        "CREATE TABLE translation_units(id INTEGER PRIMARY KEY, s TEXT, source_segment TEXT AS"
            + " (s || s), target_segment TEXT)",
        "CREATE VIRTUAL TABLE translation_units USING fts5(id, source_segment, target_segment)",
        "CREATE TABLE other(id)"
      })
  void sqlOfTheFileIsNotRun(String statement) throws SQLException {
    Path file = file("DROP TABLE translation_units", statement);
    assertRefused(() -> FoundUnits.in(file), "not a memory of Trados");
  }

  @Test
  void theFileAndItsFolderStayAsTheyAre() throws SQLException, IOException {
    Path file = file(unit(1, "船到了。", "The ship came."));
    byte[] before = Files.readAllBytes(file);
    FoundUnits.in(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    Files.writeString(folder.resolve("m.sdltm-wal"), "changes");
    assertRefused(() -> FoundUnits.in(file))
        .hasMessage("cannot read \"m.sdltm\": changes to it still stand in \"m.sdltm-wal\"");
  }

  @Test
  void aFileThatIsNoDatabaseOrDamagedIsRefused() throws SQLException, IOException {
    Path file = file(unit(1, "船到了。", "The ship came."));
    byte[] bytes = Files.readAllBytes(file);
    Files.writeString(file, "a text");
    assertRefused(() -> FoundUnits.in(file))
        .hasMessage("cannot read \"m.sdltm\": not a SQLite database");
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(() -> FoundUnits.in(file));
  }

  @Test
  void aDatabaseWithTheNumberOfAnotherProgramIsNotTaken() throws SQLException {
    assertThat(UnitFile.format(file("PRAGMA application_id = 42"))).isEmpty();
    assertThat(UnitFormat.named("m.sdltm")).contains(UnitFormat.SDLTM);
    assertThat(UnitFormat.isOne("m.sdltm")).isFalse();
  }
}
