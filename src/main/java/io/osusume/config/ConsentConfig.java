package io.osusume.config;

/**
 * Whom we may contact.
 *
 * @param assume whether customers whose consent no input tells may be contacted
 */
public record ConsentConfig(boolean assume) {}
