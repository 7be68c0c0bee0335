package ballast.mcp;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.LiveCheck;
import ballast.memory.MemoryStore;

/**
 * What an assistant may use.
 *
 * @param memory need not exist
 * @param notices receives problems of the glossaries; called on several threads, one at a time
 * @param writes whether the assistant may propose translations and terms
 */
public record ServedProject(
    Workplace workplace,
    MemoryStore memory,
    LiveCheck.Against against,
    Notices notices,
    boolean writes) {}
