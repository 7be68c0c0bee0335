package ballast.memory.sqlite;

import ballast.bitext.InputException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

public final class SqliteErrors {

  // Primary result codes of https://sqlite.org/rescode.html
  private static final int ERROR = 1;
  private static final int PERM = 3;
  static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int NOMEM = 7;
  static final int READONLY = 8;
  static final int IOERR = 10;
  static final int CORRUPT = 11;
  private static final int FULL = 13;
  static final int CANTOPEN = 14;
  private static final int TOOBIG = 18;
  static final int CONSTRAINT = 19;
  static final int NOTADB = 26;

  private static final String REBUILD =
      "`ballast tm verify` says what is broken, `ballast tm verify --salvage FILE.tmx` saves the"
          + " units that can be read; then restore a copy, or move the file away and run `ballast"
          + " align` or `ballast tm import` again";

  private SqliteErrors() {}

  /**
   * Converts {@code e}: to an {@link InputException} if the file, the disk or another process is
   * the cause, and to an {@link IllegalStateException} if Ballast is.
   *
   * @param doing the failed action, for example {@code read} or {@code write to}
   */
  public static RuntimeException of(SQLException e, Path file, String doing) {
    String name = "\"" + file + "\"";
    String action = "cannot " + doing + " the memory " + name;
    return switch (code(e)) {
      case BUSY, LOCKED ->
          new InputException(
              "cannot " + doing + " the memory: another process is writing to " + name,
              "wait until it has finished, then run the command again",
              e);
      case FULL ->
          new InputException(
              action + ": the disk is full",
              "free some space and run the command again; the memory is as it was before",
              e);
      case READONLY, PERM, CANTOPEN -> noPermission(e, action);
      case IOERR ->
          new InputException(
              action + ": input/output error (" + e.getMessage() + ")",
              "check the disk, then run `ballast tm verify`",
              e);
      case TOOBIG, NOMEM ->
          new InputException(
              action + ": a text is too large (" + e.getMessage() + ")",
              "split the document into smaller ones",
              e);
      case NOTADB -> notAMemory(file, e);
      case CORRUPT -> damaged(file, detail(e), e);
      default ->
          isMissingTable(e) ? damaged(file, detail(e), e) : new IllegalStateException(action, e);
    };
  }

  private static InputException noPermission(SQLException e, String action) {
    return code(e) == CANTOPEN
        ? new InputException(
            action + ": it cannot be opened",
            "check the permissions of the file, of its folder, and of the files next to it whose"
                + " names end in -wal and -shm",
            e)
        : new InputException(
            action + ": it is read-only",
            "allow writing to the file and its folder, or name another memory with --tm",
            e);
  }

  static InputException notAMemory(Path file, Throwable cause) {
    return new InputException(
        "\""
            + file
            + "\" is not a Ballast memory: it is not a SQLite file, or its start is damaged",
        "name the right file with --tm; if it was a memory, restore a copy, or move the file away"
            + " and run `ballast align` or `ballast tm import` again",
        cause);
  }

  public static String detail(Exception e) {
    return String.valueOf(e.getMessage());
  }

  public static InputException damaged(Path file, String detail, Throwable cause) {
    return new InputException("the memory \"" + file + "\" is damaged: " + detail, REBUILD, cause);
  }

  /** For damage found before anything failed. */
  static InputException damaged(Path file, String detail) {
    return new InputException("the memory \"" + file + "\" is damaged: " + detail, REBUILD);
  }

  static boolean isOfDisk(SQLException e) {
    return code(e) == FULL || code(e) == IOERR;
  }

  /** The primary result code; also reports a full disk if the {@code -shm} file cannot grow. */
  static int code(SQLException e) {
    return e instanceof SQLiteException one
            && one.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE
        ? FULL
        : e.getErrorCode() & 0xFF;
  }

  /**
   * Ballast's statements use only names of the schema, so a missing one was removed from the file.
   */
  private static boolean isMissingTable(SQLException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return code(e) == ERROR
        && (message.contains("no such table") || message.contains("no such column"));
  }
}
