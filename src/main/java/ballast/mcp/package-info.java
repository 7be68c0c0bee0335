/**
 * Answers an assistant (a program with a language model) over standard input and output, in the
 * Model Context Protocol. {@link ballast.mcp.AssistantServer} is the entrance; its tools, resources
 * and prompts call the use cases of {@code ballast.app} and answer with the JSON of the command
 * line. This is the only room that sees the protocol's library.
 */
@NullMarked
package ballast.mcp;

import org.jspecify.annotations.NullMarked;
