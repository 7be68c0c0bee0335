package ballast.memory.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.jdbcurlresolver.PgPassParser;

final class PostgresAddressTest {

  @Test
  void anAddressIsReadAndWritten() {
    String text = "postgresql://db.example.org:5433/translation?user=ann&memory=team";
    PostgresAddress address = PostgresAddress.parse(text);
    assertThat(address)
        .isEqualTo(new PostgresAddress("db.example.org", 5433, "translation", "ann", "team"));
    assertThat(address).hasToString(text);
    assertThat(address.isLoopback()).isFalse();
  }

  @Test
  void anyCharacterMayBeInANameAndIsWrittenAsItWasRead() {
    String text = "postgresql://localhost/%E8%AF%91%26a%20b?user=ann%3D%26&memory=team";
    PostgresAddress address = PostgresAddress.parse(text);
    assertThat(address).isEqualTo(new PostgresAddress("localhost", 5432, "译&a b", "ann=&", "team"));
    assertThat(address).hasToString(text);
  }

  @Test
  void whatIsNotGivenIsUsual() {
    PostgresAddress address = PostgresAddress.parse("postgresql://localhost/db");
    assertThat(address).isEqualTo(new PostgresAddress("localhost", 5432, "db", "", "memory"));
    assertThat(address).hasToString("postgresql://localhost/db?memory=memory");
    assertThat(address.isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tm_server", "tm_1.example.org", "192.0.2.7", "[2001:db8::7]"})
  void aHostMayHaveAnyNameOfANetwork(String host) {
    for (String port : new String[] {"", ":5433"}) {
      String text = "postgresql://" + host + port + "/db?user=ann&memory=team";
      assertThat(PostgresAddress.parse(text)).hasToString(text);
      assertThat(PostgresAddress.parse("postgresql://ann@" + host + port + "/db?memory=team"))
          .hasToString(text);
    }
    assertThat(PostgresAddress.parse("postgresql://" + host + ":/db").port()).isEqualTo(5432);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:geheim@localhost/db",
        "postgresql://ann:@localhost/db",
        "postgresql://localhost/db?user=ann&password=geheim",
        "postgresql://localhost/db?passwor%64=geheim",
        "postgresql://localhost/db?user=ann:geheim",
        "postgresql://localhost/db?user=ann%3Ageheim",
        "postgresql://ann%3Ageheim@localhost/db",
        "postgresql://ann%3ageheim@localhost/db?user=ann",
        "postgresql://ann:geheim@tm_server/db",
        "postgresql://ann%3Age@heim@tm_server/db",
        "postgresql://ann:geheim@[::1]:5433/db"
      })
  void aPasswordIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> PostgresAddress.parse(text))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.hint()).contains(".pgpass", "PGPASSFILE");
              assertThat(e.getMessage() + e.hint()).doesNotContain("geheim");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://localhost/db",
        "postgresql:db",
        "postgresql://localhost",
        "postgresql://localhost/",
        "postgresql://localhost/a/b",
        "postgresql:///db",
        "postgresql://localhost/db?memory=team&memory=other",
        "postgresql://localhost:0/db",
        "postgresql://localhost:65536/db",
        "postgresql://localhost:99999999999/db",
        "postgresql://ann:geheim word@localhost/db",
        "postgresql://localhost/db?options=-c",
        "postgresql://ann%3Ageheim%40localhost/db",
        "postgresql://ann%3Ageheim@local%20host/db",
        "postgresql://ann@/db",
        "postgresql://localhost/geheim%00",
        "postgresql://localhost/db?user=geheim%00",
        "postgresql://geheim%00@localhost/db",
        "postgresql://localhost/db?memory=Team",
        "postgresql://localhost/db?memory=a;b",
        "postgresql://localhost/db?memory=pg_catalog",
        "postgresql://localhost/db?memory=public"
      })
  void whatCannotBeReadIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> PostgresAddress.parse(text))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.hint()).isNotEmpty();
              assertThat(e.getMessage() + e.hint() + e.getCause()).doesNotContain("geheim");
            });
  }

  /** Where psql finds the password of an address of IPv6, Ballast does. */
  @Test
  void aLineForAnAddressOfIPv6IsThatOfPsql(@TempDir Path folder) throws IOException {
    PostgresAddress address = PostgresAddress.parse("postgresql://[fd00::2]/db?user=ann");
    assertThat(PostgresAddress.parse(address.toString())).isEqualTo(address);
    Path file = folder.resolve("pgpass");
    Files.writeString(file, "fd00\\:\\:2:5432:db:ann:a\\:b\\\\c\n", UTF_8);
    String set = "org.postgresql.pgpassfile";
    String before = System.getProperty(set, "");
    System.setProperty(set, file.toString());
    try {
      assertThat(
              PgPassParser.getPassword(
                  address.bareHost(), String.valueOf(address.port()), "db", "ann"))
          .isEqualTo("a:b\\c");
    } finally {
      System.setProperty(set, before);
    }
  }
}
