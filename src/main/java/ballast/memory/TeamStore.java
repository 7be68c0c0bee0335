package ballast.memory;

import java.util.List;
import java.util.Locale;

/**
 * The location of a team's memory on a server. Only {@link #make} creates a memory there; the
 * methods for opening require one.
 */
public interface TeamStore extends MemoryStore {

  /** Returns the user of the connection, the author of every change. */
  String user();

  /**
   * Checks that a memory here could keep another one's content, before it is created.
   *
   * @throws ballast.bitext.InputException if the server would refuse part of it
   */
  void requireTakes(Memory memory);

  /**
   * Creates an empty memory with its roles, or completes one: adds missing roles and their rights.
   *
   * @throws ballast.bitext.InputException if the server cannot be reached or fails, or the memory
   *     has another version
   */
  Setup make();

  /**
   * Returns the users of the memory, by name.
   *
   * @throws ballast.bitext.InputException if there is no memory, or it cannot be read
   */
  List<Member> members();

  /**
   * Gives a user, or a group of users, a role, replacing any other role.
   *
   * @throws ballast.bitext.InputException if the server has no such user, or the caller may not
   *     grant roles; the hint has the SQL for an administrator
   */
  void grant(Role role, String user);

  boolean mayGrant();

  /** Returns the SQL with which an administrator grants a role to a user, without a semicolon. */
  String grantStatement(Role role, String user);

  /**
   * @param exists whether a usable memory exists now
   * @param done descriptions of the actions; empty if the memory was complete already
   * @param statements SQL that an administrator of the server must run because the user may not,
   *     without semicolons; {@link TeamStore#make} is needed again afterwards. Empty if nothing is
   *     missing
   */
  public record Setup(boolean exists, List<String> done, List<String> statements) {

    public Setup {
      done = List.copyOf(done);
      statements = List.copyOf(statements);
    }
  }

  /**
   * @param isOwner whether the user owns the tables or administers the server, and so may also drop
   *     the memory
   */
  public record Member(String user, Role role, boolean isOwner) {}

  /** The rights of a team member; each role may do more than the last. */
  public enum Role {

    /** Reads, searches and exports. */
    READER,

    /** Also records articles, corrects and judges translations, undoes their own commands. */
    TRANSLATOR,

    /** Also imports, compacts, rebuilds the index, and undoes commands of others. */
    MAINTAINER;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
