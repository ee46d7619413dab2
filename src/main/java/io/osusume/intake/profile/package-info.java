/**
 * What a company's files hold and what would fit them. Paths come in; samples, the shapes of their columns, a guess of what
 * each file is and a proposed configuration go out. Knows no session: what only Spark can read is read by what is passed in.
 */
package io.osusume.intake.profile;
