/**
 * Accounts as a whole (account-based marketing): what the people of each company did comes in; engagement, people,
 * departments, seniority and surges of interest per account go out.
 */
package io.osusume.accounts;
