/** The commands: one class each. They read the command line, open the session, call the pipeline and print what came of it. */
package io.osusume.cli;
