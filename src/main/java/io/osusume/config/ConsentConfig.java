package io.osusume.config;

/** Whom we may contact. */
public record ConsentConfig(boolean assume) {}
