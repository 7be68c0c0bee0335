package ballast.memory;

/**
 * A user who may use the memory of a team.
 *
 * @param user the name with which the server knows the user
 * @param role what the user may do
 * @param isOwner whether the user owns the tables or administers the server, and so may also drop
 *     the memory
 */
public record TeamMember(String user, TeamRole role, boolean isOwner) {}
