package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Folders of small articles with their translations, and what a memory holds of them. */
public final class TinyPairs {

  private static final List<String> TABLES =
      List.of(
          "language", "change", "document", "revision", "unit", "placement", "unit_history", "pin");

  private TinyPairs() {}

  /** Writes {@code 文001.zh.txt}, {@code 文001.en.txt} and so on; returns their names in order. */
  public static List<String> write(Path folder, int pairs, int sentences) throws IOException {
    Files.createDirectories(folder);
    List<String> names = new ArrayList<>();
    for (int pair = 1; pair <= pairs; pair++) {
      String name = String.format(Locale.ROOT, "文%03d", pair);
      StringBuilder source = new StringBuilder();
      StringBuilder target = new StringBuilder();
      for (int i = 1; i <= sentences; i++) {
        int tons = pair * 100 + i * 7;
        source.append("第%d号港口去年运出%d吨茶叶。\n".formatted(i, tons));
        target.append("Port No. %d shipped %d tons of tea last year.\n".formatted(i, tons));
      }
      Files.writeString(folder.resolve(name + ".zh.txt"), source, UTF_8);
      Files.writeString(folder.resolve(name + ".en.txt"), target, UTF_8);
      names.add(name);
    }
    return names;
  }

  /**
   * Every row of every table, as text; the times left out where they cannot be the same. Which
   * command wrote a row is left out, too: a run that was interrupted took two.
   */
  public static List<String> dump(Path memory, boolean times) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + memory);
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet result =
            statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2")) {
          int columns = result.getMetaData().getColumnCount();
          while (result.next()) {
            StringBuilder row = new StringBuilder(table);
            for (int i = 1; i <= columns; i++) {
              String column = result.getMetaData().getColumnName(i);
              boolean hidden = column.equals("command") || (column.equals("at") && !times);
              row.append('|').append(hidden ? column : result.getString(i));
            }
            rows.add(row.toString());
          }
        }
      }
    }
    return rows;
  }
}
