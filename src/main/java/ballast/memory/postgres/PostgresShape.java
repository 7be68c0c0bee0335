package ballast.memory.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.memory.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The schema of a memory on a server as lines: columns with their types, indexes, constraints,
 * triggers and functions, with checksums of their code. A resource contains the lines of a new
 * memory, because a user who checks a memory may not be allowed to create tables for comparison.
 */
final class PostgresShape {

  private static final String RESOURCE = "/ballast/memory/postgres.txt";

  /** For the current schema; table names appear without it. */
  private static final List<String> QUERIES =
      List.of(
          """
          SELECT 'column ' || c.relname || '.' || a.attname || ' '
            || format_type(a.atttypid, a.atttypmod)
            || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
            || CASE WHEN a.attidentity <> '' THEN ' identity' ELSE '' END
            || COALESCE(' collate ' || (SELECT l.collname FROM pg_collation l
                 WHERE l.oid = a.attcollation AND l.collname <> 'default'), '')
            || COALESCE(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
          WHERE n.nspname = current_schema() AND c.relkind = 'r' AND a.attnum > 0
            AND NOT a.attisdropped
          """,
          """
          SELECT 'index ' || c.relname || ' ' || pg_get_indexdef(i.indexrelid, 0, true)
            || CASE WHEN i.indisvalid THEN '' ELSE ' (not valid)' END
          FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = current_schema()
            AND (SELECT t.relkind FROM pg_class t WHERE t.oid = i.indrelid) = 'r'
          """,
          """
          SELECT 'constraint ' || c.relname || '.' || k.conname || ' '
            || pg_get_constraintdef(k.oid, true)
          FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = current_schema() AND k.contype IN ('p', 'u', 'f', 'c')
          """,
          """
          SELECT 'trigger ' || c.relname || '.' || t.tgname || ' ' || pg_get_triggerdef(t.oid, true)
            || CASE WHEN t.tgenabled = 'O' THEN '' ELSE ' (disabled)' END
          FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = current_schema() AND NOT t.tgisinternal
          """,
          """
          SELECT 'function ' || p.proname || ' ' || md5(p.prosrc)
            || CASE WHEN p.prosecdef THEN ' security definer' ELSE '' END
            || COALESCE(' ' || replace(array_to_string(p.proconfig, ' '),
                 'search_path=' || quote_ident(current_schema()) || ',', 'search_path=memory,'), '')
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE n.nspname = current_schema()
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
          """,
          """
          SELECT 'policy ' || c.relname || ' row-level security'
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = current_schema() AND c.relkind = 'r' AND c.relrowsecurity
          """);

  private PostgresShape() {}

  static List<String> of(Database database) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String query : QUERIES) {
      lines.addAll(database.list(query, row -> row.getString(1)));
    }
    Collections.sort(lines);
    return lines;
  }

  static List<String> expected() {
    try (InputStream in = PostgresShape.class.getResourceAsStream(RESOURCE)) {
      byte[] bytes = Objects.requireNonNull(in, RESOURCE).readAllBytes();
      return new String(bytes, UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String subject(String line) {
    int kind = line.indexOf(' ');
    int end = line.indexOf(' ', kind + 1);
    return line.substring(0, end);
  }
}
