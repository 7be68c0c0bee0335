package ballast.workflow.revise;

/**
 * What a review made of units; a unit may be in several of these numbers.
 *
 * @param accepted of which a row said yes
 * @param rejected of which a row said no
 * @param edited that got another translation
 * @param commented of which a comment was kept
 * @param already that were as their row wants them to be
 */
public record ReviewCounts(int accepted, int rejected, int edited, int commented, int already) {}
