package ballast.memory;

import java.util.List;

/**
 * The place of a team's memory on a server. Only {@link #make} makes a memory there; the methods
 * for opening require one.
 */
public interface TeamStore extends MemoryStore {

  /** Who connects to the server, and so the author of every change. */
  String user();

  /**
   * Makes sure that a memory here could keep what another one has, before one is made for it.
   *
   * @throws ballast.bitext.InputException if the server would refuse something
   */
  void requireTakes(Memory memory);

  /**
   * Makes an empty memory with its roles, or completes one: missing roles are made, their rights
   * are given, and tables of an earlier version are brought up to date.
   *
   * @throws ballast.bitext.InputException if the server cannot be reached or fails, or the memory
   *     has a later version
   */
  TeamSetup make();

  /**
   * Those who may use the memory, by name.
   *
   * @throws ballast.bitext.InputException if there is no memory, or it cannot be read
   */
  List<TeamMember> members();

  /**
   * Gives a user, or a group of users, a role, in place of one that the user may have.
   *
   * @throws ballast.bitext.InputException if the server has no such user, or who asks may not do
   *     that; the hint has the SQL for an administrator
   */
  void grant(TeamRole role, String user);

  /** Whether the user who connects may give roles. */
  boolean mayGrant();

  /** The SQL by which an administrator gives a role to a user, without a semicolon. */
  String grantStatement(TeamRole role, String user);
}
