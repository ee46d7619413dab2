/**
 * What can be known before a night: a configuration and the machine come in; findings go out, each with what to do about it.
 * Nothing is published.
 */
package io.osusume.doctor;
