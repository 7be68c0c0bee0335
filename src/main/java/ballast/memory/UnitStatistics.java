package ballast.memory;

import ballast.language.TextAmount;

/**
 * Statistics of some units of a memory. Two texts count as the same when they have the same key of
 * exact lookup, which ignores white space and width.
 *
 * @param units the units by status
 * @param source size of the sources
 * @param target size of the translations
 * @param repetitions units whose source is that of an earlier unit; this and the next two counts
 *     leave out rejected units
 * @param sourcesWithSeveralTargets sources with more than one translation
 * @param targetsWithSeveralSources translations of more than one source
 */
public record UnitStatistics(
    StatusCounts units,
    TextAmount source,
    TextAmount target,
    long repetitions,
    long sourcesWithSeveralTargets,
    long targetsWithSeveralSources) {}
