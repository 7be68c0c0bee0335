// The room of the overview: a file whose sentences are looked up in the memory.
import { ask, takes } from "./dropping.js";

takes(document.getElementById("drop"), file => ask("/overview/file?name=", file, "covered"));
